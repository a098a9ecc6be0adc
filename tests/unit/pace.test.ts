import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pace, paceAt, paceNeeded } from '../../src/core/meaning/pace';
import { seriesOf } from '../../src/core/meaning/series';
import { addDays } from '../../src/core/score/local-day';
import { anyHistory, dailyFrom, historyInAnyOrder, historyOf, shifted } from './history-of';

describe('the pace', () => {
  test('of 57.4 to 63.0 in four weeks is 1.4 a week, as in the pictures', () => {
    const history = historyOf({
      '2026-09-18': 57.4,
      '2026-09-25': 58.8,
      '2026-10-02': 60.2,
      '2026-10-09': 61.6,
      '2026-10-16': 63,
    });
    const { perWeek, low } = pace(history, 'total', '2026-10-16')!;
    expect(perWeek).toBeCloseTo(1.4, 10);
    expect(low).toBeCloseTo(1.4, 10);
    expect(paceNeeded(history, { of: 'total', target: 70 }, '2026-11-20', '2026-10-16')).toBeCloseTo(1.4, 10);
  });

  test('is the median slope of all pairs: 0, 2 and 1 a week give 1', () => {
    const history = historyOf({ '2026-10-02': 60, '2026-10-09': 60, '2026-10-16': 62 });
    const { perWeek, low } = pace(history, 'total', '2026-10-16')!;
    expect(perWeek).toBeCloseTo(1, 10);
    // Three slopes hold the true one in two of three cases, so the lower end lies a little below 0.
    expect(low).toBeCloseTo(-0.23, 2);
  });

  test('is not moved by one wild reading', () => {
    const totals = Array.from({ length: 28 }, (_, index) => 50 + index / 7);
    totals[20] = 20;
    expect(pace(dailyFrom('2026-09-19', totals), 'total', '2026-10-16')?.perWeek).toBeCloseTo(1, 1);
  });

  test('looks back 28 days and not further', () => {
    const history = historyOf({ '2026-09-17': 10, '2026-09-18': 60, '2026-10-01': 60, '2026-10-16': 60 });
    expect(pace(history, 'total', '2026-10-16')?.perWeek).toBe(0);
  });

  test('needs three readings across fourteen days', () => {
    expect(pace(historyOf({ '2026-10-02': 60, '2026-10-16': 62 }), 'total', '2026-10-16')).toBeUndefined();
    const fortnight = historyOf({ '2026-10-02': 60, '2026-10-05': 61, '2026-10-16': 62 });
    expect(pace(fortnight, 'total', '2026-10-16')).toBeDefined();
    expect(pace(shifted(fortnight.slice(1), 0), 'total', '2026-10-16')).toBeUndefined();
    expect(
      pace(historyOf({ '2026-10-03': 60, '2026-10-05': 61, '2026-10-16': 62 }), 'total', '2026-10-16'),
    ).toBeUndefined();
  });

  test('counts only what came after a rescaling by LinkedIn', () => {
    const group = (total: number) => ({ average: { industry: { total }, network: { total } } });
    const history = [
      ...dailyFrom(
        '2026-09-20',
        Array.from({ length: 7 }, () => 60),
      ).map((reading) => ({ ...reading, ...group(36) })),
      ...dailyFrom(
        '2026-09-27',
        Array.from({ length: 20 }, () => 54),
      ).map((reading) => ({ ...reading, ...group(32) })),
    ];
    expect(pace(history, 'total', '2026-10-16')).toEqual({ perWeek: 0, low: 0 });
    expect(pace(history, 'total', '2026-10-03')).toBeUndefined();
  });

  test('at any place of a long series is what it was on that day', () => {
    const history = dailyFrom(
      '2026-05-01',
      Array.from({ length: 120 }, (_, index) => 60 + 3 * Math.sin(index / 9)),
    );
    const series = seriesOf(history, 'total', 1000);
    history.forEach(({ day }, place) => expect(paceAt(series, place)).toEqual(pace(history, 'total', day)));
  });

  test('of a score that stands still is 0, certainly', () => {
    fc.assert(
      fc.property(anyHistory, fc.double({ min: 0, max: 25, noNaN: true }), (history, score) => {
        const still = history.map((reading) => ({ ...reading, scores: { ...reading.scores, brand: score } }));
        const found = pace(still, 'brand', '2026-02-01');
        if (found) expect(found).toEqual({ perWeek: 0, low: 0 });
      }),
    );
  });

  test('is no slower than its lower end, and neither order nor shift of days changes it', () => {
    fc.assert(
      fc.property(historyInAnyOrder, fc.integer({ min: -4000, max: 4000 }), ([history, mixed], days) => {
        const today = '2026-02-10';
        const found = pace(history, 'total', today);
        expect(pace(mixed, 'total', today)).toEqual(found);
        expect(pace(shifted(history, days), 'total', addDays(today, days))).toEqual(found);
        if (!found) return;
        expect(found.low).toBeLessThanOrEqual(found.perWeek);
      }),
    );
  });

  test('turns with the score: twice the rise is twice the pace, a fall is a negative pace', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(-1, 0.5, 2), (history, factor) => {
        const found = pace(history, 'total', '2026-02-10');
        const turned = pace(
          history.map((reading) => ({ ...reading, total: factor * reading.total })),
          'total',
          '2026-02-10',
        );
        if (found && turned) expect(turned.perWeek).toBeCloseTo(factor * found.perWeek, 8);
      }),
    );
  });
});

describe('the pace needed', () => {
  test('is not there when the day has come, the goal is reached or nothing was read', () => {
    const history = historyOf({ '2026-10-16': 63 });
    expect(paceNeeded(history, { of: 'total', target: 70 }, '2026-10-16', '2026-10-16')).toBeUndefined();
    expect(paceNeeded(history, { of: 'total', target: 63 }, '2026-11-20', '2026-10-16')).toBeUndefined();
    expect(paceNeeded([], { of: 'total', target: 70 }, '2026-11-20', '2026-10-16')).toBeUndefined();
  });
});
