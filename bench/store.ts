import type { ImportedFile } from '../src/files/imported-file';
import { addDays, dayNumber, localDayOf } from '../src/core/score/local-day';
import { totalOf } from '../src/core/score/pillar';
import { noRows } from '../src/core/rows/row-kinds';
import type { Snapshot } from '../src/core/rows/snapshot';
import type { Result } from '../src/core/result';
import { applyImport } from '../src/store/write/apply-import';
import { openDatabase, type Database } from '../src/store/database';
import { deleteEverything } from '../src/store/write/delete';
import { exportBackup } from '../src/store/write/export-backup';
import { plainCsv } from '../src/files/csv';
import { exportCsv } from '../src/store/write/export-csv';
import { ImporterInWorker } from '../src/store/write/importer-in-worker';
import { countSnapshots, readFirstDay, readLatestSnapshot, readSnapshots } from '../src/store/read/snapshots';
import { recordSnapshot } from '../src/store/write/snapshots';
import { undoChange } from '../src/store/write/undo';

/**
 * What the store costs, measured in a page of the extension. Each function deletes the whole history of the profile it runs in: never
 * run it in one that is in use.
 */

/** One duration: wall time, and the longest time within it that the page could not do anything else, both in milliseconds. */
export interface Duration {
  readonly milliseconds: number;
  readonly longestBlock: number;
}

const members = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
const lastDay = '2026-10-16';

/** `days` snapshots of one member up to `lastDay`, moving a little each day as real ones do; the same every time. */
function madeHistory(member: string, days: number): Snapshot[] {
  const first = dayNumber(lastDay) - days + 1;
  return Array.from({ length: days }, (_, index) => {
    const wave = (period: number) => Math.fround(6 * Math.sin((index * 2 * Math.PI) / period));
    const scores = {
      brand: 13.25 + wave(900),
      people: 8.5 + wave(400),
      insights: 10.25 + wave(200),
      relationships: 15 + wave(1500),
    };
    const total = totalOf(scores);
    const day = localDayOf(first + index);
    return {
      member,
      day,
      readAt: Math.max(0, Date.parse(`${day}T12:00:00Z`)),
      source: 'bars',
      shownTotal: Math.round(total),
      total,
      scores,
      rank: { industry: 10 + (index % 20), network: 12 + (index % 15) },
      average: { industry: { total: 35, scores }, network: { total: 36, scores } },
    };
  });
}

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** The clock is looked at so often, in milliseconds: seldom enough to leave the processor to what is measured. */
const lookEvery = 4;

/** Runs `work` while looking at the clock. */
async function measure<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly duration: Duration }> {
  const start = performance.now();
  let last = start;
  let longestBlock = 0;
  const look = () => {
    const now = performance.now();
    longestBlock = Math.max(longestBlock, now - last - lookEvery);
    last = now;
  };
  const looking = setInterval(look, lookEvery);
  const result = await work();
  look();
  clearInterval(looking);
  return { value: result, duration: { milliseconds: performance.now() - start, longestBlock } };
}

async function emptyDatabase(): Promise<Database> {
  value(await deleteEverything());
  return value(await openDatabase());
}

function fileOf(snapshots: Snapshot[]): ImportedFile {
  return {
    kind: 'backup',
    head: {},
    rows: {
      ...noRows(),
      members: members.map((id) => ({ id, since: 0 })),
      snapshots,
    },
    columns: [],
    rejected: [],
    rejectedCount: 0,
  };
}

