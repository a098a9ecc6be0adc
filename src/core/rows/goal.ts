import * as z from 'zod/mini';
import { pillars, totalMaximum } from '../score/pillar';
import { float32Tolerance } from '../score/reading';
import { day, greater, id, memberId, madeByMember, points, rowKind } from './row-kind';

const key = { member: memberId, id };
const schema = z.object({
  ...key,
  of: z.enum(['total', ...pillars]),
  /** The score to reach: points of 0 to 100 for the total, of 0 to 25 for a pillar. */
  target: points(totalMaximum),
  /** The score on the day it was set, in the same points. */
  from: points(totalMaximum + float32Tolerance),
  setOn: day,
  /** The day the member wants to be there; absent when they named none. */
  by: z.exactOptional(day),
  /** The day it was reached; absent until then. Reached goals are kept. */
  reachedOn: z.exactOptional(day),
});

/** A score the member wants to reach. */
export type Goal = Readonly<z.output<typeof schema>>;

export const goals = rowKind({
  schema: madeByMember(schema, key),
  keyPath: ['member', 'id'],
  tombstones: true,
  merge: (one, other) => greater(one, other, (row) => [row.changedAt, ('reachedOn' in row && row.reachedOn) || '']),
  provesMember: (row) => ('deleted' in row ? undefined : Date.parse(row.setOn)),
});
