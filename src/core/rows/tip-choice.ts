import * as z from 'zod/mini';
import { day, greater, id, instant, memberId, madeByMember, rowKind } from './row-kind';

/** More steps than any tip has. */
const mostSteps = 8;

/** Steps that are ticked: one bit each, the first the lowest. */
export const tickedBits = z.int().check(z.minimum(0), z.maximum(2 ** mostSteps - 1));

const key = { member: memberId, tip: id };
const schema = z.object({
  ...key,
  choice: z.enum(['dismissed', 'later', 'taken']),
  /** First day it may be shown again; only for `later`. */
  until: z.exactOptional(day),
  /** Instant the member was at it last, epoch milliseconds. */
  takenAt: z.exactOptional(instant),
  /** Absent: none. They count until the tip is done after `takenAt`. */
  ticked: z.exactOptional(tickedBits),
});

/** What the member said of a tip other than "done": never again, not before a day, or that they are at it. */
export type TipChoice = Readonly<z.output<typeof schema>>;

export const tipChoices = rowKind({
  schema: madeByMember(schema, key),
  keyPath: ['member', 'tip'],
  // Of the first version nothing is known but that they were made: then "never" stays over "not now".
  tombstones: true,
  merge: (one, other) =>
    greater(one, other, (row) => [row.changedAt, 'choice' in row && row.choice === 'dismissed' ? 1 : 0]),
});
