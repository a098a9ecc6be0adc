import { pillarMaximum, pillars, totalMaximum, totalOf, type Scores } from './pillar';

/** The member whose page names nobody. */
export const unknownMember = 'unknown';

/** All numbers on the page are float32, so sums and equalities hold only this closely, in points. */
export const float32Tolerance = 0.001;

/** Where numbers come from that were not read on the page: a file, the demo's made-up history, the member's own typing. */
export const sourcesBesideThePage: readonly string[] = ['import', 'sample', 'by-hand'];

/** Whether two numbers of points are the same but for their last float32 digits. */
export function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= float32Tolerance;
}

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
