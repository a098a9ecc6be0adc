import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDayOf } from '../../src/core/score/local-day';
import type { History } from '../../src/core/score/history';
import { trend, type Trend } from '../../src/core/meaning/trend';
import { dailyFrom, historyInAnyOrder, historyOf, readingOf, shifted } from './history-of';
import { seededRandom } from './seeded-random';

/** The columns of a trend, a point each. */
const pointsOf = ({ days, values, low, high }: Trend) =>
  Array.from(days, (day, index) => ({ day, value: values[index]!, low: low[index]!, high: high[index]! }));

const noisy = (count: number, noise: number, perDay = 0) => {
  const { normal } = seededRandom(5);
  return dailyFrom(
    '2025-01-01',
    Array.from({ length: count }, (_, index) => 40 + perDay * index + noise * normal()),
  );
};

describe('the trend', () => {
  test('of two readings seven days apart: each counts 1 − 1/e against the other, forwards and backwards', () => {
    const { values } = trend(historyOf({ '2026-10-09': 60, '2026-10-16': 64 }), 'total');
    const weight = 1 - Math.exp(-1);
    // Forwards 60, then 60 + 4w; backwards 64, then 64 − 4w; the line is their mean.
    expect(values[0]).toBeCloseTo((60 + (64 - 4 * weight)) / 2, 10);
    expect(values[1]).toBeCloseTo((60 + 4 * weight + 64) / 2, 10);
  });

  test('has a place for each reading and none in a gap', () => {
    const { days } = trend(historyOf({ '2026-10-01': 60, '2026-10-04': 60, '2026-10-08': 61 }), 'total');
    expect(Array.from(days, localDayOf)).toEqual(['2026-10-01', '2026-10-04', '2026-10-08']);
  });

  test('does not run behind a steady rise', () => {
    const { values } = trend(
      dailyFrom(
        '2026-01-01',
        Array.from({ length: 100 }, (_, index) => 30 + index / 5),
      ),
      'total',
    );
    expect(values[50]).toBeCloseTo(40, 2);
  });

  test('starts anew when LinkedIn rescales', () => {
    const before = dailyFrom(
      '2026-05-01',
      Array.from({ length: 20 }, () => 60),
    );
    const after = dailyFrom(
      '2026-05-21',
      Array.from({ length: 20 }, () => 54),
    );
    const averages = (total: number) => ({ average: { industry: { total }, network: { total } } });
    const history = [
      ...before.map((reading) => ({ ...reading, ...averages(35) })),
      ...after.map((reading) => ({ ...reading, ...averages(32) })),
    ];
    const { values } = trend(history, 'total');
    expect(values[19]).toBeCloseTo(60, 10);
    expect(values[20]).toBeCloseTo(54, 10);
  });

  test('is on either side of a rescaling what it would be without the other', () => {
    const averages = (total: number) => ({ average: { industry: { total }, network: { total } } });
    const before = noisy(20, 0.2).map((reading) => ({ ...reading, ...averages(35) }));
    const after = shifted(noisy(20, 0.2), 20).map(({ day, total }) => readingOf(day, total * 0.9, averages(32)));
    const values = (history: History) => Array.from(trend(history, 'total').values);
    expect(values([...before, ...after])).toEqual([...values(before), ...values(after)]);
  });

  test('has a band that holds the ⌈0.9 · 11⌉-th nearest of ten readings: all of them', () => {
    const totals = [60, 60.4, 60, 60.4, 60, 60.4, 60, 60.4, 60, 62];
    const points = pointsOf(trend(dailyFrom('2026-05-01', totals), 'total'));
    const farthest = Math.max(...points.map(({ value }, index) => Math.abs(totals[index]! - value)));
    for (const { value, low, high } of points) {
      expect(high - value).toBeCloseTo(farthest, 10);
      expect(value - low).toBeCloseTo(farthest, 10);
    }
  });

  test('has no band before the fifth reading of a quarter', () => {
    const width = (count: number) => {
      const [first] = pointsOf(trend(noisy(count, 0.5), 'total'));
      return first!.high - first!.low;
    };
    expect(width(4)).toBe(0);
    expect(width(5)).toBeGreaterThan(0);
  });

  test('counts as a quarter the newest reading and the 89 days before it', () => {
    const width = (daysBefore: number) => {
      const [first, ...rest] = noisy(5, 0.5);
      const [point] = pointsOf(trend([first!, ...shifted(rest, daysBefore - 4)], 'total'));
      return point!.high - point!.low;
    };
    expect(width(89)).toBeGreaterThan(0);
    expect(width(90)).toBe(0);
  });

  test('has in a quarter with too few readings the band of the quarter before', () => {
    const history = [...noisy(60, 0.5), ...shifted(noisy(4, 3), 150)];
    const widths = pointsOf(trend(history, 'total')).map(({ high, low }) => high - low);
    expect(widths[0]).toBeGreaterThan(0);
    for (const width of widths) expect(width).toBeCloseTo(widths[0]!, 10);
  });

  test('changes its width in a straight line from the middle of one quarter to that of the next', () => {
    const history = [...noisy(90, 0.1), ...shifted(noisy(90, 1), 90)];
    const points = pointsOf(trend(history, 'total'));
    const halves = points.map(({ high, low }) => (high - low) / 2);
    // Of 90 readings the ⌈0.9 · 91⌉-th nearest: at the middle of each quarter and beyond, exactly so many lie within.
    for (const [middle, first] of [
      [44, 0],
      [134, 90],
    ] as const) {
      const distances = points.map(({ value }, index) => Math.abs(history[index]!.total - value));
      const within = distances.slice(first, first + 90).filter((distance) => distance <= halves[middle]! + 1e-9);
      expect(within).toHaveLength(82);
    }
    const [quiet, wild] = [halves[44]!, halves[134]!];
    halves.forEach((half, index) =>
      expect(half).toBeCloseTo(quiet + (wild - quiet) * Math.min(1, Math.max(0, (index - 44) / 90)), 9),
    );
  });

  test('holds about nine of ten readings in its band', () => {
    const history = noisy(360, 0.5);
    const points = pointsOf(trend(history, 'total'));
    const inside = points.filter(({ low, high }, index) => {
      const total = history[index]!.total;
      return low <= total && total <= high;
    });
    expect(inside.length / points.length).toBeGreaterThan(0.85);
    expect(inside.length / points.length).toBeLessThan(0.97);
  });

  test('has a band as wide as the noise of its own time', () => {
    const quiet = noisy(360, 0.1);
    const wild = shifted(noisy(360, 1), 360);
    const points = pointsOf(trend([...quiet, ...wild], 'total'));
    const width = (index: number) => points[index]!.high - points[index]!.low;
    expect(width(100)).toBeLessThan(0.6);
    expect(width(650)).toBeGreaterThan(2);
  });

  test('never leaves the readings, and neither order nor shift of days (to before 1970, too) changes it', () => {
    fc.assert(
      fc.property(historyInAnyOrder, fc.integer({ min: -25_000, max: 4000 }), ([history, mixed], days) => {
        const points = pointsOf(trend(history, 'total'));
        const totals = history.map(({ total }) => total);
        for (const { value, low, high } of points) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...totals) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...totals) + 1e-9);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
        expect(pointsOf(trend(mixed, 'total'))).toEqual(points);
        expect(pointsOf(trend(shifted(history, days), 'total'))).toEqual(
          points.map((point) => ({ ...point, day: point.day + days })),
        );
      }),
    );
  });
});
