import { bisector } from 'd3-array';
import { dayNumber, daysBetween, type LocalDay } from './local-day';
import { scoreOf, type Pillar } from './pillar';
import type { Snapshot } from '../rows/snapshot';
import type { TotalReading } from '../rows/total-reading';

/** The readings of one member, at most one a day, in any order: code that depends on order calls `inOrder`. */
export type History = readonly Snapshot[];

/** What is looked at: the total (0 to 100 points) or one pillar (0 to 25 points). */
export type Measure = 'total' | Pillar;

/** The exact value of `of` in a reading, in points. */
export function valueOf(reading: Snapshot, of: Measure): number {
  return of === 'total' ? reading.total : scoreOf(reading.scores, of);
}

/** A value of a measure on one day, in points. */
export interface DayValue {
  readonly day: LocalDay;
  readonly value: number;
}

/**
 * What is known of a measure, ascending by day: of the total also `totals`, days of which only that is known (ascending by day, none of them in
 * `history`).
 */
export function dayValues(history: History, totals: readonly TotalReading[], of: Measure): readonly DayValue[] {
  if (of !== 'total') return inOrder(history).map((reading) => ({ day: reading.day, value: valueOf(reading, of) }));
  return knownDays(history, totals).map(({ day, total }) => ({ day, value: total }));
}

/** A day of which something is known: all of it, or its total alone. */
export type KnownDay = Snapshot | TotalReading;

/** The days of `history` and `totals` (ascending by day, none of them in `history`) in one, ascending by day. */
export function knownDays(history: History, totals: readonly TotalReading[]): readonly KnownDay[] {
  const readings = inOrder(history);
  return totals.length === 0 ? readings : [...readings, ...totals].sort(byDay);
}

/** The row nearest to `wanted` of `rows` that ascend by day; of two equally near the older. Undefined without any. */
export function nearestTo<Row extends { readonly day: LocalDay }>(
  rows: readonly Row[],
  wanted: LocalDay,
): Row | undefined {
  let found: Row | undefined;
  let distance = Infinity;
  for (const row of rows) {
    const further = Math.abs(daysBetween(row.day, wanted));
    if (further < distance) [found, distance] = [row, further];
  }
  return found;
}

/** Whether the page, here or on another computer, was read at `instant` (epoch milliseconds) or later: what the member types says nothing of the page. */
export function isReadSince({ history }: { readonly history: History }, instant: number): boolean {
  const latest = latestReading(history);
  return latest !== undefined && latest.source !== 'by-hand' && latest.readAt >= instant;
}

/** The first day of which anything is known; undefined when there is none. Both ascend by day. */
export function firstDayOf(known: {
  readonly history: History;
  readonly totals: readonly TotalReading[];
}): LocalDay | undefined {
  return [known.history[0], known.totals[0]].flatMap((row) => row?.day ?? []).sort()[0];
}

/** The newest day of which anything is known, whole or only its total; undefined when there is none. */
export function latestDay(history: History, totals: readonly TotalReading[]): KnownDay | undefined {
  const whole = latestReading(history);
  const alone = totals.at(-1);
  return alone !== undefined && (whole === undefined || alone.day > whole.day) ? alone : whole;
}

// Only frozen arrays made here are known to ascend, so it stays true; kept as long as the array lives.
const ordered = new WeakSet<History>();

/**
 * The same readings ascending by day, frozen. Every function of `core` that takes a history asks for this by itself; code that asks many
 * questions about a long history calls it once and passes on what it returns, which is then not looked through again.
 */
export function inOrder(history: History): History {
  if (ordered.has(history)) return history;
  return known(ascends(history) ? history.slice() : history.toSorted(byDay));
}

/** Whether it is in order already, as the store gives it: seeing that takes a tenth of sorting. */
function ascends(history: History): boolean {
  for (let index = 1; index < history.length; index += 1) {
    if ((history[index - 1]?.day ?? '') > (history[index]?.day ?? '')) return false;
  }
  return true;
}

/** `work` done once for each history put in order, and remembered as long as that lives: for what several questions stand on. */
export function onceEach<Value extends object>(work: (readings: History) => Value): (history: History) => Value {
  const done = new WeakMap<History, Value>();
  return (history) => {
    const readings = inOrder(history);
    const value = done.get(readings) ?? work(readings);
    done.set(readings, value);
    return value;
  };
}

/** The digit 0 as UTF-16 has it. */
const zero = 48;

/** The `dayNumber` of each reading of `inOrder(history)`. */
export const dayNumbers = onceEach((readings) => {
  const numbers = new Float64Array(readings.length);
  // Days that follow each other are mostly of one month, and only its beginning need be worked out.
  let month: string | undefined;
  let before = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const day = readings[index]?.day ?? '';
    if (month === undefined || !day.startsWith(month)) {
      month = day.slice(0, -2);
      before = dayNumber(`${month}01`) - 1;
    }
    // The last two digits; to make a text of them, and a number of that, takes five times as long.
    numbers[index] = before + 10 * day.charCodeAt(day.length - 2) + day.charCodeAt(day.length - 1) - 11 * zero;
  }
  return numbers;
});

/** The exact values of each measure, in points, in the order of `inOrder(history)`. One walk for all five: to fetch the readings is what takes the time. */
export const columnsOf = onceEach((readings): Readonly<Record<Measure, Float64Array>> => {
  const { length } = readings;
  const columns = {
    total: new Float64Array(length),
    brand: new Float64Array(length),
    people: new Float64Array(length),
    insights: new Float64Array(length),
    relationships: new Float64Array(length),
  };
  for (let index = 0; index < length; index += 1) {
    const reading = readings[index];
    if (!reading) continue;
    columns.total[index] = reading.total;
    columns.brand[index] = reading.scores.brand;
    columns.people[index] = reading.scores.people;
    columns.insights[index] = reading.scores.insights;
    columns.relationships[index] = reading.scores.relationships;
  }
  return columns;
});

/** The readings from `first` to `last`, both included, ascending by day. Empty when there are none. */
export function readingsBetween(history: History, first: LocalDay, last: LocalDay): History {
  const readings = inOrder(history);
  return known(readings.slice(atDay.left(readings, first), atDay.right(readings, last)));
}

/**
 * The newest reading, or with `today` the newest that is not after it: a clock that was set back leaves readings of days
 * that have not come yet. Undefined when there is none.
 */
export function latestReading(history: History, today?: LocalDay): Snapshot | undefined {
  const readings = inOrder(history);
  return readings[(today === undefined ? readings.length : atDay.right(readings, today)) - 1];
}

function known(readings: Snapshot[]): History {
  ordered.add(Object.freeze(readings));
  return readings;
}

function byDay(one: KnownDay, other: KnownDay): number {
  return one.day < other.day ? -1 : one.day > other.day ? 1 : 0;
}

const atDay = bisector((reading: Snapshot) => reading.day);
