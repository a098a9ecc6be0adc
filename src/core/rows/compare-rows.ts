import { mergedRow } from './merge';
import { pillars } from '../score/pillar';
import { float32Tolerance, type Snapshot } from '../score/reading';
import { sameData } from './same-data';
import type { RowKind, StoredRows } from './stored-rows';
import type { TotalReading } from '../score/total-reading';

/**
 * What merging a file's row changes: `new`, `same` (already here), `newer` (the file's takes the place of what is here) or `older` (what
 * is here stays, and says something else).
 */
export type RowComparison = 'new' | 'same' | 'newer' | 'older';

/** How the row of a file compares with the stored one of its key. */
export function compareRows<Kind extends RowKind>(
  kind: Kind,
  stored: StoredRows[Kind] | undefined,
  incoming: StoredRows[Kind],
): RowComparison {
  if (stored === undefined) return 'new';
  if (sameData(stored, incoming)) return 'same';
  if (!sameData(stored, mergedRow(kind, stored, incoming))) return 'newer';
  return sayTheSame(kind, stored, incoming) ? 'same' : 'older';
}

/** Whether two readings differ only in what a file leaves out: the instant, the way of reading, the last float32 digits. */
function sayTheSame(kind: RowKind, one: StoredRows[RowKind], other: StoredRows[RowKind]): boolean {
  if (kind === 'members') return true;
  if (kind === 'totals') return close((one as TotalReading).total, (other as TotalReading).total);
  if (kind !== 'snapshots') return false;
  const [a, b] = [one as Snapshot, other as Snapshot];
  return a.shownTotal === b.shownTotal && pillars.every((pillar) => close(a.scores[pillar], b.scores[pillar]));
}

function close(one: number, other: number): boolean {
  return Math.abs(one - other) <= float32Tolerance;
}
