import { shown } from '../core/meaning/change';
import type { DayValue } from '../core/score/history';
import { dayNumber, daysBetween, localDayOf, type LocalDay } from '../core/score/local-day';
import { formatDay } from '../words/format-day';
import { formatSpan } from '../words/format-number';
import type { Surroundings } from '../words/surroundings';

/** How far back a chart reaches: one month, three, a year, or to the first reading. */
const chartRanges = ['month', 'quarter', 'year', 'all'] as const;

export type ChartRange = (typeof chartRanges)[number];

const months = { month: 1, quarter: 3, year: 12 } as const;

/** An axis shorter than this would make two readings look like a cliff, in days. */
const shortestAxis = 14;

/** The change over a range may be called by the range's name when its first reading is at most this many days late. */
const lateStart = 7;

/** First day of a range's axis that ends `today`. */
export function rangeStart(range: ChartRange, today: LocalDay, firstDay: LocalDay): LocalDay {
  if (range === 'all') {
    const latestStart = localDayOf(dayNumber(today) - shortestAxis);
    return firstDay < latestStart ? firstDay : latestStart;
  }
  return Temporal.PlainDate.from(today).subtract({ months: months[range] }).toString();
}

/** A range to choose. */
export interface RangeView {
  readonly value: ChartRange;
  /** "3M" */
  readonly label: string;
  /** "3 months" */
  readonly name: string;
}

/** The ranges to choose from: none that is longer than the history. */
export function rangesView(firstDay: LocalDay, around: Surroundings): readonly RangeView[] {
  const { today, say } = around;
  return chartRanges
    .filter((range) => range === 'all' || rangeStart(range, today, firstDay) >= firstDay)
    .map((range) => ({ value: range, label: say(`chart_range_${range}`), name: rangeName(range, around) }));
}

function rangeName(range: ChartRange, { say, language }: Surroundings): string {
  if (range === 'all') return say('chart_range_all_name');
  return range === 'year' ? formatSpan(1, 'year', language) : formatSpan(months[range], 'month', language);
}

/** The range at first: three months, or everything where there is less. */
export function defaultRange(firstDay: LocalDay, today: LocalDay): ChartRange {
  return rangeStart('quarter', today, firstDay) < firstDay ? 'all' : 'quarter';
}

export interface RangeSummary {
  /** In points; absent when there is none to tell. */
  readonly change?: number;
  /** "in 3 months", "since 18 Aug 2025", "12 Mar to 4 Jun", "Readings up to 4 Oct". */
  readonly text: string;
}

interface SummaryQuestion {
  /** Undefined after a zoom by hand. */
  readonly range: ChartRange | undefined;
  /** First day of the axis. */
  readonly start: LocalDay;
  /** The last reading is too long ago to speak of what is. */
  readonly stale: boolean;
}

/** What is said beside the ranges of `seen`, the days in view ascending, each with the value of one measure. */
export function rangeSummary(seen: readonly DayValue[], question: SummaryQuestion, around: Surroundings): RangeSummary {
  const { today, language, say } = around;
  const { range, start, stale } = question;
  const [first, last] = [seen[0], seen.at(-1)];
  const day = (on: LocalDay) => formatDay(on, today, language);
  if (!first || !last) return { text: say('chart_not_read_range') };
  if (stale && range !== undefined) return { text: say('chart_up_to', day(last.day)) };
  if (first === last) return { text: day(first.day) };
  const change = shown(shown(last.value) - shown(first.value));
  if (range === undefined) return { change, text: say('scorecard_period', day(first.day), day(last.day)) };
  return range === 'all' || daysBetween(start, first.day) > lateStart
    ? { change, text: say('chart_since', day(first.day)) }
    : { change, text: say('chart_in_span', rangeName(range, around)) };
}
