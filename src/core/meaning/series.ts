import { dayNumbers, latestReading, readingsBetween, valueOf, type History, type Measure } from '../score/history';
import { addDays, type LocalDay } from '../score/local-day';
import { findRescalings } from './rescaling';

/** Readings as columns, ascending by day: the number of the day, and the value in points. */
export interface Series {
  readonly days: readonly number[];
  readonly values: readonly number[];
}

/** From a lowest to a highest value, or change, in points. */
export interface PointRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The readings of `of` in the `lookedBack` days up to the newest one (with `today`: the newest not after it). What was read before LinkedIn
 * rescaled everybody is another scale and left out. Empty without a reading.
 */
export function seriesOf(history: History, of: Measure, lookedBack: number, today?: LocalDay): Series {
  const latest = latestReading(history, today);
  if (!latest) return { days: [], values: [] };
  const readings = readingsBetween(history, addDays(latest.day, -lookedBack), latest.day);
  const rescaled = findRescalings(readings).at(-1) ?? '';
  const counted = rescaled === '' ? readings : readings.filter(({ day }) => day >= rescaled);
  return {
    days: Array.from(dayNumbers(counted)),
    values: counted.map((reading) => valueOf(reading, of)),
  };
}

/**
 * The place of the first of `days` (ascending) that is `day` or later, of those until before `end`. Asked thousands of times for a long journal; the
 * library's own asks each time whether it has numbers at all.
 */
export function placeOf({ days }: { readonly days: ArrayLike<number> }, day: number, end = days.length): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
