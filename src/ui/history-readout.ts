import { bisector } from 'd3-array';
import { changeOver, shown } from '../core/meaning/change';
import { isNormal, normalWeek, normalWeekDays } from '../core/meaning/normal-week';
import { valueOf, type History, type Measure } from '../core/score/history';
import { localDayOf, type LocalDay } from '../core/score/local-day';
import { pillars, type Pillar } from '../core/score/pillar';
import type { TotalReading } from '../core/rows/total-reading';
import { formatWeekday } from '../words/format-day';
import { formatChange, formatPercent, formatScore, formatSpan } from '../words/format-number';
import { pillarName } from '../words/pillar-name';
import type { Surroundings } from '../words/surroundings';
import type { HistoryEvent } from './measure-pane';

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
  /** "No reading"; absent when it was. */
  readonly missing?: string;
}

interface ReadoutRow {
  readonly pillar?: Pillar;
  readonly name: string;
  readonly value: string;
  /** Against 7 days before, in points, and whether that meant nothing then. */
  readonly change?: { readonly points: number; readonly normal: boolean };
}

export interface ReadoutQuestion {
  readonly history: History;
  /** Days of which only the total is known. */
  readonly totals: readonly TotalReading[];
  readonly events: readonly HistoryEvent[];
  /** What is told; without it everything. */
  readonly measures?: readonly Measure[];
}

/** The readout of `day` (as `dayNumber` counts). `history` and `totals` ascend by day. */
export function readoutOf(
  { history, totals, events, measures = ['total', ...pillars] }: ReadoutQuestion,
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
  // What lies further back is not looked at: a long history is not searched for it.
  const near = history.slice(Math.max(0, index - normalWeekDays), index + 1);
  const row = (of: Measure): ReadoutRow => {
    const points = changeOver(near, of, 7)?.amount;
    return {
      ...(of !== 'total' && { pillar: of }),
      name: of === 'total' ? say('scorecard_total') : pillarName(of, say),
      value: formatScore(shown(valueOf(reading, of)), language),
      ...(points !== undefined && { change: { points, normal: isNormal(points, normalWeek(near, of)) } }),
    };
  };
  const rows = measures.map(row);
  return {
    title,
    ...(rows.some(({ change }) => change !== undefined) && { caption: formatSpan(7, 'day', language) }),
    rows,
    ranks: (['industry', 'network'] as const).flatMap((group) => {
      const rank = reading.rank[group];
      return rank === undefined ? [] : [say(`scorecard_rank_${group}`, formatPercent(rank, language))];
    }),
    events: happened,
  };
}

/** The readout in one sentence, for screen readers: whole, or in short, with the first of its numbers alone. */
export function spokenReadout(
  { title, rows, ranks, events, missing }: Readout,
  { say, language }: Surroundings,
  length: 'short' | 'whole',
): string {
  const short = length === 'short';
  return [
    title,
    ...(missing === undefined ? [] : [missing]),
    ...(short ? rows.slice(0, 1) : rows).map(({ name, value, change }) =>
      change === undefined
        ? say('scorecard_spoken_value', name, value)
        : say('scorecard_spoken_change', name, value, formatChange(change.points, language)),
    ),
    ...(short ? [] : ranks),
    ...events.map(({ label }) => label),
  ].join(say('list_comma'));
}

/** The rows from one day to another, both included, ascending by day as they are given. */
export function rowsBetween<Row extends { readonly day: LocalDay }>(
  rows: readonly Row[],
  first: LocalDay,
  last: LocalDay,
): readonly Row[] {
  return rows.slice(byDay.left(rows, first), byDay.right(rows, last));
}
