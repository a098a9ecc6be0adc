/** A day of the member's own calendar, `YYYY-MM-DD` (ISO 8601). Days in this form sort as text. */
export type LocalDay = string;

/** A day of 24 hours, for arithmetic in UTC and for spans of time; a local day may have 23 or 25. */
export const millisecondsPerDay = 86_400_000;

/**
 * The calendar day at an instant (epoch milliseconds) in an IANA time zone, such as `America/Los_Angeles`.
 * Temporal knows every zone's daylight-saving days, which arithmetic on offsets does not.
 */
export function localDayAt(instant: number, timeZone: string): LocalDay {
  return Temporal.Instant.fromEpochMilliseconds(Math.trunc(instant))
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Whether `text` names a day that exists, in the form `YYYY-MM-DD`, year 0001 to 9999. */
export function isLocalDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && localDayOf(dayNumber(text)) === text;
}

/** The Gregorian calendar repeats itself after so many years and days. */
const calendarYears = 400;
const calendarDays = 146_097;

/** Days since 1970-01-01: whole, negative before. For arithmetic and axes; much cheaper than Temporal over long histories. NaN when `day` is malformed. */
export function dayNumber(day: LocalDay): number {
  // 400 years later: `Date.UTC` takes the years 0 to 99 for those from 1900 on.
  const year = Number(day.slice(0, 4)) + calendarYears;
  const instant = Date.UTC(year, Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
  return instant / millisecondsPerDay - calendarDays;
}

/** The inverse of `dayNumber`. An empty text when `number` is no day. */
export function localDayOf(number: number): LocalDay {
  const date = new Date(number * millisecondsPerDay);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** The day `days` after `day` (before, when negative). */
export function addDays(day: LocalDay, days: number): LocalDay {
  return localDayOf(dayNumber(day) + days);
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday of a day: Monday is 1, Sunday is 7. */
export function weekdayOf(day: LocalDay): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** Number of the week (Monday to Sunday, ISO 8601) of a `dayNumber`, counted from the one of 1970-01-01, which is 0. */
export function weekNumber(number: number): number {
  return Math.floor((number + 3) / 7);
}

/**
 * The instant (epoch milliseconds) at which clocks of an IANA time zone show a time of day, `HH:MM`, on `day`. A time that the day does not have
 * (clocks were put forward over it) is as much later; of one that it has twice `disambiguation` says which, the first by default.
 */
export function instantOf(
  day: LocalDay,
  time: string,
  timeZone: string,
  disambiguation: 'compatible' | 'later' = 'compatible',
): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds;
}

/** The Monday of the week (ISO 8601) that `day` is in. */
export function mondayOf(day: LocalDay): LocalDay {
  return addDays(day, 1 - weekdayOf(day));
}
