import { mean } from 'd3-array';
import type { TotalReading } from '../rows/total-reading';
import { dayValues, readingsBetween, type DayValue, type History, type Measure } from '../score/history';
import { addDays, daysBetween, type LocalDay } from '../score/local-day';
import { pillars } from '../score/pillar';
import { shown } from './change';
import { isNormal, normalWeek } from './normal-week';
import { findRescalings } from './rescaling';

/** Days of the calendar, the first and the last included. */
export interface Span {
  readonly first: LocalDay;
  readonly last: LocalDay;
}

/** Two spans that are compared, one right after the other. */
export interface SpanPair {
  readonly earlier: Span;
  readonly later: Span;
}

/** What can be compared without choosing days: a month and a year of the calendar with the one before, and the last three months with the three before. */
export const comparedSpans = ['month', 'quarter', 'year'] as const;

export type ComparedSpan = (typeof comparedSpans)[number];

/** The two spans on `today`: the present month or year goes to `today`, the one before is whole. */
export function spansOn(which: ComparedSpan, today: LocalDay): SpanPair {
  if (which === 'quarter') {
    const end = Temporal.PlainDate.from(today);
    const first = end.subtract({ months: 3 }).add({ days: 1 }).toString();
    const last = addDays(first, -1);
    const before = end.subtract({ months: 6 }).add({ days: 1 }).toString();
    return { earlier: { first: before, last }, later: { first, last: today } };
  }
  const first = which === 'month' ? `${today.slice(0, 7)}-01` : `${today.slice(0, 4)}-01-01`;
  const before = Temporal.PlainDate.from(first).subtract(which === 'month' ? { months: 1 } : { years: 1 });
  return { earlier: { first: before.toString(), last: addDays(first, -1) }, later: { first, last: today } };
}

/** Some days, and as many before them. */
export function spanAndBefore(later: Span): SpanPair {
  const last = addDays(later.first, -1);
  return { earlier: { first: addDays(last, -daysBetween(later.first, later.last)), last }, later };
}

/** A measure in two spans: the mean of its readings in each, in points as shown. */
interface ComparedMeasure {
  readonly of: Measure;
  readonly earlier: number;
  readonly later: number;
  /** `later` minus `earlier`. */
  readonly amount: number;
  /** Whether one usual week moves it as far; absent while the normal week is not known. */
  readonly normal?: boolean;
}

export type Comparison =
  /** Nothing was read in one of them: the earlier, or the later where both have none. */
  | { readonly case: 'no-reading'; readonly span: Span }
  /** LinkedIn rescaled everybody between the first reading and the last: numbers of two scales have no mean. */
  | { readonly case: 'rescaled'; readonly on: LocalDay }
  | {
      readonly case: 'compared';
      /** Readings in each span. */
      readonly counts: { readonly earlier: number; readonly later: number };
      /** The total, then the pillars; a pillar that is not known in both spans is left out. */
      readonly measures: readonly ComparedMeasure[];
    };

export interface CompareQuestion {
  readonly history: History;
  /** Days of which only the total is known, ascending by day: they count for the total alone. */
  readonly totals: readonly TotalReading[];
  readonly spans: SpanPair;
  readonly today: LocalDay;
}

/**
 * Compares the means of the readings in two spans. Means, and not the last reading of each: what happened to be read on the last day says less of a
 * month than all that was read in it. Every reading counts once; between them nothing is filled in.
 */
export function compareSpans({ history, totals, spans, today }: CompareQuestion): Comparison {
  const valuesIn = (of: Measure) => {
    const values = dayValues(history, totals, of);
    const within = ({ first, last }: Span) => values.filter(({ day }) => day >= first && day <= last);
    return { earlier: within(spans.earlier), later: within(spans.later) };
  };
  const total = valuesIn('total');
  for (const which of ['later', 'earlier'] as const) {
    if (total[which].length === 0) return { case: 'no-reading', span: spans[which] };
  }
  const read = readingsBetween(history, spans.earlier.first, spans.later.last);
  const on = findRescalings(read).at(-1);
  if (on !== undefined) return { case: 'rescaled', on };
  const measures = (['total', ...pillars] as const).flatMap((of): readonly ComparedMeasure[] => {
    const { earlier, later } = of === 'total' ? total : valuesIn(of);
    const [before, after] = [meanOf(earlier), meanOf(later)];
    if (before === undefined || after === undefined) return [];
    const amount = shown(after - before);
    const usual = normalWeek(history, of, today);
    return [{ of, earlier: before, later: after, amount, ...(usual && { normal: isNormal(amount, usual) }) }];
  });
  return {
    case: 'compared',
    counts: { earlier: total.earlier.length, later: total.later.length },
    measures,
  };
}

/** As it is shown, so that what is shown adds up; undefined of nothing. */
function meanOf(values: readonly DayValue[]): number | undefined {
  const middle = mean(values, ({ value }) => value);
  return middle === undefined ? undefined : shown(middle);
}
