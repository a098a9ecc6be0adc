/** What one version changed, in the words of every language. */
export interface Release {
  /** "0.1.0" */
  readonly version: string;
  /** Keys of `_locales`. */
  readonly notes: readonly string[];
}

/** The versions with something that a member notices, the newest first. CHANGELOG.md tells the same to developers. */
export const releases: readonly Release[] = [
  { version: '0.1.0', notes: ['about_change_reads', 'about_change_keeps', 'about_change_shows', 'about_change_helps'] },
];
