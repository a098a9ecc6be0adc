import { quickselect } from 'd3-array';
import { shown, type Change } from './change';
import {
  dayNumbers,
  inOrder,
  latestReading,
  onceEach,
  readingsBetween,
  valueOf,
  type History,
  type Measure,
} from './history';
import { addDays, dayNumber } from './local-day';
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

/** Readings up to this many days apart are joined by a line. */
export const longestJoin = 3;

/** τ: a reading this many days away counts 1/e (37 %) of one of the day itself. */
const timeConstant = 7;

/** What is normal is judged anew for each quarter of a year, counted back from the newest reading. In days. */
const noisePeriod = 90;

/** Fewer moves than this in a quarter say nothing about its noise. */
const fewestMoves = 5;

/** Readings further apart than this are no neighbours: what lies between them is no noise. In days. */
const longestMove = 9;

/** What nine of ten do is called normal. */
const nineOfTen = 0.9;

/**
 * The line through the readings of `of`, one place for each reading and none where nothing was read: the mean of two
 * time-aware exponential smoothings with weight 1 − exp(−Δt/7 days) (Wright 1986, Holt's method for irregular intervals, without
 * its slope), one walking forwards and one backwards, since either alone runs behind a moving score. A rescaling by LinkedIn
 * starts the line anew. So its newest end may still move a little when a reading is added. The band is as wide as nine of ten
 * readings of its time fell beside the line (see `normalWiggle`). Ascending by day; empty without readings.
 */
export function trend(history: History, of: Measure): Trend {
  const readings = inOrder(history);
  const steps = stepsOf(readings);
  const { forwards, backwards, moves } = smooth(readings, steps, of);
  const widths = halfWidths(steps, moves);
  const values = new Float64Array(readings.length);
  const low = new Float64Array(readings.length);
  const high = new Float64Array(readings.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = ((forwards[index] ?? 0) + (backwards[index] ?? 0)) / 2;
    const half = widths[index] ?? 0;
    values[index] = value;
    low[index] = value - half;
    high[index] = value + half;
  }
  return { days: steps.days, values, low, high };
}

/**
 * How much `of` moves between two readings without that meaning anything, in points with one decimal and at least 0.1: half the distance from
 * the 5 % to the 95 % quantile of the last quarter's moves from one reading to the next. Whatever their distribution, nine of ten lie
 * between, the wildest tenth does not widen it, and a steady rise does not either. Neighbours' differences as a measure of noise are the
 * pseudo-residuals of Gasser, Sroka and Jennen-Steinmetz (1986, Biometrika 73, 625–633): a real step counts once in them, where the distance
 * from a smooth line would count it for weeks. Undefined with fewer than 5 moves in the last quarter.
 */
export function normalWiggle(history: History, of: Measure): number | undefined {
  const latest = latestReading(history);
  if (!latest) return undefined;
  // Some days more than the period, for the reading that its first move starts from.
  const recent = readingsBetween(history, addDays(latest.day, -noisePeriod - longestMove), latest.day);
  const steps = stepsOf(recent);
  const spread = spreadByPeriod(steps, smooth(recent, steps, of).moves).get(0);
  return spread === undefined ? undefined : Math.max(0.1, shown(spread));
}

/** Whether a change is no larger than the `normalWiggle` of its measure. False while that is not known. */
export function isWithinNormal(change: Pick<Change, 'amount'>, wiggle: number | undefined): boolean {
  return wiggle !== undefined && Math.abs(change.amount) <= wiggle;
}

/** What the walk along a history is for every measure: one number for each reading. */
interface Steps {
  readonly days: Float64Array;
  /** Weight of the reading against the line so far; 1 forgets everything before. */
  readonly weights: Float64Array;
  /** 1 where the move from the reading before tells of noise. */
  readonly near: Uint8Array;
}

