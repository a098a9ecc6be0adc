import type { LocalDay } from '../core/score/local-day';
import type { Say } from './say';

/** Where and when the page is looked at. */
export interface Surroundings {
  readonly today: LocalDay;
  /** IANA time zone for times of day. */
  readonly timeZone: string;
  /** BCP 47. */
  readonly language: string;
  readonly say: Say;
}
