import { bisector } from 'd3-array';
import { valueOf, type History, type Measure } from '../../core/score/history';
import { dayNumber } from '../../core/score/local-day';
import { forEachPillar, type Pillar } from '../../core/score/pillar';
import type { TotalReading } from '../../core/rows/total-reading';
import { trend } from '../../core/meaning/trend';
import { cutAtGaps, type LinePieces } from '../../ui/chart-geometry';
import type { Point } from '../../ui/thin-points';

export type Group = 'industry' | 'network';

/** One line of the chart: all its points, ascending by day, and how they are cut at gaps. */
export interface Line {
  readonly points: readonly Point[];
  readonly pieces: LinePieces;
}

/** The line through a measure's noise, and the edges of its band, at the days of its readings. */
export interface TrendLine extends Line {
  readonly low: readonly Point[];
  readonly high: readonly Point[];
}

function lineOf(points: readonly Point[]): Line {
  return { points, pieces: cutAtGaps(points) };
}

function lineThrough(history: History, value: (reading: History[number]) => number | undefined): Line {
  const points: Point[] = [];
  for (const reading of history) {
    const here = value(reading);
    if (here !== undefined) points.push({ day: dayNumber(reading.day), value: here });
  }
  return lineOf(points);
}

/** The lines of all measures. `totals`, days of which only the total is known (none of them in `history`), are in the total's line alone. */
export function measureLines(history: History, totals: readonly TotalReading[]): Readonly<Record<Measure, Line>> {
  const pillarLines: Record<Pillar, Line> = forEachPillar((pillar) =>
    lineThrough(history, (reading) => reading.scores[pillar]),
  );
  const total = lineThrough(history, (reading) => valueOf(reading, 'total'));
  if (totals.length === 0) return { ...pillarLines, total };
  const further = totals.map((reading): Point => ({ day: dayNumber(reading.day), value: reading.total }));
  return { ...pillarLines, total: lineOf([...total.points, ...further].sort((one, other) => one.day - other.day)) };
}

/** A group's average of a measure over time; without points where the page did not show it. */
export function averageLine(history: History, group: Group, of: Measure): Line {
  return lineThrough(history, ({ average }) => (of === 'total' ? average[group]?.total : average[group]?.scores?.[of]));
}

/** "Top N %" in a group over time, as 100 − N so that better is higher. */
export function rankLine(history: History, group: Group): Line {
  return lineThrough(history, ({ rank }) => {
    const place = rank[group];
    return place === undefined ? undefined : 100 - place;
  });
}

/** The trend of a measure with its noise band. */
export function trendLine(history: History, of: Measure): TrendLine {
  const { days, values, low, high } = trend(history, of);
  const pointsAt = (heights: ArrayLike<number>): Point[] =>
    Array.from(days, (day, index) => ({ day, value: heights[index] ?? 0 }));
  return { ...lineOf(pointsAt(values)), low: pointsAt(low), high: pointsAt(high) };
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
