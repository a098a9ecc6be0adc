import { extent, range, tickStep } from 'd3-array';

/** A range of values and the values at which it may have grid lines, all in points. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** A shorter range would make noise look like a cliff, in points. */
const shortestRange = 6;

/** Room above and below the readings, as a part of what they span. */
const air = 0.1;

/** About as many intervals of 1, 2 or 5 times a power of ten; with the shortest range none is below 2 points. */
const intervals = 4;

/**
 * The one rule for the axis of values: all `readings` with a tenth of air, and the `goals`, which may lie on the edge; at least 6 points;
 * its ends on grid lines where `maximum` allows. Never below 0 nor above `maximum`. Without readings the lowest 6 points.
 */
export function valueRange(readings: Iterable<number>, maximum: number, goals: readonly number[] = []): ValueRange {
  const [lowest = 0, highest = 0] = extent(readings);
  const room = (highest - lowest) * air;
  const [low = 0, high = 0] = extent([lowest - room, highest + room, ...goals]);
  const missing = Math.max(0, shortestRange - (high - low)) / 2;
  const from = Math.max(0, Math.min(low - missing, maximum - shortestRange));
  const to = Math.min(maximum, Math.max(high + missing, from + shortestRange));
  const step = tickStep(from, to, intervals);
  const [first, last] = [Math.floor(from / step), Math.ceil(to / step)];
  // Whole numbers are counted, since fractions would add up to something else; the maximum may lie between two grid lines.
  const ticks = range(first, last + 1).map((count) => count * step);
  return {
    low: Math.max(0, first * step),
    high: Math.min(maximum, last * step),
    ticks: ticks.filter((tick) => tick <= maximum),
  };
}
