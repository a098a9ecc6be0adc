import type { Outlook } from '../../core/meaning/outlook';
import type { Goal } from '../../core/rows/goal';
import type { Measure } from '../../core/score/history';
import type { LocalDay } from '../../core/score/local-day';
import { pillarMaximum, pillars, totalMaximum } from '../../core/score/pillar';
import type { ChartLine, ChartPane, Fan } from '../../ui/chart/chart-pane';
import type { Line, Point, TrendLine } from '../../ui/chart/line';
import { pillarName } from '../../words/pillar-name';
import { isGoalInReach, measureChartLine, scoreFormats, type HistoryEvent } from '../../ui/measure-pane';
import { formatComingDay } from '../../words/format-day';
import { formatPercent, formatWhole } from '../../words/format-number';
import { formatEnd } from '../../words/outlook-text';
import type { Say } from '../../words/say';
import type { Surroundings } from '../../words/surroundings';
import { groups, type Group } from './history-lines';

/** What can be switched on and off besides the measures. */
export const extras = ['outlook', 'trend', 'averages', 'rank'] as const;

export type Extra = (typeof extras)[number];
export type Shown = ReadonlySet<Measure | Extra>;

/** An outlook of the total or of the one pillar that is shown alone, from its newest reading. */
export interface FanQuestion {
  readonly of: Measure;
  readonly outlook: Outlook;
  readonly from: Point;
}

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
  /** What may be drawn of the days to come; absent where nothing may. */
  readonly fan?: FanQuestion | undefined;
  /** The total's goal is hardly reached before this day; absent where that is not said. */
  readonly hardlyBefore?: LocalDay | undefined;
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
  const { measures, trends, averages, events, fan, hardlyBefore, to } = question;
  const { say, language } = around;
  const line = measures.total;
  const latest = line.points.at(-1);
  const goal = question.goals.find((of) => of.of === 'total' && isGoalInReach(of, line));
  const label =
    hardlyBefore === undefined
      ? say('chart_goal')
      : say('scorecard_goal_hardly', formatComingDay(hardlyBefore, language));
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
    ...(fan?.of === 'total' && { fan: fanOf(fan, to, around) }),
    ...scoreFormats(around),
  };
}

function pillarsPane(question: PanesQuestion, around: Surroundings): ChartPane {
  const { measures, trends, averages, shown, events, fan, to } = question;
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
    off: pillars
      .filter((pillar) => !shown.has(pillar))
      .map((of) => ({ of, line: measures[of], name: pillarName(of, say) })),
    goals: question.goals.flatMap(({ of, target }) =>
      of !== 'total' && chosen.includes(of) && isGoalInReach({ of, target }, measures[of])
        ? [{ of, target, label: say('chart_goal') }]
        : [],
    ),
    ...(fan && fan.of !== 'total' && { fan: fanOf(fan, to, around) }),
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

/** The fan of an outlook from the newest reading to the end of the axis; nothing where no days to come are shown. */
function fanOf({ of, outlook, from }: FanQuestion, end: number, { say, language }: Surroundings): Fan | undefined {
  const ahead = Math.floor(end - from.day);
  if (ahead < 1) return undefined;
  const days = Array.from({ length: ahead }, (_, index) => index + 1);
  const ranges = days.map((day) => ({ day: from.day + day, ...outlook.range(day) }));
  const last = ranges.at(-1);
  const { line } = outlook;
  const ways = [
    { way: 'on-as-28' as const, value: line.onAsIn28(ahead), name: say('outlook_on_as_28') },
    { way: 'on-as-14' as const, value: line.onAsIn14?.(ahead), name: say('outlook_on_as_14') },
    { way: 'still' as const, value: from.value, name: say('outlook_still') },
  ];
  return {
    low: [from, ...ranges.map(({ day, low }) => ({ day, value: low }))],
    high: [from, ...ranges.map(({ day, high }) => ({ day, value: high }))],
    // A way that leads out of the range is one that the member's own past speaks against.
    ways: ways.flatMap(({ way, value, name }) =>
      value !== undefined && last && value >= last.low && value <= last.high
        ? [{ way, name, points: [from, { day: last.day, value }] }]
        : [],
    ),
    formatEnd: (value) => formatEnd(value, of, language),
  };
}
