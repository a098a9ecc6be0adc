/** What one version changed. */
export interface Release {
  /** "0.1.0", or what its heading says. */
  readonly version: string;
  readonly notes: readonly string[];
}

/** The releases in the text of a changelog (https://keepachangelog.com): second-level headings and the list items under them. */
export function readChangelog(text: string): readonly Release[] {
  const releases: { version: string; notes: string[] }[] = [];
  for (const line of text.split('\n')) {
    const heading = /^##\s+\[?(.+?)\]?\s*$/.exec(line)?.[1];
    if (heading !== undefined) releases.push({ version: heading, notes: [] });
    const note = /^[-*]\s+(.+)$/.exec(line)?.[1];
    const release = releases.at(-1);
    if (note !== undefined) release?.notes.push(note);
    else if (/^\s+\S/.test(line) && release && release.notes.length > 0) {
      // A wrapped item goes on in the next line.
      release.notes.push(`${release.notes.pop() ?? ''} ${line.trim()}`);
    }
  }
  return releases.filter(({ notes }) => notes.length > 0);
}
