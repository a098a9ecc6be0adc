import { extent } from 'd3-array';
import type { ChartPane, Fan } from './chart-pane';
import { placedLabels, roomForLabels, type PlacedLabel } from './end-labels';
import { drawLine, places, type DrawnLine, type PlotBox, type Scale } from './draw-line';
import { pointsWithin, valueAt, type Point } from './line';
import { linearScale } from './linear-scale';
import { writtenMarks, type WrittenMark } from './written-marks';
import { timeTicks } from './time-ticks';
import { valueRange, type ValueRange } from './value-range';

export interface LayoutQuestion {
  readonly panes: readonly ChartPane[];
  /** First and last day of the axis, as `dayNumber` counts, with fractions while it moves. */
  readonly from: number;
  readonly to: number;
  readonly today: number;
  /** Lines are named at their ends, and the axis has its numbers at the other side; else its numbers are where the names would be. */
  readonly named: boolean;
  /** Width of the drawing in CSS pixels. */
  readonly width: number;
  /** How much larger than designed the text is. */
  readonly textScale: number;
  /** Time runs from right to left. */
  readonly mirrored: boolean;
  readonly language: string;
  readonly todayLabel: string;
  /** In its place on paper, which is looked at on other days; absent where nothing is printed. */
  readonly todayOnPaper?: string | undefined;
}

export interface DrawnPane {
  readonly pane: ChartPane;
  readonly plot: PlotBox;
  readonly captionY: number;
  readonly y: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly label: string; readonly strong: boolean }[];
  readonly lines: readonly DrawnLine[];
  /** Names at line ends, from the top. */
  readonly labels: readonly PlacedLabel[];
  /** The same while there is a crosshair: a line with days to come is named, too, and they are not. */
  readonly pointedLabels: readonly PlacedLabel[];
  /** The member's own words over the plot. */
  readonly written: readonly WrittenMark[];
  /** Where the names at line ends begin. */
  readonly labelX: number;
  readonly fan?: {
    readonly area: string;
    readonly ways: readonly { readonly way: string; readonly path: string }[];
    /** At its end, from its low to its high edge. */
    readonly bracket: string;
  };
}

