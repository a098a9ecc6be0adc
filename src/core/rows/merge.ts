import { descriptionOf, type RowKind, type StoredRows } from './row-kinds';

/** The key of a row: a text, or the member and what tells its rows apart. */
export type RowKey = string | [string, string | number];

/** The one row that is kept of two with the same key, in whatever order they are met. */
export function mergedRow<Kind extends RowKind>(
  kind: Kind,
  one: StoredRows[Kind],
  other: StoredRows[Kind],
): StoredRows[Kind] {
  return descriptionOf(kind).merge(one, other);
}

/** The key under which a row is stored. */
export function keyOfRow<Kind extends RowKind>(kind: Kind, row: StoredRows[Kind]): RowKey {
  const { keyPath } = descriptionOf(kind);
  const fields = row as unknown as Readonly<Record<string, string | number>>;
  return (Array.isArray(keyPath) ? keyPath.map((name: string) => fields[name]) : fields[keyPath as string]) as RowKey;
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