const stepsOf = onceEach((readings): Steps => {
  const days = dayNumbers(readings);
  const weights = new Float64Array(days.length);
  const near = new Uint8Array(days.length);
  const rescalings = new Set(findRescalings(readings).map(dayNumber));
  for (let index = 1; index < days.length; index += 1) {
    const day = days[index] ?? 0;
    const apart = day - (days[index - 1] ?? 0);
    const rescaled = rescalings.size > 0 && rescalings.has(day);
    const weight = rescaled ? 1 : 1 - Math.exp(-apart / timeConstant);
    weights[index] = weight;
    if (!rescaled && apart <= longestMove) near[index] = 1;
  }
  return { days, weights, near };
});

/** Both smoothings, and the move from each reading's neighbour before it; NaN where it has none. */
interface Line {
  readonly forwards: Float64Array;
  readonly backwards: Float64Array;
  readonly moves: Float64Array;
}

function smooth(readings: History, { weights, near }: Steps, of: Measure): Line {
  const count = readings.length;
  const values = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const reading = readings[index];
    if (reading) values[index] = valueOf(reading, of);
  }
  const forwards = values.slice();
  const backwards = values.slice();
  const moves = new Float64Array(count).fill(NaN);
  for (let index = 1; index < count; index += 1) {
    const value = values[index] ?? 0;
    const before = forwards[index - 1] ?? 0;
    forwards[index] = before + (weights[index] ?? 0) * (value - before);
    if (near[index] === 1) moves[index] = value - (values[index - 1] ?? 0);
  }
  for (let index = count - 2; index >= 0; index -= 1) {
    const after = backwards[index + 1] ?? 0;
    backwards[index] = after + (weights[index + 1] ?? 0) * ((values[index] ?? 0) - after);
  }
  return { forwards, backwards, moves };
}

/** Within how much nine of ten moves lie, in points, by how many whole quarters before the newest reading. Without those that say nothing. */
function spreadByPeriod({ days }: Steps, moves: Float64Array): ReadonlyMap<number, number> {
  const spreads = new Map<number, number>();
  const last = days.at(-1) ?? 0;
  let end = days.length;
  while (end > 0) {
    const period = Math.floor((last - (days[end - 1] ?? 0)) / noisePeriod);
    const earliest = last - (period + 1) * noisePeriod;
    let start = end;
    while (start > 0 && (days[start - 1] ?? 0) > earliest) start -= 1;
    const ranked = moves.slice(start, end);
    let known = 0;
    for (const move of ranked) known += Number.isNaN(move) ? 0 : 1;
    if (known >= fewestMoves) {
      const wildest = Math.round(((known - 1) * (1 - nineOfTen)) / 2);
      // Each puts the value of its rank in its place, NaN behind all others, in half the time of sorting.
      quickselect(ranked, wildest);
      quickselect(ranked, known - 1 - wildest, wildest + 1);
      spreads.set(period, ((ranked[known - 1 - wildest] ?? 0) - (ranked[wildest] ?? 0)) / 2);
    }
    end = start;
  }
  return spreads;
}

/** The band's half width at each reading: each quarter's own in its middle, straight lines between, level beyond the ends. */
function halfWidths(steps: Steps, moves: Float64Array): Float64Array {
  const { days } = steps;
  const last = days.at(-1) ?? 0;
  const known = [...spreadByPeriod(steps, moves)].map(([period, spread]) => ({
    middle: last - (period + 0.5) * noisePeriod,
    // A move has the noise of two readings, a reading 1 / √2 of that.
    half: spread / Math.SQRT2,
  }));
  known.reverse();
  const widths = new Float64Array(days.length);
  let next = 0;
  for (let index = 0; index < widths.length; index += 1) {
    const day = days[index] ?? 0;
    while (next < known.length && (known[next]?.middle ?? 0) <= day) next += 1;
    const before = known[next - 1];
    const after = known[next];
    widths[index] =
      before && after
        ? before.half + ((after.half - before.half) * (day - before.middle)) / (after.middle - before.middle)
        : ((before ?? after)?.half ?? 0);
  }
  return widths;
}
