import { placeOf, type PointRange, type Series } from './series';
import { percentileOfT } from './student-t';

/** What 28 days say of the days to come. All functions take days after the newest reading, more than 0, and give points. */
export interface LineOutlook {
  /** From the lowest to the highest of the three ways, and to each side a prediction error that one in ten goes beyond. */
  readonly range: (days: number) => PointRange;
  /** The same upper edge for an error that one in twenty goes beyond: nothing is to be reached before it. */
  readonly reach: (days: number) => number;
  /** On as in 28 days. */
  readonly onAsIn28: (days: number) => number;
  /** On as in the last 14; undefined when they hold too little. */
  readonly onAsIn14: ((days: number) => number) | undefined;
  /** Whether the newest reading lies so far beside the line that its slope says nothing of it. */
  readonly unsettled: boolean;
}

/** The days that the line stands on, those of its short slope, and what each needs to say anything. */
const lineDays = 28;
const fewestReadings = 3;
const shortestSpan = 14;
const shortSlopeDays = 14;
const shortestSlopeSpan = 7;

/** The error is never smaller than this, in points. */
const smallestError = 0.5;

/**
 * Three things may happen after the reading at `place`: it stands still, it goes on as in 28 days, or as in 14. To each side the prediction
 * error of a least-squares line whose noise hangs together from day to day: with the correlation of neighbours, freed of what the fit takes
 * from it (Marriott and Pope 1954, Biometrika 41, 390–402). Undefined with fewer than 3 readings, or fewer than 14 days from the first to
 * the last of them, in the 28 days up to that reading.
 */
export function lineOutlook(series: Series, place: number): LineOutlook | undefined {
  const { days, values } = series;
  const newestDay = days[place] ?? 0;
  const newest = values[place] ?? 0;
  const start = placeOf(series, newestDay - lineDays, place + 1);
  const n = place + 1 - start;
  const span = newestDay - (days[start] ?? 0);
  if (n < fewestReadings || span < shortestSpan) return undefined;

  const { middle, level, slope, spread } = leastSquares(series, start, place);
  const x = new Float64Array(n);
  const residuals = new Float64Array(n);
  let squares = 0;
  let neighbours = 0;
  for (let index = 0; index < n; index += 1) {
    const away = (days[start + index] ?? 0) - newestDay - middle;
    const residual = (values[start + index] ?? 0) - level - slope * away;
    x[index] = away;
    residuals[index] = residual;
    squares += residual ** 2;
    if (index > 0) neighbours += residual * (residuals[index - 1] ?? 0);
  }
  // A millionth of a point is what float32 leaves of a straight line.
  const raw = squares > 1e-12 ? ((n / (n - 1)) * neighbours) / squares : 0;
  const ofNeighbours = Math.min(0.98, (n * raw + 2) / Math.max(1, n - 4));
  const ofADay = ofNeighbours <= 0 ? 0 : ofNeighbours ** ((n - 1) / span);
  const correlation = Float64Array.from({ length: lineDays + 1 }, (_, apart) => ofADay ** apart);
  // Sums over the matrix R of correlations: 1'R1, x'Rx and 1'Rx; and over its column of the newest reading.
  let ones = 0;
  let slopes = 0;
  let mixed = 0;
  let toNewest = 0;
  let slopesToNewest = 0;
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column < n; column += 1) {
      const apart = Math.abs((days[start + row] ?? 0) - (days[start + column] ?? 0));
      const together = correlation[apart] ?? 0;
      ones += together;
      slopes += (x[row] ?? 0) * (x[column] ?? 0) * together;
      mixed += (x[column] ?? 0) * together;
    }
    const together = correlation[newestDay - (days[start + row] ?? 0)] ?? 0;
    toNewest += together;
    slopesToNewest += (x[row] ?? 0) * together;
  }
  const free = Math.max(0.5, n - ones / n - slopes / spread);
  const deviation = Math.sqrt(squares / free);
  const errorOf = (percentile: 90 | 95) => {
    const noise = percentileOfT(percentile, Math.max(1, free)) * deviation;
    return (ahead: number) => {
      const reach = (ahead - middle) / spread;
      const known = ofADay ** ahead * (toNewest / n + reach * slopesToNewest);
      const variance = 1 + ones / n ** 2 + (2 * reach * mixed) / n + reach ** 2 * slopes - 2 * known;
      return Math.max(smallestError, noise * Math.sqrt(Math.max(0, variance)));
    };
  };

  const shortStart = placeOf(series, newestDay - shortSlopeDays, place + 1);
  const shortSlope =
    place + 1 - shortStart >= fewestReadings && newestDay - (days[shortStart] ?? 0) >= shortestSlopeSpan
      ? leastSquares(series, shortStart, place).slope
      : undefined;
  const onAsIn28 = (ahead: number) => level + slope * (ahead - middle);
  const onAsIn14 = shortSlope === undefined ? undefined : (ahead: number) => newest + shortSlope * ahead;
  const lowest = (ahead: number) => Math.min(newest, onAsIn28(ahead), onAsIn14?.(ahead) ?? newest);
  const highest = (ahead: number) => Math.max(newest, onAsIn28(ahead), onAsIn14?.(ahead) ?? newest);
  const [oneInTen, oneInTwenty] = [errorOf(90), errorOf(95)];
  return {
    range: (ahead) => ({ low: lowest(ahead) - oneInTen(ahead), high: highest(ahead) + oneInTen(ahead) }),
    reach: (ahead) => highest(ahead) + oneInTwenty(ahead),
    onAsIn28,
    onAsIn14,
    unsettled:
      Math.abs(residuals[n - 1] ?? 0) > Math.max(smallestError, percentileOfT(95, Math.max(1, free)) * deviation),
  };
}

/**
 * The line through the readings from one place to another, both included: its middle in days from the last of them (so that a shift of days
 * changes no digit), its level there, its slope a day.
 */
function leastSquares({ days, values }: Series, first: number, last: number) {
  const count = last + 1 - first;
  const newest = days[last] ?? 0;
  let middle = 0;
  let level = 0;
  for (let place = first; place <= last; place += 1) {
    middle += ((days[place] ?? 0) - newest) / count;
    level += (values[place] ?? 0) / count;
  }
  let spread = 0;
  let together = 0;
  for (let place = first; place <= last; place += 1) {
    const away = (days[place] ?? 0) - newest - middle;
    spread += away ** 2;
    together += away * ((values[place] ?? 0) - level);
  }
  return { middle, level, slope: together / spread, spread };
}
