import { latestReading, valueOf, type History, type Measure } from '../score/history';
import { daysBetween, type LocalDay } from '../score/local-day';
import { shown } from './change';
import { placeOf, seriesOf, type Series } from './series';

/** How fast a value moves, in points a week; negative when it falls. */
export interface Pace {
  readonly perWeek: number;
  /** So slow it may be, by Kendall's interval: above 0 and the score is clearly rising. How often it holds was not measured. */
  readonly low: number;
}

/** The days that a pace looks back on. */
const paceDays = 28;

/** A pace needs this many readings. */
const fewestReadings = 3;

/** And from the first of them to the last this many days. */
const shortestSpan = 14;

/** Standard normal quantile: one in ten lies beyond. */
const oneInTen = 1.2816;

/**
 * The pace of `of` over the 28 days up to the newest reading (with `today`: the newest not after it): the Theil–Sen slope, that is the median
 * of the slopes of all pairs of readings, and the lower end of its interval by Kendall's statistic (Sen 1968, JASA 63, 1379–1389). Readings
 * before a rescaling by LinkedIn do not count. Undefined with fewer than 3 readings or fewer than 14 days from the first to the last of them.
 */
export function pace(history: History, of: Measure, today?: LocalDay): Pace | undefined {
  const series = seriesOf(history, of, paceDays, today);
  return paceAt(series, series.days.length - 1);
}

/** The pace at a place of a series, from what was known then. */
export function paceAt(series: Series, place: number): Pace | undefined {
  const { days, values } = series;
  const newest = days[place] ?? 0;
  const start = placeOf(series, newest - paceDays, place + 1);
  const count = place + 1 - start;
  if (count < fewestReadings || newest - (days[start] ?? 0) < shortestSpan) return undefined;

  const slopes = new Float64Array((count * (count - 1)) / 2);
  let pair = 0;
  for (let later = start + 1; later <= place; later += 1) {
    for (let earlier = start; earlier < later; earlier += 1) {
      const rise = (values[later] ?? 0) - (values[earlier] ?? 0);
      slopes[pair] = (7 * rise) / ((days[later] ?? 0) - (days[earlier] ?? 0));
      pair += 1;
    }
  }
  slopes.sort();
  // Kendall's S has the variance n (n − 1) (2n + 5) / 18; so many slopes stay between the ends, and as many are left out at each.
  const between = oneInTen * Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  return {
    perWeek: slopeAt(slopes, (slopes.length - 1) / 2),
    low: slopeAt(slopes, (slopes.length - between - 1) / 2),
  };
}

/**
 * The slope at a place among the sorted ones, in a straight line between neighbours where it is no whole number. Three readings have only
 * three slopes: the end lies a little outside, on the same straight line.
 */
function slopeAt(slopes: Float64Array, place: number): number {
  const lower = Math.min(slopes.length - 2, Math.max(0, Math.floor(place)));
  const [here, next] = [slopes[lower] ?? 0, slopes[lower + 1] ?? 0];
  return here + (next - here) * (place - lower);
}

/**
 * The pace needed to reach `target` points of `of` on the day `by`, in points a week, more than 0. Undefined without a reading, when it is
 * reached, and when `by` is not after `today`.
 */
export function paceNeeded(
  history: History,
  { of, target }: { readonly of: Measure; readonly target: number },
  by: LocalDay,
  today: LocalDay,
): number | undefined {
  const latest = latestReading(history, today);
  const days = daysBetween(today, by);
  if (!latest || days <= 0) return undefined;
  const toGo = shown(target - shown(valueOf(latest, of)));
  return toGo > 0 ? (7 * toGo) / days : undefined;
}
