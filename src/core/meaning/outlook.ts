import { bisectLeft } from 'd3-array';
import { inOrder, latestReading, valueOf, type History, type Measure } from '../score/history';
import { dayNumber, type LocalDay } from '../score/local-day';
import { pillarMaximum, totalMaximum } from '../score/pillar';
import { findRescalings } from './rescaling';
import { ninetiethPercentileOfT } from './student-t';

/** Where a reading may lie on a day to come, in points. */
export interface OutlookRange {
  readonly low: number;
  readonly high: number;
}

/** What may be said of the days after the newest reading. */
export interface Outlook {
  /** The day of the newest reading: all is counted from it. */
  readonly from: LocalDay;
  /** Where a reading may lie `days` days (more than 0) after `from`. About eight in ten do: see docs/method.md for what was measured. */
  readonly range: (days: number) => OutlookRange;
}

/** Readings as columns, ascending by day: the number of the day, and the value in points. */
export interface Series {
  readonly days: readonly number[];
  readonly values: readonly number[];
}

/** The days that the outlook's line stands on, those of its short slope, and what each needs to say anything. */
const lineDays = 28;
const fewestReadings = 3;
const shortestSpan = 14;
const shortSlopeDays = 14;
const shortestSlopeSpan = 7;

/** No range of a pillar is narrower than this to either side, in points; for a total half of what its whole numbers hide. */
const narrowestHalf = 0.5;

/** The member's own moves count half after so many days, and below this many they say nothing. */
const halfLife = 180;
const fewestMoves = 8;

/** Own moves older than this weigh less than a tenth, and are not looked at. In days. */
const longestMemory = 730;

/** How many stretches as long as the outlook the member must have lived through for their own moves to weigh as much as the line. */
const stretchesOfEqualWeight = 4;

/** The parts of own moves that lie below and above the range: 6 % each, since the past knows less than the future brings. */
const beyond = 0.06;

/** Own moves are gathered for these lengths, in days; between two of them the range runs straight. */
const moveLengths = [7, 14, 28, 56, 112] as const;

/**
 * The outlook from the newest reading up to `today`. Two ranges are mixed, edge by edge. The one asks the last 28 days what may happen: it
 * stands still, it goes on as in 28 days, or as in 14, and to each side the 80 % prediction error of a least-squares line whose noise hangs
 * together from day to day (autocorrelation after Marriott and Pope 1954, Biometrika 41, 390–402). The other asks the member's own past:
 * 88 % of their moves over as many days, recent ones weighing more (split conformal prediction with weights, Barber and others 2023,
 * Annals of Statistics 51, 816–845). The longer that past, the more it weighs: equally after four stretches as long as the outlook. Undefined
 * with fewer than 3 readings, or fewer than 14 days from the first to the last of them, in the 28 days up to the newest; readings before a
 * rescaling by LinkedIn do not count.
 */
export function outlook(history: History, of: Measure, today: LocalDay): Outlook | undefined {
  const latest = latestReading(history, today);
  if (!latest) return undefined;
  const readings = inOrder(history);
  const rescaled = findRescalings(readings).findLast((day) => day <= today) ?? '';
  const oldest = dayNumber(latest.day) - longestMemory;
  const days: number[] = [];
  const values: number[] = [];
  for (const reading of readings) {
    if (reading.day > latest.day) break;
    const day = dayNumber(reading.day);
    if (day < oldest || reading.day < rescaled) continue;
    days.push(day);
    values.push(valueOf(reading, of));
  }
  const range = rangesOf({ days, values }, of === 'total' ? totalMaximum : pillarMaximum);
  return range && { from: latest.day, range };
}

/** The ranges of a series whose values lie between 0 and `maximum` points; undefined where `outlook` is. */
export function rangesOf(series: Series, maximum: number): Outlook['range'] | undefined {
  const line = lineRanges(series);
  if (!line) return undefined;
  const { days, values } = series;
  const last = days.length - 1;
  const newest = values[last] ?? 0;
  const span = (days[last] ?? 0) - (days[0] ?? 0);
  const own = ownMoves(series);
  return (ahead) => {
    const drawn = line(ahead);
    const moved = own(ahead);
    const stretches = Math.max(0, Math.min(span, halfLife / Math.LN2) - ahead) / ahead;
    const weight = moved ? stretches / (stretches + stretchesOfEqualWeight) : 0;
    const low = drawn.low + weight * (newest + (moved?.low ?? 0) - drawn.low);
    const high = drawn.high + weight * (newest + (moved?.high ?? 0) - drawn.high);
    return {
      low: Math.max(0, Math.min(low, newest - narrowestHalf)),
      high: Math.min(maximum, Math.max(high, newest + narrowestHalf)),
    };
  };
}

