import type { Action } from '../core/rows/action';
import { currentGoal } from '../core/meaning/current-goal';
import type { Goal } from '../core/rows/goal';
import type { TotalReading } from '../core/rows/total-reading';
import { shown } from '../core/meaning/change';
import { isStale } from '../core/meaning/stale';
import { dayValues, type DayValue, type History, type Measure } from '../core/score/history';
import { dayNumber, type LocalDay } from '../core/score/local-day';
import type { ChartPane } from '../ui/chart/chart-pane';
import type { Stretch } from '../ui/chart/zoom';
import { rangeStart, rangeSummary, type ChartRange } from '../ui/history-range';
import { readoutOf, rowsBetween } from '../ui/history-readout';
import {
  historyEvents,
  isGoalInReach,
  maximumOf,
  measureChartLine,
  measureLine,
  scoreFormats,
  type HistoryEvent,
} from '../ui/measure-pane';
import { formatWeekday } from '../words/format-day';
import { formatChange, formatScore, formatTarget } from '../words/format-number';
import { pillarName } from '../words/pillar-name';
import type { Surroundings } from '../words/surroundings';

/** Height of the plot in CSS pixels. */
const plotHeight = 69;

/** Longer tables get one row a month. */
const longestDailyTable = 400;

/** What stands beside the ranges: a difference, or a sentence. */
export interface ReadoutView {
  /** The value under the crosshair: "58.0". */
  readonly value?: string;
  readonly change?: { readonly points: number; readonly normal: boolean };
  readonly text: string;
}

export interface ChartView {
  readonly label: string;
  readonly pane: ChartPane;
  readonly stretch: Stretch;
  /** What was done, and what LinkedIn did, ascending by day. */
  readonly events: readonly HistoryEvent[];
  readonly waitingFrom?: number;
  /** At rest. */
  readonly readout: ReadoutView;
  /** For screen readers: the same readings as a table. */
  readonly table: readonly { readonly day: string; readonly value: string }[];
}

export interface ChartData {
  /** Readings of the range and enough before it, ascending by day. */
  readonly history: History;
  /** Days of which only the total is known, of the same stretch. */
  readonly totals: readonly TotalReading[];
  readonly firstDay: LocalDay;
  readonly actions: readonly Action[];
  readonly goals: readonly Goal[];
}

/** The chart of one measure over one range. Undefined without a reading. */
export function chartView(
  data: ChartData,
  { of, range }: { readonly of: Measure; readonly range: ChartRange },
  around: Surroundings,
): ChartView | undefined {
  const { today, language, say } = around;
  const { history, totals } = data;
  const values = dayValues(history, totals, of);
  const latest = values.at(-1);
  if (!latest) return undefined;

  const start = rangeStart(range, today, data.firstDay);
  // A clock that was set back leaves readings after today: they are shown too.
  const end = latest.day > today ? latest.day : today;
  const seen = rowsBetween(values, start, end);
  const line = measureLine(history, totals, of);
  const goal = currentGoal(data.goals, of);
  const goalShown = goal && isGoalInReach(goal, line);
  const above = goal && !goalShown && goal.target > latest.value;
  const events = historyEvents(history, data.actions, say).filter(
    ({ kind, pillar }) => of === 'total' || kind === 'rescaling' || pillar === of,
  );
  const stale = isStale(latest.day, today);
  const summary = rangeSummary(seen, { range, start, stale }, around);
  return {
    label: of === 'total' ? say('chart_label_total') : say('chart_label_pillar', pillarName(of, say)),
    pane: {
      id: of,
      height: plotHeight,
      maximum: maximumOf(of),
      lines: [measureChartLine({ of, line, events }, say)],
      goals: goalShown ? [{ of, target: goal.target, label: say('chart_goal') }] : [],
      corner: above ? say('chart_goal_above', formatTarget(goal.target, language)) : undefined,
      ...scoreFormats(around),
    },
    stretch: { from: dayNumber(start), to: dayNumber(end) },
    events,
    ...(stale && { waitingFrom: dayNumber(latest.day) }),
    readout: {
      ...(summary.change !== undefined && { change: { points: summary.change, normal: false } }),
      text: summary.text,
    },
    table: tableOf(seen, around),
  };
}

/** What the crosshair says of a day: its value and 7-day change, or that it was not read. */
export function cursorReadout(
  { history, totals }: Pick<ChartData, 'history' | 'totals'>,
  of: Measure,
  day: number,
  around: Surroundings,
): ReadoutView {
  const known = of === 'total' ? totals : [];
  const { title, rows, missing } = readoutOf({ history, totals: known, events: [], measures: [of] }, day, around);
  const [row] = rows;
  const value = row?.value ?? missing;
  return {
    ...(value !== undefined && { value }),
    ...(row?.change && { change: row.change }),
    text: title,
  };
}

/** The readout and what happened that day in one sentence, for screen readers. */
export function spokenDay(
  data: Pick<ChartData, 'history' | 'totals'>,
  of: Measure,
  day: number,
  events: readonly HistoryEvent[],
  around: Surroundings,
): string {
  const { language, say } = around;
  const { value, change, text } = cursorReadout(data, of, day, around);
  return [
    say('popup_pillar_label', text, value ?? ''),
    ...(change === undefined ? [] : [say('popup_pillar_change', formatChange(change.points, language))]),
    ...events.filter((event) => event.day === day).map((event) => event.label),
  ].join(say('list_comma'));
}

function tableOf(values: readonly DayValue[], { today, language }: Surroundings): ChartView['table'] {
  const rows =
    values.length <= longestDailyTable
      ? values
      : values.filter(({ day }, index) => values[index + 1]?.day.slice(0, 7) !== day.slice(0, 7));
  return rows.map(({ day, value }) => ({
    day: formatWeekday(day, today, language),
    value: formatScore(shown(value), language),
  }));
}
