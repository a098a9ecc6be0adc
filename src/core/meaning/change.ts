import {
  latestReading,
  nearestTo,
  readingsBetween,
  valueOf,
  type DayValue,
  type History,
  type Measure,
} from '../score/history';
import { addDays, daysBetween, type LocalDay } from '../score/local-day';
import type { Snapshot } from '../rows/snapshot';

/** How a value moved between two readings. */
export interface Change {
  /** Shown value at `to` minus shown value at `from`, in points with one decimal; negative when it fell, 0 when it stayed. */
  readonly amount: number;
  readonly from: Snapshot;
  readonly to: Snapshot;
}

/**
 * How far from the wanted distance a reading may lie and still be compared with, in days: 5 to 9 for a week, so that a
 * weekly habit that slips by a day or two has its comparison; 24 to 32 for four weeks.
 */
const leeway = { 7: 2, 28: 4 } as const;

/**
 * A value as it is shown: rounded to one decimal, half away from zero. LinkedIn's numbers are float32 and sums of them carry
 * noise (13.15 may come as 13.149998), so what lies within 0.000005 of a half counts as a half.
 */
export function shown(value: number): number {
  const tenths = Math.floor(Math.abs(value) * 10 + 0.5 + 5e-5);
  return tenths === 0 ? 0 : (Math.sign(value) * tenths) / 10;
}

/** The change of `of` from one reading to another, worked out from the shown values so that what is shown adds up. */
export function changeBetween(from: Snapshot, to: Snapshot, of: Measure): Change {
  return { amount: shown(shown(valueOf(to, of)) - shown(valueOf(from, of))), from, to };
}

/**
 * The change of `of` over about 7 or 28 days: the newest reading (with `today`: the newest not after it) against the reading
 * nearest to that many days before it. 7 accepts 5 to 9 days, 28 accepts 24 to 32; of two equally near the older one, which
 * makes the span a whole week at least. Undefined when there is no such reading: none rather than a guess.
 */
export function changeOver(history: History, of: Measure, days: 7 | 28, today?: LocalDay): Change | undefined {
  const to = latestReading(history, today);
  const from = to && comparedReading(history, to.day, days);
  return to && from && changeBetween(from, to, of);
}

/** How the newest of some values moved, and since when. */
interface ValueChange {
  readonly amount: number;
  readonly from: LocalDay;
}

/** How the newest of `values` (ascending by day) moved over about 7 days, as `changeOver` tells it of readings. Undefined when there is nothing to compare with. */
export function weekChange(values: readonly DayValue[]): ValueChange | undefined {
  return valueChange(values, 7);
}

/** The same over about four weeks. */
export function fourWeekChange(values: readonly DayValue[]): ValueChange | undefined {
  return valueChange(values, 28);
}

function valueChange(values: readonly DayValue[], days: 7 | 28): ValueChange | undefined {
  const to = values.at(-1);
  if (!to) return undefined;
  const wanted = addDays(to.day, -days);
  const from = nearestTo(
    values.filter(({ day }) => Math.abs(daysBetween(day, wanted)) <= leeway[days]),
    wanted,
  );
  return from && { amount: shown(shown(to.value) - shown(from.value)), from: from.day };
}

/** The reading that `changeOver` compares a reading of `day` with, or undefined. */
function comparedReading(history: History, day: LocalDay, days: 7 | 28): Snapshot | undefined {
  const wanted = addDays(day, -days);
  return nearestTo(readingsBetween(history, addDays(wanted, -leeway[days]), addDays(wanted, leeway[days])), wanted);
}

/** The change of `of` from the last reading but one to the last (with `today`: of those not after it). Undefined with fewer than two. */
export function changeSinceLast(history: History, of: Measure, today?: LocalDay): Change | undefined {
  const to = latestReading(history, today);
  const from = to && latestReading(history, addDays(to.day, -1));
  return to && from && changeBetween(from, to, of);
}

/**
 * The day from which a reading has one a week older to be compared with, for "Next comparison on 23 Oct": the first day after
 * the newest reading, and not before `today`, that lies exactly seven days after some reading; when all are older than that, a week
 * after `today`. Undefined without readings, and when the newest already has its comparison.
 */
export function nextComparisonDay(history: History, today?: LocalDay): LocalDay | undefined {
  const latest = latestReading(history, today);
  if (!latest || comparedReading(history, latest.day, 7)) return undefined;
  for (const reading of readingsBetween(history, addDays(latest.day, -6), latest.day)) {
    const day = addDays(reading.day, 7);
    if (today === undefined || day >= today) return day;
  }
  return today === undefined ? undefined : addDays(today, 7);
}