/** Fifty years of three members, 54,750 days: export as JSON and CSV, reading the file, its preview, its import, once more, and undoing. */
export async function measureFiles(times: number): Promise<{
  readonly bytes: number;
  readonly durations: Readonly<Record<string, Duration>>;
  readonly query: number;
  readonly recording: number;
}> {
  const days = 18_250;
  let database = await emptyDatabase();
  value(await applyImport(database, fileOf(members.flatMap((member) => madeHistory(member, days))), 0));

  const told = await timesOf(database, times);
  const expected = value(await countSnapshots(database));
  const exported = await measure(async () => value(await exportBackup(database)));
  const csv = await measure(async () => value(await exportCsv(database, members[0] ?? '', plainCsv)));
  database = await emptyDatabase();
  const options = { member: 'unknown', timeZone: 'UTC', today: lastDay };
  const importer = new ImporterInWorker();
  const read = await measure(async () => value(await importer.read(exported.value, options)));
  if (read.value) throw new Error('The backup asked a question.');
  const preview = await measure(async () => value(await importer.look()));
  const imported = await measure(async () => value(await importer.write(1)));
  const count = value(await countSnapshots(database));
  if (count !== expected) throw new Error(`${count} days came back.`);
  const again = await measure(async () => value(await importer.write(2)));
  importer.end();
  const undone = await measure(async () => value(await undoChange(database, imported.value.change, 3)));
  const csvRead = await measure(async () => value(await importer.read(csv.value, options)));
  importer.end();
  value(await deleteEverything());
  return {
    ...told,
    bytes: exported.value.size,
    durations: {
      'export JSON': exported.duration,
      'export CSV of one member': csv.duration,
      'read JSON': read.duration,
      preview: preview.duration,
      import: imported.duration,
      'import again': again.duration,
      'undo the import': undone.duration,
      'read CSV': csvRead.duration,
    },
  };
}

/** Files near the size limit that no history is, each made to be slow in its own way. */
const hostileFiles: Readonly<Record<string, () => string>> = {
  'opening brackets': () => '['.repeat(30_000_000),
  'nested arrays': () => '['.repeat(10_000_000) + ']'.repeat(10_000_000),
  'one string': () => `{"format":"ssi-scorecard","version":1,"x":"${'x'.repeat(50_000_000)}"}`,
  'escaped quotation marks': () => `{"x":"${'\\"'.repeat(20_000_000)}"}`,
  'a million keys': () => `{${Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":${n}`).join(',')}}`,
  'a million empty rows': () => `{"format":"ssi-scorecard","version":1,"snapshots":[${'{},'.repeat(1_000_000)}{}]}`,
  'a table of one line': () => `date,total,${'x'.repeat(50_000_000)}`,
  'a table of one open quotation mark': () => `date,total\n2026-01-01,"${'x,y\n'.repeat(10_000_000)}`,
  'a table of a million bad rows': () => `date,total\n${'2026-13-45,999\n'.repeat(450_000)}`,
  'a table of separators': () => `date,total\n${','.repeat(900_000)}\n${';'.repeat(40_000_000)}`,
};

/** How long the page was held by each of the worst files, in the order above. None of them may write anything. */
export async function measureHostileFiles(): Promise<
  Readonly<Record<string, Duration & { readonly outcome: string }>>
> {
  const options = { member: 'unknown', timeZone: 'UTC', today: lastDay };
  const durations: Record<string, Duration & { readonly outcome: string }> = {};
  for (const [name, make] of Object.entries(hostileFiles)) {
    const file = new Blob([make()]);
    const importer = new ImporterInWorker();
    const { value: reading, duration } = await measure(() => importer.read(file, options));
    importer.end();
    durations[name] = { ...duration, outcome: reading.ok ? 'read' : reading.error };
  }
  return durations;
}

/** The medians of `times` runs of what the popup asks when it opens and of recording one reading, in milliseconds, with so many days of history of each of three members. */
export async function measureHistory(
  days: number,
  times: number,
): Promise<{ readonly query: number; readonly recording: number }> {
  const database = await emptyDatabase();
  value(await applyImport(database, fileOf(members.flatMap((member) => madeHistory(member, days))), 0));
  const told = await timesOf(database, times);
  value(await deleteEverything());
  return told;
}

async function timesOf(
  database: Database,
  times: number,
): Promise<{ readonly query: number; readonly recording: number }> {
  const member = members[1] ?? '';
  const [queries, recordings]: [number[], number[]] = [[], []];
  for (const snapshot of madeHistory(member, times)) {
    let start = performance.now();
    value(await readSnapshots(database, member, { from: addDays(lastDay, -90), to: lastDay }));
    value(await readLatestSnapshot(database, member, lastDay));
    value(await readFirstDay(database, member));
    queries.push(performance.now() - start);
    const later = { ...snapshot, day: addDays(snapshot.day, times), readAt: snapshot.readAt + 1 };
    start = performance.now();
    value(await recordSnapshot(database, later));
    recordings.push(performance.now() - start);
  }
  return { query: median(queries), recording: median(recordings) };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
