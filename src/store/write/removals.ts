import { keyOfRow } from '../../core/rows/merge';
import { isPerson } from '../../core/rows/person';
import {
  broughtBack,
  instantOf,
  isGone,
  removalKey,
  removalOf,
  removed,
  type Removal,
  type RemovalOf,
} from '../../core/rows/removal';
import type { RowKind, StoredRows } from '../../core/rows/row-kinds';
import type { WriteTransaction } from '../database';
import type { Fact } from '../schema';

/** What was taken away, by what it is about. */
export type Removals = Map<string, Removal>;

/**
 * Notes in `transaction` what is taken away or put back in it, so that other computers hear of it. Only while something travels: otherwise
 * nothing of what is deleted stays. The transaction must be over `facts`.
 */
export async function noteRemovals(
  transaction: WriteTransaction,
  note: (removals: Removals) => void | Promise<void>,
): Promise<void> {
  const facts = transaction.objectStore('facts');
  const stored = await facts.get('removals');
  if (stored === undefined) return;
  const removals: Removals = new Map(removalsIn(stored).map((removal) => [removalKey(removal), removal]));
  await note(removals);
  await facts.put(removalsFact([...removals.values()]));
}

/** Those that a fact holds; an empty list without one. */
export function removalsIn(fact: Fact | undefined): Removal[] {
  const stored: unknown = fact === undefined ? [] : JSON.parse(fact.value);
  return (Array.isArray(stored) ? (stored as unknown[]) : []).map(removalOf).filter((removal) => removal !== undefined);
}

/** The fact that holds them. */
export function removalsFact(removals: readonly Removal[]): Fact {
  return { key: 'removals', value: JSON.stringify(removals) };
}

/** Something is taken away. Of people nothing is said: they never travelled. */
export function noteGone(removals: Removals, about: Omit<Removal, 'count'>): void {
  if (isPerson(about.key)) return;
  removals.set(removalKey(about), removed(removals.get(removalKey(about)), about));
}

/** Something is put back at `now` (epoch milliseconds), if it was taken away. */
export function noteBack(removals: Removals, about: RemovalOf, now: number): void {
  const known = removals.get(removalKey(about));
  if (known && isGone(known)) removals.set(removalKey(about), broughtBack(known, now));
}

/** What undoing did to a row: what had come, and what is in its place again. */
export interface UndoneRow {
  readonly was: StoredRows[RowKind] | undefined;
  readonly is: StoredRows[RowKind] | undefined;
}

/** A row was undone at `now`. `profilesUntil`: of a profile that goes, what is later stays, wherever it is; epoch milliseconds. */
export function noteUndone(
  removals: Removals,
  kind: RowKind,
  { was, is }: UndoneRow,
  profilesUntil: number,
  now: number,
): void {
  const about = (row: StoredRows[RowKind]) => ({ of: kind, key: String(keyOfRow(kind, row)), at: instantOf(row) });
  if (kind === 'members') {
    if (was && !is) noteGone(removals, { ...about(was), at: profilesUntil, made: now });
  } else if (was && (!is || instantOf(was) !== instantOf(is))) noteGone(removals, { ...about(was), made: now });
  if (is) noteBack(removals, about(is), now);
}
