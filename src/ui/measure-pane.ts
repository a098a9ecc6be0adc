import { shown } from '../core/meaning/change';
import { findRescalings } from '../core/meaning/rescaling';
import { findTip, tipTitleKey } from '../core/advice/tips';
import type { Action } from '../core/rows/action';
import type { Goal } from '../core/rows/goal';
import type { TotalReading } from '../core/rows/total-reading';
import { dayValues, type History, type Measure } from '../core/score/history';
import { dayNumber } from '../core/score/local-day';
import { pillarMaximum, totalMaximum, type Pillar } from '../core/score/pillar';
import { formatScore, formatTarget } from '../words/format-number';
import { pillarName } from '../words/pillar-name';
import type { Say } from '../words/say';
import type { Surroundings } from '../words/surroundings';
import type { ChartLine, ChartMarker, ChartPane } from './chart/chart-pane';
import { lineOf, valueAt, type Line, type TrendLine } from './chart/line';

/** Something that happened on a day: what the member did, or LinkedIn's change of everybody's score. */
export interface HistoryEvent {
  readonly kind: Action['kind'] | 'rescaling';
  readonly day: number;
  /** Whose action it is; absent for what is of no pillar. */
  readonly pillar?: Pillar | undefined;
  readonly label: string;
}

/** Everything that happened, ascending by day. */
export function historyEvents(history: History, actions: readonly Action[], say: Say): readonly HistoryEvent[] {
  return [
    ...actions.map((action) => ({
      kind: action.kind,
      day: dayNumber(action.day),
      pillar: action.pillar,
      label: actionTitle(action, say),
    })),
    ...findRescalings(history).map((day) => ({
      kind: 'rescaling' as const,
      day: dayNumber(day),
      label: say('chart_rescaling'),
    })),
  ].sort((one, other) => one.day - other.day);
}

/** A done tip by its title, also one of a version that this one does not know; a note by its words. */
export function actionTitle(action: Action, say: Say): string {
  if (action.kind === 'note') return action.text;
  const tip = findTip(action.tip);
  return tip ? say(tipTitleKey(tip)) : say('chart_unknown_tip');
}

/** The line of a measure; `totals`, days of which only the total is known, are in the total's line alone. */
export function measureLine(history: History, totals: readonly TotalReading[], of: Measure): Line {
  return lineOf(dayValues(history, totals, of).map(({ day, value }) => ({ day: dayNumber(day), value })));
}

/** The highest value of a measure, in points. */
export function maximumOf(of: Measure): number {
  return of === 'total' ? totalMaximum : pillarMaximum;
}

/** A goal is drawn when it lies within this part of the maximum from the last reading: 12 points of 100, 3 of 25. */
const goalReach = 0.12;

/** Whether a goal lies near enough to the newest reading of `line` to be drawn. */
export function isGoalInReach({ of, target }: Pick<Goal, 'of' | 'target'>, line: Line): boolean {
  const latest = line.points.at(-1);
  return latest !== undefined && Math.abs(target - latest.value) <= goalReach * maximumOf(of);
}

export interface MeasureLineQuestion {
  readonly of: Measure;
  readonly line: Line;
  readonly trend?: TrendLine | undefined;
  readonly banded?: boolean;
  readonly events: readonly HistoryEvent[];
}

/** A measure as a line of a chart, with what was done for it; the total's line has everything that was done. */
export function measureChartLine({ of, line, trend, banded = true, events }: MeasureLineQuestion, say: Say): ChartLine {
  const first = line.points[0]?.day ?? Infinity;
  const last = line.points.at(-1)?.day ?? -Infinity;
  return {
    of,
    line,
    trend,
    banded,
    name: of === 'total' ? say('scorecard_total') : pillarName(of, say),
    markers: events.flatMap(({ kind, day, pillar, label }): readonly ChartMarker[] => {
      if (kind === 'rescaling' || (of !== 'total' && of !== pillar) || day < first) return [];
      const value = day > last ? undefined : valueAt(line.points, day);
      return [{ day, value, pillar, label, ...(of === 'total' && kind === 'note' && { written: true }) }];
    }),
  };
}

/** How numbers stand in a pane of scores. */
export function scoreFormats({ language }: Surroundings): Pick<ChartPane, 'formatTick' | 'formatValue'> {
  return {
    formatTick: (value) => formatTarget(value, language),
    formatValue: (value) => formatScore(shown(value), language),
  };
}
