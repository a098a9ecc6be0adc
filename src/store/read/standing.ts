import { addDays, type LocalDay } from '../../core/score/local-day';
import { dayValues, latestDay, type DayValue } from '../../core/score/history';
import type { Snapshot } from '../../core/rows/snapshot';
import type { TotalReading } from '../../core/rows/total-reading';
import type { Result } from '../../core/result';
import { keysOf, type Database } from '../database';
import { readOfSelected } from './members';

/** How the profile that the pages show stands. */
export interface Standing {
  /** Day of its last reading up to today, whole or of a total alone; undefined when all lie after it. */
  readonly lastReadOn: LocalDay | undefined;
  /** The last one up to today, or after the clock was set back the last of all: better an odd one than none. */
  readonly newest: Snapshot | TotalReading;
  /** The totals of the days before `newest`, itself included, ascending by day. */
  readonly recent: readonly DayValue[];
  /** The whole readings of the same days, ascending by day. */
  readonly readings: readonly Snapshot[];
}

/** Reads it in one go, with `days` of totals before the last one; undefined without any. Errors: those of the store. */
export async function readStanding(
  database: Database,
  today: LocalDay,
  days: number,
): Promise<Result<Standing | undefined>> {
  return readOfSelected(database, async (transaction, { id }) => {
    const stores = [transaction.objectStore('snapshots'), transaction.objectStore('totals')] as const;
    const newestIn = async (range: IDBKeyRange) => {
      const [whole, alone] = await Promise.all([
        stores[0].openCursor(range, 'prev').then((cursor) => cursor?.value),
        stores[1].openCursor(range, 'prev').then((cursor) => cursor?.value),
      ]);
      return latestDay(whole ? [whole] : [], alone ? [alone] : []);
    };
    const latest = await newestIn(IDBKeyRange.bound([id], [id, today]));
    const newest = latest ?? (await newestIn(keysOf(id)));
    if (newest === undefined) return undefined;
    const near = IDBKeyRange.bound([id, addDays(newest.day, -days)], [id, newest.day]);
    const [readings, totals] = await Promise.all([stores[0].getAll(near), stores[1].getAll(near)]);
    const read = new Set(readings.map(({ day }) => day));
    const alone = totals.filter(({ day }) => !read.has(day));
    return { lastReadOn: latest?.day, newest, recent: dayValues(readings, alone, 'total'), readings };
  });
}
