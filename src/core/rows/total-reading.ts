import * as z from 'zod/mini';
import { totalMaximum } from '../score/pillar';
import { isClose } from '../score/reading';
import { day, greater, instant, memberId, points, rowKind } from './row-kind';
import { average, rank } from './snapshot';

const schema = z.object({
  member: memberId,
  day,
  /** Instant of the reading, epoch milliseconds; the first of the day when no time was told. */
  readAt: instant,
  source: z.enum(['import', 'by-hand']),
  /** As it was written, points of 0 to 100. */
  total: points(totalMaximum),
  rank,
  average,
});

/**
 * A day of which a file, or the member, told only the total, without pillars. It is no snapshot, because what is not known is absent, never 0:
 * these are kept apart and drawn in the line of totals alone.
 */
export type TotalReading = Readonly<z.output<typeof schema>>;

export const totals = rowKind({
  schema,
  keyPath: ['member', 'day'],
  merge: (one, other) => greater(one, other, (row) => [row.readAt]),
  saySame: (one, other) => isClose(one.total, other.total),
  provesMember: (row) => row.readAt,
});
