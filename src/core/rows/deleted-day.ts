import * as z from 'zod/mini';
import { day, greater, instant, memberId, rowKind } from './row-kind';

/**
 * That the member deleted what was kept of a day: readings of up to that instant stay away, whatever file or computer they come from. It is a
 * tombstone with a place of its own, for what others read in `snapshots` are readings.
 */
export const deletedDays = rowKind({
  schema: z.object({ member: memberId, day, changedAt: instant, deleted: z.literal(true) }),
  keyPath: ['member', 'day'],
  tombstones: true,
  merge: (one, other) => greater(one, other, (row) => [row.changedAt]),
});
