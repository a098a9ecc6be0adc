import { makeCopyIfDue } from '../store/write/automatic-copy';
import { purgeTombstones } from '../store/write/delete';
import { openDatabase } from '../store/database';
import { recordPendingReadings } from '../store/write/pending-readings';

/**
 * Records the readings that waited for room, and renews the automatic copy when it is a week old at `now` (epoch milliseconds). Harmless at any
 * time; what cannot be done now is tried again at the next start of the worker, and the pages tell of a store that cannot be opened.
 */
export async function keepStore(now: number): Promise<void> {
  const database = await openDatabase();
  if (!database.ok || database.value.readOnly) return;
  await recordPendingReadings(database.value);
  const copied = await makeCopyIfDue(database.value, now);
  // About as often.
  if (copied.ok && copied.value === 'made') await purgeTombstones(database.value, now);
}
