import type { StoreNames } from 'idb';
import { csvHead, csvLines, type CsvForm } from '../../files/csv';
import type { Snapshot } from '../../core/rows/snapshot';
import type { Result } from '../../core/result';
import type { TotalReading } from '../../core/rows/total-reading';
import type { Database } from '../database';
import { rowBatches } from './row-batches';
import type { Schema } from '../schema';
import { withStorage } from '../storage-error';

const stores: StoreNames<Schema>[] = ['snapshots', 'totals'];

/**
 * One member's history as CSV in `form`, `text/csv`, oldest day first. Days of which only a total is known have empty pillars. Only headings when
 * there is nothing.
 */
export async function exportCsv(database: Database, member: string, form: CsvForm): Promise<Result<Blob>> {
  return withStorage(async () => {
    const transaction = database.connection.transaction(stores);
    const totals: TotalReading[] = [];
    for await (const rows of rowBatches(transaction, 'totals', member)) totals.push(...rows);
    const parts: BlobPart[] = [csvHead(form)];
    for await (const rows of rowBatches(transaction, 'snapshots', member)) {
      const last = rows.at(-1)?.day ?? '';
      parts.push(csvLines(inOrder([...rows, ...totals.splice(0, countUpTo(totals, last))]), form));
    }
    parts.push(csvLines(totals, form));
    return new Blob(parts, { type: 'text/csv' });
  });
}

function countUpTo(totals: readonly TotalReading[], day: string): number {
  const later = totals.findIndex((row) => row.day > day);
  return later < 0 ? totals.length : later;
}

/** By day; of a day with pillars and a total alone only the pillars. */
function inOrder(rows: readonly (Snapshot | TotalReading)[]): (Snapshot | TotalReading)[] {
  const days = new Map<string, Snapshot | TotalReading>();
  for (const row of rows) if (!days.has(row.day)) days.set(row.day, row);
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}
