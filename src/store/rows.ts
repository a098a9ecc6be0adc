import type { StoreKey } from 'idb';
import type { MemberRowKind, StoredRows } from '../core/rows/row-kinds';
import { changeInstant, isDeleted, isLive, type Tombstone } from '../core/rows/tombstone';
import type { Result } from '../core/result';
import { keysOf, readTransaction, writeTogether, type Database } from './database';
import type { Schema } from './schema';
import { withStorage } from './storage-error';

/** The kinds of rows that the member makes one by one. */
type OwnRowKind = 'actions' | 'goals' | 'tip-choices';

/** A row as the member makes it: when it was changed is the store's to say. */
type Made<Row> = Row extends Tombstone ? never : Omit<Row, 'changedAt'>;

/** Every row of a kind that was not deleted, of one member or of all. */
export async function readRows<Kind extends MemberRowKind>(
  database: Database,
  kind: Kind,
  member?: string,
): Promise<Result<Exclude<StoredRows[Kind], Tombstone>[]>> {
  return withStorage(async () => {
    const rows = await readTransaction(database)
      .objectStore(kind)
      .getAll(member === undefined ? undefined : keysOf(member));
    return (rows as StoredRows[Kind][]).filter(isLive);
  });
}

/**
 * Changes the row under `key` in one transaction, and tells open pages. `change` gets the row, undefined when there is none, and answers with
 * the row as it shall be: the same one leaves it alone, undefined deletes it, of which a tombstone stays. The later change always wins, also
 * after the clock was set back.
 */
export async function changeRow<Kind extends OwnRowKind>(
  database: Database,
  kind: Kind,
  key: StoreKey<Schema, Kind>,
  change: (row: Exclude<StoredRows[Kind], Tombstone> | undefined) => Made<StoredRows[Kind]> | undefined,
  now = Date.now(),
): Promise<Result<void>> {
  return writeTogether(database, [kind], async (transaction) => {
    const store = transaction.objectStore(kind);
    const stored = (await store.get(key)) as StoredRows[Kind] | undefined;
    const before =
      stored === undefined || isDeleted(stored) ? undefined : (stored as Exclude<StoredRows[Kind], Tombstone>);
    const after = change(before);
    if (after === before) return;
    const changedAt = changeInstant(stored?.changedAt, now);
    const [first, second] = Array.isArray(store.keyPath) ? store.keyPath : [];
    const row = after ?? { [first ?? '']: key[0], [second ?? '']: key[1], deleted: true };
    await store.put({ ...row, changedAt } as StoredRows[Kind]);
  });
}
