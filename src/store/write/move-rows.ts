import { dayKinds, isOfDeletedDay, isDeleted, type Tombstone } from '../../core/rows/tombstone';
import { keyOfRow, mergedRow, type RowKey } from '../../core/rows/merge';
import { sameData } from '../../core/rows/same-data';
import { memberRowKinds, type MemberRowKind, type RowKind, type StoredRows } from '../../core/rows/row-kinds';
import { keysOf } from '../database';
import type { LoggedWriter } from './logged-write';

/** Moves one row to the profile `into`, merging it with the row that is there under the same key. */
async function moveRow(
  writer: LoggedWriter,
  kind: MemberRowKind,
  row: StoredRows[MemberRowKind],
  into: string,
): Promise<void> {
  writer.delete(kind, keyOfRow(kind, row), row);
  // That a day of the one was deleted takes none of the other's.
  if (isDeleted(row) && (await hasDayOf(writer, into, row))) return;
  await putMerged(writer, kind, { ...row, member: into });
}

/** Whether `into` has something of the day that `mark` deletes, if it is such a mark. */
async function hasDayOf(writer: LoggedWriter, into: string, mark: object & Tombstone): Promise<boolean> {
  if (!('day' in mark)) return false;
  for (const kind of dayKinds) {
    const row = await writer.get<{ readonly readAt: number }>(kind, [into, String(mark.day)]);
    if (row !== undefined && isOfDeletedDay(row, mark)) return true;
  }
  return false;
}

/** Writes a row, merged with the one that has its key. */
export async function putMerged<Kind extends RowKind>(
  writer: LoggedWriter,
  kind: Kind,
  row: StoredRows[Kind],
): Promise<void> {
  const key = keyOfRow(kind, row);
  const known = await writer.get<StoredRows[Kind]>(kind, key);
  const merged = known === undefined ? row : mergedRow(kind, known, row);
  if (known === undefined || !sameData(known, merged)) writer.put(kind, key, known, merged);
}

/** A row as it was before it moved. */
interface MovedRow {
  readonly kind: MemberRowKind;
  readonly key: RowKey;
  readonly row: StoredRows[MemberRowKind];
}

/** Moves everything of the profile `from` to `into`. Returns the rows as they were. */
export async function moveRowsOf(writer: LoggedWriter, from: string, into: string): Promise<readonly MovedRow[]> {
  const moved: MovedRow[] = [];
  for (const kind of memberRowKinds) {
    const rows: readonly StoredRows[MemberRowKind][] = await writer.transaction.objectStore(kind).getAll(keysOf(from));
    for (const row of rows) {
      await moveRow(writer, kind, row, into);
      moved.push({ kind, key: keyOfRow(kind, row), row });
    }
  }
  return moved;
}
