import type { LocalDay } from '../core/score/local-day';

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that exists, two digits of a year being of this century. `undefined` otherwise. */
export function dayOf(year: number, month: number, date: number): LocalDay | undefined {
  const fullYear = year < 100 ? 2000 + year : year;
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  const leap = fullYear % 4 === 0 && (fullYear % 100 !== 0 || fullYear % 400 === 0);
  const longest = month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
  if (!(fullYear >= 1 && fullYear <= 9999 && date >= 1 && date <= longest)) return undefined;
  return `${pad(fullYear, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The months of Iran's calendar. */
export const solarMonths = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
];

/** The day of a date of Iran's calendar, `undefined` for years that are of the lunar one and for dates that do not exist. */
export function solarDay(year: number, month: number, date: number): LocalDay | undefined {
  if (year > 1425 || year < 1390) return undefined;
  const format = new Intl.DateTimeFormat('en-u-ca-persian', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  // The year begins on 20 or 21 March; its first six months have 31 days, the others 30 or 29.
  const guess = Date.UTC(year + 621, 2, 20, 12) + ((month - 1) * 30.5 + date - 4) * 86_400_000;
  for (let offset = 0; offset < 9; offset += 1) {
    const instant = guess + offset * 86_400_000;
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    if (parts.get('month') === month && parts.get('day') === date && parts.get('year') === year)
      return new Date(instant).toISOString().slice(0, 10);
  }
  return undefined;
}

/** Days since 1899-12-30, of the years 2000 to 2064. */
export function serialDay(serial: number): LocalDay | undefined {
  return serial >= 36_526 && serial < 60_300
    ? new Date(Math.floor(serial) * 86_400_000 - 2_209_161_600_000).toISOString().slice(0, 10)
    : undefined;
}

/** The day of a year by its number in it. */
export function ordinalDay(year: number, ordinal: number): LocalDay | undefined {
  const day = new Date(Date.UTC(year, 0, ordinal)).toISOString().slice(0, 10);
  return ordinal >= 1 && day.startsWith(String(year)) ? day : undefined;
}

/** The day of an ISO week: 4 January is always in week 1. */
export function weekDay(year: number, week: number, weekday: number): LocalDay | undefined {
  if (week < 1 || week > 53 || weekday < 1 || weekday > 7) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
  return new Date(monday + ((week - 1) * 7 + weekday - 1) * 86_400_000).toISOString().slice(0, 10);
}
