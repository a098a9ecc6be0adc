import { changeInstant } from '../../core/rows/tombstone';
import type { Result } from '../../core/result';
import { writeTogether, type Database } from '../database';
import { localKeys, writeLocal } from '../local-storage';

/** Names a profile at `now` (epoch milliseconds); an empty name takes it back. Nothing happens when there is no such profile. */
export async function nameMember(database: Database, id: string, name: string, now: number): Promise<Result<void>> {
  return writeTogether(database, ['members'], async (transaction) => {
    const members = transaction.objectStore('members');
    const member = await members.get(id);
    if (member === undefined) return;
    const { since, changedAt } = member;
    const named = name.trim() !== '' && { name: name.trim() };
    await members.put({ id, since, changedAt: changeInstant(changedAt, now), ...named });
  });
}

/** Switches the pages to a profile. */
export async function selectMember(id: string): Promise<Result<void>> {
  return writeLocal(localKeys.selectedMember, id);
}
