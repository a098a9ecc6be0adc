import type { PointRange, Series } from './series';

/** Where the member's own moves lie, in points from the reading at a place, so many days on; undefined while there are few. */
export interface OwnMoves {
  (place: number, ahead: number): PointRange | undefined;
  /** A longer past says no more, since old moves hardly weigh. In days. */
  readonly longestPast: number;
}

/** A move counts half after so many days, and fewer than this many say nothing. */
const halfLife = 180;
const fewestMoves = 8;

/** The parts of own moves that lie below and above the range: 6 % each, since the past knows less than the future brings. */
const beyond = 0.06;

/** Moves are gathered over these lengths, in days; between two of them the range runs straight, and it is level after the last. */
const lengths = [7, 14, 28, 56] as const;

/** One move of the member's own. */
interface Move {
  readonly move: number;
  /** Recent ones weigh more. Only how they compare means anything. */
  readonly weight: number;
  /** The day its first reading is of, and the day from which it is known: no reading to come can be a better end of it. */
  readonly from: number;
  readonly knownFrom: number;
}

/**
 * 88 % of the member's own moves over as many days, recent ones weighing more (split conformal prediction with weights, Barber and others
 * 2023, Annals of Statistics 51, 816–845). For each reading only what was known then, of the last `memory` days.
 */
export function ownMoves(series: Series, memory: number): OwnMoves {
  // Each length is gathered and sorted when it is first asked for, once for all places.
  const gathered = new Map<number, readonly Move[]>();
  const over = (length: number, place: number): PointRange | undefined => {
    let moves = gathered.get(length);
    if (!moves) {
      moves = gatherMoves(series, length);
      gathered.set(length, moves);
    }
    const day = series.days[place] ?? 0;
    return middleOf(moves, day - memory, day);
  };
  const at = (place: number, ahead: number): PointRange | undefined => {
    const upper = lengths.find((length) => length >= ahead) ?? lengths[lengths.length - 1] ?? ahead;
    const to = over(upper, place);
    if (ahead >= upper) return to;
    const lower = lengths.findLast((length) => length <= ahead);
    const from = lower === undefined ? { low: 0, high: 0 } : over(lower, place);
    if (!to || !from) return undefined;
    const part = (ahead - (lower ?? 0)) / (upper - (lower ?? 0));
    return { low: from.low + part * (to.low - from.low), high: from.high + part * (to.high - from.high) };
  };
  return Object.assign(at, { longestPast: halfLife / Math.LN2 });
}

/** All moves of a series over `length` days, the lowest first: to the reading nearest to so many days later, at most a seventh of them beside; of two the older. */
function gatherMoves(series: Series, length: number): readonly Move[] {
  const { days, values } = series;
  const last = days.length - 1;
  const newest = days[last] ?? 0;
  // Whoever reads once a week has seldom a reading on the very day.
  const leeway = Math.floor(length / 7);
  const found: Move[] = [];
  let later = 0;
  for (let earlier = 0; earlier < last; earlier += 1) {
    const from = days[earlier] ?? 0;
    const wanted = from + length;
    later = Math.max(later, earlier + 1);
    while (later < last && Math.abs((days[later + 1] ?? 0) - wanted) < Math.abs((days[later] ?? 0) - wanted))
      later += 1;
    const beside = Math.abs((days[later] ?? 0) - wanted);
    if (beside > leeway) continue;
    const weight = 0.5 ** ((newest - wanted) / halfLife);
    found.push({ move: (values[later] ?? 0) - (values[earlier] ?? 0), weight, from, knownFrom: wanted + beside });
  }
  return found.sort((one, other) => one.move - other.move);
}

/** Where the middle 88 % lie of the moves (lowest first) that began on `first` or later and were known on `day`; undefined with fewer than 8. */
function middleOf(moves: readonly Move[], first: number, day: number): PointRange | undefined {
  const counts = ({ from, knownFrom }: Move) => from >= first && knownFrom <= day;
  let all = 0;
  let count = 0;
  for (const one of moves) {
    if (!counts(one)) continue;
    all += one.weight;
    count += 1;
  }
  if (count < fewestMoves) return undefined;
  let weights = 0;
  let low: number | undefined;
  let high = 0;
  for (const one of moves) {
    if (!counts(one)) continue;
    weights += one.weight;
    high = one.move;
    if (weights >= all * beyond) low ??= high;
    if (weights >= all * (1 - beyond)) break;
  }
  return { low: low ?? high, high };
}
