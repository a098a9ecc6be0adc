import { median } from 'd3-array';
import { readingsBetween, valueOf, type History, type Measure } from '../score/history';
import { addDays, dayNumber, type LocalDay } from '../score/local-day';
import { findRescalings } from './rescaling';

/** How fast a value moves, in points a week; negative when it falls. */
export interface Pace {
  readonly perWeek: number;
  /** Lower end of the 80 % interval. */
  readonly low: number;
  /** Upper end of the 80 % interval. */
  readonly high: number;
}

/** A pace and the point around which its line turns: a day number and a value in points. */
export interface PaceLine extends Pace {
  readonly middle: { readonly day: number; readonly value: number };
}

/** The days that a pace looks back on. */
const paceDays = 28;

/** A pace needs this many readings. */
const fewestReadings = 3;

/** And from the first of them to the last this many days. */
const shortestSpan = 14;

/** Standard normal quantile of an 80 % interval: one in ten beyond each end. */
const oneInTen = 1.2816;

/**
 * The pace of `of` over the 28 days up to `today`: the Theil–Sen slope, that is the median of the slopes of all pairs of readings, with
 * an 80 % interval by Kendall's statistic (Sen 1968, JASA 63, 1379–1389). Readings before a rescaling by LinkedIn do not count. Undefined
 * with fewer than 3 readings or fewer than 14 days from the first to the last of them.
 */
export function pace(history: History, of: Measure, today: LocalDay): Pace | undefined {
  const line = paceLine(history, of, today);
  return line && { perWeek: line.perWeek, low: line.low, high: line.high };
}

/** The `pace` together with the middle of its readings, for a forecast: the median day and the median value. */
export function paceLine(history: History, of: Measure, today: LocalDay): PaceLine | undefined {
  const window = readingsBetween(history, addDays(today, -paceDays), today);
  const rescaled = findRescalings(window).at(-1);
  const readings = rescaled === undefined ? window : window.filter((reading) => reading.day >= rescaled);
  const days = readings.map((reading) => dayNumber(reading.day));
  const values = readings.map((reading) => valueOf(reading, of));
  const count = readings.length;
  if (count < fewestReadings || (days.at(-1) ?? 0) - (days[0] ?? 0) < shortestSpan) return undefined;

  const slopes: number[] = [];
  for (let later = 1; later < count; later += 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      const rise = (values[later] ?? 0) - (values[earlier] ?? 0);
      slopes.push((7 * rise) / ((days[later] ?? 0) - (days[earlier] ?? 0)));
    }
  }
  slopes.sort((one, other) => one - other);
  // Kendall's S has the variance n (n − 1) (2n + 5) / 18; so many slopes stay between the ends, and as many are left out at each.
  const between = oneInTen * Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  const end = (slopes.length - between - 1) / 2;
  return {
    perWeek: median(slopes) ?? 0,
    low: slopeAt(slopes, end),
    high: slopeAt(slopes, slopes.length - 1 - end),
    middle: { day: median(days) ?? 0, value: median(values) ?? 0 },
  };
}

/**
 * The slope at a place among the sorted ones, in a straight line between neighbours where it is no whole number. Three readings have only
 * three slopes, which hold the true one in two of three cases: their ends lie a little outside, on the same straight line.
 */
function slopeAt(slopes: readonly number[], place: number): number {
  const lower = Math.min(slopes.length - 2, Math.max(0, Math.floor(place)));
  const [here, next] = [slopes[lower] ?? 0, slopes[lower + 1] ?? 0];
  return here + (next - here) * (place - lower);
}
