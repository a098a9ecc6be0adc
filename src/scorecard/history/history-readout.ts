import { bisector } from 'd3-array';
import { changeBetween, changeOver, shown } from '../../core/meaning/change';
import { valueOf, type History, type Measure } from '../../core/score/history';
import { dayNumber, daysBetween, localDayOf, type LocalDay } from '../../core/score/local-day';
import { pillars, type Pillar } from '../../core/score/pillar';
import type { Ranks } from '../../core/rows/snapshot';
import type { TotalReading } from '../../core/rows/total-reading';
import { formatDay, formatWeekday } from '../../words/format-day';
import { formatChange, formatPercent, formatScore, formatSpan } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Group } from './history-lines';
import type { ScorecardData } from '../load-scorecard';
import type { HistoryEvent } from './history-panes';
import type { Surroundings } from '../../words/surroundings';
import type { Stretch } from './zoom';

/** In place of a number that the page did not show. */
const absent = '\u2013';

const byDay = bisector<{ readonly day: LocalDay }, LocalDay>((reading) => reading.day);

/** What the crosshair says of a day. */
export interface Readout {
  /** "Tue 22 Sep" */
  readonly title: string;
  /** "7 days", over the changes; absent when there are none. */
  readonly caption?: string;
  /** Empty on a day without a reading. */
  readonly rows: readonly ReadoutRow[];
  /** "Top 12% in your industry" */
  readonly ranks: readonly string[];
  readonly events: readonly HistoryEvent[];
  /** "Not read"; absent when it was. */
  readonly missing?: string;
}

interface ReadoutRow {
  readonly pillar?: Pillar;
  readonly name: string;
  readonly value: string;
  /** Against 7 days before, in points. */
  readonly change?: number;
}

/** The readout of `day` (as `dayNumber` counts). `history` and `totals` ascend by day. */
export function readoutOf(
  {
    history,
    totals,
    events,
  }: { readonly history: History; readonly totals: readonly TotalReading[]; readonly events: readonly HistoryEvent[] },
  day: number,
  around: Surroundings,
): Readout {
  const { say, today, language } = around;
  const wanted = localDayOf(day);
  const title = formatWeekday(wanted, today, language);
  const happened = events.filter((event) => event.day === day);
  const index = byDay.left(history, wanted);
  const reading = history[index];
  if (reading?.day !== wanted) {
    const total = totals[byDay.left(totals, wanted)];
    const rows =
      total?.day === wanted ? [{ name: say('scorecard_total'), value: formatScore(shown(total.total), language) }] : [];
    return {
      title,
      rows,
      ranks: [],
      events: happened,
      ...(rows.length === 0 && { missing: say('chart_not_read') }),
    };
  }
  // Only readings up to 9 days before can be compared with; a long history is not searched for them.
  const near = history.slice(Math.max(0, index - 9), index + 1);
  const row = (of: Measure): ReadoutRow => {
    const change = changeOver(near, of, 7)?.amount;
    return {
      ...(of !== 'total' && { pillar: of }),
      name: of === 'total' ? say('scorecard_total') : pillarName(of, say),
      value: formatScore(shown(valueOf(reading, of)), language),
      ...(change !== undefined && { change }),
    };
  };
  const rows = (['total', ...pillars] as const).map(row);
  return {
    title,
    ...(rows.some(({ change }) => change !== undefined) && { caption: formatSpan(7, 'day', language) }),
    rows,
    ranks: (['industry', 'network'] as const).flatMap((group) => rankWords(group, reading.rank[group], around)),
    events: happened,
  };
}

function rankWords(group: Group, rank: number | undefined, { say, language }: Surroundings): readonly string[] {
  return rank === undefined ? [] : [say(`scorecard_rank_${group}`, formatPercent(rank, language))];
}

/** The readout in one sentence, for screen readers. */
export function spokenReadout(
  { title, rows, ranks, events, missing }: Readout,
  { say, language }: Surroundings,
): string {
  return [
    title,
    ...(missing === undefined ? [] : [missing]),
    ...rows.map(({ name, value, change }) =>
      change === undefined
        ? say('scorecard_spoken_value', name, value)
        : say('scorecard_spoken_change', name, value, formatChange(change, language)),
    ),
    ...ranks,
    ...events.map(({ label }) => label),
  ].join(say('list_comma'));
}

/** The change of the total over what is looked at. */
export interface StretchSummary {
  readonly change?: number;
  /** "in 3 months", "since 18 Aug 2025", "12 Mar to 4 Jun". */
  readonly text: string;
}

