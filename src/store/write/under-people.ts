import type { Member } from '../../core/rows/member';
import { mergedRows } from '../../core/rows/merge';
import { isPerson } from '../../core/rows/person';
import { memberOfRow, rowsOfEach, type RowKind, type Rows, type StoredRows } from '../../core/rows/row-kinds';

/**
 * The rows of profiles that are people's here, by who these are in their own exports, under those: before version 6 of the database they were kept like
 * profiles of the member's own, and a copy or an export of then has them so.
 */
export function underPeople(rows: Rows, members: readonly Member[]): Rows {
  const people = new Map<string, string>();
  for (const { id, given } of members) if (isPerson(id) && given?.origin !== undefined) people.set(given.origin, id);
  for (const { id } of members) people.delete(id);
  if (people.size === 0) return rows;
  return rowsOfEach((kind) =>
    mergedRows<RowKind>(
      kind,
      rows[kind].map((row: StoredRows[RowKind]): StoredRows[RowKind] => {
        const person = people.get(memberOfRow(row));
        if (person === undefined) return row;
        return 'member' in row ? { ...row, member: person } : { ...row, id: person };
      }),
    ),
  );
}
