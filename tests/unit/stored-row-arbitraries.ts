import fc from 'fast-check';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';
import { isOfDeletedDay } from '../../src/core/rows/tombstone';
import { mergedRows } from '../../src/core/rows/merge';
import { day, id, instant, memberId, text, week } from '../../src/core/rows/row-kind';
import { descriptionOf, rowKinds, type RowKind, type Rows, type StoredRows } from '../../src/core/rows/row-kinds';
import { numbersShape } from '../../src/core/rows/snapshot';
import { localDayOf } from '../../src/core/score/local-day';
import { totalOf } from '../../src/core/score/pillar';

/** What fields that tell rows apart are drawn from: few members, days, ids and instants, so that keys and instants collide often. */
const drawn = new Map<unknown, fc.Arbitrary<unknown>>([
  [memberId, fc.constantFrom('unknown', 'unknown-2', 'a'.repeat(64), 'b'.repeat(64))],
  [day, fc.integer({ min: 20_000, max: 20_006 }).map(localDayOf)],
  [week, fc.integer({ min: 0, max: 2 }).map((n) => localDayOf(20_003 + 7 * n))],
  [instant, fc.integer({ min: 0, max: 3 }).map((n) => 1_800_000_000_000 + n)],
  [id, fc.constantFrom('one', 'two', 'three')],
  [numbersShape.source, fc.constantFrom('bars', 'tables', 'import')],
  [text, fc.string({ unit: 'grapheme', maxLength: 12 })],
]);

/** Anything that `schema` accepts, read from the schema itself: a new field or kind needs nothing here. */
function arbitraryOf(schema: $ZodType): fc.Arbitrary<unknown> {
  const known = drawn.get(schema);
  if (known) return known;
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape as Record<string, $ZodTypes>);
      const requiredKeys = fields.filter(([, field]) => field._zod.def.type !== 'optional').map(([name]) => name);
      return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, arbitraryOf(field)])), { requiredKeys });
    }
    case 'intersection':
      return fc
        .tuple(arbitraryOf(def.left), arbitraryOf(def.right))
        .map(([left, right]) => ({ ...(left as object), ...(right as object) }));
    case 'optional':
      return arbitraryOf(def.innerType);
    case 'union':
      return fc.oneof(...def.options.map(arbitraryOf));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'string': {
      const checks = (def.checks ?? []).map((check) => check._zod.def as { readonly pattern?: RegExp });
      const pattern = checks.find((check) => check.pattern)?.pattern;
      return pattern ? fc.stringMatching(pattern) : fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    }
    case 'number': {
      const checks = (def.checks ?? []).map((check) => check._zod.def as { readonly check: string; value?: number });
      const min = checks.find(({ check }) => check === 'greater_than')?.value ?? -1_000;
      const max = checks.find(({ check }) => check === 'less_than')?.value ?? 1_000;
      if ('format' in def) return fc.integer({ min, max });
      return fc
        .oneof(fc.constantFrom(min, max), fc.double({ min, max, noNaN: true }).map(Math.fround))
        .map(withoutMinus);
    }
    default:
      throw new Error(`No generator for a field of the type ${def.type}: add it here.`);
  }

  /** JSON has no −0, and a rounded number may have left its bounds. */
  function withoutMinus(number: number): number {
    return Math.abs(number) <= 100 ? Math.abs(number) : number;
  }
}

/** The paths of all fields that a row of `kind` may have, read from its schema: `average.industry.total`. */
export function fieldsOf(kind: RowKind): string[] {
  return fieldsOfSchema(descriptionOf(kind).schema);
}

function fieldsOfSchema(schema: $ZodType): string[] {
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape as Record<string, $ZodTypes>).flatMap(([name, field]) => [
        name,
        ...fieldsOfSchema(field).map((inner) => `${name}.${inner}`),
      ]);
    case 'intersection':
      return [...fieldsOfSchema(def.left), ...fieldsOfSchema(def.right)];
    case 'optional':
      return fieldsOfSchema(def.innerType);
    case 'union':
      return def.options.flatMap(fieldsOfSchema);
    default:
      return [];
  }
}

/** The paths of the fields that a row has. */
export function fieldsIn(row: unknown): string[] {
  if (typeof row !== 'object' || row === null) return [];
  return Object.entries(row).flatMap(([name, field]) => [name, ...fieldsIn(field).map((inner) => `${name}.${inner}`)]);
}

/** A row whose arithmetic agrees, as its door demands. */
function addedUp(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !('scores' in row) || !('shownTotal' in row)) return row;
  const total = totalOf(row.scores as StoredRows['snapshots']['scores']);
  return { ...row, total, shownTotal: Math.round(total) };
}

/** Rows of every kind, at most one under each key, as a store or a file holds them. */
export const rowsArbitrary = fc
  .record(
    Object.fromEntries(
      rowKinds.map((kind) => [
        kind,
        fc.array(arbitraryOf(descriptionOf(kind).schema).map(addedUp), { maxLength: kind === 'snapshots' ? 12 : 4 }),
      ]),
    ),
  )
  .map((rows) => Object.fromEntries(rowKinds.map((kind) => [kind, mergedRows(kind, rows[kind] as never[])])) as Rows)
  .map(withoutDeletedDays);

/** No store or file of ours has what was read of a day before it was deleted. */
function withoutDeletedDays(rows: Rows): Rows {
  const left = <Row extends { member: string; day: string; readAt: number }>(of: Row[]) =>
    of.filter(
      (row) =>
        !isOfDeletedDay(
          row,
          rows['deleted-days'].find(({ member, day: on }) => member === row.member && on === row.day),
        ),
    );
  return { ...rows, snapshots: left(rows.snapshots), totals: left(rows.totals) };
}
