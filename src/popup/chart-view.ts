import { bisector } from 'd3-array';
import type { Action } from '../core/rows/action';
import { changeBetween, changeOver, shown } from '../core/meaning/change';
import { currentGoal } from '../core/meaning/current-goal';
import type { Goal } from '../core/rows/goal';
import { valueOf, type History, type Measure } from '../core/score/history';
import { dayNumber, daysBetween, localDayOf, type LocalDay } from '../core/score/local-day';
import { pillarMaximum, totalMaximum } from '../core/score/pillar';
import { findRescalings } from '../core/meaning/rescaling';
import { findTip, tipTitleKey } from '../core/advice/tips';
import { trend } from '../core/meaning/trend';
import { valueRange, type ValueRange } from '../ui/chart-geometry';
import { formatDay, formatWeekday } from '../words/format-day';
import { formatChange, formatScore, formatSpan, formatTarget } from '../words/format-number';
import type { ChartLine, ChartMarker } from '../ui/line-chart';
import { pillarName } from '../words/pillar-name';
import type { Point } from '../ui/thin-points';
import { isStale } from '../core/meaning/stale';
import type { Surroundings } from '../words/surroundings';

/** How far back the chart reaches: one month, three, a year, or to the first reading. */
const chartRanges = ['month', 'quarter', 'year', 'all'] as const;

export type ChartRange = (typeof chartRanges)[number];

const months = { month: 1, quarter: 3, year: 12 } as const;

/** An axis shorter than this would make two readings look like a cliff. */
const shortestAxis = 14;

/** The goal is drawn when it lies within this part of the maximum from the last reading: 12 points of 100, 3 of 25. */
const goalReach = 0.12;

/** The change over a range may be called by the range's name when its first reading is at most this many days late. */
const lateStart = 7;

/** Longer tables get one row a month. */
const longestDailyTable = 400;

/** First day of a range's axis. */
export function rangeStart(range: ChartRange, today: LocalDay, firstDay: LocalDay): LocalDay {
  if (range === 'all') {
    const latestStart = localDayOf(dayNumber(today) - shortestAxis);
    return firstDay < latestStart ? firstDay : latestStart;
  }
  return Temporal.PlainDate.from(today).subtract({ months: months[range] }).toString();
}

export interface RangeView {
  readonly range: ChartRange;
  /** "3M" */
  readonly label: string;
  /** "3 months" */
  readonly name: string;
  /** Why it cannot be chosen: "History starts 18 Aug 2025". Absent when it can. */
  readonly disabled?: string;
}

/** The ranges to choose from; those longer than the history are there and say so. */
export function rangesView(firstDay: LocalDay, { today, language, say }: Surroundings): readonly RangeView[] {
  return chartRanges.map((range) => ({
    range,
    label: say(`chart_range_${range}`),
    name: range === 'all' ? say('chart_range_all_name') : rangeName(range, language),
    ...(rangeStart(range, today, firstDay) < firstDay &&
      range !== 'all' && { disabled: say('chart_history_starts', formatDay(firstDay, today, language)) }),
  }));
}

function rangeName(range: keyof typeof months, language: string): string {
  return range === 'year' ? formatSpan(1, 'year', language) : formatSpan(months[range], 'month', language);
}

/** The range at first: three months, or everything where there is less. */
export function defaultRange(firstDay: LocalDay, today: LocalDay): ChartRange {
  return rangeStart('quarter', today, firstDay) < firstDay ? 'all' : 'quarter';
}

/** What stands beside the ranges: a difference, or a sentence. */
export interface ReadoutView {
  /** The value under the crosshair: "58.0". */
  readonly value?: string;
  readonly change?: number;
  readonly text: string;
}

export interface ChartView {
  readonly label: string;
  readonly line: ChartLine;
  readonly from: number;
  readonly to: number;
  readonly range: ValueRange;
  readonly goal?: { readonly value: number; readonly label: string };
  /** "Goal 70 ↑" where the line would lie too far up. */
  readonly corner?: string;
  readonly markers: readonly ChartMarker[];
  readonly rescalings: readonly ChartMarker[];
  readonly waitingFrom?: number;
  /** At rest. */
  readonly readout: ReadoutView;
  /** For screen readers: the same readings as a table. */
  readonly table: readonly { readonly day: string; readonly value: string }[];
}

export interface ChartData {
  /** Readings of the range and enough before it, ascending by day. */
  readonly history: History;
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
  const { history } = data;
  const latest = history.at(-1);
  if (!latest) return undefined;

  const start = rangeStart(range, today, data.firstDay);
  // A clock that was set back leaves readings after today: they are shown, too.
  const end = latest.day > today ? latest.day : today;
  const shownHistory = history.slice(indexOfDay(history, start));
  const readings = shownHistory.map((reading): Point => ({ day: dayNumber(reading.day), value: valueOf(reading, of) }));
  const { values: heights } = trend(history, of);
  const before = history.length - readings.length;
  const trendLine = readings.map(({ day }, index): Point => ({ day, value: heights[before + index] ?? 0 }));

