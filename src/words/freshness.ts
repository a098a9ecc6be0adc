import { daysBetween, instantOf, localDayAt, type LocalDay } from '../core/score/local-day';
import { sourcesBesideThePage } from '../core/score/reading';
import { formatDay, formatDaysBefore, formatTime } from './format-day';
import type { Say } from './say';

export interface FreshnessQuestion {
  /** Day of the reading. */
  readonly day: LocalDay;
  /** Instant of the reading, epoch milliseconds. */
  readonly readAt: number;
  /** How it came to be: what was typed or filed of an earlier day tells no time of day. */
  readonly source: string;
  readonly today: LocalDay;
  /** IANA time zone in which its time of day is shown. */
  readonly timeZone: string;
  readonly language: string;
  /** `first`: it is the only reading; `last`: a later visit gave none, or it is stale. */
  readonly which: 'first' | 'last' | 'latest';
}

/**
 * How old a reading is, in words: "Updated today, 09:14", "Updated yesterday, 18:02", "Updated 3 days ago"; also
 * "First reading …" and "Last updated …". A reading from after `today` (the clock was set back) is named by its day.
 */
export function freshness(question: FreshnessQuestion, say: Say): string {
  const { day, readAt, source, today, timeZone, language, which } = question;
  const days = daysBetween(day, today);
  if (days < 0) return say(`read_${which}_on`, formatDay(day, today, language));
  const untimed =
    sourcesBesideThePage.includes(source) &&
    (localDayAt(readAt, timeZone) !== day || instantOf(day, '00:00', timeZone) === readAt);
  if (days > 1 || untimed) return say(`read_${which}_ago`, formatDaysBefore(days, language));
  return say(`read_${which}_${days === 0 ? 'today' : 'yesterday'}`, formatTime(readAt, timeZone, language));
}
