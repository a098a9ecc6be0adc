import { columnsOf, dayNumbers, inOrder, latestReading, type History, type Measure } from '../score/history';
import { dayNumber, type LocalDay } from '../score/local-day';
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
  const readings = inOrder(history);
  const latest = latestReading(readings, today);
  if (!latest) return { days: [], values: [] };
  const newest = dayNumber(latest.day);
  // Both are worked out once for all questions about a history.
  const days = dayNumbers(readings);
  const rescaled = findRescalings(readings).findLast((day) => day <= latest.day);
  const oldest = Math.max(newest - lookedBack, rescaled === undefined ? -Infinity : dayNumber(rescaled));
  const [from, to] = [placeOf({ days }, oldest), placeOf({ days }, newest + 1)];
  return {
    // As whole numbers: of what is read from columns of fractions the browser makes an object each time.
    days: Array.from(days.subarray(from, to), Math.trunc),
    values: Array.from(columnsOf(readings)[of].subarray(from, to)),
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
