import type { NumberOrder } from './date-order';
import type { Choice, ImportOptions, Question } from './imported-file';
import type { DatedRow } from './table-rows';
import { dayOf } from './calendar-days';
import { orderedDay, type WrittenDate } from './written-date';
import { addDays, localDayAt, type LocalDay } from '../core/score/local-day';

/** What a file's dates left open, decided for all of them. */
export interface Decided {
  readonly order: NumberOrder;
  /** The year of each row that has none, by the row's place. */
  readonly years: Years;
  /** Every instant is midnight in UTC. */
  readonly midnights: boolean;
}

export interface Years {
  readonly byRow: ReadonlyMap<number, number>;
  readonly monthFirst: boolean;
}

/** Day and instant of a row. A date without a time stands for the first instant of its day, so that any real reading of that day counts as newer. */
export function momentOf(
  { date, clock }: DatedRow,
  index: number,
  { order, years, midnights }: Decided,
  timeZone: string,
): { readonly day: LocalDay; readonly readAt: number } | undefined {
  if (date === undefined) return undefined;
  if (date.form === 'instant') {
    if (midnights) return startOf(new Date(date.instant).toISOString().slice(0, 10), clock, timeZone);
    if (!Number.isFinite(date.instant) || Math.abs(date.instant) > 8e15) return undefined;
    return { day: date.day ?? localDayAt(date.instant, timeZone), readAt: date.instant };
  }
  const day = dayIn(date, order, years, index);
  return day === undefined
    ? undefined
    : startOf(day, ('time' in date ? date.time.clock : undefined) ?? clock, timeZone);
}

function startOf(
  day: LocalDay,
  clock: string | undefined,
  timeZone: string,
): { readonly day: LocalDay; readonly readAt: number } {
  const plainTime = clock === undefined ? {} : { plainTime: Temporal.PlainTime.from(clock) };
  return { day, readAt: Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, ...plainTime }).epochMilliseconds };
}

function dayIn(date: WrittenDate, order: NumberOrder, years: Years, index: number): LocalDay | undefined {
  switch (date.form) {
    case 'day':
    case 'digits':
      return date.day;
    case 'numbers': {
      if (date.year === 'first') return orderedDay(date, order.yearFirst);
      const day = orderedDay(date, order.others);
      return day === undefined && order.turned
        ? orderedDay(date, order.others === 'day-first' ? 'month-first' : 'day-first')
        : day;
    }
    case 'no-year':
    case 'two-numbers': {
      const parts = monthAndDate(date, years.monthFirst);
      const year = years.byRow.get(index);
      return year === undefined ? undefined : dayOf(year, parts.month, parts.date);
    }
    default:
      return undefined;
  }
}

function monthAndDate(
  date: Extract<WrittenDate, { form: 'no-year' | 'two-numbers' }>,
  monthFirst: boolean,
): { readonly month: number; readonly date: number } {
  if (date.form === 'no-year') return date;
  const [first, second] = date.numbers;
  return monthFirst ? { month: first, date: second } : { month: second, date: first };
}

/** The years of rows whose dates have none: going through the file they change where the months start again. The last one is asked. */
export function decideYears(
  rows: readonly DatedRow[],
  order: NumberOrder,
  { today, answers }: ImportOptions,
): Years | Question {
  const open = rows.flatMap(({ date, dateText }, index) =>
    date?.form === 'no-year' || date?.form === 'two-numbers' ? [{ date, dateText, index }] : [],
  );
  if (open.length === 0) return { byRow: new Map(), monthFirst: order.others === 'month-first' };
  const possible = (monthFirst: boolean) => open.filter(({ date }) => exists(monthAndDate(date, monthFirst))).length;
  const [dayFirst, monthFirst] = [possible(false), possible(true)];
  const pairs = open.filter(({ date }) => date.form === 'two-numbers');
  const answer = answers?.['date-order'];
  let leads = monthFirst > dayFirst;
  if (pairs.length > 0 && dayFirst === monthFirst) {
    if (answer !== 'day-first' && answer !== 'month-first') {
      const telling = pairs.filter(({ date }) => date.form === 'two-numbers' && date.numbers[0] !== date.numbers[1]);
      const choices = (['day-first', 'month-first'] as const).map((value): Choice => {
        const samples = telling.slice(0, 3).map(({ date }) => shown(monthAndDate(date, value === 'month-first')));
        return { value, label: samples[0] ?? '', samples };
      });
      if (telling.length > 0) return { kind: 'date-order', example: telling[0]?.dateText.slice(0, 40) ?? '', choices };
    }
    leads = answer === 'month-first';
  }
  const parts = open.map(({ date }) => monthAndDate(date, leads));
  const steps = stepsOf(parts);
  const last = parts.at(-1) ?? { month: 1, date: 1 };
  const newest = newestYear(parts, steps, today);
  const answered = /^\d{4}$/.test(answers?.year ?? '') ? Number(answers?.year) : undefined;
  if (answered === undefined) {
    const example = open.at(-1)?.dateText.slice(0, 40) ?? '';
    const choices = [0, 1, 2].map((back): Choice => {
      const year = newest - back;
      return { value: String(year), label: String(year), samples: [dayOf(year, last.month, last.date) ?? ''] };
    });
    return { kind: 'year', example, choices };
  }
  const lastStep = steps.at(-1) ?? 0;
  return {
    byRow: new Map(open.map(({ index }, place) => [index, answered + (steps[place] ?? 0) - lastStep])),
    monthFirst: leads,
  };
}

const shown = ({ month, date }: { month: number; date: number }) =>
  `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

const exists = ({ month, date }: { readonly month: number; readonly date: number }) =>
  dayOf(2024, month, date) !== undefined;

/** How many years each row is after (before, if negative) the first: one more each time the months start again, or end again in a file that goes backwards. */
function stepsOf(parts: readonly { readonly month: number; readonly date: number }[]): number[] {
  const places = parts.map(({ month, date }) => month * 31 + date);
  const changes = places.slice(1).map((place, index) => place - (places[index] ?? 0));
  // The way through the file, a step over the year's end being a short one.
  const short = changes.map((change) => (change > 186 ? change - 372 : change < -186 ? change + 372 : change));
  const forwards = short.filter((change) => change > 0).length >= short.filter((change) => change < 0).length;
  let year = 0;
  return places.map((_, index) => {
    const change = changes[index - 1] ?? 0;
    // A step of half a year against the file's way is a new year, a smaller one a row out of place.
    if (forwards && change < -186) year += 1;
    if (!forwards && change > 186) year -= 1;
    return year;
  });
}

/** The latest year of the last row in which no row lies in days to come. */
function newestYear(
  parts: readonly { readonly month: number; readonly date: number }[],
  steps: readonly number[],
  today: LocalDay,
): number {
  const lastStep = steps.at(-1) ?? 0;
  const latest = addDays(today, 1);
  for (let year = Number(today.slice(0, 4)) + 1; ; year -= 1) {
    const ahead = parts.some(
      ({ month, date }, index) => (dayOf(year + (steps[index] ?? 0) - lastStep, month, date) ?? '') > latest,
    );
    if (!ahead || year < 2000) return year;
  }
}
