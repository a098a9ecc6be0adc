import { personPrefix } from '../../core/rows/person';
import type { Result } from '../../core/result';
import { readTransaction, type Database } from '../database';
import { withStorage } from '../storage-error';

/** The keys of all people: `.` comes right after `-`. */
export const peopleKeys = () => IDBKeyRange.bound(personPrefix, `${personPrefix.slice(0, -1)}.`);

/** Whether there is anybody whose file the member was given. */
export async function hasPeople(database: Database): Promise<Result<boolean>> {
  return withStorage(
    async () => (await readTransaction(database).objectStore('members').getKey(peopleKeys())) !== undefined,
  );
}