  const maximum = of === 'total' ? totalMaximum : pillarMaximum;
  const goal = currentGoal(data.goals, of);
  const distance = goal ? goal.target - valueOf(latest, of) : 0;
  const goalShown = goal && Math.abs(distance) <= goalReach * maximum;
  const values = readings.map(({ value }) => value);
  const stale = isStale(latest.day, today);
  return {
    label: of === 'total' ? say('chart_label_total') : say('chart_label_pillar', pillarName(of, say)),
    line: { of, readings, trend: trendLine },
    from: dayNumber(start),
    to: dayNumber(end),
    range: valueRange(
      goalShown ? [...values, goal.target] : values,
      of === 'total' ? [10, 20, 50] : [5, 10, 25],
      maximum,
    ),
    ...(goalShown && { goal: { value: goal.target, label: say('chart_goal') } }),
    ...(goal && !goalShown && distance > 0 && { corner: say('chart_goal_above', formatTarget(goal.target, language)) }),
    markers: markersOf(data.actions, of, readings, say),
    rescalings: findRescalings(history).map((day) => {
      const number = dayNumber(day);
      return { day: number, value: valueAt(readings, number), label: say('chart_rescaling') };
    }),
    ...(stale && { waitingFrom: dayNumber(latest.day) }),
    readout: restReadout(shownHistory, { of, range, start, stale }, around),
    table: tableOf(shownHistory, of, around),
  };
}

const byDay = bisector<History[number], LocalDay>((reading) => reading.day);

function indexOfDay(history: History, day: LocalDay): number {
  return byDay.left(history, day);
}

function markersOf(
  actions: readonly Action[],
  of: Measure,
  readings: readonly Point[],
  say: Surroundings['say'],
): readonly ChartMarker[] {
  return actions
    .filter((action) => of === 'total' || action.pillar === of)
    .map((action): ChartMarker => {
      const day = dayNumber(action.day);
      return { day, value: valueAt(readings, day), pillar: action.pillar, label: actionLabel(action, say) };
    })
    .sort((one, other) => one.day - other.day);
}

/** A done tip by its title, also one of a version that this one does not know; a note by its words. */
function actionLabel(action: Action, say: Surroundings['say']): string {
  if (action.kind === 'note') return action.text;
  const tip = findTip(action.tip);
  return tip ? say(tipTitleKey(tip)) : say('chart_unknown_tip');
}

const pointByDay = bisector<Point, number>((point) => point.day);

/** Height of the line at a day: straight between two readings, level beyond the ends. 0 without readings. */
function valueAt(readings: readonly Point[], day: number): number {
  const index = pointByDay.left(readings, day);
  const after = readings[index] ?? readings.at(-1);
  const before = readings[index - 1] ?? after;
  if (!before || !after) return 0;
  if (after.day === before.day) return after.value;
  return before.value + ((after.value - before.value) * (day - before.day)) / (after.day - before.day);
}

interface Rest {
  readonly of: Measure;
  readonly range: ChartRange;
  readonly start: LocalDay;
  readonly stale: boolean;
}

function restReadout(history: History, { of, range, start, stale }: Rest, around: Surroundings): ReadoutView {
  const { today, language, say } = around;
  const [first, latest] = [history[0], history.at(-1)];
  if (stale || !first || !latest) {
    return latest
      ? { text: say('chart_up_to', formatDay(latest.day, today, language)) }
      : { text: say('chart_not_read_range') };
  }
  if (first === latest) return { text: '' };
  const named = range !== 'all' && daysBetween(start, first.day) <= lateStart;
  return {
    change: changeBetween(first, latest, of).amount,
    text: named
      ? say('chart_in_span', rangeName(range, language))
      : say('chart_since', formatDay(first.day, today, language)),
  };
}

/** What the crosshair says of a day: its value and 7-day change, or that it was not read. */
export function cursorReadout(history: History, of: Measure, day: number, around: Surroundings): ReadoutView {
  const { today, language, say } = around;
  const wanted = localDayOf(day);
  const index = indexOfDay(history, wanted);
  const reading = history[index];
  const text = formatWeekday(wanted, today, language);
  if (reading?.day !== wanted) return { value: say('chart_not_read'), text };
  // Only readings up to 9 days before can be compared with; a long history is not searched for them.
  const change = changeOver(history.slice(Math.max(0, index - 9), index + 1), of, 7)?.amount;
  return {
    value: formatScore(shown(valueOf(reading, of)), language),
    ...(change !== undefined && { change }),
    text,
  };
}

/** The readout and what happened that day in one sentence, for screen readers. */
export function spokenDay(
  history: History,
  of: Measure,
  day: number,
  events: readonly ChartMarker[],
  around: Surroundings,
): string {
  const { language, say } = around;
  const { value, change, text } = cursorReadout(history, of, day, around);
  return [
    say('popup_pillar_label', text, value ?? ''),
    ...(change === undefined ? [] : [say('popup_pillar_change', formatChange(change, language))]),
    ...events.filter((event) => event.day === day).map((event) => event.label),
  ].join(say('list_comma'));
}

function tableOf(history: History, of: Measure, { today, language }: Surroundings): ChartView['table'] {
  const rows =
    history.length <= longestDailyTable
      ? history
      : history.filter((reading, index) => history[index + 1]?.day.slice(0, 7) !== reading.day.slice(0, 7));
  return rows.map((reading) => ({
    day: formatWeekday(reading.day, today, language),
    value: formatScore(shown(valueOf(reading, of)), language),
  }));
}
