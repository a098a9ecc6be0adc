import { unwrap, wrap, type IDBPDatabase } from 'idb';
import type { RowKey } from '../../core/rows/merge';

/**
 * The rows of `keys` that are there, by `String(key)`. Neighbouring keys are asked for as one range, which is ten times cheaper than one by
 * one: files and undo logs are mostly in the store's own order.
 */
export async function rowsByKey(store: object, keys: readonly RowKey[]): Promise<Map<string, unknown>> {
  const raw = rawStore(store);
  const range = rangeOf(keys);
  if (range === undefined) return new Map();
  const most = keys.length * 2;
  const rows = (await wrap(raw.getAll(range, most))) as unknown[];
  if (rows.length < most) return new Map(rows.map((row) => [String(keyIn(raw, row)), row]));
  const asked = await Promise.all(keys.map((key) => wrap(raw.get(key)) as Promise<unknown>));
  return new Map(
    keys.map((key, index): [string, unknown] => [String(key), asked[index]]).filter(([, row]) => row !== undefined),
  );
}

/** The store without idb around it: a promise for each of thousands of requests costs time, and all would reject when the disk is full. */
export function rawStore(store: object): IDBObjectStore {
  return unwrap(store as unknown as IDBPDatabase) as unknown as IDBObjectStore;
}

/** The range from the least to the greatest of `keys`; `undefined` when there are none. */
export function rangeOf(keys: readonly RowKey[]): IDBKeyRange | undefined {
  const sorted = [...keys].sort((one, other) => indexedDB.cmp(one, other));
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? undefined : IDBKeyRange.bound(first, last);
}

function keyIn(store: IDBObjectStore, row: unknown): unknown {
  const fields = row as Record<string, unknown>;
  const { keyPath } = store;
  return Array.isArray(keyPath) ? keyPath.map((name) => fields[name]) : fields[keyPath ?? ''];
}
