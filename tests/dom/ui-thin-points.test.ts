import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtGaps } from '../../src/ui/chart-geometry';
import { thinPoints, type Point } from '../../src/ui/thin-points';

const lines = fc
  .array(fc.record({ step: fc.integer({ min: 1, max: 9 }), value: fc.double({ min: 0, max: 100, noNaN: true }) }), {
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

describe('cutting a line at gaps', () => {
  it('joins readings up to three days apart and leaves a gap beyond', () => {
    const points = [1, 2, 5, 9, 10].map((day): Point => ({ day, value: day }));
    const { runs, gaps } = cutAtGaps(points);
    expect(runs.map((run) => run.map(({ day }) => day))).toEqual([
      [1, 2, 5],
      [9, 10],
    ]);
    expect(gaps.map(([from, to]) => [from.day, to.day])).toEqual([[5, 9]]);
  });

  it('puts every point into exactly one run, in order', () => {
    fc.assert(
      fc.property(lines, (points) => {
        const { runs, gaps } = cutAtGaps(points);
        expect(runs.flat()).toEqual(points);
        expect(gaps.length).toBe(runs.length - 1);
      }),
    );
  });
});