/** A place for text, and whether it begins, is centred or ends there. */
interface TextPlace {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface ChartLayout {
  readonly panes: readonly DrawnPane[];
  /** Around the plots of all panes. */
  readonly plot: PlotBox;
  readonly width: number;
  readonly height: number;
  readonly named: boolean;
  /** There is no room for names at line ends: values alone stand there. */
  readonly slim: boolean;
  /** How much larger than designed the text is. */
  readonly textScale: number;
  readonly mirrored: boolean;
  readonly today: number;
  readonly timeTicks: readonly (TextPlace & { readonly label: string; readonly onPaper?: string | undefined })[];
  readonly timeY: number;
  readonly tickPlace: TextPlace;
  readonly captionPlace: TextPlace;
  /** Where words over a goal begin. */
  readonly startPlace: TextPlace;
  readonly x: (day: number) => number;
  /** The day, with its fraction, at a horizontal place. */
  readonly dayAt: (x: number) => number;
}

/** Room around the plots in CSS pixels, for text as designed; larger text gets more. */
const room = {
  above: 19,
  caption: 27,
  between: 20,
  time: 22,
  ticks: 28,
  plainTicks: 26,
  names: 164,
  values: 56,
  fan: 26,
};

/** Below this width line ends say only their values, in CSS pixels of text as designed. */
const slimWidth = 520;

/** Least distances in CSS pixels, for text as designed: grid lines, months, and "Today" to a month. */
const distance = { grid: 18, goal: 12, times: 75, today: 40 };

/** A chart worked out to the pixel. */
export function layOutChart(question: LayoutQuestion): ChartLayout {
  const { named, width, textScale, mirrored, from } = question;
  const to = Math.max(question.to, from + 1);
  const start = (named ? room.ticks : 0) * textScale;
  const fanned = question.panes.some(({ fan }) => fan);
  // The words of the ways are longer than names, and a bracket stands before them.
  const slim = width < slimWidth * textScale;
  const names = slim ? room.values : room.names + (fanned ? room.fan : 0);
  const end = (named ? names : room.plainTicks) * textScale;
  const [left, right] = mirrored ? [end, width - start] : [start, width - end];
  const x = linearScale([from, to], mirrored ? [right, left] : [left, right]);

  const asked: SharedQuestion = { ...question, to, fanned, outside: mirrored ? -1 : 1, slim };
  const { outside } = asked;
  const panes: DrawnPane[] = [];
  let top = 0;
  for (const pane of question.panes) {
    const above = top + (pane.caption === undefined ? room.above : room.caption) * textScale;
    // As high as its labels need at least.
    const needed = named ? roomForLabels(pane, asked) : 0;
    const plot = { left, right, top: above, bottom: above + Math.max(pane.height, needed) };
    panes.push(drawPane(pane, plot, top + 11 * textScale, asked, x));
    top = plot.bottom + room.between * textScale;
  }
  const bottom = panes.at(-1)?.plot.bottom ?? room.above;
  const [startSide, endSide] = mirrored ? (['end', 'start'] as const) : (['start', 'end'] as const);
  return {
    panes,
    plot: { left, right, top: panes[0]?.plot.top ?? 0, bottom },
    width,
    named,
    slim,
    textScale,
    mirrored,
    today: question.today,
    height: bottom + room.time * textScale,
    timeTicks: timeLabels({ ...question, to }, { left, right }, x),
    timeY: bottom + 16 * textScale,
    tickPlace: named ? { x: x(from) - 8 * outside, anchor: endSide } : { x: mirrored ? 0 : width, anchor: endSide },
    captionPlace: { x: mirrored ? width : 0, anchor: 'start' },
    startPlace: { x: x(from), anchor: startSide },
    x,
    dayAt: (place) => x.invert(place),
  };
}

/** What all panes share: whether one of them has days to come, which way is out of the plot behind them, and whether names have room there. */
type SharedQuestion = LayoutQuestion & { readonly fanned: boolean; readonly outside: 1 | -1; readonly slim: boolean };

function drawPane(pane: ChartPane, plot: PlotBox, captionY: number, question: SharedQuestion, x: Scale): DrawnPane {
  const { from, to, textScale, named, outside } = question;
  const targets = pane.goals.map(({ target }) => target);
  const range = valueRange(
    [...pane.lines.map(({ line }) => line.points), ...(pane.fan ? [pane.fan.low, pane.fan.high] : [])].flatMap(
      (points) => valuesInView(points, from, to),
    ),
    pane.maximum,
    targets,
  );
  const y = linearScale([range.low, range.high], [plot.bottom, plot.top]);
  const path = (points: readonly Point[]) => (points.length === 0 ? '' : `M${places(points, x, y).join('L')}`);
  const drawFan = ({ low, high, ways }: Fan): NonNullable<DrawnPane['fan']> => {
    const [lowEnd, highEnd] = [low, high].map((edge) => y(edge.at(-1)?.value ?? 0).toFixed(1));
    const at = x(to) + 6 * outside;
    return {
      area: `${path([...high, ...low.toReversed()])}Z`,
      ways: ways.map(({ way, points }) => ({ way, path: path(points) })),
      bracket: `M${at - 3} ${highEnd}h6M${at - 3} ${lowEnd}h6M${at} ${highEnd}V${lowEnd}`,
    };
  };
  return {
    pane,
    plot,
    captionY,
    y,
    ticks: axisTicks(range, targets, plot, textScale, y).map((value) => ({
      value,
      label: pane.formatTick(value),
      strong: targets.includes(value),
    })),
    lines: pane.lines.map((drawn) => drawLine(drawn, { plot, from, to, x, y, alone: pane.lines.length === 1 })),
    ...(named ? placedLabels(pane, plot, question, y) : { labels: [], pointedLabels: [] }),
    written: named ? writtenMarks(pane, { plot, from, to, x, textScale }) : [],
    labelX: pane.fan ? x(to) + 18 * outside : (question.fanned ? x(question.today) : x(to)) + 12 * outside,
    ...(pane.fan && { fan: drawFan(pane.fan) }),
  };
}

/** The lowest and the highest value that is seen, those of lines that run on over the edge too; nothing without points. */
function valuesInView(points: readonly Point[], from: number, to: number): readonly number[] {
  const values = pointsWithin(points, from, to).map(({ value }) => value);
  const edges = [from, to].flatMap((day) => valueAt(points, day) ?? []);
  const [low, high] = extent([...extent(values), ...edges].filter((value) => value !== undefined));
  return low === undefined ? [] : [low, high];
}

/** The grid lines there is room for, always with both ends, and the goals; a grid line whose number would touch a goal's gives way. */
function axisTicks(
  { ticks }: ValueRange,
  goals: readonly number[],
  plot: PlotBox,
  textScale: number,
  y: Scale,
): readonly number[] {
  const intervals = ticks.length - 1;
  const apart = (plot.bottom - plot.top) / intervals;
  const strides = Array.from({ length: intervals }, (_, index) => index + 1).filter((every) => intervals % every === 0);
  const stride = strides.find((every) => apart * every >= distance.grid * textScale) ?? intervals;
  const free = (tick: number) => goals.every((goal) => Math.abs(y(tick) - y(goal)) >= distance.goal * textScale);
  return [...ticks.filter((tick, index) => index % stride === 0 && free(tick)), ...new Set(goals)];
}

/** The time axis: a month gives way to "Today" and to the edge where a line's numbers begin. */
function timeLabels(
  { from, to, today, named, textScale, mirrored, language, todayLabel, todayOnPaper }: LayoutQuestion,
  { left, right }: Pick<PlotBox, 'left' | 'right'>,
  x: Scale,
): ChartLayout['timeTicks'] {
  const most = (right - left) / (distance.times * textScale);
  const seesToday = today >= from && today <= to;
  const [todayAt, edge] = [x(today), x(from)];
  const labels = timeTicks(from, to, most, language, today)
    .map(({ day, label }) => ({ x: x(day), label, anchor: 'middle' as const }))
    .filter(
      (tick) =>
        (!seesToday || Math.abs(tick.x - todayAt) >= distance.today * textScale) &&
        Math.abs(tick.x - edge) >= 8 * textScale,
    );
  // Without names beside the plot a centred word would stand out of the drawing.
  const anchor = named ? 'middle' : mirrored ? 'start' : 'end';
  return seesToday ? [...labels, { x: todayAt, label: todayLabel, onPaper: todayOnPaper, anchor }] : labels;
}
