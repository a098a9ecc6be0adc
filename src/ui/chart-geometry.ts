import { extent } from 'd3-array';
import { longestJoin } from '../core/meaning/trend';
import { linearScale } from './linear-scale';
import { thinPoints, type Point } from './thin-points';
import { timeTicks, type TimeTick } from './time-ticks';

/** Pieces of a line: runs of readings that are drawn, and the gaps between them. */
export interface LinePieces {
  readonly runs: readonly (readonly Point[])[];
  readonly gaps: readonly (readonly [from: Point, to: Point])[];
}

/** Cuts `points` (ascending by day) at gaps of more than `longestJoin` days: nobody knows what was between. Nothing in, nothing out. */
export function cutAtGaps(points: readonly Point[]): LinePieces {
  const runs: Point[][] = [];
  const gaps: [Point, Point][] = [];
  let before: Point | undefined;
  for (const point of points) {
    const run = runs.at(-1);
    if (before && run && point.day - before.day <= longestJoin) {
      run.push(point);
    } else {
      if (before) gaps.push([before, point]);
      runs.push([point]);
    }
    before = point;
  }
  return { runs, gaps };
}

/** A range of values and the values at which it has grid lines, all in points. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/**
 * The range that holds all `values` with its ends on grid lines: `steps` are tried from the finest, and the first that
 * needs at most four intervals is taken. Never below 0 nor above `maximum`. Without values the lowest step.
 */
export function valueRange(values: Iterable<number>, steps: readonly number[], maximum: number): ValueRange {
  const [lowest = 0, highest = 0] = extent(values);
  for (const [index, step] of steps.entries()) {
    let low = Math.max(0, Math.floor(lowest / step) * step);
    let high = Math.min(maximum, Math.ceil(highest / step) * step);
    // A constant score on a grid line needs room all the same.
    if (high === low) {
      if (high < maximum) high = Math.min(maximum, low + step);
      else low = Math.max(0, high - step);
    }
    if ((high - low) / step > 4 && index < steps.length - 1) continue;
    const ticks: number[] = [];
    for (let tick = low; tick <= high; tick += step) ticks.push(tick);
    return { low, high, ticks };
  }
  return { low: 0, high: maximum, ticks: [0, maximum] };
}

/** A box in CSS pixels of the drawing. */
interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ChartGeometry {
  readonly plot: PlotBox;
  /** First and last day of the axis, as `dayNumber` counts. */
  readonly from: number;
  readonly to: number;
  x(day: number): number;
  y(value: number): number;
  /** The day of the axis nearest to a horizontal place. */
  dayAt(x: number): number;
  timeTicks(language: string): readonly TimeTick[];
  /** `points` cut at gaps and thinned to the columns of this drawing; those outside the axis left out. */
  pieces(points: readonly Point[]): LinePieces;
}

export interface ChartFrame {
  readonly plot: PlotBox;
  readonly from: number;
  readonly to: number;
  readonly range: ValueRange;
  /** Time runs from right to left, as the language does. */
  readonly mirrored: boolean;
  /** Room that a time label needs, in CSS pixels. */
  readonly labelWidth: number;
}

/** Everything that is worked out from where the axes lie. */
export function chartGeometry(frame: ChartFrame): ChartGeometry {
  const { plot, from, mirrored } = frame;
  const to = Math.max(frame.to, from + 1);
  const across: readonly [number, number] = mirrored ? [plot.right, plot.left] : [plot.left, plot.right];
  const timeScale = linearScale([from, to], across);
  const valueScale = linearScale([frame.range.low, frame.range.high], [plot.bottom, plot.top]);
  const x = (day: number) => timeScale(day);

  return {
    plot,
    from,
    to,
    x,
    y: (value) => valueScale(value),
    dayAt(place) {
      const day = Math.round(timeScale.invert(place));
      return Math.min(to, Math.max(from, day));
    },
    timeTicks: (language) => timeTicks(from, to, (plot.right - plot.left) / frame.labelWidth, language),
    pieces(points) {
      const within = points.filter((point) => point.day >= from && point.day <= to);
      const { runs, gaps } = cutAtGaps(within);
      return { runs: runs.map((run) => thinPoints(run, (point) => x(point.day))), gaps };
    },
  };
}

/** A marker or several that lie too close to be told apart. */
export interface MarkerGroup<Marker> {
  readonly day: number;
  readonly markers: readonly Marker[];
}

/** Marks closer together than `nearest` CSS pixels become one, on the day of the last of them. `markers` ascend by day. */
export function groupMarkers<Marker extends { readonly day: number }>(
  markers: readonly Marker[],
  x: (day: number) => number,
  nearest: number,
): readonly MarkerGroup<Marker>[] {
  const groups: { day: number; first: number; markers: Marker[] }[] = [];
  for (const marker of markers) {
    const group = groups.at(-1);
    if (group && Math.abs(x(marker.day) - x(group.first)) < nearest) {
      group.markers.push(marker);
      group.day = marker.day;
    } else {
      groups.push({ day: marker.day, first: marker.day, markers: [marker] });
    }
  }
  return groups;
}
