import type { Point } from './line';

/**
 * The points that a line needs at most: where several fall into one column of pixels, only the first, lowest, highest and last of
 * them, so the drawn line covers the same pixels and no peak is lost (M4: Jugel et al., "M4: A Visualization-Oriented Time
 * Series Data Aggregation", VLDB 2014). `points` ascend by day; so does the answer, which is a selection of them.
 */
export function thinPoints(points: readonly Point[], columnOf: (point: Point) => number): readonly Point[] {
  const kept: Point[] = [];
  let start = 0;
  while (start < points.length) {
    const first = points[start];
    if (!first) break;
    const column = Math.floor(columnOf(first));
    let end = start + 1;
    let [lowest, highest] = [start, start];
    for (let point = points[end]; point && Math.floor(columnOf(point)) === column; point = points[end]) {
      if (point.value < (points[lowest]?.value ?? point.value)) lowest = end;
      if (point.value > (points[highest]?.value ?? point.value)) highest = end;
      end += 1;
    }
    for (const index of new Set([start, Math.min(lowest, highest), Math.max(lowest, highest), end - 1])) {
      const point = points[index];
      if (point) kept.push(point);
    }
    start = end;
  }
  return kept;
}
