import type { Averages, Ranks } from '../../core/rows/snapshot';
import type { Scores } from '../../core/score/pillar';
import type { Anchors } from './page-result';

/** What the page tells of the member's groups, by whichever way. What it does not tell for certain is absent. */
export interface GroupNumbers {
  readonly rank: Ranks;
  readonly average: Averages;
  readonly industry?: string;
}

/** What one way of reading takes for the member's score. Nothing is believed of it until the judge has done the sum. */
export interface Candidate {
  /** Its name in the list of ways. */
  readonly way: string;
  readonly scores: Scores;
  /** Half a unit of the last digit that this way prints, in points: how closely another way must agree. */
  readonly precision: number;
  /** Digits behind the decimal mark of the finest of the four, where fewer than three: they may be rounded. */
  readonly decimals?: number;
  readonly shownTotal: number;
  readonly anchors?: Anchors;
  /** Groups that stand in the same answer as the scores. */
  readonly groups?: GroupNumbers;
}

/** What one way of reading found. */
export interface WayResult {
  readonly way: string;
  readonly candidates: readonly Candidate[];
  /** Why nothing, or not everything, could be used: fixed words, nothing of the page. Empty when there was no trace of this way. */
  readonly failures: readonly string[];
}
