import { daysBetween } from '../score/local-day';
import { pillars, totalOf } from '../score/pillar';
import type { GroupAverage, Snapshot } from '../rows/snapshot';

/** A pillar that is equal this closely, in points, is the same member's: exact numbers of two people hardly ever are. */
const sameExactly = 0.000_001;

/** Where many people's pillars stand still, so that being equal proves nothing. */
const commonPlateaus: readonly number[] = [0, 15, 25];

/** A pillar says no more than this much of the distance, in points: a member's own score does make a jump of 6 in a day. */
const mostOfPillar = 8;

/** What a member's own score may move by: so much at once, and so much more in a month, growing with the root of the time up to the longest. */
const atOnce = 6;
const inAMonth = 9;
const month = 30;
const longest = 90;

/** An average that moved more than this, in points of 100 and in a month, is another group's. */
const averageAtOnce = 1.5;
const averageInAMonth = 0.5;

/** With one average of another group half of the distance is enough, with both this part of it. */
const partByOtherGroups = [1, 0.5, 0.15] as const;

/**
 * Whether `next`, of a page that named nobody, looks like the score of somebody else than `last`. Never when a pillar is the same to the last
 * digit (and not at 0, 15 or 25). Else when the pillars lie further apart than one member moves in that time; less far is enough when the
 * averages are those of other groups.
 */
export function looksLikeSomeoneElse(last: Snapshot, next: Snapshot): boolean {
  const isSame = pillars.some((pillar) => {
    const [from, to] = [last.scores[pillar], next.scores[pillar]];
    return Math.abs(to - from) <= sameExactly && !commonPlateaus.includes(from);
  });
  if (isSame) return false;
  const days = Math.abs(daysBetween(last.day, next.day));
  const apart = pillars.reduce(
    (sum, pillar) => sum + Math.min(mostOfPillar, Math.abs(next.scores[pillar] - last.scores[pillar])),
    0,
  );
  const others = (['industry', 'network'] as const).filter((group) =>
    isOtherGroup(last.average[group], next.average[group], days),
  ).length;
  const allowed = atOnce + inAMonth * Math.sqrt(Math.min(days, longest) / month);
  return apart > (partByOtherGroups[others] ?? 1) * allowed;
}

/** Whether an average moved more than one group's does in so many days. */
function isOtherGroup(last: GroupAverage | undefined, next: GroupAverage | undefined, days: number): boolean {
  if (!last || !next) return false;
  const moved = last.scores && next.scores ? totalOf(next.scores) - totalOf(last.scores) : next.total - last.total;
  return Math.abs(moved) > averageAtOnce + averageInAMonth * Math.sqrt(days / month);
}

/** How far two readings are apart: the sum of the pillars' differences, in points of 0 to 100. */
export function distanceBetween(one: Snapshot, other: Snapshot): number {
  return pillars.reduce((sum, pillar) => sum + Math.abs(one.scores[pillar] - other.scores[pillar]), 0);
}
