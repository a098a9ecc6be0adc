import { canonicalJson } from './canonical-json';
import type { Member } from '../score/member';
import type { Snapshot } from '../score/reading';
import type { RowKind, StoredRows } from './stored-rows';

/** One before the other by their text: never equal for different rows, so that it does not matter which came first. */
function firstByText<Row>(one: Row, other: Row): Row {
  return canonicalJson(one) <= canonicalJson(other) ? one : other;
}

/** The row with the greater `rankOf`; of equals the first by text. */
function greater<Row>(one: Row, other: Row, rankOf: (row: Row) => number | string): Row {
  const [oneRank, otherRank] = [rankOf(one), rankOf(other)];
  if (oneRank === otherRank) return firstByText(one, other);
  return oneRank > otherRank ? one : other;
}

/** Which of two snapshots of one member and one day is kept: the one read later. */
export function laterSnapshot(one: Snapshot, other: Snapshot): Snapshot {
  return greater(one, other, (row) => row.readAt);
}

/** The name that was given last, and the first instant of both. */
function mergedMember(one: Member, other: Member): Member {
  const named = greater(
    { ...one, since: 0 },
    { ...other, since: 0 },
    // A name without an instant, from another program, gives way to any that the member gave, but not to none.
    (member) => member.namedAt ?? (member.name === undefined ? -2 : -1),
  );
  return { ...named, since: Math.min(one.since, other.since) };
}

const merges: { readonly [Kind in RowKind]: (one: StoredRows[Kind], other: StoredRows[Kind]) => StoredRows[Kind] } = {
  members: mergedMember,
  snapshots: laterSnapshot,
  totals: (one, other) => greater(one, other, (row) => row.readAt),
  actions: (one, other) => greater(one, other, (row) => row.recordedAt),
  goals: (one, other) => greater(one, other, (row) => `${row.setOn} ${row.reachedOn ?? ''}`),
  'tip-choices': (one, other) =>
    greater(one, other, (row) => `${row.choice === 'dismissed' ? 1 : 0} ${row.until ?? ''}`),
  'kept-aside': laterSnapshot,
};

/**
 * The one row that is kept of two with the same key. Commutative, associative and idempotent, so that files may be merged in any order,
 * any number of times.
 */
export function mergedRow<Kind extends RowKind>(
  kind: Kind,
  one: StoredRows[Kind],
  other: StoredRows[Kind],
): StoredRows[Kind] {
  return merges[kind](one, other);
}

const keys: { readonly [Kind in RowKind]: (row: StoredRows[Kind]) => string | [string, string | number] } = {
  members: (row) => row.id,
  snapshots: (row) => [row.member, row.day],
  totals: (row) => [row.member, row.day],
  actions: (row) => [row.member, row.id],
  goals: (row) => [row.member, row.id],
  'tip-choices': (row) => [row.member, row.tip],
  'kept-aside': (row) => [row.member, row.readAt],
};

/** The key under which a row is stored, as its object store's key path says: rows with one key are merged. */
export function keyOfRow<Kind extends RowKind>(kind: Kind, row: StoredRows[Kind]): string | [string, string | number] {
  return keys[kind](row);
}

/** `rows` with those of one key merged into one, in the order of their first. */
export function mergedRows<Kind extends RowKind>(kind: Kind, rows: Iterable<StoredRows[Kind]>): StoredRows[Kind][] {
  const kept = new Map<string, StoredRows[Kind]>();
  for (const row of rows) {
    const key = String(keyOfRow(kind, row));
    const known = kept.get(key);
    kept.set(key, known === undefined ? row : mergedRow(kind, known, row));
  }
  return [...kept.values()];
}
