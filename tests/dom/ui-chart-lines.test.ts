import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartPane } from '../../src/ui/chart/chart-pane';
import { layOutChart } from '../../src/ui/chart/chart-layout';
import { lineOf, pointsBetween, type Point } from '../../src/ui/chart/line';
import { thinPoints } from '../../src/ui/chart/thin-points';

const lines = fc
  .array(fc.record({ step: fc.integer({ min: 1, max: 60 }), value: fc.double({ min: 0, max: 100, noNaN: true }) }), {
    minLength: 1,
    maxLength: 400,
  })
  .map((steps) => {
    let day = 20_000;
    return steps.map(({ step, value }): Point => ({ day: (day += step), value }));
  });

describe('thinning a line', () => {
  it('loses no peak, no end and no order, whatever the line and the columns', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 60 }), (points, daysOfColumn) => {
        const column = (point: Point) => Math.floor(point.day / daysOfColumn);
        const thin = thinPoints(points, (point) => point.day / daysOfColumn);

        expect(thin[0]).toBe(points[0]);
        expect(thin.at(-1)).toBe(points.at(-1));
        expect(thin.every((point, index) => index === 0 || point.day > (thin[index - 1]?.day ?? 0))).toBe(true);
        for (const place of new Set(points.map(column))) {
          const all = points.filter((point) => column(point) === place).map(({ value }) => value);
          const kept = thin.filter((point) => column(point) === place).map(({ value }) => value);
          expect(Math.max(...kept)).toBe(Math.max(...all));
          expect(Math.min(...kept)).toBe(Math.min(...all));
          expect(kept.length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('keeps everything where every point has its own column', () => {
    const points = [1, 2, 3].map((day): Point => ({ day, value: day }));
    expect(thinPoints(points, (point) => point.day)).toEqual(points);
  });

  it('has nothing to keep of nothing', () => {
    expect(thinPoints([], () => 0)).toEqual([]);
  });
});

describe('a line with gaps', () => {
  it('puts every point into exactly one run, in order, and a gap between any two runs', () => {
    fc.assert(
      fc.property(lines, (points) => {
        const { runs, gaps } = lineOf(points);
        expect(runs.flat()).toEqual(points);
        expect(gaps).toEqual(runs.slice(1).map((run, index) => [runs[index]!.at(-1), run[0]]));
      }),
    );
  });

  it('runs on by one point to where it leaves the axis', () => {
    const points = [1, 2, 3, 4, 5].map((day): Point => ({ day, value: day }));
    expect(pointsBetween(points, 3, 3.5).map(({ day }) => day)).toEqual([2, 3, 4]);
  });

  it('is nothing without points', () => {
    expect(lineOf([])).toEqual({ points: [], runs: [], gaps: [] });
  });
});

/** One line as it is drawn on `width` pixels, from the first of `points` to the last. */
function drawnLine(points: readonly Point[], width: number) {
  const pane: ChartPane = {
    id: 'total',
    height: 69,
    maximum: 100,
    lines: [{ of: 'total', line: lineOf(points), name: 'Total', markers: [] }],
    goals: [],
    formatTick: String,
    formatValue: String,
  };
  const [from, to] = [points[0]!.day, points.at(-1)!.day];
  const common = { textScale: 1, mirrored: false, language: 'en-GB', todayLabel: 'Today' };
  return layOutChart({ panes: [pane], from, to, today: to, named: false, width, ...common }).panes[0]!.lines[0]!;
}

const every = (days: number, count: number) =>
  Array.from({ length: count }, (_, index): Point => ({ day: 20_000 + index * days, value: 50 + (index % 5) }));

describe('dots of readings', () => {
  it('are drawn for each of a quarter of weekly readings, which are joined by one line', () => {
    const { dots, solid, dotted } = drawnLine(every(7, 13), 368);
    expect(dots.match(/M/g)).toHaveLength(13);
    expect(solid.match(/M/g)).toHaveLength(1);
    expect(dotted).toBe('');
  });

  it('give way to the line where there is no room for them', () => {
    expect(drawnLine(every(1, 92), 368).dots).toBe('');
  });

  it('are left for readings that stand alone, so that none is invisible', () => {
    const alone: Point = { day: 20_130, value: 60 };
    const { dots } = drawnLine([...every(1, 100), alone, { ...alone, day: 20_160 }], 368);
    expect(dots.match(/M/g)).toHaveLength(2);
  });
});
