import { median } from 'd3-array';
import type { History, Measure } from '../score/history';
import type { LocalDay } from '../score/local-day';
import { shown } from './change';
import { ninetiethDistance } from './ninetieth-distance';
import { placeOf, seriesOf, type PointRange, type Series } from './series';

/** A change is one over so many days when the reading before lies between the first and the last of these days back, nearest to the middle. */
interface Span {
  readonly shortest: number;
  readonly wanted: number;
  readonly longest: number;
}

const week: Span = { shortest: 5, wanted: 7, longest: 9 };
const fortnight: Span = { shortest: 12, wanted: 14, longest: 16 };

/** How far back one's own weeks are looked at, in days; and with the reading that the first of them starts from. */
const lookedBack = 180;
export const normalWeekDays = lookedBack + fortnight.longest;

/** Fewer say nothing. */
const fewest = 8;

/** Who reads once a week has them after so many days: one week to begin with, eight, and the one that is judged. */
export const normalWeekNeeds = (fewest + 1) * week.wanted;

/**
 * The member's own normal week: between these changes over 5 to 9 days, in points as they are shown, nine of ten of their own lie (the normal
 * case is 0 and what is around it). From their changes up to the newest reading, that one left out: the median, and to each side the
 * distance that holds nine of ten (split conformal prediction). Undefined with fewer than 8 of them.
 */
export function normalWeek(history: History, of: Measure, today?: LocalDay): PointRange | undefined {
  const series = seriesOf(history, of, normalWeekDays, today);
  return normalWeekOf(series, series.days.length - 1);
}

/** The same for two weeks: changes over 12 to 16 days. */
export function normalFortnight(history: History, of: Measure, today?: LocalDay): PointRange | undefined {
  const series = seriesOf(history, of, normalWeekDays, today);
  return normalChange(series, series.days.length - 1, fortnight);
}

/** The normal week of the reading at a place, from what was known before it. */
export function normalWeekOf(series: Series, place: number): PointRange | undefined {
  return normalChange(series, place, week);
}

/** Whether a change (in points as shown) means nothing. False while the normal week is not known. */
export function isNormal(amount: number, normal: PointRange | undefined): boolean {
  return normal !== undefined && amount >= normal.low && amount <= normal.high;
}

/** The normal change of the reading at a place. */
function normalChange(series: Series, last: number, { shortest, wanted, longest }: Span): PointRange | undefined {
  const { days, values } = series;
  const newest = days[last] ?? 0;
  const changes: number[] = [];
  for (let later = placeOf(series, newest - lookedBack); later < last; later += 1) {
    const day = days[later] ?? 0;
    let before: number | undefined;
    for (let place = placeOf(series, day - longest); (days[place] ?? Infinity) <= day - shortest; place += 1) {
      const distance = Math.abs(day - (days[place] ?? 0) - wanted);
      if (before === undefined || distance < Math.abs(day - (days[before] ?? 0) - wanted)) before = place;
    }
    if (before !== undefined) changes.push(shown(shown(values[later] ?? 0) - shown(values[before] ?? 0)));
  }
  if (changes.length < fewest) return undefined;
  const usual = median(changes) ?? 0;
  const within = ninetiethDistance(changes.map((change) => Math.abs(change - usual)));
  // Changes have one decimal: what lies between two of them counts for the inner one. A millionth is binary noise.
  return {
    low: Math.ceil((usual - within) * 10 - 1e-6) / 10 || 0,
    high: Math.floor((usual + within) * 10 + 1e-6) / 10 || 0,
  };
}
