import { actions } from './action';
import { deletedDays } from './deleted-day';
import { goals } from './goal';
import { members } from './member';
import { ownChecks } from './own-check';
import { plans } from './plan';
import { memberId, type RowDescription } from './row-kind';
import { keptAside, snapshots } from './snapshot';
import { tipChoices } from './tip-choice';
import { totals } from './total-reading';

/** Every kind of row that is kept and exported, by the name of its object store, in the order in which a backup lists them. */
const described = {
  members,
  snapshots,
  totals,
  'deleted-days': deletedDays,
  actions,
  goals,
  'tip-choices': tipChoices,
  plans,
  'own-checks': ownChecks,
  'kept-aside': keptAside,
};

type Described = typeof described;
export type RowKind = keyof Described;

/** A row of each kind. */
export type StoredRows = {
  [Kind in RowKind]: Parameters<Described[Kind]['merge']>[0];
};

/** The key of each kind of row, as its object store has it. */
export type StoredKeys = {
  [Kind in RowKind]: KeyOf<StoredRows[Kind], Described[Kind]['keyPath']>;
};
type KeyOf<Row, Path> = Path extends readonly string[]
  ? { -readonly [Index in keyof Path]: Row[Path[Index] & keyof Row] }
  : Path extends keyof Row
    ? Row[Path]
    : never;

/** The kinds whose rows belong to a member. */
export type MemberRowKind = {
  [Kind in RowKind]: StoredRows[Kind] extends { readonly member: string } ? Kind : never;
}[RowKind];

export const rowKinds = Object.keys(described) as readonly RowKind[];
export const memberRowKinds = rowKinds.filter((kind) => described[kind].keyPath[0] === 'member') as MemberRowKind[];

export const tombstoneKinds = rowKinds.filter((kind) => 'tombstones' in described[kind]) as MemberRowKind[];

const descriptions: { readonly [Kind in RowKind]: RowDescription<StoredRows[Kind]> } = described;

/** All that is known of a kind. */
export function descriptionOf<Kind extends RowKind>(kind: Kind): RowDescription<StoredRows[Kind]> {
  return descriptions[kind];
}

/** Whose a row is: the profile's id. */
export function memberOfRow(row: StoredRows[RowKind]): string {
  return 'member' in row ? row.member : row.id;
}

/** Rows of every kind. */
export type Rows = { [Kind in RowKind]: StoredRows[Kind][] };

/** Something for each kind, made one after the other by asking `value` for each. */
export async function forEachKind<Value>(value: (kind: RowKind) => Promise<Value>): Promise<Record<RowKind, Value>> {
  const values = {} as Record<RowKind, Value>;
  for (const kind of rowKinds) values[kind] = await value(kind);
  return values;
}

/** Rows of every kind, those of each by asking `rowsOf`. */
export function rowsOfEach(rowsOf: (kind: RowKind) => readonly StoredRows[RowKind][]): Rows {
  return Object.fromEntries(rowKinds.map((kind) => [kind, rowsOf(kind)])) as Rows;
}

/** No rows of any kind. */
export function noRows(): Rows {
  return rowsOfEach(() => []);
}

/** `value` as a row of `kind`, with only the fields such a row has; `undefined` when it is none or its numbers make no sense. */
export function storedRowOf<Kind extends RowKind>(kind: Kind, value: unknown): StoredRows[Kind] | undefined {
  const parsed = descriptionOf(kind).schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The text of a salt: 32 hexadecimal digits. */
export function isSalt(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}

/** Whether `value` is the id of a profile. */
export function isMemberId(value: unknown): value is string {
  return memberId.safeParse(value).success;
}
