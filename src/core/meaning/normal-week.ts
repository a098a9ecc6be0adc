import { median } from 'd3-array';
import type { Series } from './outlook';

/** A change over a week that means nothing: the usual one, and how far beside it nine of ten lie. In points. */
export interface NormalWeek {
  readonly usual: number;
  readonly within: number;
}

/** A change is one over a week when so many days lie between. */
const [shortest, longest] = [5, 9] as const;

/** How far back one's own weeks are looked at, in days. */
const lookedBack = 180;

/** Fewer say nothing. */
const fewest = 8;

/** What nine of ten do is called normal. */
const nineOfTen = 0.9;

/**
 * The member's own normal week: their changes over 5 to 9 days in the last 180 before the newest, the median of them, and the
 * ⌈0.9 (m + 1)⌉-th smallest distance from it, which holds nine of ten of the next ones (split conformal prediction). Undefined with fewer
 * than 8 of them.
 */
export function normalWeek({ days, values }: Series): NormalWeek | undefined {
  const last = days.length - 1;
  const newest = days[last] ?? 0;
  const changes: number[] = [];
  let earlier = 0;
  // Without the newest: it is the one to be judged.
  for (let later = 1; later < last; later += 1) {
    if ((days[later] ?? 0) < newest - lookedBack) continue;
    while ((days[earlier] ?? 0) < (days[later] ?? 0) - longest) earlier += 1;
    const before = nearestWeekBefore(days, earlier, later);
    if (before !== undefined) changes.push((values[later] ?? 0) - (values[before] ?? 0));
  }
  if (changes.length < fewest) return undefined;
  const usual = median(changes) ?? 0;
  const distances = changes.map((change) => Math.abs(change - usual)).sort((one, other) => one - other);
  const place = Math.min(distances.length, Math.ceil(nineOfTen * (distances.length + 1)));
  return { usual, within: distances[place - 1] ?? 0 };
}

/** The reading from `first` on that lies nearest to a week before the one at `later`, 5 to 9 days; of two the older. */
function nearestWeekBefore(days: readonly number[], first: number, later: number): number | undefined {
  const day = days[later] ?? 0;
  let found: number | undefined;
  for (let index = first; index < later && (days[index] ?? 0) <= day - shortest; index += 1) {
    const distance = Math.abs(day - (days[index] ?? 0) - 7);
    if (found === undefined || distance < Math.abs(day - (days[found] ?? 0) - 7)) found = index;
  }
  return found;
}
