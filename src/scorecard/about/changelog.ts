/** What one version changed, in the words of every language. */
export interface Release {
  /** "0.1.0" */
  readonly version: string;
  /** Keys of `_locales`. */
  readonly notes: readonly string[];
}

/** The versions with something that a member notices, the newest first. CHANGELOG.md tells the same to developers. */
export const releases: readonly Release[] = [
  {
    version: '0.2.0',
    notes: [
      'about_change_panel',
      'about_change_week',
      'about_change_outlook',
      'about_change_sync',
      'about_change_by_hand',
      'about_change_people',
      'about_change_no_score',
    ],
  },
  { version: '0.1.0', notes: ['about_change_reads', 'about_change_keeps', 'about_change_shows', 'about_change_helps'] },
];
