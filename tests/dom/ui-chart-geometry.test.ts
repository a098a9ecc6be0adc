import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/core/score/local-day';
import { chartGeometry, groupMarkers, valueRange } from '../../src/ui/chart-geometry';
import { timeTicks } from '../../src/ui/time-ticks';

describe('the range of values', () => {
  it.each([
    { values: [51.8, 63, 70], low: 50, high: 70, ticks: [50, 60, 70] },
    { values: [63], low: 60, high: 70, ticks: [60, 70] },
    { values: [60], low: 60, high: 70, ticks: [60, 70] },
    { values: [100], low: 90, high: 100, ticks: [90, 100] },
    { values: [0], low: 0, high: 10, ticks: [0, 10] },
    { values: [12, 88], low: 0, high: 100, ticks: [0, 50, 100] },
    { values: [22, 81], low: 20, high: 100, ticks: [20, 40, 60, 80, 100] },
  ])('of a total of $values goes from $low to $high', ({ values, low, high, ticks }) => {
    expect(valueRange(values, [10, 20, 50], 100)).toEqual({ low, high, ticks });
  });

  it('holds every value, has at most four intervals and stays within the maximum', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), (values) => {
        const { low, high, ticks } = valueRange(values, [10, 20, 50], 100);
        expect(values.every((value) => value >= low && value <= high)).toBe(true);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(high).toBeGreaterThan(low);
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

const frame = {
  plot: { left: 0, right: 342, top: 19, bottom: 88 },
  from: dayNumber('2026-07-16'),
  to: dayNumber('2026-10-16'),
  range: { low: 50, high: 70, ticks: [50, 60, 70] },
  mirrored: false,
  labelWidth: 60,
};

describe('the geometry of a chart', () => {
  it('puts the first day at the left, today at the right, and the highest value on top', () => {
    const geometry = chartGeometry(frame);
    expect(geometry.x(frame.from)).toBe(0);
    expect(geometry.x(frame.to)).toBe(342);
    expect(geometry.y(70)).toBe(19);
    expect(geometry.y(50)).toBe(88);
  });

  it('runs from right to left where the language does', () => {
    const geometry = chartGeometry({ ...frame, mirrored: true });
    expect(geometry.x(frame.from)).toBe(342);
    expect(geometry.x(frame.to)).toBe(0);
  });

  it('finds back the day of a place, and never one outside the axis', () => {
    fc.assert(
      fc.property(fc.integer({ min: frame.from, max: frame.to }), fc.boolean(), (day, mirrored) => {
        const geometry = chartGeometry({ ...frame, mirrored });
        expect(geometry.dayAt(geometry.x(day))).toBe(day);
        expect(geometry.dayAt(-1000)).toBe(mirrored ? frame.to : frame.from);
      }),
    );
  });

  it('leaves out what lies before the axis', () => {
    const points = [frame.from - 1, frame.from, frame.from + 1].map((day) => ({ day, value: 55 }));
    expect(chartGeometry(frame).pieces(points).runs.flat()).toHaveLength(2);
  });

  it('makes one of two marks closer than eight pixels and tells how many', () => {
    const marks = [100, 101, 110].map((day) => ({ day }));
    const groups = groupMarkers(marks, (day) => day * 3.7, 8);
    expect(groups.map(({ day, markers }) => [day, markers.length])).toEqual([
      [101, 2],
      [110, 1],
    ]);
  });
});

describe('labels of time', () => {
  it.each([
    { from: '2026-07-16', to: '2026-10-16', labels: ['Aug', 'Sep', 'Oct'] },
    { from: '2026-09-16', to: '2026-10-16', labels: ['Sep 18', 'Sep 25', 'Oct 2', 'Oct 9'] },
    { from: '2025-10-16', to: '2026-10-16', labels: ['Nov', '2026', 'Mar', 'May', 'Jul', 'Sep'] },
    { from: '1976-10-16', to: '2026-10-16', labels: ['1980', '1990', '2000', '2010', '2020'] },
  ])('from $from to $to are $labels', ({ from, to, labels }) => {
    const ticks = timeTicks(dayNumber(from), dayNumber(to), 5.7, 'en-US');
    expect(ticks.map(({ label }) => label)).toEqual(labels);
  });

  it('lie within the axis, ascend and stay few, however long it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 20_000 }), (from, length) => {
        const ticks = timeTicks(from, from + length, 6, 'en-US');
        expect(ticks.every(({ day }) => day >= from && day <= from + length)).toBe(true);
        expect(ticks.every(({ day }, index) => index === 0 || day > (ticks[index - 1]?.day ?? 0))).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
    );
  });
});
