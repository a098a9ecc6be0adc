import type { Choice, DateOrder, Question } from './imported-file';
import type { Pause } from './read-json';
import { orderedDay, type WrittenDate } from './written-date';
import { addDays, daysBetween, weekdayOf, type LocalDay } from '../core/score/local-day';

type Numbers = Extract<WrittenDate, { form: 'numbers' }>;

/** How the numbers of a column's dates stand. */
export interface NumberOrder {
  readonly yearFirst: 'year-first' | 'year-day-month';
  readonly others: DateOrder;
  /** Single dates that this order makes none stand the other way round: a spreadsheet turned those it could when it opened the file. */
  readonly turned: boolean;
}

/** In which order the numbers of a date may stand that does not begin with the whole year. */
const dateOrders: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];

/** Nobody had an SSI before. */
const earliest: LocalDay = '2010-01-01';

/** Decides in which order the numbers of dates stand: the one that most dates allow, of several the one in which the days do not jump about; else it is asked. */
export async function orderOf(
  dates: readonly WrittenDate[],
  texts: readonly string[],
  today: LocalDay,
  answer: string | undefined,
  pause: Pause,
): Promise<NumberOrder | Question> {
  const latest = addDays(today, 1);
  const orderedIn = (date: Numbers, order: DateOrder | 'year-day-month') => {
    const day = orderedDay(date, order);
    if (day === undefined || day > latest || (date.year === 'short' && day < earliest)) return undefined;
    return date.weekday === undefined || weekdayOf(day) === date.weekday ? day : undefined;
  };
  // Each is worked out once, in slices, and those that do not begin with the year are asked for several times.
  const leading = { 'year-first': 0, 'year-day-month': 0 };
  const open: { readonly date: Numbers; readonly text: string }[] = [];
  const days = new Map<DateOrder, Map<Numbers, LocalDay | undefined>>(dateOrders.map((order) => [order, new Map()]));
  for (const [index, date] of dates.entries()) {
    if (index % 200 === 0) await pause(0);
    if (date.form !== 'numbers') continue;
    if (date.year === 'first') {
      if (orderedIn(date, 'year-first') !== undefined) leading['year-first'] += 1;
      if (orderedIn(date, 'year-day-month') !== undefined) leading['year-day-month'] += 1;
    } else {
      open.push({ date, text: texts[index] ?? '' });
      for (const order of dateOrders) days.get(order)?.set(date, orderedIn(date, order));
    }
  }
  const dayIn = (date: Numbers, order: DateOrder) => days.get(order)?.get(date);
  const valid = (list: readonly Numbers[], order: DateOrder) =>
    list.filter((date) => dayIn(date, order) !== undefined).length;

  const yearFirst = leading['year-day-month'] > leading['year-first'] ? 'year-day-month' : 'year-first';
  const rest = open.map(({ date }) => date);
  const done = (others: DateOrder, turned = false): NumberOrder => ({ yearFirst, others, turned });
  if (rest.length === 0) return done('day-first');

  const orders: readonly DateOrder[] = rest.every(({ year }) => year === 'short')
    ? ['day-first', 'month-first', 'year-first']
    : ['day-first', 'month-first'];
  const chosen = orders.find((order) => order === answer);
  const counts = orders.map((order) => valid(rest, order));
  const highest = Math.max(...counts);
  let best = orders.filter((_, index) => counts[index] === highest);
  const daysIn = (order: DateOrder) => rest.flatMap((date) => dayIn(date, order) ?? []);
  if (chosen === undefined && best.length > 1) {
    best = withoutRepeats(best, daysIn);
    best = steadiest(best, daysIn, rest.length);
  }
  const [only = 'day-first', ...others] = chosen === undefined ? best : [chosen];
  if (others.length === 0) {
    if (valid(rest, only) === rest.length || inSequence(daysIn(only))) return done(only);
    const mixed = (['day-first', 'month-first'] as const).filter((order) => isTurned(rest, order, dayIn));
    if (mixed.length === 1 && mixed[0] !== undefined && (chosen === undefined || chosen === mixed[0]))
      return done(mixed[0], true);
    // Some dates stand in neither order and the others jump about: nothing is certain.
    const second = orders.filter((order) => order !== only && valid(rest, order) > rest.length / 5);
    if (
      chosen !== undefined ||
      second.length === 0 ||
      (valid(rest, only) >= rest.length * 0.9 &&
        valid(rest, only) >= 2 * Math.max(...second.map((order) => valid(rest, order))))
    )
      return done(only);
    return question(
      orders.filter((order) => order !== 'year-first'),
      open,
      dayIn,
    );
  }
  // A day and a month with dots stand in this order everywhere but where a spreadsheet put its own marks into an American date.
  const dotted = rest.every(({ dots, padded, year }) => dots && (year === 'last' || padded));
  if (dotted && best.includes('day-first')) return done('day-first');
  return question(best, open, dayIn);
}

/** Orders that give the same days are one. */
function withoutRepeats(orders: readonly DateOrder[], daysIn: (order: DateOrder) => readonly LocalDay[]): DateOrder[] {
  const known = new Map(orders.map((order) => [daysIn(order).join(), order]).reverse() as [string, DateOrder][]);
  return orders.filter((order) => known.get(daysIn(order).join()) === order);
}

/** The orders in which the days go one way through the file, if there are such; of these the one that is far denser than all others. */
function steadiest(
  orders: readonly DateOrder[],
  daysIn: (order: DateOrder) => readonly LocalDay[],
  count: number,
): DateOrder[] {
  const steady = orders.filter((order) => inSequence(daysIn(order)));
  const left = steady.length > 0 && count > 2 ? steady : [...orders];
  if (!left.includes('year-first') || left.length < 2 || count < 2) return left;
  const spans = left.map((order) => {
    const days = [...daysIn(order)].sort();
    return daysBetween(days[0] ?? '', days.at(-1) ?? '') + 1;
  });
  const least = Math.min(...spans);
  return left.filter((_, index) => (spans[index] ?? 0) < least * 10);
}

function inSequence(days: readonly LocalDay[]): boolean {
  const pairs = days.slice(1).map((day, index) => [days[index] ?? '', day] as const);
  return pairs.every(([before, after]) => before <= after) || pairs.every(([before, after]) => before >= after);
}

/** Whether the days go one way when those that this order makes impossible are read the other way round. */
function isTurned(
  dates: readonly Numbers[],
  order: 'day-first' | 'month-first',
  dayIn: (date: Numbers, order: DateOrder) => LocalDay | undefined,
): boolean {
  const other = order === 'day-first' ? 'month-first' : 'day-first';
  const days = dates.map((date) => dayIn(date, order) ?? dayIn(date, other));
  return dates.length >= 8 && days.every((day) => day !== undefined) && inSequence(days);
}

function question(
  orders: readonly DateOrder[],
  open: readonly { readonly date: Numbers; readonly text: string }[],
  dayIn: (date: Numbers, order: DateOrder) => LocalDay | undefined,
): Question {
  const telling = open.filter(({ date }) => new Set(orders.map((order) => dayIn(date, order))).size > 1);
  const choices = orders.map((order): Choice => {
    const days = telling.slice(0, 3).map(({ date }) => dayIn(date, order) ?? '');
    return { value: order, label: days[0] ?? '', samples: days };
  });
  return { kind: 'date-order', example: (telling[0]?.text ?? '').slice(0, 40), choices };
}
