import { extent } from 'd3-array';
import { area, line } from 'd3-shape';
import { scaleUtc } from 'd3-scale';
import type { Forecast } from '../../core/meaning/forecast';
import type { Measure } from '../../core/score/history';
import { dayNumber, localDayOf } from '../../core/score/local-day';
import { pillarMaximum, pillars, totalMaximum, type Pillar } from '../../core/score/pillar';
import { chartGeometry, groupMarkers, valueRange, type ChartGeometry, type MarkerGroup } from '../../ui/chart-geometry';
import { formatDay, formatMonth, formatYear } from '../../words/format-day';
import { formatPercent, formatScore, formatTarget, formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import { thinPoints, type Point } from '../../ui/thin-points';
import { shown } from '../../core/meaning/change';
import { pointsBetween, pointsWithin, valueAt, type Group, type Line, type TrendLine } from './history-lines';
import { spreadLabels } from './spread-labels';
import type { Surroundings } from '../../words/surroundings';
import type { Stretch } from './zoom';

/** What can be switched on and off besides the measures. */
export const extras = ['trend', 'averages', 'rank', 'forecast'] as const;

export type Extra = (typeof extras)[number];
export type Shown = ReadonlySet<Measure | Extra>;

/** Something that happened on a day. */
export interface HistoryEvent {
  readonly day: number;
  readonly pillar?: Pillar;
  readonly label: string;
}

export interface PanesQuestion {
  readonly measures: Readonly<Record<Measure, Line>>;
  /** Only of the measures that are shown, and only while the trend is. */
  readonly trends: Partial<Readonly<Record<Measure, TrendLine>>>;
  /** Averages of the total and, when a single pillar is shown, of that one. Absent while they are off. */
  readonly averages?: {
    readonly total: Readonly<Record<Group, Line>>;
    readonly pillar?: Readonly<Record<Group, Line>>;
  };
  /** Absent while ranks are off. */
  readonly ranks?: Readonly<Record<Group, Line>>;
  readonly shown: Shown;
  readonly stretch: Stretch;
  readonly goals: readonly { readonly of: Measure; readonly target: number }[];
  /** The forecast of the total's goal, and the slow and fast end of its pace in points a week. */
  readonly forecast?: { readonly of: Forecast; readonly low: number; readonly high: number };
  readonly events: readonly HistoryEvent[];
  /** Width of the drawing in CSS pixels. */
  readonly width: number;
  /** How much larger than designed the text is. */
  readonly textScale: number;
  readonly mirrored: boolean;
}

interface PaneLine {
  readonly key: string;
  /** What its colour says: a measure, or a group's average. */
  readonly of: Measure | Group;
  readonly solid: string;
  readonly dotted: string;
  /** The readings behind a trend. */
  readonly faint: string;
  /** The noise band of a trend. */
  readonly band: string;
  /** The fade under the total's line. */
  readonly area: string;
  /** The last point that is seen. */
  readonly end?: { readonly x: number; readonly y: number };
}

interface EndLabel {
  readonly key: string;
  readonly y: number;
  readonly value: string;
  readonly name: string;
}

export interface Pane {
  readonly id: 'total' | 'pillars' | 'rank';
  readonly caption: string;
  readonly captionY: number;
  readonly geometry: ChartGeometry;
  readonly ticks: readonly { readonly y: number; readonly label: string; readonly strong: boolean }[];
  readonly lines: readonly PaneLine[];
  readonly labels: readonly EndLabel[];
  readonly goals: readonly { readonly of: Measure; readonly y: number }[];
  /** Where the goal may be reached: a wedge from today. */
  readonly cone?: { readonly area: string; readonly middle: string };
  readonly markers: readonly { readonly group: MarkerGroup<HistoryEvent>; readonly x: number; readonly y: number }[];
}

export interface Panes {
  readonly panes: readonly Pane[];
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Where end labels and tick labels stand, and whether they run to the right or the left from there. */
  readonly labelX: number;
  readonly labelAnchor: 'start' | 'end';
  readonly tickX: number;
  readonly tickAnchor: 'start' | 'end';
  readonly timeTicks: readonly { readonly x: number; readonly label: string }[];
  readonly timeY: number;
  x(day: number): number;
  /** The day, with its fraction, at a horizontal place. */
  dayAt(x: number): number;
}

/** Heights and rooms of the drawing in CSS pixels, for text as designed. */
const room = { ticks: 28, labels: 148, narrowLabels: 40, caption: 27, between: 20, time: 24 };
const heights = { total: 145, pillars: 160, rank: 96 };
/** Below this width line ends say only their values. */
const narrow = 520;
const labelDistance = 16;
const nearestMarkers = 10;
/** The goal is drawn when it lies within this many points of the last total. */
const goalReach = 12;
const pillarGoalReach = 6;

/** All panes of the history, worked out to the pixel. Panes without a line that is shown are left out. */
export function historyPanes(question: PanesQuestion, around: Surroundings): Panes {
  const { width, textScale, mirrored, stretch, shown: isShown } = question;
  const labelRoom = (width < narrow ? room.narrowLabels : room.labels) * textScale;
  const tickRoom = room.ticks * textScale;
  const plotLeft = mirrored ? labelRoom : tickRoom;
  const plotRight = width - (mirrored ? tickRoom : labelRoom);

  const panes: Pane[] = [];
  let top = 0;
  const place = (id: Pane['id'], draw: (box: PaneBox) => Omit<Pane, 'id' | 'captionY'>) => {
    const plotTop = top + room.caption * textScale;
    const box = { left: plotLeft, right: plotRight, top: plotTop, bottom: plotTop + heights[id] };
    panes.push({ id, captionY: top + 11 * textScale, ...draw(box) });
    top = box.bottom + room.between * textScale;
  };
  if (isShown.has('total')) place('total', (box) => totalPane(question, box, around));
  if (pillars.some((pillar) => isShown.has(pillar))) place('pillars', (box) => pillarsPane(question, box, around));
  if (question.ranks) place('rank', (box) => rankPane(question, box, around));

  const bottom = panes.at(-1)?.geometry.plot.bottom ?? room.caption;
  const first = panes[0]?.geometry.plot.top ?? 0;
  const time = scaleUtc(
    [stretch.from * day, stretch.to * day],
    mirrored ? [plotRight, plotLeft] : [plotLeft, plotRight],
  );
  const x = (number: number) => time(number * day);
  return {
    panes,
    height: bottom + room.time * textScale,
    plot: { left: plotLeft, right: plotRight, top: first, bottom },
    labelX: mirrored ? plotLeft - 12 : plotRight + 12,
    // Text anchors follow the direction of the text, so "start" is always the side of the plot.
    labelAnchor: 'start',
    tickX: mirrored ? plotRight + 8 : plotLeft - 8,
    // Tick labels are always laid out from left to right (see line-chart.css), so theirs is a side of the drawing.
    tickAnchor: mirrored ? 'start' : 'end',
    timeTicks: timeTicks(time, stretch, x, textScale, around),
    timeY: bottom + 18 * textScale,
    x,
    dayAt: (at) => time.invert(at).getTime() / day,
  };
}

const day = 86_400_000;

interface PaneBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function geometryOf({ stretch, mirrored }: PanesQuestion, plot: PaneBox, range: ChartGeometryRange): ChartGeometry {
  return chartGeometry({ plot, from: stretch.from, to: stretch.to, range, mirrored, labelWidth: 70 });
}

type ChartGeometryRange = Parameters<typeof chartGeometry>[0]['range'];

function totalPane(question: PanesQuestion, box: PaneBox, around: Surroundings): Omit<Pane, 'id' | 'captionY'> {
  const { measures, trends, averages, stretch, shown: isShown, forecast } = question;
  const { say, language, today } = around;
  const { points } = measures.total;
  const goal = question.goals.find(({ of }) => of === 'total');
  const latest = points.at(-1);
  const goalShown =
    goal && latest && (isShown.has('forecast') || Math.abs(goal.target - latest.value) <= goalReach) ? goal : undefined;
  const groups = averages
    ? (['industry', 'network'] as const).map((group) => [group, averages.total[group]] as const)
    : [];
  const range = valueRange(
    [
      ...valuesOf(points, stretch),
      ...groups.flatMap(([, average]) => valuesOf(average.points, stretch)),
      ...(goalShown ? [goalShown.target] : []),
    ],
    [2, 5, 10, 20, 50],
    totalMaximum,
  );
  const geometry = geometryOf(question, box, range);
  const lines = [
    ...groups.map(([group, average]) => drawLine(group, group, average, geometry, stretch)),
    drawLine('total', 'total', measures.total, geometry, stretch, {
      trend: trends.total,
      // Between other lines a fade would look like a quantity.
      shaded: groups.length === 0,
    }),
  ];
  const goalLabel =
    forecast?.of.state === 'forecast'
      ? say('scorecard_goal_about', formatDay(forecast.of.likely, today, language))
      : say('chart_goal');
  return {
    caption: say('scorecard_pane_total', formatWhole(totalMaximum, language)),
    geometry,
    ticks: ticksOf(range.ticks, geometry, (tick) => formatTarget(tick, language), goalShown?.target),
    lines,
    labels: spread(
      [
        ...groups.map(([group, average]) => labelOf(group, average, stretch, say(`scorecard_group_${group}`), around)),
        labelOf('total', trends.total ?? measures.total, stretch, say('scorecard_total'), around, measures.total),
        ...(goalShown ? [{ key: 'goal', at: goalShown.target, value: '', name: goalLabel }] : []),
      ],
      geometry,
      question.textScale,
    ),
    goals: goalShown ? [{ of: 'total', y: geometry.y(goalShown.target) }] : [],
    ...(isShown.has('forecast') && goalShown && latest && forecast
      ? { cone: coneOf(forecast, goalShown.target, latest, dayNumber(today), geometry) }
      : {}),
    markers: markersOf(question, 'total', geometry),
  };
}

function pillarsPane(question: PanesQuestion, box: PaneBox, around: Surroundings): Omit<Pane, 'id' | 'captionY'> {
  const { measures, trends, averages, stretch, shown: isShown } = question;
  const { say, language } = around;
  const chosen = pillars.filter((pillar) => isShown.has(pillar));
  const ofPillar = averages?.pillar;
  const groups = ofPillar ? (['industry', 'network'] as const).map((group) => [group, ofPillar[group]] as const) : [];
  const goals = question.goals.filter(({ of, target }) => {
    const latest = measures[of].points.at(-1);
    return of !== 'total' && chosen.includes(of) && latest && Math.abs(target - latest.value) <= pillarGoalReach;
  });
  const range = valueRange(
    [
      ...chosen.flatMap((pillar) => valuesOf(measures[pillar].points, stretch)),
      ...groups.flatMap(([, average]) => valuesOf(average.points, stretch)),
      ...goals.map(({ target }) => target),
    ],
    [2, 5, 10, 25],
    pillarMaximum,
  );
  const geometry = geometryOf(question, box, range);
  return {
    caption: say('pillar_each_of', formatWhole(pillarMaximum, language)),
    geometry,
    ticks: ticksOf(range.ticks, geometry, (tick) => formatTarget(tick, language)),
    lines: [
      ...groups.map(([group, average]) => drawLine(group, group, average, geometry, stretch)),
      ...chosen.map((pillar) =>
        drawLine(pillar, pillar, measures[pillar], geometry, stretch, {
          trend: trends[pillar],
          shaded: false,
          // Four bands over each other say nothing.
          banded: chosen.length === 1,
        }),
      ),
    ],
    labels: spread(
      [
        ...groups.map(([group, average]) => labelOf(group, average, stretch, say(`scorecard_group_${group}`), around)),
        ...chosen.map((pillar) =>
          labelOf(
            pillar,
            trends[pillar] ?? measures[pillar],
            stretch,
            pillarName(pillar, say),
            around,
            measures[pillar],
          ),
        ),
      ],
      geometry,
      question.textScale,
    ),
    goals: goals.map(({ of, target }) => ({ of, y: geometry.y(target) })),
    markers: chosen.flatMap((pillar) => markersOf(question, pillar, geometry)),
  };
}

function rankPane(question: PanesQuestion, box: PaneBox, around: Surroundings): Omit<Pane, 'id' | 'captionY'> {
  const { ranks, stretch } = question;
  const { say, language } = around;
  const groups = ranks ? (['industry', 'network'] as const).map((group) => [group, ranks[group]] as const) : [];
  const range = valueRange(
    groups.flatMap(([, line]) => valuesOf(line.points, stretch)),
    [5, 10, 25, 50],
    100,
  );
  const geometry = geometryOf(question, box, range);
  const percent = (value: number) => formatPercent(100 - value, language);
  return {
    caption: say('scorecard_pane_rank'),
    geometry,
    ticks: ticksOf(range.ticks, geometry, percent),
    lines: groups.map(([group, line]) => drawLine(group, group, line, geometry, stretch)),
    labels: spread(
      groups.flatMap(([group, line]) => {
        const end = pointsWithin(line.points, stretch.from, stretch.to).at(-1);
        return end
          ? [{ key: group, at: end.value, value: percent(end.value), name: say(`scorecard_group_${group}`) }]
          : [];
      }),
      geometry,
      question.textScale,
    ),
    goals: [],
    markers: [],
  };
}

/** The lowest and the highest value that is seen; nothing without points. */
function valuesOf(points: readonly Point[], { from, to }: Stretch): readonly number[] {
  const within = pointsWithin(points, from, to);
  // Between two readings far apart there is still a line to see.
  const seen = within.length > 0 ? within : pointsBetween(points, from, to);
  const [low, high] = extent(seen, ({ value }) => value);
  return low === undefined ? [] : [low, high];
}

function ticksOf(
  ticks: readonly number[],
  geometry: ChartGeometry,
  label: (tick: number) => string,
  goal?: number,
): Pane['ticks'] {
  const drawn = ticks
    .filter((tick) => goal === undefined || tick === goal || Math.abs(geometry.y(tick) - geometry.y(goal)) >= 12)
    .map((tick) => ({ y: geometry.y(tick), label: label(tick), strong: tick === goal }));
  if (goal === undefined || ticks.includes(goal)) return drawn;
  return [...drawn, { y: geometry.y(goal), label: label(goal), strong: true }];
}

interface Dress {
  readonly trend?: TrendLine | undefined;
  readonly shaded: boolean;
  readonly banded?: boolean;
}

function drawLine(
  key: string,
  of: PaneLine['of'],
  drawn: Line,
  geometry: ChartGeometry,
  { from, to }: Stretch,
  { trend, shaded, banded = true }: Dress = { shaded: false },
): PaneLine {
  const { x, y } = placesOf(geometry);
  const toLine = line<Point>(x, y).digits(1);
  const runsOf = ({ pieces }: Line) =>
    pieces.runs.map((run) => pointsBetween(run, from, to)).map((run) => thinPoints(run, x));
  const join = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join('');
  const leading = trend ?? drawn;
  const runs = runsOf(leading);
  const gaps = leading.pieces.gaps.filter(([start, end]) => end.day >= from && start.day <= to);
  const toArea = area<Point>(x, geometry.plot.bottom, y).digits(1);
  const last = pointsWithin(drawn.points, from, to).at(-1);
  return {
    key,
    of,
    solid: join(runs.map((run) => toLine(run))),
    dotted: join(gaps.map((gap) => toLine(gap))),
    faint: trend ? join(runsOf(drawn).map((run) => toLine(run))) : '',
    band: trend && banded ? bandOf(trend, geometry, from, to) : '',
    area: shaded ? join(runs.map((run) => toArea(run))) : '',
    ...(last && { end: { x: geometry.x(last.day), y: geometry.y(last.value) } }),
  };
}

/** Where points lie. Both axes are linear, and a scale is too slow to be asked for every point of 50 years in every frame. */
function placesOf(geometry: ChartGeometry): {
  readonly x: (point: Point) => number;
  readonly y: (point: Point) => number;
} {
  const { from, to } = geometry;
  const [left, bottom] = [geometry.x(from), geometry.y(0)];
  const [across, up] = [(geometry.x(to) - left) / (to - from), geometry.y(1) - bottom];
  return { x: ({ day }) => left + (day - from) * across, y: ({ value }) => bottom + value * up };
}

function bandOf({ low, high }: TrendLine, geometry: ChartGeometry, from: number, to: number): string {
  const column = (point: Point) => geometry.x(point.day);
  const upper = thinPoints(pointsBetween(high, from, to), column);
  const lower = thinPoints(pointsBetween(low, from, to), column);
  if (upper.length < 2) return '';
  const place = (point: Point) => `${geometry.x(point.day).toFixed(1)},${geometry.y(point.value).toFixed(1)}`;
  return `M${upper.map(place).join('L')}L${lower.toReversed().map(place).join('L')}Z`;
}

interface WantedLabel {
  readonly key: string;
  readonly at: number;
  readonly value: string;
  readonly name: string;
}

/** The label at the end of a line; `read` are its readings, where what is drawn is their trend. */
function labelOf(
  key: string,
  drawn: Line,
  { from, to }: Stretch,
  name: string,
  { language }: Surroundings,
  read: Line = drawn,
): WantedLabel | undefined {
  const end = pointsWithin(read.points, from, to).at(-1);
  return end && { key, at: end.value, value: formatScore(shown(end.value), language), name };
}

function spread(
  wanted: readonly (WantedLabel | undefined)[],
  geometry: ChartGeometry,
  textScale: number,
): readonly EndLabel[] {
  const labels = wanted.filter((label) => label !== undefined).sort((one, other) => other.at - one.at);
  const { top, bottom } = geometry.plot;
  const places = spreadLabels(
    labels.map(({ at }) => geometry.y(at)),
    labelDistance * textScale,
    top,
    bottom,
  );
  return labels.map(({ key, value, name }, index) => ({ key, value, name, y: places[index] ?? top }));
}

function markersOf(
  { events, measures, stretch }: PanesQuestion,
  of: Measure,
  geometry: ChartGeometry,
): Pane['markers'] {
  const { points } = measures[of];
  const first = points[0];
  const own = events.filter(
    (event) =>
      event.pillar !== undefined &&
      (of === 'total' || event.pillar === of) &&
      event.day >= Math.max(stretch.from, first?.day ?? Infinity) &&
      event.day <= stretch.to,
  );
  return groupMarkers(own, (at) => geometry.x(at), nearestMarkers).flatMap((group) => {
    const value = valueAt(points, group.day);
    return value === undefined ? [] : [{ group, x: geometry.x(group.day), y: geometry.y(value) }];
  });
}

/** From the last reading to where the goal is reached at the fast and at the slow end of the pace. */
function coneOf(
  { of: seen, low, high }: NonNullable<PanesQuestion['forecast']>,
  target: number,
  latest: Point,
  today: number,
  geometry: ChartGeometry,
): NonNullable<Pane['cone']> {
  const start = Math.max(latest.day, today);
  const point = (at: number, value: number) => `${geometry.x(at).toFixed(1)},${geometry.y(value).toFixed(1)}`;
  const origin = point(start, latest.value);
  if (seen.state !== 'forecast') return { area: '', middle: '' };
  const end = geometry.to;
  const edge = (arrival: number | undefined, perWeek: number): readonly string[] =>
    arrival !== undefined && arrival <= end
      ? [point(arrival, target), point(end, target)]
      : [point(end, Math.min(target, latest.value + ((end - start) * perWeek) / 7))];
  const fast = edge(dayNumber(seen.earliest), high);
  const slow = edge(seen.latest === undefined ? undefined : dayNumber(seen.latest), low);
  const [likely = origin] = edge(dayNumber(seen.likely), seen.perWeek);
  return {
    area: `M${origin}L${fast.join('L')}L${slow.toReversed().join('L')}Z`,
    middle: `M${origin}L${likely}`,
  };
}

function timeTicks(
  time: ReturnType<typeof scaleUtc<number>>,
  stretch: Stretch,
  x: (day: number) => number,
  textScale: number,
  { say, language, today }: Surroundings,
): Panes['timeTicks'] {
  const [start = 0, end = 0] = time.range();
  const width = Math.abs(end - start);
  const days = time
    .ticks(Math.max(2, Math.floor(width / (90 * textScale))))
    .map((tick) => tick.getTime() / day)
    .filter((number) => Number.isInteger(number));
  const now = dayNumber(today);
  const seesToday = now >= stretch.from && now <= stretch.to;
  const spacing = days.length > 1 ? (days[1] ?? 0) - (days[0] ?? 0) : 31;
  const ticks = days
    .filter((number) => !seesToday || Math.abs(x(number) - x(now)) >= 46 * textScale)
    .map((number) => ({ x: x(number), label: tickLabel(localDayOf(number), spacing, stretch, language) }));
  return seesToday ? [...ticks, { x: x(now), label: say('chart_today') }] : ticks;
}

/** "1 Oct"; over more than a year "Oct 2025" or "2025". */
function tickLabel(of: string, spacing: number, stretch: Stretch, language: string): string {
  if (spacing >= 360) return formatYear(of, language);
  if (stretch.to - stretch.from <= 370) return formatDay(of, of, language);
  return of.slice(5, 7) === '01' ? formatYear(of, language) : formatMonth(of, language);
}
