import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/core/score/local-day';
import { layOutChart, type LayoutQuestion } from '../../src/ui/chart/chart-layout';
import type { ChartPane } from '../../src/ui/chart/chart-pane';
import { groupMarkers } from '../../src/ui/chart/draw-line';
import { lineOf } from '../../src/ui/chart/line';
import { timeTicks } from '../../src/ui/chart/time-ticks';
import { valueRange } from '../../src/ui/chart/value-range';

describe('the range of values', () => {
  it.each([
    { values: [51.8, 63], goals: [70], low: 50, high: 70, ticks: [50, 55, 60, 65, 70] },
    { values: [51.8, 63], goals: [], low: 50, high: 65, ticks: [50, 55, 60, 65] },
    { values: [63], goals: [], low: 60, high: 66, ticks: [60, 62, 64, 66] },
    { values: [52.1, 53.4], goals: [], low: 48, high: 56, ticks: [48, 50, 52, 54, 56] },
    { values: [100], goals: [], low: 94, high: 100, ticks: [94, 96, 98, 100] },
    { values: [0], goals: [], low: 0, high: 6, ticks: [0, 2, 4, 6] },
    { values: [], goals: [], low: 0, high: 6, ticks: [0, 2, 4, 6] },
    { values: [12, 88], goals: [], low: 0, high: 100, ticks: [0, 20, 40, 60, 80, 100] },
  ])('of a total of $values and goals at $goals goes from $low to $high', ({ values, goals, low, high, ticks }) => {
    expect(valueRange(values, 100, goals)).toEqual({ low, high, ticks });
  });

  it('of any scores has at least six points, a tenth of air, few grid lines, and stays within the maximum', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.constantFrom(25, 100), (parts, maximum) => {
        const scores = parts.map((part) => part * maximum);
        const { low, high, ticks } = valueRange(scores, maximum);
        const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
        const air = (highest - lowest) * 0.1 - 1e-9;
        expect(low).toBeLessThanOrEqual(Math.max(0, lowest - air));
        expect(high).toBeGreaterThanOrEqual(Math.min(maximum, highest + air));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(maximum);
        expect(high - low).toBeGreaterThanOrEqual(6);
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(9);
        expect(ticks.every((tick) => tick >= low && tick <= high)).toBe(true);
      }),
    );
  });
});

const line = (...days: number[]) => lineOf(days.map((day) => ({ day, value: 55 })));
const pane: ChartPane = {
  id: 'total',
  height: 69,
  maximum: 100,
  lines: [{ of: 'total', line: line(dayNumber('2026-07-16'), dayNumber('2026-10-16')), name: 'Total', markers: [] }],
  goals: [{ of: 'total', target: 66 }],
  formatTick: String,
  formatValue: String,
};
const frame: LayoutQuestion = {
  panes: [pane],
  from: dayNumber('2026-07-16'),
  to: dayNumber('2026-10-16'),
  today: dayNumber('2026-10-16'),
  named: false,
  width: 368,
  textScale: 1,
  mirrored: false,
  language: 'en-GB',
  todayLabel: 'Today',
};

describe('the layout of a chart', () => {
  it('puts the first day at the left, today at the right, and the highest value on top', () => {
    const { x, panes } = layOutChart(frame);
    const { y, plot, ticks } = panes[0]!;
    expect(x(frame.from)).toBe(0);
    expect(x(frame.to)).toBe(342);
    expect(y(ticks.at(-1)!.value)).toBe(plot.top);
    expect(y(ticks[0]!.value)).toBe(plot.bottom);
    expect(plot.bottom - plot.top).toBe(69);
  });

  it('runs from right to left where the language does', () => {
    const { x } = layOutChart({ ...frame, mirrored: true });
    expect(x(frame.from)).toBe(368);
    expect(x(frame.to)).toBe(26);
  });

  it('finds back the day of a place', () => {
    fc.assert(
      fc.property(fc.integer({ min: frame.from, max: frame.to }), fc.boolean(), (day, mirrored) => {
        const { x, dayAt } = layOutChart({ ...frame, mirrored });
        expect(dayAt(x(day))).toBeCloseTo(day, 6);
      }),
    );
  });

  it('gives lines names at their ends or numbers, never both on one side', () => {
    const named = layOutChart({ ...frame, named: true, width: 700 });
    expect(named.tickPlace.x).toBeLessThan(named.plot.left);
    expect(named.panes[0]!.labelX).toBeGreaterThan(named.plot.right);
    expect(named.panes[0]!.labels).toHaveLength(1);
    expect(layOutChart(frame).panes[0]!.labels).toEqual([]);
  });

  it('has the same scale however high and wide it is, with fewer grid lines where there is less room', () => {
    const ticksOf = (height: number) =>
      layOutChart({ ...frame, panes: [{ ...pane, height }] }).panes[0]!.ticks.map(({ value }) => value);
    expect(ticksOf(160)).toEqual([54, 56, 58, 60, 62, 64, 66]);
    expect(ticksOf(69)).toEqual([54, 58, 62, 66]);
  });

  it('draws the line on to the edge and beyond it nothing', () => {
    const points = line(frame.from - 9, frame.from - 1, frame.from + 1);
    const { panes, x } = layOutChart({ ...frame, panes: [{ ...pane, lines: [{ ...pane.lines[0]!, line: points }] }] });
    const places = panes[0]!.lines[0]!.solid.split(/[ML]/).filter((place) => place !== '');
    expect(places.map((place) => Number(place.split(',')[0]))).toEqual(
      [frame.from - 1, frame.from + 1].map((day) => Number(x(day).toFixed(1))),
    );
  });

  it('shows what was read last where nothing was read since', () => {
    const old = line(frame.from - 200, frame.from - 199);
    const { ticks } = layOutChart({
      ...frame,
      panes: [{ ...pane, goals: [], lines: [{ ...pane.lines[0]!, line: old }] }],
    }).panes[0]!;
    expect(ticks.map(({ value }) => value)).toEqual([52, 54, 56, 58]);
  });

  it('makes one of two marks closer than eight pixels and tells how many', () => {
    const marks = [100, 101, 110].map((day) => ({ day, value: 0, label: '' }));
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
    { from: '2026-10-09', to: '2026-10-16', labels: ['Oct 10', 'Oct 12', 'Oct 14'] },
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
