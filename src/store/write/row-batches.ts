import type { IDBPTransaction, StoreNames } from 'idb';
import { keyOfRow } from '../../core/rows/merge';
import type { RowKind, StoredRows } from '../../core/rows/row-kinds';
import { keysOf } from '../database';
import type { Schema } from '../schema';

/** So many rows are read between two looks at the page. */
const batch = 500;

/**
 * The rows of one kind in the order of their keys, of one member or of all, a few hundred at a time, so that a long history never stops the
 * page. Ask for the next batch without waiting for anything else, or the browser ends the transaction.
 */
export async function* rowBatches<Kind extends RowKind>(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[]>,
  kind: Kind,
  member?: string,
): AsyncGenerator<readonly StoredRows[Kind][]> {
  const store = transaction.objectStore(kind);
  const all = member === undefined ? undefined : keysOf(member);
  let query: IDBKeyRange | undefined = all;
  for (;;) {
    const rows = (await store.getAll(query, batch)) as StoredRows[Kind][];
    const last = rows.at(-1);
    if (last !== undefined) yield rows;
    if (last === undefined || rows.length < batch) return;
    const key = keyOfRow(kind, last);
    query =
      all === undefined ? IDBKeyRange.lowerBound(key, true) : IDBKeyRange.bound(key, all.upper, true, all.upperOpen);
  }
}
