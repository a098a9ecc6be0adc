import { median } from 'd3-array';

/** Readings this near to each other are always joined, in days: a weekend does not cut the line of someone who reads on working days. */
const alwaysJoined = 3;

/** Readings further apart than this are never joined, in days: even of a monthly reader nobody knows what was between. */
const longestJoin = 45;

/** How many times the usual wait still belongs to the rhythm: a week that began late does, a missed one does not. */
const leeway = 1.5;

/** Waits on each side that tell the rhythm of a time: who changes from daily to weekly has a weekly rhythm from then on. */
const neighbours = 4;

/** Fewer waits than this are no rhythm yet; then the reminder's is taken, in days. */
const fewestWaits = 4;
const expectedWait = 7;

/**
 * Where a line through readings has gaps: the indexes in `days` (ascending, as `dayNumber` counts) of those that are not joined to the day
 * before them. Joined is what lies within the member's own rhythm: up to one and a half times the median of the waits around it, at least 3
 * and at most 45 days. Empty when there are none.
 */
export function findGaps(days: ArrayLike<number>): readonly number[] {
  const gaps: number[] = [];
  const waitBefore = (index: number) => (days[index] ?? NaN) - (days[index - 1] ?? NaN);
  for (let index = 1; index < days.length; index += 1) {
    const wait = waitBefore(index);
    // Nearly all days of fifty years end here.
    if (wait <= alwaysJoined) continue;
    const first = Math.max(1, index - neighbours);
    const last = Math.min(days.length - 1, index + neighbours);
    const around = Array.from({ length: last - first + 1 }, (_, offset) => waitBefore(first + offset));
    const rhythm = around.length < fewestWaits ? expectedWait : (median(around) ?? expectedWait);
    if (wait > Math.min(longestJoin, leeway * rhythm)) gaps.push(index);
  }
  return gaps;
}
