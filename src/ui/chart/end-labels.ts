import { pillars, type Pillar } from '../../core/score/pillar';
import type { ChartLine, ChartPane, Fan, LineOf } from './chart-pane';
import type { PlotBox, Scale } from './draw-line';
import { pointsWithin } from './line';
import { roomOfLabels, spreadLabels } from './spread-labels';

/** What stands at the end of a line, a goal or a fan. */
interface EndLabel {
  readonly key: string;
  readonly value: string;
  readonly name: string;
  /** The line that it is the end of; absent for a goal and for what is to come. */
  readonly of?: LineOf;
  /** Whose key stands before it. */
  readonly pillar?: Pillar | undefined;
  /** The line is switched off: its name is there to switch it on again. */
  readonly off?: true;
}

/** An end label in its place, in CSS pixels. */
export type PlacedLabel = EndLabel & { readonly y: number };

interface EndLabelsQuestion {
  /** First and last day of the axis. */
  readonly from: number;
  readonly to: number;
  /** How much larger than designed the text is. */
  readonly textScale: number;
  /** There is no room for names. */
  readonly slim: boolean;
}

/** Heights of a name at a line's end, in CSS pixels of text as designed: one that is pressed is as high as any target. */
const labelHeight = { plain: 16, pressed: 24 };

/** The height of a plot that the labels of a pane need, in CSS pixels. */
export function roomForLabels(pane: ChartPane, question: EndLabelsQuestion): number {
  return Math.max(...labelSets(pane, question).map((labels) => roomOfLabels(heightsOf(labels, question))));
}

/** The labels of a pane in their places, at rest and while there is a crosshair: a line with days to come is named then, and they are not. */
export function placedLabels(
  pane: ChartPane,
  plot: PlotBox,
  question: EndLabelsQuestion,
  y: Scale,
): { readonly labels: readonly PlacedLabel[]; readonly pointedLabels: readonly PlacedLabel[] } {
  const [labels = [], pointedLabels = []] = labelSets(pane, question).map((set) => placeLabels(set, plot, question, y));
  return { labels, pointedLabels };
}

type UnplacedLabel = EndLabel & { readonly at: number };

/** The labels of a pane at rest, and under a crosshair, from the highest value down. */
function labelSets(pane: ChartPane, { from, to, slim }: EndLabelsQuestion): readonly (readonly UnplacedLabel[])[] {
  const { lines, goals, fan, off = [], formatValue } = pane;
  const end = ({ line }: Pick<ChartLine, 'line'>) => pointsWithin(line.points, from, to).at(-1);
  const drawn = lines.flatMap((line): readonly UnplacedLabel[] => {
    const { of, name } = line;
    const [last, pillar] = [end(line), pillarOf(of)];
    if (last) return [{ key: of, of, at: last.value, value: formatValue(last.value), name, pillar }];
    // It is out of view, and can still be switched off.
    return pillar ? [{ key: of, of, at: line.line.points.at(-1)?.value ?? 0, value: '', name, pillar }] : [];
  });
  // Where there is no room for names there is nothing to say of a goal, nor of a line that is not drawn.
  const others: readonly UnplacedLabel[] = [
    ...(slim ? [] : goals).flatMap(({ of, target, label }) =>
      label === undefined ? [] : [{ key: `goal ${of}`, at: target, value: '', name: label, pillar: pillarOf(of) }],
    ),
    ...(slim ? [] : off).map((line): UnplacedLabel => {
      const { of, name } = line;
      const last = end(line) ?? line.line.points.at(-1);
      return { key: of, of, at: last?.value ?? 0, value: '', name, pillar: pillarOf(of), off: true };
    }),
  ];
  // The total's newest reading is where its fan begins; a pillar's name is there to be pressed.
  const ahead = fan && [...fanLabels(fan, formatValue), ...drawn.filter(({ of }) => of !== 'total')];
  return [ahead ?? drawn, drawn].map((set) => [...set, ...others].sort((one, other) => other.at - one.at));
}

function heightsOf(labels: readonly EndLabel[], { textScale, slim }: EndLabelsQuestion): readonly number[] {
  return labels.map(({ of, pillar }) => {
    const isPressed = of !== undefined && pillar !== undefined && !slim;
    return (isPressed ? labelHeight.pressed : labelHeight.plain) * textScale;
  });
}

function placeLabels(
  labels: readonly UnplacedLabel[],
  { top, bottom }: PlotBox,
  question: EndLabelsQuestion,
  y: Scale,
): readonly PlacedLabel[] {
  const wanted = labels.map(({ at }) => y(at));
  const spread = spreadLabels(wanted, heightsOf(labels, question), top, bottom);
  return labels.map(({ at: _, ...label }, index) => ({ ...label, y: spread[index] ?? top }));
}

function pillarOf(of: LineOf): Pillar | undefined {
  return pillars.find((pillar) => pillar === of);
}

/** Both ends of a fan, and where its ways lead. A way that ends where an end does stands for both. */
function fanLabels({ low, high, ways, formatEnd }: Fan, formatValue: ChartPane['formatValue']) {
  const led = new Set(ways.flatMap(({ points }) => points.slice(-1).map(({ value }) => formatEnd(value))));
  const ends = [high, low].flatMap((edge, index) => {
    const end = edge.at(-1);
    return end && !led.has(formatEnd(end.value))
      ? [{ key: index === 0 ? 'high' : 'low', at: end.value, value: formatEnd(end.value), name: '' }]
      : [];
  });
  const named = ways.flatMap(({ way, points, name }) => {
    const end = points.at(-1);
    return end ? [{ key: way, at: end.value, value: formatValue(end.value), name }] : [];
  });
  return [...ends, ...named];
}
