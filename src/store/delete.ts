import { deleteDB } from 'idb';
import { memberRowKinds, type MemberRowKind } from '../core/rows/row-kinds';
import { succeed, type Result } from '../core/result';
import { refreshCopy } from './automatic-copy';
import { announceChange } from './changes';
import { closeDatabase, keysOf, writeTogether, type Database } from './database';
import { clearLocal, localKeys, readLocal, removeLocal } from './local-storage';
import { removePendingReadings } from './pending-readings';
import { dataStores, databaseName } from './schema';
import { withStorage } from './storage-error';

/** What a deletion takes with it, to be shown before. */
export type Deletion = Readonly<Record<MemberRowKind, number>>;

/** How many rows of each kind deleting one member, or everything when `member` is absent, takes. */
export async function countDeletion(database: Database, member?: string): Promise<Result<Deletion>> {
  return withStorage(async () => {
    const transaction = database.connection.transaction([...memberRowKinds]);
    const range = member === undefined ? undefined : keysOf(member);
    const counts: [MemberRowKind, number][] = [];
    for (const kind of memberRowKinds) counts.push([kind, await transaction.objectStore(kind).count(range)]);
    return Object.fromEntries(counts) as Deletion;
  });
}

/**
 * Deletes one member for good: profile, history, actions, goals, choices, readings kept aside and waiting, and what undoing would bring
 * back (of all members, since a change may hold several). The automatic copy is made anew without them. Tells open pages.
 */
export async function deleteMember(database: Database, member: string, now: number): Promise<Result<void>> {
  const deleted = await writeTogether(database, [...dataStores, 'undo'], async (transaction) => {
    await Promise.all([
      ...memberRowKinds.map((kind) => transaction.objectStore(kind).delete(keysOf(member))),
      transaction.objectStore('members').delete(member),
      transaction.objectStore('undo').clear(),
    ]);
    const facts = transaction.objectStore('facts');
    if ((await facts.get('unknown-owner'))?.value === member) await facts.delete('unknown-owner');
  });
  if (!deleted.ok) return deleted;
  announceChange();
  const copied = await refreshCopy(database, now);
  return copied.ok ? forgetLocally(member) : copied;
}

async function forgetLocally(member: string): Promise<Result<void>> {
  const selected = await readLocal(localKeys.selectedMember);
  if (!selected.ok) return selected;
  if (selected.value === member) {
    const removed = await removeLocal([localKeys.selectedMember]);
    if (!removed.ok) return removed;
  }
  return removePendingReadings(member);
}

/**
 * Deletes everything that was ever stored: `storage.local` with settings, copy and waiting readings, and the database. Alarms and the
 * toolbar's number are the background worker's to clear. Tells open pages. Works with a database that cannot be opened, too.
 */
export async function deleteEverything(): Promise<Result<void>> {
  // The copy goes first: a crash in between must not leave what the member wanted gone where it would be offered again.
  const cleared = await clearLocal();
  if (!cleared.ok) return cleared;
  await closeDatabase();
  const deleted = await withStorage(() => deleteDB(databaseName));
  announceChange();
  return deleted.ok ? succeed(undefined) : deleted;
}
