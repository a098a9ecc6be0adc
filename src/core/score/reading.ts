import { pillarMaximum, pillars, totalMaximum, totalOf, type Scores } from './pillar';
import type { LocalDay } from './local-day';

/** How a reading came to be: a way of reading the page, a file, or the demo's made-up history. */
type Source = 'bars' | 'embedded' | 'tables' | 'bare' | 'import' | 'sample';

/** "Top N %" of a group, 1 to 100 and smaller is better. What the page did not show is absent. */
export interface Ranks {
  readonly industry?: number;
  readonly network?: number;
  /** The number in a Sales Navigator team's row, as it stands there. What it means is unknown: never print it as a percentage. */
  readonly team?: number;
}

/** A group's average: total in points of 0 to 100 and, where the page has them, its pillars in points of 0 to 25. */
export interface GroupAverage {
  readonly total: number;
  readonly scores?: Scores;
}

/** Averages of the member's groups. What the page did not show is absent. */
export interface Averages {
  readonly industry?: GroupAverage;
  readonly network?: GroupAverage;
}

/** The numbers of one reading, whoever's and whenever. */
export interface ReadNumbers {
  readonly source: Source;
  /** The whole number LinkedIn prints, 0 to 100. */
  readonly shownTotal: number;
  /** Exact sum of the four pillars, points of 0 to 100. */
  readonly total: number;
  readonly scores: Scores;
  readonly rank: Ranks;
  readonly average: Averages;
  /** The industry's name as the page says it, in the page's language. */
  readonly industry?: string;
  /** The page's language, a BCP 47 tag from `<html lang>`. */
  readonly language?: string;
}

/** What the page said at one instant (epoch milliseconds). */
interface Reading extends ReadNumbers {
  readonly readAt: number;
}

/** The member whose page names nobody. */
export const unknownMember = 'unknown';

/** The reading kept for one member and one local calendar day: the last one of that day. */
export interface Snapshot extends Reading {
  /** Salted hash of the member's number, or `unknown`. */
  readonly member: string;
  readonly day: LocalDay;
}

/** All numbers on the page are float32, so sums and equalities hold only this closely, in points. */
export const float32Tolerance = 0.001;

/** Whether `score` can be a pillar: finite, 0 to 25 points. Zero is legal. */
export function isScore(score: number): boolean {
  return Number.isFinite(score) && score >= 0 && score <= pillarMaximum;
}

/** Whether `total` can be a total: finite, 0 to 100 points. */
export function isTotal(total: number): boolean {
  return Number.isFinite(total) && total >= 0 && total <= totalMaximum;
}

/** Whether `rank` can be "Top N %": a whole number of 1 to 100. */
export function isRank(rank: number): boolean {
  return Number.isInteger(rank) && rank >= 1 && rank <= 100;
}

/**
 * The arithmetic that every reading must pass: four scores of 0 to 25, whose sum rounds to the total LinkedIn prints.
 * LinkedIn rounds a float32 sum, so a sum within `float32Tolerance` of a half may round either way.
 */
export function addsUp(scores: Scores, shownTotal: number): boolean {
  return (
    pillars.every((pillar) => isScore(scores[pillar])) &&
    Number.isInteger(shownTotal) &&
    isTotal(shownTotal) &&
    Math.abs(totalOf(scores) - shownTotal) <= 0.5 + float32Tolerance
  );
}
