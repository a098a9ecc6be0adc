import { rangesOf, type Series } from './outlook';

/** How the outlooks of the past turned out. */
export interface OutlookRecord {
  /** Outlooks that could be checked, 8 or more. */
  readonly checked: number;
  /** How many of them held. */
  readonly held: number;
  /** The number of the day on which the oldest of them was made. */
  readonly since: number;
  /** Whether they hold often enough for another range to be shown: in six of ten or more. */
  readonly trusted: boolean;
}

/** Days from one checked outlook to the next, at least: neighbours' outlooks are nearly the same one. */
const apart = 7;

/** A checked outlook is for the reading this many days later, the nearest to four weeks. */
const [shortest, wanted, longest] = [24, 28, 32] as const;

/** The newest so many are checked: about half a year of weeks. */
const most = 27;

/** Fewer than this say nothing. */
const fewest = 8;

/** A record below this part and no range is shown. */
const leastHeld = 0.6;

/**
 * The member's own record: at readings at least 7 days apart, whether the range for the reading some four weeks (24 to 32 days) later, made
 * from what was known then, held; the newest 27 of them. A value is taken as it was read, and held means that it lies in the range or less
 * than half of `step` (the smallest step of what is shown, in points) beside it. Undefined with fewer than 8.
 */
export function outlookRecord({ days, values }: Series, maximum: number, step: number): OutlookRecord | undefined {
  const outcomes: { readonly day: number; readonly held: boolean }[] = [];
  let next = Infinity;
  for (let index = days.length - 1; index >= 0 && outcomes.length < most; index -= 1) {
    const day = days[index] ?? 0;
    if (day > next) continue;
    const later = nearestLater(days, index);
    if (later === undefined) continue;
    const range = rangesOf({ days: days.slice(0, index + 1), values: values.slice(0, index + 1) }, maximum);
    if (!range) continue;
    const { low, high } = range((days[later] ?? 0) - day);
    const value = values[later] ?? 0;
    outcomes.push({ day, held: value >= low - step / 2 && value <= high + step / 2 });
    next = day - apart;
  }
  if (outcomes.length < fewest) return undefined;
  const held = outcomes.filter((outcome) => outcome.held).length;
  return {
    checked: outcomes.length,
    held,
    since: outcomes.at(-1)?.day ?? 0,
    trusted: held >= leastHeld * outcomes.length,
  };
}

/** The reading 24 to 32 days after the one at `index` that is nearest to 28; of two the older. */
function nearestLater(days: readonly number[], index: number): number | undefined {
  const day = days[index] ?? 0;
  let found: number | undefined;
  for (let later = index + 1; later < days.length && (days[later] ?? 0) <= day + longest; later += 1) {
    if ((days[later] ?? 0) < day + shortest) continue;
    const distance = Math.abs((days[later] ?? 0) - day - wanted);
    if (found === undefined || distance < Math.abs((days[found] ?? 0) - day - wanted)) found = later;
  }
  return found;
}
