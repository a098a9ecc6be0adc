import * as z from 'zod/mini';
import { canonicalJson } from './canonical-json';
import { isLocalDay, mondayOf } from '../score/local-day';

/** The longest text a member may write, in characters; longer ones only come from files that are not ours. */
const longestText = 10_000;

// What fields of rows are made of.
export const day = z.string().check(z.refine(isLocalDay));
/** A week, by its Monday. */
export const week = z.string().check(z.refine((text) => isLocalDay(text) && mondayOf(text) === text));
/** Instants of 1970 to 9999, epoch milliseconds. */
export const instant = z.int().check(z.minimum(0), z.maximum(253_402_300_799_999));
/** A profile: a salted SHA-256 in 64 hexadecimal digits, one whose page names nobody (`unknown`, `unknown-2` …), or somebody else's (`isPerson`). */
export const memberId = z.string().check(z.regex(/^([0-9a-f]{64}|unknown(-[1-9]\d{0,5})?|person-[0-9a-f]{16})$/));
/** The id of an action or of a visit of the page. */
export const uuid = z.string().check(z.regex(/^[0-9a-f-]{36}$/));
export const id = z.string().check(z.minLength(1), z.maxLength(200));
export const text = z.string().check(z.maxLength(longestText));
/** Instant of the member's last change to a row, epoch milliseconds. */
const changedAt = instant;
export const points = (most: number) => z.number().check(z.minimum(0), z.maximum(most));

/** The names of the fields that make a row's key. */
type KeyPath<Row> = (keyof Row & string) | readonly (keyof Row & string)[];

/** A row of which any form names its member is that member's: its key must begin with the member, or whatever deletes, moves and counts by member would pass it by. */
type OwnKeyPath<Row> = [Extract<Row, { readonly member: string }>] extends [never]
  ? KeyPath<Row>
  : readonly ['member', ...(keyof Row & string)[]];

/** A row that may be a tombstone says so, or its tombstones would stay for ever and be counted as rows. */
type SaysTombstones<Row> = [Extract<Row, { readonly deleted: true }>] extends [never]
  ? { readonly tombstones?: never }
  : { readonly tombstones: true };

/** All that has to be known of a kind of row: whatever stores, checks, merges, moves, counts, imports or exports rows asks this. */
export interface RowDescription<Row, Path = KeyPath<Row>> {
  /** What such a row must be, wherever it comes from. Its type is that of the row. */
  readonly schema: z.ZodMiniType<Row>;
  /** The fields of its key, as its object store has them: rows with one key are merged. A row that belongs to a member begins with `member`. */
  readonly keyPath: Path;
  /** The one that is kept of two with the same key: commutative, associative and idempotent, so that files may come in any order, any number of times. */
  readonly merge: (one: Row, other: Row) => Row;
  /** Whether a deleted row leaves a tombstone, so that no older file brings it back. */
  readonly tombstones?: true;
  /** Whether two rows differ only in what a file leaves out. Absent: never. */
  readonly saySame?: (one: Row, other: Row) => boolean;
  /** The instant since when a row proves that its profile exists, epoch milliseconds. Absent or undefined: it proves nothing. */
  readonly provesMember?: (row: Row) => number | undefined;
}

/** The row of a kind whose deleted rows leave a tombstone, or that tombstone: its key fields, and nothing of what the row said. */
export function orTombstone<Row extends z.ZodMiniType, Key extends z.core.$ZodShape>(row: Row, key: Key) {
  return z.union([z.object({ ...key, changedAt, deleted: z.literal(true) }), row]);
}

/** A row that the member makes: it knows when it was changed last, and leaves a tombstone. */
export function madeByMember<Row extends z.ZodMiniType, Key extends z.core.$ZodShape>(row: Row, key: Key) {
  return orTombstone(z.intersection(row, z.object({ changedAt })), key);
}

/** A description with its types inferred. */
export function rowKind<Row extends object, const Path extends OwnKeyPath<Row>>(
  description: RowDescription<Row, Path> & SaysTombstones<Row>,
): RowDescription<Row, Path> {
  return description;
}

/** The row with the greater rank, of which the first number or text that differs decides; of equals the first by their text, so that order never matters. */
export function greater<Row>(one: Row, other: Row, rankOf: (row: Row) => readonly (number | string)[]): Row {
  const [ours, theirs] = [rankOf(one), rankOf(other)];
  for (const [index, rank] of ours.entries()) {
    const against = theirs[index] ?? '';
    if (rank !== against) return rank > against ? one : other;
  }
  return canonicalJson(one) <= canonicalJson(other) ? one : other;
}
