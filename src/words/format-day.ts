import { dayNumber, type LocalDay, millisecondsPerDay } from '../core/score/local-day';

/** Days and times as words on the screen, through `Intl` in `language` (a BCP 47 tag). Making a formatter is slow, so each is made once. */

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) {
    // The ISO calendar's days are kept, so they are also shown in it, whatever calendar the language prefers.
    formatter = new Intl.DateTimeFormat(language, { calendar: 'gregory', ...options });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** A local day has no time zone: its UTC midnight shown in UTC is the same day everywhere. */
function format(day: LocalDay, language: string, options: Intl.DateTimeFormatOptions): string {
  const instant = dayNumber(day) * millisecondsPerDay;
  return Number.isNaN(instant) ? '' : formatterFor(language, { ...options, timeZone: 'UTC' }).format(instant);
}

function yearUnlessSame(day: LocalDay, today: LocalDay): Intl.DateTimeFormatOptions {
  return day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };
}

/** "16 Oct", with the year when it is not the year of `today`: "18 Aug 2025". Empty when `day` is malformed. */
export function formatDay(day: LocalDay, today: LocalDay, language: string): string {
  return format(day, language, { day: 'numeric', month: 'short', ...yearUnlessSame(day, today) });
}

/** "12 Jan", for a day of the next twelve months: it needs no year. */
export function formatComingDay(day: LocalDay, language: string): string {
  return format(day, language, { day: 'numeric', month: 'short' });
}

/** "23–29 Nov", as `language` writes a stretch of days, with the year as in `formatDay`. */
export function formatDays(from: LocalDay, to: LocalDay, today: LocalDay, language: string): string {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC', ...yearUnlessSame(from, today) } as const;
  const [first, last] = [from, to].map((day) => dayNumber(day) * millisecondsPerDay);
  return formatterFor(language, options).formatRange(first ?? 0, last ?? 0);
}

/** "Fri 9 Oct", with the year as in `formatDay`. */
export function formatWeekday(day: LocalDay, today: LocalDay, language: string): string {
  return format(day, language, { weekday: 'short', day: 'numeric', month: 'short', ...yearUnlessSame(day, today) });
}

/** "4 September", with the year as in `formatDay`. */
export function formatLongDay(day: LocalDay, today: LocalDay, language: string): string {
  return format(day, language, { day: 'numeric', month: 'long', ...yearUnlessSame(day, today) });
}

/** "Friday". */
export function formatWeekdayName(day: LocalDay, language: string): string {
  return format(day, language, { weekday: 'long' });
}

/** "Fri". */
export function formatShortWeekday(day: LocalDay, language: string): string {
  return format(day, language, { weekday: 'short' });
}

/** "October 2026". */
export function formatMonthOfYear(day: LocalDay, language: string): string {
  return format(day, language, { month: 'long', year: 'numeric' });
}

/** "Oct". */
export function formatMonth(day: LocalDay, language: string): string {
  return format(day, language, { month: 'short' });
}

/** "2026". */
export function formatYear(day: LocalDay, language: string): string {
  return format(day, language, { year: 'numeric' });
}

/** The local time of day at an instant (epoch milliseconds) in an IANA time zone: "09:14", "9:14 AM". */
export function formatTime(instant: number, timeZone: string, language: string): string {
  return formatterFor(language, { timeStyle: 'short', timeZone }).format(instant);
}

const relative = new Map<string, Intl.RelativeTimeFormat>();

function relativeFormatterFor(language: string): Intl.RelativeTimeFormat {
  let formatter = relative.get(language);
  if (!formatter) {
    formatter = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    relative.set(language, formatter);
  }
  return formatter;
}

/** "today", "yesterday", "3 days ago", for 0 or more whole days. */
export function formatDaysBefore(days: number, language: string): string {
  return relativeFormatterFor(language).format(-days, 'day');
}
