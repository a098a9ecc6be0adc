import { compareRows, type RowComparison } from '../../core/rows/compare-rows';
import { keyOfRow, mergedRow, type RowKey } from '../../core/rows/merge';
import { forEachKind, rowKinds, type RowKind, type Rows, type StoredRows } from '../../core/rows/row-kinds';
import { dayKinds, isOfDeletedDay, isDeleted } from '../../core/rows/tombstone';
import { sameData } from '../../core/rows/same-data';
import type { IDBPTransaction, StoreNames } from 'idb';
import type { LoggedWriter } from './logged-write';
import { rowsByKey } from './rows-by-key';
import type { Schema } from '../schema';

/** So many rows are read, merged and written between two looks at the page. */
const batch = 500;

/** How many rows compare in which way. */
type RowCounts = Record<RowComparison, number>;

/** Counts for each kind of row. */
export type RowCountsByKind = Readonly<Record<RowKind, RowCounts>>;

type ReadTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'readonly' | 'readwrite'>;

/** Called after each batch of rows, the first argument being the part done, 0 to 1. */
export type OnProgress = (progress: number) => void;

function noCounts(): RowCounts {
  return { new: 0, same: 0, newer: 0, older: 0 };
}

/** What merging `rows` would change. Waits for the database between batches, so the page stays awake. */
export async function countRows(
  transaction: ReadTransaction,
  rows: Rows,
  onProgress: OnProgress,
): Promise<RowCountsByKind> {
  return eachRow(transaction, rows, onProgress, { put: nothing, remove: nothing, keepPace: () => Promise.resolve() });
}

function nothing(): void {
  // Counting writes nothing.
}

/** What becomes of rows that change something. `keepPace` is waited for after each batch. */
interface Changes {
  readonly put: (
    kind: RowKind,
    key: RowKey,
    stored: StoredRows[RowKind] | undefined,
    merged: StoredRows[RowKind],
  ) => void;
  readonly remove: (kind: RowKind, key: RowKey, stored: unknown) => void;
  readonly keepPace: () => Promise<void>;
}

/** Merges `rows` into the store; nothing is written for rows that change nothing. */
export async function mergeRows(writer: LoggedWriter, rows: Rows, onProgress: OnProgress): Promise<RowCountsByKind> {
  return eachRow(writer.transaction, rows, onProgress, {
    put: (kind, key, stored, merged) => writer.put(kind, key, stored, merged),
    remove: (kind, key, stored) => writer.delete(kind, key, stored),
    keepPace: () => writer.keepPace(),
  });
}

type IsDeletedDay = (kind: RowKind, key: RowKey, row: StoredRows[RowKind]) => boolean;

/** Compares each row with the stored one and hands those that change something to `changes`. */
async function eachRow(
  transaction: ReadTransaction,
  rows: Rows,
  onProgress: OnProgress,
  { put, remove, keepPace }: Changes,
): Promise<RowCountsByKind> {
  const all = rowKinds.reduce((sum, kind) => sum + rows[kind].length, 0);
  const marks = new Map<string, StoredRows['deleted-days']>();
  for (const mark of [...(await transaction.objectStore('deleted-days').getAll()), ...rows['deleted-days']]) {
    const key = String(keyOfRow('deleted-days', mark));
    const known = marks.get(key);
    marks.set(key, known === undefined ? mark : mergedRow('deleted-days', known, mark));
  }
  const isDeletedDay: IsDeletedDay = (kind, key, row) =>
    dayKinds.some((of) => of === kind) && 'readAt' in row && isOfDeletedDay(row, marks.get(String(key)));
  let done = 0;

  return forEachKind(async (kind) => {
    const counts = noCounts();
    const incoming: readonly StoredRows[RowKind][] = rows[kind];
    const anything = incoming.length > 0 && (await transaction.objectStore(kind).count()) > 0;
    for (let start = 0; start < incoming.length; start += batch) {
      const slice = incoming.slice(start, start + batch).map((row) => ({ row, key: keyOfRow(kind, row) }));
      const stored = anything
        ? await rowsByKey(
            transaction.objectStore(kind),
            slice.map(({ key }) => key),
          )
        : new Map<string, unknown>();
      for (const { row, key } of slice) {
        const known = stored.get(String(key)) as StoredRows[RowKind] | undefined;
        if (isDeletedDay(kind, key, row)) {
          counts.older += 1;
          continue;
        }
        const comparison = compareRows(kind, known, row);
        counts[comparison] += 1;
        if (comparison === 'new' || comparison === 'newer' || isDeleted(row)) {
          const merged = known === undefined ? row : mergedRow(kind, known, row);
          if (!sameData(known, merged)) put(kind, key, known, merged);
        }
        if (kind === 'deleted-days' && (await removeDay(transaction, key, isDeletedDay, remove))) {
          counts[comparison] -= 1;
          counts.newer += 1;
        }
      }
      await keepPace();
      done += slice.length;
      onProgress(done / all);
    }
    return counts;
  });
}

/** Takes away what is stored of a day that was deleted later than it was read. Whether there was anything. */
async function removeDay(
  transaction: ReadTransaction,
  key: RowKey,
  isDeletedDay: IsDeletedDay,
  remove: Changes['remove'],
): Promise<boolean> {
  let removed = false;
  for (const kind of dayKinds) {
    const row = await transaction.objectStore(kind).get(key as [string, string]);
    if (row === undefined || !isDeletedDay(kind, key, row)) continue;
    remove(kind, key, row);
    removed = true;
  }
  return removed;
}
