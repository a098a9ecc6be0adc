import type { Forecast } from '../../core/meaning/forecast';
import type { Goal } from '../../core/rows/goal';
import type { Measure } from '../../core/score/history';
import { dayNumber } from '../../core/score/local-day';
import { pillarMaximum, pillars, totalMaximum } from '../../core/score/pillar';
import type { ChartLine, ChartPane } from '../../ui/chart/chart-pane';
import type { Line, Point, TrendLine } from '../../ui/chart/line';
import { isGoalInReach, measureChartLine, scoreFormats, type HistoryEvent } from '../../ui/measure-pane';
import { formatDay } from '../../words/format-day';
import { formatPercent, formatWhole } from '../../words/format-number';
import type { Say } from '../../words/say';
import type { Surroundings } from '../../words/surroundings';
import { groups, type Group } from './history-lines';

/** What can be switched on and off besides the measures. */
export const extras = ['trend', 'averages', 'rank', 'forecast'] as const;

export type Extra = (typeof extras)[number];
export type Shown = ReadonlySet<Measure | Extra>;

export interface PanesQuestion {
  readonly measures: Readonly<Record<Measure, Line>>;
  /** Only while the trend is shown. */
  readonly trends: Partial<Readonly<Record<Measure, TrendLine>>>;
  /** Averages of the total and, when a single pillar is shown, of that one. Absent while they are off. */
  readonly averages?: {
    readonly total: Readonly<Record<Group, Line>>;
    readonly pillar?: Readonly<Record<Group, Line>>;
  };
  /** Absent while ranks are off. */
  readonly ranks?: Readonly<Record<Group, Line>>;
  readonly shown: Shown;
  /** Last day of the axis. */
  readonly to: number;
  readonly goals: readonly Pick<Goal, 'of' | 'target'>[];
  /** The forecast of the total's goal, and the slow and fast end of its pace in points a week. */
  readonly forecast?: { readonly of: Forecast; readonly low: number; readonly high: number };
  readonly events: readonly HistoryEvent[];
}

/** Heights of the plots in CSS pixels. */
const heights = { total: 145, pillars: 160, rank: 96 };

/** The panes of the history. Those without a line that is shown are left out. */
export function historyPanes(question: PanesQuestion, around: Surroundings): readonly ChartPane[] {
  const { shown, ranks, measures } = question;
  return [
    ...(shown.has('total') ? [totalPane(question, around)] : []),
    ...(pillars.some((pillar) => shown.has(pillar) && measures[pillar].points.length > 0)
      ? [pillarsPane(question, around)]
      : []),
    ...(ranks ? [rankPane(ranks, around)] : []),
  ];
}

function totalPane(question: PanesQuestion, around: Surroundings): ChartPane {
  const { measures, trends, averages, events, shown, forecast, to } = question;
  const { say, language, today } = around;
  const line = measures.total;
  const latest = line.points.at(-1);
  const goal = question.goals.find((of) => of.of === 'total' && (shown.has('forecast') || isGoalInReach(of, line)));
  const seen = forecast?.of;
  const label =
    seen?.state === 'forecast'
      ? say('scorecard_goal_about', formatDay(seen.likely, today, language))
      : say('chart_goal');
  const cone =
    shown.has('forecast') && goal && latest && forecast
      ? coneOf(forecast, goal.target, { day: Math.max(latest.day, dayNumber(today)), value: latest.value }, to)
      : undefined;
  return {
    id: 'total',
    caption: say('scorecard_pane_total', formatWhole(totalMaximum, language)),
    height: heights.total,
    maximum: totalMaximum,
    lines: [
      ...groupLines(averages?.total, say),
      measureChartLine({ of: 'total', line, trend: trends.total, events }, say),
    ],
    goals: goal && latest ? [{ of: 'total', target: goal.target, label }] : [],
    ...(cone && { cone }),
    ...scoreFormats(around),
  };
}

function pillarsPane(question: PanesQuestion, around: Surroundings): ChartPane {
  const { measures, trends, averages, shown, events } = question;
  const { say, language } = around;
  const chosen = pillars.filter((pillar) => shown.has(pillar));
  return {
    id: 'pillars',
    caption: say('pillar_each_of', formatWhole(pillarMaximum, language)),
    height: heights.pillars,
    maximum: pillarMaximum,
    lines: [
      ...groupLines(averages?.pillar, say),
      ...chosen.map((of) =>
        // Four bands over each other say nothing.
        measureChartLine({ of, line: measures[of], trend: trends[of], banded: chosen.length === 1, events }, say),
      ),
    ],
    goals: question.goals.filter(
      (goal) => goal.of !== 'total' && chosen.includes(goal.of) && isGoalInReach(goal, measures[goal.of]),
    ),
    ...scoreFormats(around),
  };
}

function rankPane(ranks: Readonly<Record<Group, Line>>, { say, language }: Surroundings): ChartPane {
  const percent = (value: number) => formatPercent(100 - value, language);
  return {
    id: 'rank',
    caption: say('scorecard_pane_rank'),
    height: heights.rank,
    maximum: 100,
    lines: groupLines(ranks, say),
    goals: [],
    formatTick: percent,
    formatValue: percent,
  };
}

function groupLines(lines: Readonly<Record<Group, Line>> | undefined, say: Say): readonly ChartLine[] {
  if (!lines) return [];
  return groups.map((of) => ({ of, line: lines[of], name: say(`scorecard_group_${of}`), markers: [] }));
}

/** From the last reading to where the goal is reached at the fast and at the slow end of the pace; nothing without a forecast. */
function coneOf(
  { of: seen, low, high }: NonNullable<PanesQuestion['forecast']>,
  target: number,
  origin: Point,
  end: number,
): ChartPane['cone'] {
  if (seen.state !== 'forecast') return undefined;
  const edge = (arrival: string | undefined, perWeek: number): readonly Point[] => {
    const day = arrival === undefined ? Infinity : dayNumber(arrival);
    return day <= end
      ? [
          { day, value: target },
          { day: end, value: target },
        ]
      : [{ day: end, value: Math.min(target, origin.value + ((end - origin.day) * perWeek) / 7) }];
  };
  return {
    fast: [origin, ...edge(seen.earliest, high)],
    slow: edge(seen.latest, low),
    likely: [origin, ...edge(seen.likely, seen.perWeek).slice(0, 1)],
  };
}
