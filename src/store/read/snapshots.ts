import { sharingParts } from '../../core/rows/sharing-parts';
import type { Snapshot } from '../../core/rows/snapshot';
import type { TotalReading } from '../../core/rows/total-reading';
import { dayKinds } from '../../core/rows/tombstone';
import type { Result } from '../../core/result';
import type { LocalDay } from '../../core/score/local-day';
import { keysOf, readTransaction, type Database } from '../database';
import { withStorage } from '../storage-error';

/** The days to read, both included; an absent end is open. */
export interface DayRange {
  readonly from?: LocalDay;
  readonly to?: LocalDay;
}

function range(member: string, days: DayRange): IDBKeyRange {
  return IDBKeyRange.bound([member, days.from ?? ''], [member, days.to ?? []]);
}

/** The member's snapshots in `days`, oldest first; an empty list when there are none. Reads only what lies in the range. */
export async function readSnapshots(
  database: Database,
  member: string,
  days: DayRange = {},
): Promise<Result<Snapshot[]>> {
  return withStorage(() => readTransaction(database).objectStore('snapshots').getAll(range(member, days)));
}

/** So many rows at once: the browser makes objects of all of them before anything else has its turn. */
const atOnce = 1000;

/** The same of many years, in parts between which the page has its turn. */
export async function readManySnapshots(
  database: Database,
  member: string,
  days: DayRange = {},
): Promise<Result<Snapshot[]>> {
  return withStorage(async () => {
    const store = readTransaction(database).objectStore('snapshots');
    const rows: Snapshot[] = [];
    let asked = range(member, days);
    for (;;) {
      const part = await store.getAll(asked, atOnce);
      for (const row of part) rows.push(sharingParts(row, rows.at(-1)));
      const last = part.at(-1);
      if (!last || part.length < atOnce) return rows;
      asked = IDBKeyRange.bound([member, last.day], asked.upper, true);
    }
  });
}

/** The member's snapshot of the last day up to `to` (all days when absent: also those a wrong clock put into the future); `undefined` without any. */
export async function readLatestSnapshot(
  database: Database,
  member: string,
  to?: LocalDay,
): Promise<Result<Snapshot | undefined>> {
  return withStorage(async () => {
    const store = readTransaction(database).objectStore('snapshots');
    return (await store.openCursor(range(member, to === undefined ? {} : { to }), 'prev'))?.value;
  });
}

/** The member's last day of which only a total is known, unless the same day was read whole; `undefined` without any. */
export async function readLatestTotal(database: Database, member: string): Promise<Result<TotalReading | undefined>> {
  return withStorage(async () => {
    const transaction = readTransaction(database);
    const row = (await transaction.objectStore('totals').openCursor(keysOf(member), 'prev'))?.value;
    return row && (await transaction.objectStore('snapshots').getKey([member, row.day])) === undefined
      ? row
      : undefined;
  });
}

/** The first day of which the member has anything; `undefined` without any. */
export async function readFirstDay(database: Database, member: string): Promise<Result<LocalDay | undefined>> {
  return withStorage(async () => {
    const transaction = readTransaction(database);
    const days = await Promise.all(
      dayKinds.map(async (kind) => (await transaction.objectStore(kind).openKeyCursor(keysOf(member)))?.key[1]),
    );
    return days.filter((day) => day !== undefined).sort()[0];
  });
}

/** How many days of `member`, or of all members when absent, are kept. */
export async function countSnapshots(database: Database, member?: string): Promise<Result<number>> {
  return withStorage(() =>
    readTransaction(database)
      .objectStore('snapshots')
      .count(member === undefined ? undefined : keysOf(member)),
  );
}

/** The member's days of which only a total is known, oldest first, without days that have a snapshot; an empty list when there are none. */
export async function readTotals(
  database: Database,
  member: string,
  days: DayRange = {},
): Promise<Result<TotalReading[]>> {
  return withStorage(async () => {
    const transaction = readTransaction(database);
    const totals = await transaction.objectStore('totals').getAll(range(member, days));
    if (totals.length === 0) return totals;
    const keys = await transaction.objectStore('snapshots').getAllKeys(range(member, days));
    const read = new Set(keys.map(([, day]) => day));
    return totals.filter((row) => !read.has(row.day));
  });
}
