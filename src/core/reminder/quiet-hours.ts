import { addDays, instantOf, localDayAt } from '../score/local-day';

/** Local times of day, `HH:MM`, between which nothing is shown: `from` included, `to` not. Crosses midnight when `from` is later. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Whether a local time of day, `HH:MM`, is quiet. Never when there are no quiet hours, or when they begin and end at the same time. */
export function isQuietTime(time: string, quiet: QuietHours | undefined): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** Whether an instant (epoch milliseconds) is quiet in an IANA time zone: by the clock on the wall, whatever daylight saving does to it. */
export function isQuiet(instant: number, quiet: QuietHours | undefined, timeZone: string): boolean {
  if (!quiet) return false;
  const local = Temporal.Instant.fromEpochMilliseconds(Math.trunc(instant)).toZonedDateTimeISO(timeZone);
  return isQuietTime(local.toPlainTime().toString({ smallestUnit: 'minute' }), quiet);
}

/**
 * The first instant after `now` (both epoch milliseconds) at which the wall clock shows the end of the quiet hours. On a day that has that
 * hour twice both count, because after the first the clock is back in the quiet hours.
 */
export function quietEnd(now: number, quiet: QuietHours, timeZone: string): number {
  const today = localDayAt(now, timeZone);
  const ends = [today, addDays(today, 1)].flatMap((day) => [
    instantOf(day, quiet.to, timeZone, 'compatible'),
    instantOf(day, quiet.to, timeZone, 'later'),
  ]);
  return ends.find((end) => end > now) ?? instantOf(addDays(today, 2), quiet.to, timeZone);
}
