import { onceEach } from '../score/history';
import { daysBetween, type LocalDay } from '../score/local-day';
import { pillarMaximum, pillars, totalOf, type Scores } from '../score/pillar';
import type { Snapshot } from '../rows/snapshot';

/** Where the pillars of both averages are known, so many days may lie between two readings; where only whole numbers are, so many. */
const furthestApart = { exact: 9, printed: 3 } as const;

/** An exact average moves by hundredths of a point a day. More than this part of it, and so much more for each day between, is a jump. */
const exactJump = 0.01;
const exactDrift = 0.0005;

/** Printed averages flip by 1 without any move. Both by 2 say something of a jump of 2 %; both by 1 only where all pillars moved alike. */
const largePrinted = { points: 2, part: 0.02 } as const;
const smallPrinted = { points: 1, part: 0.012 } as const;

/** Pillars moved alike when the largest part of them is at most this many times the smallest. */
const alike = 2;

/**
 * The days on which LinkedIn changed everybody's score rather than the member their own: the averages of both groups jumped in the same
 * direction from one reading to the next, and the member's pillars with them. Where the averages' pillars are known, by more than 1 % and
 * 0.05 % for each day between (at most 9), and all but one of the pillars go that way. Where only whole numbers are, within 3 days by 2 points
 * and all pillars by 2 %, or by 1 point and all pillars by 1.2 % in like proportion. A pillar that stays at 0 or at its maximum of 25 does not
 * count. Ascending; empty when there are none, or when a group's average is not known on both sides.
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
  const [industry, network] = [before.average.industry, before.average.network];
  const [industryAfter, networkAfter] = [after.average.industry, after.average.network];
  if (!industry || !network || !industryAfter || !networkAfter) return false;
  // The averages hardly ever jump, so asking them before anything else settles almost every day.
  if (industry.scores && industryAfter.scores && network.scores && networkAfter.scores) {
    const [inIndustry, inNetwork] = [
      [industry.scores, industryAfter.scores],
      [network.scores, networkAfter.scores],
    ] as const;
    return isExactRescaling(before, after, inIndustry, inNetwork);
  }
  return isPrintedRescaling(before, after, industryAfter.total - industry.total, networkAfter.total - network.total);
}

type FromTo = readonly [from: Scores, to: Scores];

function isExactRescaling(before: Snapshot, after: Snapshot, industry: FromTo, network: FromTo): boolean {
  if (exactDirection(industry, exactJump) === 0) return false;
  const days = daysBetween(before.day, after.day);
  const least = exactJump + exactDrift * days;
  const direction = exactDirection(industry, least);
  if (days > furthestApart.exact || direction === 0 || direction !== exactDirection(network, least)) return false;
  const parts = movedParts(before, after);
  const along = parts.filter((part) => Math.sign(part) === direction).length;
  return along >= Math.max(1, parts.length - 1);
}

function isPrintedRescaling(before: Snapshot, after: Snapshot, industry: number, network: number): boolean {
  const direction = Math.sign(industry);
  if (direction === 0 || direction !== Math.sign(network)) return false;
  if (daysBetween(before.day, after.day) > furthestApart.printed) return false;
  const parts = movedParts(before, after).map((part) => part * direction);
  const points = Math.min(Math.abs(industry), Math.abs(network));
  const [smallest, largest] = [Math.min(...parts), Math.max(...parts)];
  if (parts.length === 0) return false;
  return (
    (points >= largePrinted.points && smallest >= largePrinted.part) ||
    (points >= smallPrinted.points && smallest >= smallPrinted.part && largest <= alike * smallest)
  );
}

/** 1 for a jump up by more than `least` of the value before, -1 for a jump down, 0 for none. */
function exactDirection([before, after]: FromTo, least: number): number {
  const [from, to] = [totalOf(before), totalOf(after)];
  return Math.abs(to - from) > least * from ? Math.sign(to - from) : 0;
}

/** By which part of itself each of the member's pillars moved, without those that could not. */
function movedParts(before: Snapshot, after: Snapshot): readonly number[] {
  return pillars.flatMap((pillar) => {
    const [from, to] = [before.scores[pillar], after.scores[pillar]];
    if (from === to && (from === 0 || from === pillarMaximum)) return [];
    return from === 0 ? [Math.sign(to)] : [(to - from) / from];
  });
}
