import { mergedRow } from './merge';
import { descriptionOf, type RowKind, type StoredRows } from './row-kinds';
import { sameData } from './same-data';
import { isDeleted } from './tombstone';

/**
 * What merging a file's row changes: `new`, `same` (already here), `newer` (the file's replaces what is here) or `older` (what
 * is here stays, and says something else).
 */
export type RowComparison = 'new' | 'same' | 'newer' | 'older';

/** How the row of a file compares with the stored one of its key. A tombstone of what never was here changes nothing that can be seen. */
export function compareRows<Kind extends RowKind>(
  kind: Kind,
  stored: StoredRows[Kind] | undefined,
  incoming: StoredRows[Kind],
): RowComparison {
  if (stored === undefined) return isDeleted(incoming) ? 'same' : 'new';
  if (isDeleted(stored) && isDeleted(incoming)) return 'same';
  if (sameData(stored, incoming)) return 'same';
  if (!sameData(stored, mergedRow(kind, stored, incoming))) return 'newer';
  return descriptionOf(kind).saySame?.(stored, incoming) ? 'same' : 'older';
}