/** What the last 28 days say: see `outlook`. */
function lineRanges({ days, values }: Series): Outlook['range'] | undefined {
  const last = days.length - 1;
  const newestDay = days[last] ?? 0;
  const newest = values[last] ?? 0;
  const start = bisectLeft(days as number[], newestDay - lineDays);
  const t = days.slice(start);
  const v = values.slice(start);
  const n = t.length;
  if (n < fewestReadings || newestDay - (t[0] ?? 0) < shortestSpan) return undefined;

  const { middle, level, slope, spread } = leastSquares(t, v);
  const x = t.map((day) => day - middle);
  const residuals = v.map((value, index) => value - level - slope * (x[index] ?? 0));
  const squares = sum(residuals.map((residual) => residual ** 2));
  const neighbours = sum(residuals.slice(1).map((residual, index) => residual * (residuals[index] ?? 0)));
  const raw = squares > 1e-12 ? ((n / (n - 1)) * neighbours) / squares : 0;
  const ofNeighbours = Math.min(0.98, (n * raw + 2) / Math.max(1, n - 4));
  const ofADay = ofNeighbours <= 0 ? 0 : ofNeighbours ** ((n - 1) / (newestDay - (t[0] ?? 0)));
  const correlation = (apart: number) => (apart === 0 ? 1 : ofADay ** apart);
  // Sums over the matrix R of correlations: 1'R1, x'Rx and 1'Rx.
  let ones = 0;
  let slopes = 0;
  let mixed = 0;
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column < n; column += 1) {
      const together = correlation(Math.abs((t[row] ?? 0) - (t[column] ?? 0)));
      ones += together;
      slopes += (x[row] ?? 0) * (x[column] ?? 0) * together;
      mixed += (x[column] ?? 0) * together;
    }
  }
  const free = Math.max(0.5, n - ones / n - slopes / spread);
  const noise = ninetiethPercentileOfT(Math.max(1, free)) * Math.sqrt(squares / free);

  const shortStart = bisectLeft(days as number[], newestDay - shortSlopeDays);
  const shortDays = days.slice(shortStart);
  const shortSlope =
    shortDays.length >= fewestReadings && newestDay - (shortDays[0] ?? 0) >= shortestSlopeSpan
      ? leastSquares(shortDays, values.slice(shortStart)).slope
      : undefined;

  return (ahead) => {
    const there = newestDay + ahead - middle;
    const reach = there / spread;
    const known = sum(
      t.map((day, index) => (1 / n + reach * (x[index] ?? 0)) * correlation(newestDay + ahead - day)),
    );
    const variance = 1 + ones / n ** 2 + (2 * reach * mixed) / n + reach ** 2 * slopes - 2 * known;
    const half = Math.max(narrowestHalf, noise * Math.sqrt(Math.max(0, variance)));
    const ways = [newest, level + slope * there];
    if (shortSlope !== undefined) ways.push(newest + shortSlope * ahead);
    return { low: Math.min(...ways) - half, high: Math.max(...ways) + half };
  };
}

/** Where nine of ten of the member's own moves over so many days lie, in points from the newest reading; undefined while there are few. */
function ownMoves(series: Series): (ahead: number) => OutlookRange | undefined {
  // Each length is gathered when it is first asked for.
  const gathered = new Map<number, OutlookRange | undefined>();
  const movesOver = (length: number) => {
    if (!gathered.has(length)) gathered.set(length, gatherMoves(series, length));
    return gathered.get(length);
  };
  return (ahead) => {
    const upper = moveLengths.find((length) => length >= ahead) ?? moveLengths.at(-1) ?? ahead;
    const lower = moveLengths.findLast((length) => length < upper && length <= ahead);
    const [from, to] = [lower === undefined ? { low: 0, high: 0 } : movesOver(lower), movesOver(upper)];
    if (!to || !from) return undefined;
    const part = Math.min(1, (ahead - (lower ?? 0)) / (upper - (lower ?? 0)));
    return { low: from.low + part * (to.low - from.low), high: from.high + part * (to.high - from.high) };
  };
}

function gatherMoves({ days, values }: Series, length: number): OutlookRange | undefined {
  const last = days.length - 1;
  // Whoever reads once a week has seldom a reading on the very day: the nearest within a seventh of the length stands for it.
  const leeway = Math.floor(length / 7);
  const moves: { readonly move: number; readonly weight: number }[] = [];
  let later = 0;
  for (let earlier = 0; earlier < last; earlier += 1) {
    const wanted = (days[earlier] ?? 0) + length;
    later = Math.max(later, earlier);
    while (later < last && (days[later + 1] ?? 0) <= wanted) later += 1;
    const after = Math.min(last, later + 1);
    const here = wanted - (days[later] ?? 0);
    const there = Math.abs((days[after] ?? 0) - wanted);
    const found = later > earlier && here <= there ? later : after;
    if (Math.abs((days[found] ?? 0) - wanted) > leeway) continue;
    const age = (days[last] ?? 0) - wanted;
    moves.push({ move: (values[found] ?? 0) - (values[earlier] ?? 0), weight: 0.5 ** (age / halfLife) });
  }
  if (moves.length < fewestMoves) return undefined;
  moves.sort((one, other) => one.move - other.move);
  const all = sum(moves.map(({ weight }) => weight));
  return { low: weightedQuantile(moves, all * beyond), high: weightedQuantile(moves, all * (1 - beyond)) };
}

/** The first move up to which the weights come to `wanted`; `moves` ascend. */
function weightedQuantile(moves: readonly { readonly move: number; readonly weight: number }[], wanted: number): number {
  let weights = 0;
  for (const { move, weight } of moves) {
    weights += weight;
    if (weights >= wanted) return move;
  }
  return moves.at(-1)?.move ?? 0;
}

function leastSquares(t: readonly number[], v: readonly number[]) {
  const middle = sum(t) / t.length;
  const level = sum(v) / v.length;
  const spread = sum(t.map((day) => (day - middle) ** 2));
  const together = sum(t.map((day, index) => (day - middle) * ((v[index] ?? 0) - level)));
  return { middle, level, slope: together / spread, spread };
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
