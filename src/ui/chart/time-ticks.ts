import { dayNumber, localDayOf, type LocalDay } from '../../core/score/local-day';
import { formatDay, formatMonth, formatYear } from '../../words/format-day';

/** A day of a time axis with a label. */
export interface TimeTick {
  /** As `dayNumber` counts. */
  readonly day: number;
  readonly label: string;
}

/** Ticks that would be no further apart than this are on days and weeks, in days. */
const longestInDays = 10;

/** Months from one tick to the next, from the finest. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240];

const daysOfMonth = 365.2425 / 12;

/**
 * Where a time axis from one day to another has labels, at most about `most` of them: days or weeks counted from `today`, which has a
 * label of its own, or beginnings of months, quarters or years. Steps of months begin in January, and January is called by its year where
 * not every month has a tick.
 */
export function timeTicks(from: number, to: number, most: number, language: string, today = to): readonly TimeTick[] {
  const shortest = (to - from) / Math.max(1, most);
  if (shortest <= longestInDays) return dayTicks(from, to, shortest, language, today);
  const step = monthSteps.find((months) => months * daysOfMonth >= shortest * 0.75) ?? monthSteps.at(-1) ?? 1;
  const ticks: TimeTick[] = [];
  // Months since January of year 0, so that steps of years fall on round years.
  const first = monthsOf(localDayOf(Math.floor(from)));
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const day = dayOfMonth(month);
    const number = dayNumber(day);
    if (number > to || Number.isNaN(number)) return ticks;
    if (number < from) continue;
    const label = step > 1 && month % 12 === 0 ? formatYear(day, language) : formatMonth(day, language);
    ticks.push({ day: number, label });
  }
}

function dayTicks(from: number, to: number, shortest: number, language: string, today: number): readonly TimeTick[] {
  const step = shortest <= 2 ? Math.max(1, Math.ceil(shortest)) : Math.ceil(shortest / 7) * 7;
  const ticks: TimeTick[] = [];
  for (let number = today + Math.ceil((from - today) / step) * step; number <= to; number += step) {
    if (number === today) continue;
    const day = localDayOf(number);
    ticks.push({ day: number, label: formatDay(day, day, language) });
  }
  return ticks;
}

function monthsOf(day: LocalDay): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function dayOfMonth(months: number): LocalDay {
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}
