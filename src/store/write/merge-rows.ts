import { compareRows, type RowComparison } from '../../core/rows/compare-rows';
import { keyOfRow, mergedRow, type RowKey } from '../../core/rows/merge';
import { forEachKind, rowKinds, type RowKind, type Rows, type StoredRows } from '../../core/rows/row-kinds';
import { sameData } from '../../core/rows/same-data';
import { isDeleted } from '../../core/rows/tombstone';
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
  return eachRow(transaction, rows, onProgress, () => undefined, nothingToWaitFor);
}

async function nothingToWaitFor(): Promise<void> {
  // Counting writes nothing.
}

/** Merges `rows` into the store; nothing is written for rows that change nothing. */
export async function mergeRows(writer: LoggedWriter, rows: Rows, onProgress: OnProgress): Promise<RowCountsByKind> {
  return eachRow(
    writer.transaction,
    rows,
    onProgress,
    (kind, key, stored, merged) => writer.put(kind, key, stored, merged),
    () => writer.keepPace(),
  );
}

/** Compares each row with the stored one, hands those that change something to `change`, and waits with `keepPace` after each batch. */
async function eachRow(
  transaction: ReadTransaction,
  rows: Rows,
  onProgress: OnProgress,
  change: (kind: RowKind, key: RowKey, stored: StoredRows[RowKind] | undefined, merged: StoredRows[RowKind]) => void,
  keepPace: () => Promise<void>,
): Promise<RowCountsByKind> {
  const all = rowKinds.reduce((sum, kind) => sum + rows[kind].length, 0);
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
        const comparison = compareRows(kind, known, row);
        counts[comparison] += 1;
        if (comparison === 'new' || comparison === 'newer' || isDeleted(row)) {
          const merged = known === undefined ? row : mergedRow(kind, known, row);
          if (!sameData(known, merged)) change(kind, key, known, merged);
        }
      }
      await keepPace();
      done += slice.length;
      onProgress(done / all);
    }
    return counts;
  });
}
