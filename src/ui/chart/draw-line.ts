import type { ChartLine, ChartMarker, LineOf } from './chart-pane';
import { pointsBetween, pointsWithin, type Line, type Point, type TrendLine } from './line';
import { thinPoints } from './thin-points';

/** A box in CSS pixels of the drawing. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A marker or several that lie too close to be told apart. */
export interface MarkerGroup {
  readonly day: number;
  readonly markers: readonly ChartMarker[];
}

/** One line as paths, ready to be drawn. */
export interface DrawnLine {
  readonly of: LineOf;
  readonly solid: string;
  readonly dotted: string;
  /** A dot for each reading, where they are few or stand alone. */
  readonly dots: string;
  /** The readings behind a trend. */
  readonly faint: string;
  /** The noise band of a trend. */
  readonly band: string;
  /** What fades to nothing under a line that is alone: the axis does not start at 0, so an area means nothing. */
  readonly area: string;
  /** The newest reading, when it is in view. */
  readonly end?: Point;
  readonly groups: readonly MarkerGroup[];
}

/** Markers closer than this become one; a reading has a dot where each has this much room. In CSS pixels. */
const nearestMarkers = 8;
const roomOfDot = 8;

export type Scale = (value: number) => number;

/** Where a line is drawn. */
export interface LineFrame {
  readonly plot: PlotBox;
  /** First and last day of the axis. */
  readonly from: number;
  readonly to: number;
  readonly x: Scale;
  readonly y: Scale;
  /** It is the only line of its pane. */
  readonly alone: boolean;
}

/** A line worked out to the pixel: what lies beyond the axis is left out, but for one point on each side. */
export function drawLine(
  { of, line, trend, banded, markers }: ChartLine,
  { plot, from, to, x, y, alone }: LineFrame,
): DrawnLine {
  const across = (point: Point) => x(point.day);
  const toLine = (run: readonly Point[]) => pathThrough(places(run, x, y));
  const toArea = (run: readonly Point[]) =>
    pathThrough([...places(run, x, y), ...places([...run.slice(-1), ...run.slice(0, 1)], x, () => plot.bottom)], 'Z');
  const seen = ({ runs }: Line) =>
    runs
      .filter((run) => (run.at(-1)?.day ?? from) >= from && (run[0]?.day ?? to) <= to)
      .map((run) => thinPoints(pointsBetween(run, from, to), across));
  const leading = trend ?? line;
  const runs = seen(leading);
  const gaps = leading.gaps.filter(([start, end]) => end.day >= from && start.day <= to);
  const read = pointsWithin(line.points, from, to);
  const few = read.length * roomOfDot <= plot.right - plot.left;
  const dotted = few ? read : line.runs.filter((run) => run.length === 1).flatMap((run) => pointsWithin(run, from, to));
  const isAverage = of === 'industry' || of === 'network';
  const end = read.at(-1);
  return {
    of,
    solid: runs.map(toLine).join(''),
    dotted: gaps.map(toLine).join(''),
    dots: isAverage
      ? ''
      : places(thinPoints(dotted, across), x, y)
          .map((place) => `M${place}h0`)
          .join(''),
    faint: trend ? seen(line).map(toLine).join('') : '',
    band: trend && banded ? bandPath(trend, from, to, x, y) : '',
    area: alone ? runs.map(toArea).join('') : '',
    ...(end && end === line.points.at(-1) && { end }),
    groups: groupMarkers(
      markers.filter(({ day }) => day >= from && day <= to),
      x,
      nearestMarkers,
    ),
  };
}

/** A line from place to place, or nothing; of one alone a dot. Two lines of ours: d3-shape was a twentieth of what the popup opens with. */
function pathThrough(along: readonly string[], end = along.length === 1 ? 'Z' : ''): string {
  return along.length === 0 ? '' : `M${along.join('L')}${end}`;
}

/** Points as they stand in a path. */
export function places(points: readonly Point[], x: Scale, y: Scale): readonly string[] {
  return points.map(({ day, value }) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`);
}

function bandPath({ low, high }: TrendLine, from: number, to: number, x: Scale, y: Scale): string {
  const edge = (points: readonly Point[]) =>
    places(
      thinPoints(pointsBetween(points, from, to), ({ day }) => x(day)),
      x,
      y,
    );
  const upper = edge(high);
  return upper.length < 2 ? '' : pathThrough([...upper, ...edge(low).toReversed()], 'Z');
}

/**
 * Marks closer together than `nearest` CSS pixels become one, on the day of the last of them: those on the line, and those on the axis.
 * `markers` ascend by day.
 */
export function groupMarkers(markers: readonly ChartMarker[], x: Scale, nearest: number): readonly MarkerGroup[] {
  const groups: { day: number; first: number; markers: ChartMarker[] }[] = [];
  for (const marker of markers) {
    const group = groups.at(-1);
    const onLine = marker.value !== undefined;
    const isNear = group && Math.abs(x(marker.day) - x(group.first)) < nearest;
    if (isNear && onLine === (group.markers[0]?.value !== undefined)) {
      group.markers.push(marker);
      group.day = marker.day;
    } else {
      groups.push({ day: marker.day, first: marker.day, markers: [marker] });
    }
  }
  return groups;
}
