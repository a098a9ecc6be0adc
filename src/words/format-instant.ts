import { localDayAt } from '../core/score/local-day';
import { formatDay, formatTime } from './format-day';
import type { Surroundings } from './surroundings';

/** The member's day and time of day at an instant (epoch milliseconds): "28 Nov, 09:14". */
export function formatInstant(instant: number, { say, today, timeZone, language }: Surroundings): string {
  const day = formatDay(localDayAt(instant, timeZone), today, language);
  return [day, formatTime(instant, timeZone, language)].join(say('list_comma'));
}
