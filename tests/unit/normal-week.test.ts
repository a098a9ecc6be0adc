import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNormal, normalFortnight, normalWeek } from '../../src/core/meaning/normal-week';
import { ninetiethDistance } from '../../src/core/meaning/ninetieth-distance';
import { addDays } from '../../src/core/score/local-day';
import { dailyFrom, historyInAnyOrder, historyOf, shifted } from './history-of';

const weekly = (first: number, ...changes: readonly number[]) => {
  let total = first;
  const totals = [total, ...changes.map((change) => (total = Math.round((total + change) * 10) / 10))];
  return historyOf(Object.fromEntries(totals.map((value, index) => [addDays('2026-05-01', 7 * index), value])));
};

describe('the normal week', () => {
  test('of nine weeks is what lies as far from the median as the ninth of ten would: +0.2 ± 0.5', () => {
    // The median of these nine is 0.2; the distances are 0, 0, 0.1, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5; ⌈0.9 · 10⌉ is the ninth. The tenth is judged.
    const history = weekly(60, 0.2, 0.1, 0.3, 0, 0.4, -0.1, 0.6, -0.3, 0.2, 5);
    expect(normalWeek(history, 'total')).toEqual({ low: -0.3, high: 0.7 });
  });

  test('is not widened by the change that is judged', () => {
    expect(normalWeek(weekly(60, 0.2, 0.1, 0.3, 0, 0.4, -0.1, 0.6, -0.3, 0.2, -9), 'total')).toEqual(
      normalWeek(weekly(60, 0.2, 0.1, 0.3, 0, 0.4, -0.1, 0.6, -0.3, 0.2, 9), 'total'),
    );
  });

  test('needs eight changes besides that one', () => {
    expect(normalWeek(weekly(60, 1, -1, 1, -1, 1, -1, 1, -1), 'total')).toBeUndefined();
    expect(normalWeek(weekly(60, 1, -1, 1, -1, 1, -1, 1, -1, 1), 'total')).toEqual({ low: -1, high: 1 });
    expect(normalWeek([], 'total')).toBeUndefined();
  });

  test('looks back 180 days', () => {
    const wildLongAgo = [
      ...weekly(60, ...Array.from({ length: 3 }, () => 9)),
      ...shifted(weekly(60, ...Array.from({ length: 24 }, () => 0)), 60),
    ];
    expect(normalWeek(wildLongAgo, 'total')).toEqual({ low: 0, high: 0 });
  });

  test('compares readings five to nine days apart, nearest to a week', () => {
    const days = [0, 6, 12, 18, 24, 30, 36, 42, 48, 54];
    const readings = historyOf(Object.fromEntries(days.map((day, index) => [addDays('2026-05-01', day), 60 + index])));
    expect(normalWeek(readings, 'total')).toEqual({ low: 1, high: 1 });
    const seldom = historyOf(Object.fromEntries(days.map((day) => [addDays('2026-05-01', (day * 10) / 6), 60])));
    expect(normalWeek(seldom, 'total')).toBeUndefined();
  });

  test('of two weeks compares readings 12 to 16 days apart', () => {
    const steady = dailyFrom(
      '2026-05-01',
      Array.from({ length: 60 }, (_, index) => 40 + index / 10),
    );
    expect(normalFortnight(steady, 'total')).toEqual({ low: 1.4, high: 1.4 });
    expect(normalWeek(steady, 'total')).toEqual({ low: 0.7, high: 0.7 });
  });

  test('does not depend on the order of rows or a shift of days', () => {
    fc.assert(
      fc.property(historyInAnyOrder, fc.integer({ min: -999, max: 999 }), ([history, mixed], days) => {
        const found = normalWeek(history, 'people');
        expect(normalWeek(mixed, 'people')).toEqual(found);
        expect(normalWeek(shifted(history, days), 'people')).toEqual(found);
        if (found) expect(found.low).toBeLessThanOrEqual(found.high);
      }),
    );
  });

  test('judges by its edges, and nothing while it is not known', () => {
    expect(isNormal(-0.3, { low: -0.3, high: 0.7 })).toBe(true);
    expect(isNormal(-0.4, { low: -0.3, high: 0.7 })).toBe(false);
    expect(isNormal(0.8, { low: -0.3, high: 0.7 })).toBe(false);
    expect(isNormal(0, undefined)).toBe(false);
  });
});

test.each([
  [[], 0],
  [[3], 3],
  [[5, 1, 2, 3, 4, 6, 7, 8, 9], 9],
  [Array.from({ length: 19 }, (_, index) => index + 1), 18],
])('of the distances %j nine of ten lie within %d', (distances, within) =>
  expect(ninetiethDistance([...distances])).toBe(within),
);
