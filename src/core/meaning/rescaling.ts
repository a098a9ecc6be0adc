import { onceEach } from '../score/history';
import { daysBetween, type LocalDay } from '../score/local-day';
import { pillarMaximum, pillars, totalOf } from '../score/pillar';
import type { GroupAverage, Snapshot } from '../rows/snapshot';

/** Readings further apart than this may have moved by themselves: no saying whose doing it was. */
const furthestApart = 3;

/** The smallest part of a value whose move counts as a jump. LinkedIn's known rescaling (10 February 2017) was about 7 %. */
const jump = 0.02;

/** The printed averages are whole numbers and may flip by 1 without any move, so only 2 says something. */
const jumpOfPrintedAverage = 2;

/**
 * The days on which LinkedIn changed everybody's score rather than the member their own: all four pillars, and the averages of
 * both groups, jumped in the same direction from one reading to the next, at most 3 days later. A jump is 2 % of the value
 * before; a group's average normally moves by hundredths of a point a day. A pillar at 0 or at its maximum of 25 may stay.
 * Ascending; empty when there are none, or when a group's average is not known on both sides.
 */
export const findRescalings = onceEach((readings): readonly LocalDay[] => {
  const days: LocalDay[] = [];
  let before: Snapshot | undefined;
  for (const reading of readings) {
    if (before && isRescaling(before, reading)) days.push(reading.day);
    before = reading;
  }
  return days;
});

function isRescaling(before: Snapshot, after: Snapshot): boolean {
  // The averages hardly ever jump, so asking them first settles almost every day.
  const direction = directionOfAverage(before.average.industry, after.average.industry);
  if (direction === 0 || direction !== directionOfAverage(before.average.network, after.average.network)) return false;
  if (daysBetween(before.day, after.day) > furthestApart) return false;
  const moved = pillars.filter((pillar) => {
    const [from, to] = [before.scores[pillar], after.scores[pillar]];
    return !(from === to && (from === 0 || from === pillarMaximum));
  });
  return (
    moved.length > 0 && moved.every((pillar) => directionOf(before.scores[pillar], after.scores[pillar]) === direction)
  );
}

/** 1 for a jump up, -1 for a jump down, 0 for none. */
function directionOf(from: number, to: number): number {
  return Math.abs(to - from) >= jump * from ? Math.sign(to - from) : 0;
}

function directionOfAverage(from: GroupAverage | undefined, to: GroupAverage | undefined): number {
  if (!from || !to) return 0;
  if (from.scores && to.scores) return directionOf(totalOf(from.scores), totalOf(to.scores));
  return Math.abs(to.total - from.total) >= jumpOfPrintedAverage ? Math.sign(to.total - from.total) : 0;
}
