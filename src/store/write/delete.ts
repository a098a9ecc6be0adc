import { deleteDB } from 'idb';
import { instantOf } from '../../core/rows/removal';
import {
  memberRowKinds,
  tombstoneKinds,
  type MemberRowKind,
  type RowKind,
  type StoredRows,
} from '../../core/rows/row-kinds';
import { isLive, isOutlived } from '../../core/rows/tombstone';
import { keyOfRow } from '../../core/rows/merge';
import { together, type Result } from '../../core/result';
import { copyAlone } from '../read/copy-about';
import { refreshCopy } from './automatic-copy';
import { announceChange } from '../announce-change';
import { changingShown } from '../kept-frame';
import { closeDatabase, keysOf, writeTogether, type Database } from '../database';
import { changeStored } from '../change-stored';
import { clearLocal, localKeys } from '../local-storage';
import { clearSession } from '../session-storage';
import { removePendingReadings } from './pending-readings';
import { forgetVisits } from './snapshots';
import { noteGone, noteRemovals } from './removals';
import { dataStores } from '../data-stores';
import { databaseName, fileDatabaseName } from '../schema';
import { withStorage } from '../storage-error';

/** What a deletion takes with it, to be shown before. */
export type Deletion = Readonly<Record<MemberRowKind, number>>;

/** How many rows of each kind deleting one member, or everything when `member` is absent, takes. */
export async function countDeletion(database: Database, member?: string): Promise<Result<Deletion>> {
  return withStorage(async () => {
    const transaction = database.connection.transaction([...memberRowKinds]);
    const range = member === undefined ? undefined : keysOf(member);
    const counts: [MemberRowKind, number][] = [];
    for (const kind of memberRowKinds) {
      const store = transaction.objectStore(kind);
      const isCounted = !tombstoneKinds.includes(kind);
      counts.push([kind, isCounted ? await store.count(range) : (await store.getAll(range)).filter(isLive).length]);
    }
    return Object.fromEntries(counts) as Deletion;
  });
}

/**
 * Deletes one member for good: profile, history, actions, goals, choices, readings kept aside and waiting, and what undoing would bring
 * back (of all members, since a change may hold several). The automatic copy is made anew without them. Tells open pages.
 */
export async function deleteMember(database: Database, member: string, now: number): Promise<Result<void>> {
  // Pages are told at once, but look at the copy only when it is renewed, or they would offer the deleted days back.
  return copyAlone(async () => {
    const deleted = await removeMember(database, member, now);
    if (!deleted.ok) return deleted;
    const copied = await refreshCopy(database, now);
    return copied.ok ? forgetLocally(member) : copied;
  });
}

async function removeMember(database: Database, member: string, now: number): Promise<Result<void>> {
  return writeTogether(database, [...dataStores, 'undo'], async (transaction) => {
    await noteRemovals(transaction, async (removals) => {
      // Later than all that is known of it, also after the clock was set back.
      let at = now;
      for (const kind of memberRowKinds) {
        const rows: readonly StoredRows[RowKind][] = await transaction.objectStore(kind).getAll(keysOf(member));
        for (const row of rows) at = Math.max(at, instantOf(row));
      }
      for (const { into, made } of removals.values()) if (into === member) at = Math.max(at, made);
      noteGone(removals, { of: 'members', key: member, at, made: now });
    });
    await Promise.all([
      ...memberRowKinds.map((kind) => transaction.objectStore(kind).delete(keysOf(member))),
      transaction.objectStore('members').delete(member),
      transaction.objectStore('undo').clear(),
    ]);
    const facts = transaction.objectStore('facts');
    if ((await facts.get('unknown-owner'))?.value === member) await facts.delete('unknown-owner');
    await facts.delete('replaced');
    await forgetVisits(transaction, member, now);
  });
}

/** Lets go of tombstones that have stood for so long that only an import with its preview could bring their rows back, at `now` (epoch milliseconds). */
export async function purgeTombstones(database: Database, now: number): Promise<Result<void>> {
  return writeTogether(database, tombstoneKinds, async (transaction) => {
    for (const kind of tombstoneKinds) {
      const store = transaction.objectStore(kind);
      const outlived = (await store.getAll()).filter((row) => isOutlived(row, now));
      for (const row of outlived) await store.delete(keyOfRow(kind, row) as never);
    }
  });
}

async function forgetLocally(member: string): Promise<Result<void>> {
  const left = await changeStored(localKeys.selectedMember, (selected) => (selected === member ? undefined : selected));
  if (!left.ok) return left;
  const asked = await clearSession();
  return asked.ok ? removePendingReadings(member) : asked;
}

/**
 * Deletes everything that was ever stored: `storage.local` with settings, copy and waiting readings, and the database. Alarms and the
 * toolbar's number are the background worker's to clear. Tells open pages. Works with a database that cannot be opened, too.
 */
export async function deleteEverything(): Promise<Result<void>> {
  // A copy that is being made would be written after all was gone.
  const done = await changingShown(() =>
    copyAlone(async () => {
      // The copy goes first: a crash in between must not leave what the member wanted gone where it would be offered again.
      const cleared = await together({ local: clearLocal(), session: clearSession() });
      if (!cleared.ok) return cleared;
      await closeDatabase();
      return withStorage(async () => {
        await deleteDB(fileDatabaseName);
        await deleteDB(databaseName);
      });
    }),
  );
  announceChange();
  return done;
}
