import { whoseFile, type DayTotals, type Whose } from '../../core/meaning/whose-file';
import { unknownMember } from '../../core/score/reading';
import { fail, succeed, type ErrorCode, type Result } from '../../core/result';
import type { Answers, ImportedFile, ImportOptions, Question } from '../../files/imported-file';
import { summaryOf, type FileSummary } from '../../files/file-summary';
import { givenProfiles, rowsUnder, type GivenProfile } from '../../files/given-profiles';
import { withDatabase, type Database } from '../../store/database';
import { readMembers } from '../../store/read/members';
import { readTotalsOn, type PersonProfile } from '../../store/read/people';
import type { ImporterInWorker } from '../../store/write/importer-in-worker';
import { previewImport, type ImportPreview } from '../../store/write/merge-import';
import { newPersonId } from '../../store/write/people';

/** What only the member can say of a file on the way. */
export interface Asks {
  /** The answer; undefined when the file is to be left out. */
  readonly question: (file: string, question: Question) => Promise<string | undefined>;
  /** Whether a table was understood as it should be. */
  readonly preview: (name: string, file: FileSummary, preview: ImportPreview) => Promise<boolean>;
}

/** What is in a file, for each person in it; or why it cannot be taken in. `own-file`: it is the member's own history. */
export type Looked =
  | { readonly file: string; readonly error: ErrorCode | 'own-file' }
  | {
      readonly file: string;
      readonly given: GivenProfile;
      readonly whose: Whose;
      /** How many days it holds. */
      readonly days: number;
      /** How many of them are new to whom it is known or asked about; absent for somebody new. */
      readonly fresh?: number;
    };

/** So many of the last days tell whose a file is. */
const comparedDays = 20;

/** A part of a file: all of it, or what is one person's of a table of several. */
interface Part {
  readonly file: ImportedFile;
  readonly named?: string;
}

/** Looks what a file holds and whose it is, and writes nothing. Empty when the member leaves it out. */
export async function lookAtFile(
  importer: ImporterInWorker,
  file: File,
  people: readonly PersonProfile[],
  around: Pick<ImportOptions, 'timeZone' | 'today'>,
  asks: Asks,
): Promise<readonly Looked[]> {
  const parts = await partsOf(importer, file, { ...around, member: unknownMember }, asks);
  if (!parts) return [];
  if (!parts.ok) return [{ file: file.name, error: parts.error }];
  const looked = await withDatabase(async (database) => {
    const [first] = parts.value;
    if (first && first.file.kind !== 'backup') {
      const preview = await previewImport(database, asNew(first.file));
      if (!preview.ok) return preview;
      if (!(await asks.preview(file.name, summaryOf(first.file), preview.value))) return succeed([]);
    }
    const given = parts.value.flatMap((part) => givenProfiles(part.file, file.name, part.named));
    if (given.length === 0) return fail('import-empty');
    return lookedAt(database, given, people);
  });
  return looked.ok ? looked.value : [{ file: file.name, error: looked.error }];
}

/** A table as it would be of somebody of whom nothing is known: all its days are new. */
function asNew(file: ImportedFile): ImportedFile {
  return { ...file, head: {}, rows: rowsUnder(file.rows, newPersonId()) };
}

/** The file's parts; undefined when the member leaves it out. */
async function partsOf(
  importer: ImporterInWorker,
  file: File,
  options: ImportOptions,
  asks: Asks,
): Promise<Result<readonly Part[]> | undefined> {
  let answers: Answers = {};
  const read = async (named?: string): Promise<Result<readonly Part[]> | undefined> => {
    for (;;) {
      const asked = named === undefined ? answers : { ...answers, person: named };
      const reading = await importer.read(file, { ...options, answers: asked });
      if (!reading.ok) return reading;
      const question = reading.value;
      if (!question) {
        const taken = await importer.take();
        return taken.ok ? succeed([{ file: taken.value, ...(named !== undefined && { named }) }]) : taken;
      }
      if (question.kind === 'person' && named === undefined) return readEach(question);
      const answer = await asks.question(file.name, question);
      if (answer === undefined) return undefined;
      answers = { ...answers, [question.kind]: answer };
    }
  };
  /** A table of several: each is somebody. */
  const readEach = async ({ choices }: Question): Promise<Result<readonly Part[]> | undefined> => {
    const parts: Part[] = [];
    for (const { value } of choices) {
      const one = await read(value);
      if (!one) return undefined;
      // Whose rows hold nothing is nobody to be told of.
      if (!one.ok && one.error !== 'import-empty') return one;
      if (one.ok) parts.push(...one.value);
    }
    return succeed(parts);
  };
  return read();
}

async function lookedAt(
  database: Database,
  given: readonly GivenProfile[],
  people: readonly PersonProfile[],
): Promise<Result<readonly Looked[]>> {
  const own = await readMembers(database);
  if (!own.ok) return own;
  const looked: Looked[] = [];
  for (const one of given) {
    const { file } = one;
    if (own.value.some(({ id }) => id === one.origin)) {
      looked.push({ file, error: 'own-file' });
      continue;
    }
    const all = daysOf(one);
    const days = new Map([...all].slice(-comparedDays));
    const known = [];
    for (const { member } of people) {
      const theirs = await readTotalsOn(database, member.id, [...days.keys()]);
      if (!theirs.ok) return theirs;
      known.push({ member, days: theirs.value });
    }
    const whose = whoseFile({ ...one, days }, known);
    const counted = { file, given: one, whose, days: all.size };
    if (whose.state === 'new') looked.push(counted);
    else {
      const fresh = await countFresh(database, one, whose.person);
      if (!fresh.ok) return fresh;
      looked.push({ ...counted, fresh: fresh.value });
    }
  }
  return succeed(looked);
}

/** How many days of a file somebody does not have as it has them. */
async function countFresh(database: Database, { rows }: GivenProfile, person: string): Promise<Result<number>> {
  const imported = { kind: 'backup', head: {}, columns: [], rejected: [], rejectedCount: 0 } as const;
  const preview = await previewImport(database, { ...imported, rows: rowsUnder(rows, person) });
  return preview.ok ? succeed(preview.value.days.new + preview.value.days.newer) : preview;
}

/** Their totals by day, ascending. */
function daysOf({ rows }: GivenProfile): DayTotals {
  return new Map(
    [...rows.totals, ...rows.snapshots]
      .map(({ day, total }) => [day, total] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
