import type { LocalDay } from './local-day';
import type { Averages, Ranks } from './reading';

/**
 * A day of which a file told only the total, without pillars. It is no snapshot, because what is not known is absent, never 0:
 * these are kept apart and drawn in the line of totals alone.
 */
export interface TotalReading {
  readonly member: string;
  readonly day: LocalDay;
  /** Instant of the reading, epoch milliseconds; the first of the day when the file told no time. */
  readonly readAt: number;
  readonly source: 'import';
  /** As the file has it, points of 0 to 100. */
  readonly total: number;
  readonly rank: Ranks;
  readonly average: Averages;
}
