import type { SeenSet } from './seen-set';

/** What the member may copy when the page was not recognised: nothing in it comes from the page's words or numbers. */
export interface PageReport {
  /** Which check failed, for each way of reading that found something. */
  readonly checks: readonly string[];
  /** Tag names, classes and ids of the page's main part with all text and digits left out. */
  readonly skeleton: string;
}

/** Why the SSI page gave no reading. */
export const pageTroubles = ['signed-out', 'contract-chooser', 'access-ended', 'not-recognised'] as const;

/** Why the last visit to the SSI page gave no reading; it stands until the next good reading. */
export interface PageTrouble {
  readonly state: (typeof pageTroubles)[number];
  /** Only with `not-recognised`. */
  readonly report?: PageReport;
  /** Only with `not-recognised`: the sets of numbers that could be the member's, at most `mostSeenSets`. Absent where there are none. */
  readonly sets?: readonly SeenSet[];
}
