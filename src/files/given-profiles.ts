import { descriptionOf, memberRowKinds, noRows, rowsOfEach, type Rows } from '../core/rows/row-kinds';
import { isPerson } from '../core/rows/person';
import { unknownMember } from '../core/score/reading';
import type { ImportedFile } from './imported-file';

/** What a file that somebody gave tells of one profile. */
export interface GivenProfile {
  /** The name of the file: show it as text only. */
  readonly file: string;
  /** Who it is in their own exports; absent where the file does not say. */
  readonly origin?: string;
  /** What they are called, by the file or its name; absent where neither tells. */
  readonly name?: string;
  /** What is kept of them: days, and what they did; under the id that the file has. */
  readonly rows: Rows;
}

/** So many characters of a name are kept, as many as can be typed. */
const longestName = 60;

/** Plans, goals, own checks and what they said of tips are theirs alone: a coach needs none of it. */
const keptKinds = ['snapshots', 'totals', 'deleted-days', 'actions'] as const;

/**
 * The profiles of a file that have days, each by itself; people of whom its owner was given files are not theirs to pass on. `named` is what the file's own table calls
 * them, where it has several.
 */
export function givenProfiles(imported: ImportedFile, file: string, named?: string): readonly GivenProfile[] {
  const { rows } = imported;
  const kept = keptOfEach(rows);
  const own = rows.members.filter(({ id }) => {
    const days = kept.get(id);
    return !isPerson(id) && days !== undefined && days.snapshots.length + days.totals.length > 0;
  });
  return own.map(({ id, name }) => {
    const called = named ?? name ?? (own.length === 1 ? nameOfFile(file) : undefined);
    return {
      file,
      ...(imported.kind === 'backup' && !id.startsWith(unknownMember) && { origin: id }),
      ...(called !== undefined && { name: called.slice(0, longestName) }),
      rows: kept.get(id) ?? noRows(),
    };
  });
}

/** The rows that are kept of each profile, in one look: a file may hold any number of them. */
function keptOfEach(rows: Rows): ReadonlyMap<string, Rows> {
  const kept = new Map<string, Rows>();
  for (const kind of keptKinds) {
    for (const row of rows[kind]) {
      const own = kept.get(row.member) ?? noRows();
      own[kind].push(row as never);
      kept.set(row.member, own);
    }
  }
  return kept;
}

/** The same rows as those of the profile `person`. */
export function rowsUnder(rows: Rows, person: string): Rows {
  return rowsOfEach((kind) =>
    memberRowKinds.some((one) => one === kind) ? rows[kind].map((row) => ({ ...row, member: person }) as never) : [],
  );
}

/** The first instant at which the rows prove that there is somebody, epoch milliseconds; undefined when they do not. */
export function firstInstantOf(rows: Rows): number | undefined {
  let first: number | undefined;
  for (const kind of keptKinds) {
    const { provesMember } = descriptionOf(kind);
    for (const row of rows[kind]) {
      const at = provesMember?.(row);
      if (at !== undefined && (first === undefined || at < first)) first = Math.max(0, at);
    }
  }
  return first;
}

/** Words of file names that name nobody. */
const nobody = new Set(
  'ssi scorecard linkedin score scores social selling index history export backup data file copy kopie kopia copia csv json xlsx my mein meine new neu sales navigator activity tracker plain pasted text'.split(
    ' ',
  ),
);

/** The name that a file's name holds: "Amira" of `amira-ssi.json`; undefined when there is nothing like one in it. */
export function nameOfFile(file: string): string | undefined {
  const words = file
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .split(/[\s\-_.,()[\]+]+/)
    .filter((word) => /^\p{L}[\p{L}\p{M}’']*$/u.test(word) && !nobody.has(word.toLowerCase()));
  if (words.length === 0 || words.length > 3) return undefined;
  const name = words
    .map((word) => (word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(' ');
  return name.length < 2 ? undefined : name.slice(0, longestName);
}
