import * as z from 'zod/mini';
import { millisecondsPerDay } from '../score/local-day';
import { greater, instant, memberId } from './row-kind';
import { rowKinds, type RowKind, type StoredRows } from './row-kinds';

const schema = z.object({
  /** `members` for a whole profile, or the kind of the one row. */
  of: z.enum(rowKinds as [RowKind, ...RowKind[]]),
  /** The profile's id, or the row's key as text. */
  key: z.string().check(z.minLength(1), z.maxLength(300)),
  /** How often it was taken away and brought back: even for gone, odd for back again. */
  count: z.int().check(z.minimum(1), z.maximum(1_000_000)),
  /** Of a row the instant that it had: another reading of the day was not meant. Of a profile, whatever is later was not. Epoch milliseconds. */
  at: instant,
  /** When it was said, epoch milliseconds. */
  made: instant,
  /** The latest of what was found to be later than `at`: it keeps the profile, until a deletion is later than that. */
  kept: z.exactOptional(instant),
  /** The profile that all of this one has gone into; absent where it is gone for good. */
  into: z.exactOptional(memberId),
});

/**
 * What was taken away without leaving a tombstone in its own place: a profile that was deleted or has gone into another, a row that undoing
 * took back. So it stays away from the member's other computers too. Kept only while something travels. The greater count wins, so
 * that what is brought back is back everywhere, whatever the clocks say.
 */
export type Removal = Readonly<z.output<typeof schema>>;

/** `value` as a removal; undefined when it is none. */
export function removalOf(value: unknown): Removal | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** What a removal is about: a profile, or a row as it was at an instant. */
export type RemovalOf = Pick<Removal, 'of' | 'key'> & Partial<Pick<Removal, 'at'>>;

/** That as one text. */
export function removalKey({ of, key, at = 0 }: RemovalOf): string {
  return of === 'members' ? `${of} ${key}` : `${of} ${key} ${at}`;
}

/** The one that stays of two about the same: commutative, associative and idempotent. */
export function mergedRemoval(one: Removal, other: Removal): Removal {
  const { kept: _, ...later } = greater(one, other, ({ count, at, made, into = '' }) => [count, at, made, into]);
  const kept = Math.max(
    ...[one, other].filter(({ count }) => count === later.count).map((removal) => removal.kept ?? -1),
  );
  return kept < 0 ? later : { ...later, kept };
}

/** Whether what it is about is gone. */
export function isGone({ count, at, kept = -1 }: Pick<Removal, 'count' | 'at' | 'kept'>): boolean {
  return count % 2 === 0 && kept <= at;
}

/** It does not take away what was changed at `instant` (epoch milliseconds), later than it meant. */
export function keptFor(removal: Removal, instant: number): Removal {
  return { ...removal, kept: Math.max(removal.kept ?? -1, instant) };
}

/** A removal that takes away what is there, after `before`, which was said of it last. */
export function removed(before: Removal | undefined, about: Omit<Removal, 'count'>): Removal {
  const count = before?.count ?? 1;
  return { ...about, count: count + (count % 2 === 0 ? 2 : 1) };
}

/**
 * What was gone is back, said at `now` (epoch milliseconds): a life of its own, of which whatever was taken away before is no part. One that had only
 * gone into another profile has lost nothing.
 */
export function broughtBack({ into, kept: _, ...removal }: Removal, now: number): Removal {
  return { ...removal, count: removal.count + 1, made: now, ...(into !== undefined && { at: 0 }) };
}

/** Whether it has stood so long at `now` (epoch milliseconds) that only an import could bring its rows back, as with tombstones. */
export function isForgotten({ made }: Removal, now: number): boolean {
  return made < now - 400 * millisecondsPerDay;
}

/** The instant of what a row says, epoch milliseconds: of its last change, or of its reading. A profile without a name says nothing: 0. */
export function instantOf(row: StoredRows[RowKind]): number {
  if ('changedAt' in row) return row.changedAt ?? 0;
  return 'readAt' in row ? row.readAt : 0;
}
