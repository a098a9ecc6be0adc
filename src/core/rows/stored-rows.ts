import * as z from 'zod/mini';
import type { Action, TipChoice } from './action';
import type { Goal } from './goal';
import { isLocalDay } from '../score/local-day';
import type { Member } from '../score/member';
import { pillarMaximum, pillars, totalMaximum, totalOf } from '../score/pillar';
import { addsUp, float32Tolerance, type Snapshot } from '../score/reading';
import type { TotalReading } from '../score/total-reading';

/** The longest text a member may write, in characters; longer ones only come from files that are not ours. */
const longestText = 10_000;

const day = z.string().check(z.refine(isLocalDay));
/** Instants of 1970 to 9999, epoch milliseconds. */
const instant = z.int().check(z.minimum(0), z.maximum(253_402_300_799_999));
const memberId = z.string().check(z.regex(/^([0-9a-f]{64}|unknown(-[1-9]\d{0,5})?)$/));
const id = z.string().check(z.minLength(1), z.maxLength(200));
const points = (most: number) => z.number().check(z.minimum(0), z.maximum(most));
const pillarPoints = points(pillarMaximum);
const scores = z.object({
  brand: pillarPoints,
  people: pillarPoints,
  insights: pillarPoints,
  relationships: pillarPoints,
});
const percent = z.int().check(z.minimum(1), z.maximum(100));
const rank = z.object({
  industry: z.exactOptional(percent),
  network: z.exactOptional(percent),
  team: z.exactOptional(z.number()),
});
const groupAverage = z.object({ total: points(totalMaximum), scores: z.exactOptional(scores) });
const average = z.object({ industry: z.exactOptional(groupAverage), network: z.exactOptional(groupAverage) });

/** Files round their numbers: four pillars without decimals may be two points away from their total. */
const roundingOfFiles = 2;

/** A snapshot, whose arithmetic must agree wherever it comes from. */
const snapshot: z.ZodMiniType<Snapshot> = z
  .object({
    member: memberId,
    day,
    readAt: instant,
    source: z.enum(['bars', 'embedded', 'tables', 'bare', 'import', 'sample']),
    shownTotal: z.int().check(z.minimum(0), z.maximum(totalMaximum)),
    total: points(totalMaximum + float32Tolerance),
    scores,
    rank,
    average,
    industry: z.exactOptional(z.string().check(z.maxLength(longestText))),
    language: z.exactOptional(z.string().check(z.maxLength(100))),
  })
  .check(
    z.refine(
      (row) =>
        Math.abs(totalOf(row.scores) - row.total) <= float32Tolerance &&
        (addsUp(row.scores, row.shownTotal) ||
          (row.source === 'import' && Math.abs(row.total - row.shownTotal) <= 0.5 + roundingOfFiles)),
    ),
  );

const total: z.ZodMiniType<TotalReading> = z.object({
  member: memberId,
  day,
  readAt: instant,
  source: z.literal('import'),
  total: points(totalMaximum),
  rank,
  average,
});

const member: z.ZodMiniType<Member> = z.object({
  id: memberId,
  name: z.exactOptional(z.string().check(z.maxLength(longestText))),
  namedAt: z.exactOptional(instant),
  since: instant,
});

const actionBase = { id, member: memberId, day, pillar: z.enum(pillars), recordedAt: instant };
const action: z.ZodMiniType<Action> = z.union([
  z.object({ ...actionBase, kind: z.literal('tip'), tip: id }),
  z.object({ ...actionBase, kind: z.literal('note'), text: z.string().check(z.maxLength(longestText)) }),
]);

const goal: z.ZodMiniType<Goal> = z.object({
  id,
  member: memberId,
  of: z.enum(['total', ...pillars]),
  target: points(totalMaximum),
  from: points(totalMaximum + float32Tolerance),
  setOn: day,
  by: z.exactOptional(day),
  reachedOn: z.exactOptional(day),
});

const tipChoice: z.ZodMiniType<TipChoice> = z.object({
  member: memberId,
  tip: id,
  choice: z.enum(['dismissed', 'later']),
  until: z.exactOptional(day),
});

/** Everything of the members that is kept and exported, by the name of its object store. */
export interface StoredRows {
  members: Member;
  snapshots: Snapshot;
  totals: TotalReading;
  actions: Action;
  goals: Goal;
  'tip-choices': TipChoice;
  /** Readings that look like somebody else's, until the member says whose they are. */
  'kept-aside': Snapshot;
}

/** The kinds of rows, in the order in which a backup lists them. */
export const rowKinds = [
  'members',
  'snapshots',
  'totals',
  'actions',
  'goals',
  'tip-choices',
  'kept-aside',
] as const satisfies readonly (keyof StoredRows)[];

export type RowKind = (typeof rowKinds)[number];

const schemas: { readonly [Kind in RowKind]: z.ZodMiniType<StoredRows[Kind]> } = {
  members: member,
  snapshots: snapshot,
  totals: total,
  actions: action,
  goals: goal,
  'tip-choices': tipChoice,
  'kept-aside': snapshot,
};

/** `value` as a row of `kind`, with only the fields such a row has; `undefined` when it is none or its numbers make no sense. */
export function storedRowOf<Kind extends RowKind>(kind: Kind, value: unknown): StoredRows[Kind] | undefined {
  const parsed = schemas[kind].safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The text of a salt: 32 hexadecimal digits. */
export function isSalt(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}

/** Whether `value` is the id of a profile: a hash, or `unknown`, `unknown-2` … */
export function isMemberId(value: unknown): value is string {
  return memberId.safeParse(value).success;
}
