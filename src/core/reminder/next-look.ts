import { addDays, weekdayOf, type LocalDay } from '../score/local-day';
import type { Settings } from '../settings';

/** What tells when the member looks at their score next. */
export interface NextLookQuestion {
  readonly reminder: Pick<Settings['reminder'], 'rhythm' | 'weekday'>;
  /** Days on which the page was read, ascending. */
  readonly readOn: readonly LocalDay[];
  readonly today: LocalDay;
}

/** The weekday read most is looked for among so many readings, and is one of at least so many. */
const readingsLookedAt = 13;
const fewestOfWeekday = 3;

const week = 7;
const friday = 5;

/**
 * The next day on which the score is to be looked at: that of the reminder, or with reminders off the weekday on which it was read most, after the last
 * reading and not before `today`. Undefined where neither tells.
 */
export function nextLook({ reminder: { rhythm, weekday }, readOn, today }: NextLookQuestion): LocalDay | undefined {
  const last = readOn.at(-1);
  const first = last !== undefined && last >= today ? addDays(last, 1) : today;
  const wanted = rhythm === 'off' ? weekdayReadMost(readOn) : weekday;
  return Array.from({ length: week }, (_, later) => addDays(first, later)).find((day) =>
    rhythm === 'weekdays' ? weekdayOf(day) <= friday : weekdayOf(day) === wanted,
  );
}

/** ISO weekday of most of the last readings; undefined where there are too few, or two are as often. */
function weekdayReadMost(readOn: readonly LocalDay[]): number | undefined {
  const counts = new Map<number, number>();
  for (const day of readOn.slice(-readingsLookedAt)) {
    counts.set(weekdayOf(day), (counts.get(weekdayOf(day)) ?? 0) + 1);
  }
  const [most, second] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (!most || most[1] < fewestOfWeekday || most[1] === second?.[1]) return undefined;
  return most[0];
}
