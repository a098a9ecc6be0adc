import { columnsOf, dayNumbers, inOrder, onceEach, type History, type Measure } from '../score/history';
import { dayNumber } from '../score/local-day';
import { ninetiethDistance } from './ninetieth-distance';
import { findRescalings } from './rescaling';

/**
 * The line through noisy readings. What stands at the same index belongs to the same reading; ascending by day. Columns and no objects: a
 * chart asks for every day of fifty years.
 */
export interface Trend {
  /** The `dayNumber` of each reading. */
  readonly days: ArrayLike<number>;
  /** The line, in points. Always between the lowest and the highest reading. */
  readonly values: ArrayLike<number>;
  /** Lower edge of the noise band, in which about nine readings of ten lie, in points; the line itself while the noise is not known. */
  readonly low: ArrayLike<number>;
  /** Upper edge of the noise band, in points. */
  readonly high: ArrayLike<number>;
}

/** τ: a reading this many days away counts 1/e (37 %) of one of the day itself. */
const timeConstant = 7;

/** How wide the band is, is judged again for each quarter of a year, counted back from the newest reading. In days. */
const noisePeriod = 90;

/** Fewer readings than this in a quarter say nothing about its noise. */
const fewestReadings = 5;

/**
 * The line through the readings of `of`, one place for each reading and none where nothing was read: the mean of two
 * time-aware exponential smoothings with weight 1 − exp(−Δt/7 days) (Wright 1986, Holt's method for irregular intervals, without
 * its slope), one walking forwards and one backwards, since either alone runs behind a moving score. A rescaling by LinkedIn
 * starts the line again. So its newest end may still move a little when a reading is added. The band is as wide as nine of ten
 * readings of its quarter lie beside the line (see `ninetiethDistance`). Ascending by day; empty without readings.
 */
export function trend(history: History, of: Measure): Trend {
  const readings = inOrder(history);
  const steps = stepsOf(readings);
  const heights = columnsOf(readings)[of];
  const values = smooth(heights, steps);
  const distances = new Float64Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    distances[index] = Math.abs((heights[index] ?? 0) - (values[index] ?? 0));
  }
  const low = new Float64Array(values.length);
  // The half widths, until the line is added.
  const high = halfWidths(steps, distances);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const half = high[index] ?? 0;
    low[index] = value - half;
    high[index] = value + half;
  }
  return { days: steps.days, values, low, high };
}

/** What the walk along a history is for every measure: one number for each reading. */
interface Steps {
  readonly days: Float64Array;
  /** Weight of the reading against the line so far; 1 forgets everything before. */
  readonly weights: Float64Array;
}

const stepsOf = onceEach((readings): Steps => {
  const days = dayNumbers(readings);
  const weights = new Float64Array(days.length);
  const rescalings = new Set(findRescalings(readings).map(dayNumber));
  let before = 0;
  let weight = 0;
  for (let index = 1; index < days.length; index += 1) {
    const day = days[index] ?? 0;
    const apart = day - (days[index - 1] ?? 0);
    // Mostly as many as the time before, and the exponential is what takes long.
    if (apart !== before) [before, weight] = [apart, 1 - Math.exp(-apart / timeConstant)];
    weights[index] = rescalings.size > 0 && rescalings.has(day) ? 1 : weight;
  }
  return { days, weights };
});

/** The mean of both smoothings. */
function smooth(heights: Float64Array, { weights }: Steps): Float64Array {
  const line = heights.slice();
  const last = heights.length - 1;
  let forwards = heights[0] ?? 0;
  for (let index = 1; index <= last; index += 1) {
    forwards += (weights[index] ?? 0) * ((heights[index] ?? 0) - forwards);
    line[index] = forwards;
  }
  let backwards = heights[last] ?? 0;
  for (let index = last; index >= 0; index -= 1) {
    if (index < last) backwards += (weights[index + 1] ?? 0) * ((heights[index] ?? 0) - backwards);
    line[index] = ((line[index] ?? 0) + backwards) / 2;
  }
  return line;
}

/**
 * Within how much of the line nine of ten readings lie, in points, by how many whole quarters before the newest reading. Without those that
 * say nothing.
 */
function spreadByPeriod({ days }: Steps, distances: Float64Array): ReadonlyMap<number, number> {
  const spreads = new Map<number, number>();
  const last = days.at(-1) ?? 0;
  let end = days.length;
  while (end > 0) {
    const period = Math.floor((last - (days[end - 1] ?? 0)) / noisePeriod);
    const earliest = last - (period + 1) * noisePeriod;
    let start = end;
    while (start > 0 && (days[start - 1] ?? 0) > earliest) start -= 1;
    if (end - start >= fewestReadings) spreads.set(period, ninetiethDistance(distances.subarray(start, end)));
    end = start;
  }
  return spreads;
}

/** The band's half width at each reading: each quarter's own in its middle, straight lines between, level beyond the ends. */
function halfWidths(steps: Steps, distances: Float64Array): Float64Array {
  const { days } = steps;
  const last = days.at(-1) ?? 0;
  const known = [...spreadByPeriod(steps, distances)].map(([period, half]) => ({
    middle: last - (period + 0.5) * noisePeriod,
    half,
  }));
  known.reverse();
  const widths = new Float64Array(days.length);
  let index = 0;
  /** Fills the readings before `end` along the line through `from` with this slope, in points a day. */
  const fill = (end: number, from: { readonly middle: number; readonly half: number }, slope: number): void => {
    for (; index < widths.length && (days[index] ?? 0) < end; index += 1) {
      widths[index] = from.half + slope * ((days[index] ?? 0) - from.middle);
    }
  };
  known.forEach((here, place) => {
    const before = known[place - 1];
    if (before) fill(here.middle, before, (here.half - before.half) / (here.middle - before.middle));
    else fill(here.middle, here, 0);
  });
  const end = known.at(-1);
  if (end) fill(Infinity, end, 0);
  return widths;
}
