import { addDays, type LocalDay } from '../../core/score/local-day';
import type { Snapshot } from '../../core/rows/snapshot';
import type { Result } from '../../core/result';
import { keysOf, type Database } from '../database';
import { readOfSelected } from './members';

/** How the profile that the pages show stands. */
export interface Standing {
  /** Its last reading up to today; undefined when all lie after it. */
  readonly latest: Snapshot | undefined;
  /** The same, or after the clock was set back the last of all: better an odd one than none. */
  readonly newest: Snapshot;
  /** The readings of the days before `newest`, itself included, oldest first. */
  readonly recent: readonly Snapshot[];
}

/** Reads it in one go, with `days` of readings before the last one; undefined without any. Errors: those of the store. */
export async function readStanding(
  database: Database,
  today: LocalDay,
  days: number,
): Promise<Result<Standing | undefined>> {
  return readOfSelected(database, async (transaction, { id }) => {
    const store = transaction.objectStore('snapshots');
    const latest = (await store.openCursor(IDBKeyRange.bound([id], [id, today]), 'prev'))?.value;
    const newest = latest ?? (await store.openCursor(keysOf(id), 'prev'))?.value;
    if (newest === undefined) return undefined;
    const recent = await store.getAll(IDBKeyRange.bound([id, addDays(newest.day, -days)], [id, newest.day]));
    return { latest, newest, recent };
  });
}
