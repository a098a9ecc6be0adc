import type { StoreKey, StoreValue } from 'idb';
import type { Result } from '../core/result';
import { announceChange } from './changes';
import { write, type Database } from './database';
import type { Schema } from './schema';

/** The stores whose rows the pages write one by one. */
type RowStore = 'actions' | 'goals' | 'tip-choices';

/** Writes one row, in place of the one with its key, and tells open pages. */
export async function putRow<Store extends RowStore>(
  database: Database,
  store: Store,
  row: StoreValue<Schema, Store>,
): Promise<Result<void>> {
  const written = await write(database, async () => {
    await database.connection.put(store, row);
  });
  if (written.ok) announceChange();
  return written;
}

/** Deletes one row, which need not be there, and tells open pages. */
export async function deleteRow<Store extends RowStore>(
  database: Database,
  store: Store,
  key: StoreKey<Schema, Store>,
): Promise<Result<void>> {
  const deleted = await write(database, () => database.connection.delete(store, key));
  if (deleted.ok) announceChange();
  return deleted;
}
