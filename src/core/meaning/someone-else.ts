import { daysBetween } from '../score/local-day';
import { pillars } from '../score/pillar';
import type { Snapshot } from '../rows/snapshot';

/** A pillar that moved more than this in a day, in points, jumped. LinkedIn's rescaling of everybody (7 % in 2017) moves at most 1.75. */
const jump = 2;

/** Each day without a reading lets every pillar move this much more, in points: after three weeks it takes 5 points. */
const driftOfDay = 1 / 7;

/** People do not change their network from one reading to the next: an average that moved more than this, in points of 100, is another network's. */
const networkJump = 3;

/**
 * Whether `next`, of a page that named nobody, looks like the score of somebody else than `last`: all four pillars jumped, or three did
 * and the network's average with them. A member's own score does make a jump of 6 points in one pillar in a day, so one or two prove nothing.
 */
export function looksLikeSomeoneElse(last: Snapshot, next: Snapshot): boolean {
  const allowed = jump + Math.abs(daysBetween(last.day, next.day)) * driftOfDay;
  const jumped = pillars.filter((pillar) => Math.abs(next.scores[pillar] - last.scores[pillar]) > allowed).length;
  const [before, after] = [last.average.network?.total, next.average.network?.total];
  const otherNetwork = before !== undefined && after !== undefined && Math.abs(after - before) > networkJump;
  return jumped === pillars.length || (jumped === pillars.length - 1 && otherNetwork);
}

/** How far two readings are apart: the sum of the pillars' differences, in points of 0 to 100. */
export function distanceBetween(one: Snapshot, other: Snapshot): number {
  return pillars.reduce((sum, pillar) => sum + Math.abs(one.scores[pillar] - other.scores[pillar]), 0);
}
