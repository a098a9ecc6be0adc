import { bisector } from 'd3-array';
import { findGaps } from '../../core/meaning/gaps';

/** A value on a day of an axis. */
export interface Point {
  /** Days since 1970-01-01, as `dayNumber` counts. */
  readonly day: number;
  /** Points of the score. */
  readonly value: number;
}

/** A line: all its points, ascending by day, and how they are joined. */
export interface Line {
  readonly points: readonly Point[];
  /** Readings that are joined, in order; every point is in exactly one. */
  readonly runs: readonly (readonly Point[])[];
  /** From one run to the next: nobody knows what was between. */
  readonly gaps: readonly (readonly [from: Point, to: Point])[];
}

/** The line through a measure's noise, and the edges of its band, at the days of its readings. */
export interface TrendLine extends Line {
  readonly low: readonly Point[];
  readonly high: readonly Point[];
}

/** `points` (ascending by day) joined as the member's rhythm asks (see `findGaps`). */
export function lineOf(points: readonly Point[]): Line {
  const starts = findGaps(points.map(({ day }) => day));
  const bounds = [0, ...starts, points.length];
  return {
    points,
    runs: points.length === 0 ? [] : bounds.slice(1).map((end, index) => points.slice(bounds[index], end)),
    gaps: starts.flatMap((start) => {
      const [before, after] = [points[start - 1], points[start]];
      return before && after ? [[before, after] as const] : [];
    }),
  };
}

const byDay = bisector<Point, number>((point) => point.day);

/** The points from `from` to `to` and one more on each side, so that a line runs on to the edge. */
export function pointsBetween(points: readonly Point[], from: number, to: number): readonly Point[] {
  return points.slice(Math.max(0, byDay.left(points, from) - 1), byDay.right(points, to) + 1);
}

/** The points from `from` to `to`, none beyond. */
export function pointsWithin(points: readonly Point[], from: number, to: number): readonly Point[] {
  return points.slice(byDay.left(points, from), byDay.right(points, to));
}

/** Height of a line at a day: straight between two points, level beyond the ends. Undefined without points. */
export function valueAt(points: readonly Point[], day: number): number | undefined {
  const index = byDay.left(points, day);
  const after = points[index] ?? points.at(-1);
  const before = points[index - 1] ?? after;
  if (!before || !after) return undefined;
  if (after.day === before.day) return after.value;
  return before.value + ((after.value - before.value) * (day - before.day)) / (after.day - before.day);
}

/** The point of exactly this day; undefined when there is none. */
export function pointOn(points: readonly Point[], day: number): Point | undefined {
  const point = points[byDay.left(points, day)];
  return point?.day === day ? point : undefined;
}

/** The point nearest to a day; undefined without points. */
export function nearestPoint(points: readonly Point[], day: number): Point | undefined {
  return points[byDay.center(points, day)];
}
