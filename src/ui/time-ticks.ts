import { dayNumber, localDayOf, type LocalDay } from '../core/score/local-day';
import { formatDay, formatMonth, formatYear } from '../words/format-day';

/** A day of a time axis with a label. */
export interface TimeTick {
  /** As `dayNumber` counts. */
  readonly day: number;
  readonly label: string;
}

/** Months from one tick to the next, from the finest. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240];

const daysOfMonth = 365.2425 / 12;

/**
 * Where a time axis from one day to another has labels, at most about `most` of them: weeks counted back from its end, or beginnings of
 * months, quarters or years. Steps of months begin in January, and January is called by its year where not every month has a tick.
 */
export function timeTicks(from: number, to: number, most: number, language: string): readonly TimeTick[] {
  const shortest = (to - from) / Math.max(1, most);
  if (shortest <= 14) return weekTicks(from, to, shortest, language);
  const step = monthSteps.find((months) => months * daysOfMonth >= shortest * 0.75) ?? monthSteps.at(-1) ?? 1;
  const ticks: TimeTick[] = [];
  // Months since January of year 0, so that steps of years fall on round years.
  const first = monthsOf(localDayOf(from));
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const day = dayOfMonth(month);
    const number = dayNumber(day);
    if (number > to || Number.isNaN(number)) return ticks;
    if (number < from) continue;
    const label = step > 1 && month % 12 === 0 ? formatYear(day, language) : formatMonth(day, language);
    ticks.push({ day: number, label });
  }
}

function weekTicks(from: number, to: number, shortest: number, language: string): readonly TimeTick[] {
  const step = Math.max(1, Math.ceil(shortest / 7)) * 7;
  const ticks: TimeTick[] = [];
  for (let number = to - step; number >= from; number -= step) {
    const day = localDayOf(number);
    ticks.unshift({ day: number, label: formatDay(day, day, language) });
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