/** How far back a range reaches, in months; `all` reaches to the first reading. */
export const ranges = { month: 1, quarter: 3, year: 12, all: undefined } as const;

export type Range = keyof typeof ranges;

/** An axis shorter than this would make two readings look like a cliff, in days. */
const shortestAxis = 14;

/** The change over a range may be called by the range's name when its first reading is at most this many days late. */
const lateStart = 7;

/** What can be looked at at all: from the first reading to today, or to a reading that a wrong clock put after it. */
export function boundsOf(firstDay: LocalDay, lastDay: LocalDay, today: LocalDay): Stretch {
  const to = Math.max(dayNumber(today), dayNumber(lastDay));
  return { from: Math.min(dayNumber(firstDay), to - shortestAxis), to };
}

/** The stretch of a range: back from the end of `bounds`, no further than they reach. */
export function stretchOf(range: Range, bounds: Stretch): Stretch {
  const months = ranges[range];
  if (months === undefined) return bounds;
  const start = Temporal.PlainDate.from(localDayOf(bounds.to)).subtract({ months }).toString();
  return { from: Math.max(bounds.from, dayNumber(start)), to: bounds.to };
}

/** Whether the history is long enough for a range. */
export function reaches(range: Range, bounds: Stretch): boolean {
  const months = ranges[range];
  if (months === undefined) return true;
  return dayNumber(Temporal.PlainDate.from(localDayOf(bounds.to)).subtract({ months }).toString()) >= bounds.from;
}

/** "3 months", "1 year". */
export function rangeName(range: Range, { say, language }: Surroundings): string {
  const months = ranges[range];
  if (months === undefined) return say('chart_range_all_name');
  return months === 12 ? formatSpan(1, 'year', language) : formatSpan(months, 'month', language);
}

/** What is said beside the ranges. `range` is undefined after a zoom by hand. */
export function summaryOf(
  history: History,
  stretch: Stretch,
  range: Range | undefined,
  around: Surroundings,
): StretchSummary {
  const { say, today, language } = around;
  const seen = readingsOf(history, stretch);
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) return { text: say('chart_not_read_range') };
  const period = say('scorecard_period', formatDay(first.day, today, language), formatDay(last.day, today, language));
  if (first === last) return { text: formatDay(first.day, today, language) };
  const change = changeBetween(first, last, 'total').amount;
  if (range === undefined) return { change, text: period };
  const start = localDayOf(Math.ceil(stretch.from));
  return range === 'all' || daysBetween(start, first.day) > lateStart
    ? { change, text: say('chart_since', formatDay(first.day, today, language)) }
    : { change, text: say('chart_in_span', rangeName(range, around)) };
}

/** The readings in a stretch, ascending by day. */
function readingsOf<Row extends { readonly day: LocalDay }>(
  rows: readonly Row[],
  { from, to }: Stretch,
): readonly Row[] {
  return rows.slice(byDay.left(rows, localDayOf(Math.ceil(from))), byDay.right(rows, localDayOf(Math.floor(to))));
}

/** One row of the history as a table. */
export interface HistoryRow {
  readonly day: LocalDay;
  readonly date: string;
  /** Total, then the pillars in their order. */
  readonly values: readonly string[];
  /** Industry, then network; a dash where the page showed none. */
  readonly ranks: readonly string[];
}

/** The newest `count` readings of a stretch as table rows, newest first; a dash where only the total of a day is known. */
export function tableRows(
  { history, totals }: Pick<ScorecardData, 'history' | 'totals'>,
  stretch: Stretch,
  count: number,
  { today, language }: Surroundings,
): readonly HistoryRow[] {
  const rank = (value: number | undefined) => (value === undefined ? absent : formatPercent(value, language));
  const row = (day: LocalDay, values: readonly string[], ranks: Ranks): HistoryRow => ({
    day,
    date: formatWeekday(day, today, language),
    values,
    ranks: [rank(ranks.industry), rank(ranks.network)],
  });
  const read = readingsOf(history, stretch)
    .slice(-count)
    .map((reading) =>
      row(
        reading.day,
        (['total', ...pillars] as const).map((of) => formatScore(shown(valueOf(reading, of)), language)),
        reading.rank,
      ),
    );
  const alone = readingsOf(totals, stretch)
    .slice(-count)
    .map(({ day, total, rank: ranks }) =>
      row(day, [formatScore(shown(total), language), ...pillars.map(() => absent)], ranks),
    );
  if (alone.length === 0) return read.reverse();
  return [...read, ...alone].sort((one, other) => (one.day < other.day ? 1 : -1)).slice(0, count);
}
