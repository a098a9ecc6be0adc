import { rowsOfEach, type RowKind, type StoredRows } from '../core/rows/row-kinds';
import type { ImportedFile, ReadColumn } from './imported-file';
import { mergedRows } from '../core/rows/merge';

/**
 * Several files that were read, as one: their rows merged as two imports one after the other would be, their columns each once, what was left
 * out of each. The first file's kind and head stand for all; `undefined` when there is no file.
 */
export function joinFiles(files: readonly ImportedFile[]): ImportedFile | undefined {
  const [first] = files;
  if (first === undefined || files.length === 1) return first;
  const columns = new Map<string, ReadColumn>();
  for (const column of files.flatMap((file) => file.columns)) {
    const key = JSON.stringify([column.heading, column.field]);
    if (!columns.has(key)) columns.set(key, column);
  }
  const salts = new Set(files.map(({ head }) => head.salt).filter((salt) => salt !== undefined));
  const [salt, ...otherSalts] = salts;
  return {
    kind: first.kind,
    head: { ...first.head, ...(salt !== undefined && { salt }) },
    ...(otherSalts.length > 0 && { otherSalts }),
    rows: rowsOfEach((kind) =>
      mergedRows<RowKind>(
        kind,
        files.flatMap((file): readonly StoredRows[RowKind][] => file.rows[kind]),
      ),
    ),
    columns: [...columns.values()],
    rejected: files.flatMap((file) => file.rejected),
    rejectedCount: files.reduce((count, file) => count + file.rejectedCount, 0),
  };
}
