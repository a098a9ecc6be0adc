import type { SeenSet } from './seen-set';

/** What the member may copy when the page was not recognised: nothing in it comes from the page's words or numbers. */
export interface PageReport {
  /** Which check failed, for each way of reading that found something. */
  readonly checks: readonly string[];
  /** Tag names, classes and ids of the page's main part with all text and digits left out. */
  readonly skeleton: string;
}

/** The most sets of one page that are told of. */
export const mostSeenSets = 8;

/** Why the SSI page gave no reading. */
export const pageTroubles = ['signed-out', 'contract-chooser', 'access-ended', 'not-recognised'] as const;

/** Troubles that say nothing of whether there is a score: LinkedIn's own doors before the page. */
const doors: readonly string[] = ['signed-out', 'contract-chooser'];

/**
 * Since when (epoch milliseconds) LinkedIn says that access has ended, after a visit at `now` that met `state`: also behind its doors it has
 * ended still, `before`; undefined when nothing says so, or any more.
 */
export function accessEndedSince(
  state: PageTrouble['state'],
  before: number | undefined,
  now: number,
): number | undefined {
  if (state === 'access-ended') return before ?? now;
  return doors.includes(state) ? before : undefined;
}

/** So long the member is told in amber that access has ended, in days; after that in a line. */
export const accessEndedIsNews = 7;

/** Why the last visit to the SSI page gave no reading; it stands until the next good reading. */
export interface PageTrouble {
  readonly state: (typeof pageTroubles)[number];
  /** Only with `not-recognised`. */
  readonly report?: PageReport;
  /** Only with `not-recognised`: the sets of numbers that could be the member's, at most `mostSeenSets`. Absent where there are none. */
  readonly sets?: readonly SeenSet[];
}
