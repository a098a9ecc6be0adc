import { keyOfRow } from '../core/rows/merge';
import type { Removal } from '../core/rows/removal';
import type { RowKind, Rows, StoredRows } from '../core/rows/row-kinds';

/** Rows, and what was taken away: what two computers tell each other. */
export interface History {
  readonly rows: Rows;
  readonly removals: readonly Removal[];
  /** How often each profile had gone and come when its rows were written; absent for those that never went. */
  readonly lives?: Lives;
}

/** Counts of `Removal`, by profile. */
export type Lives = ReadonlyMap<string, number>;

/** The lives that removals tell of. Of one that was kept from being deleted it is the life before. */
export function livesOf(removals: Iterable<Removal>): Lives {
  const lives = new Map<string, number>();
  for (const { of, key, count, into } of removals) if (of === 'members' && into === undefined) lives.set(key, count);
  return lives;
}

/** A row's key as one text, as removals name it. */
export function keyText(kind: RowKind, row: StoredRows[RowKind]): string {
  return String(keyOfRow(kind, row));
}
