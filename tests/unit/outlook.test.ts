import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hardlyBefore } from '../../src/core/meaning/hardly-before';
import { outlooksOf } from '../../src/core/meaning/outlook';
import { ownMoves } from '../../src/core/meaning/own-moves';
import { triedOutlook } from '../../src/core/meaning/outlook-record';
import { percentileOfT } from '../../src/core/meaning/student-t';
import { addDays } from '../../src/core/score/local-day';
import { anyHistory, dailyFrom, historyInAnyOrder, historyOf, readingOf, shifted } from './history-of';

const weekly = (values: readonly number[]) => ({ days: values.map((_, index) => 7 * index), values });
const last = ({ days }: { readonly days: readonly number[] }) => days.length - 1;
const rangeOf = (series: ReturnType<typeof weekly>, ahead: number) =>
  outlooksOf(series, 100)(last(series))?.range(ahead);

const around = (value: number) => ({
  low: expect.closeTo(value - 0.5, 9) as number,
  high: expect.closeTo(value + 0.5, 9) as number,
});

describe('the outlook', () => {
  test('of 60, 61 and 62 a week apart is 61.5 to 66.5 in four weeks: it stands still or goes on, and half a point to each side', () => {
    const { low, high } = rangeOf(weekly([60, 61, 62]), 28)!;
    expect(low).toBeCloseTo(61.5, 10);
    expect(high).toBeCloseTo(66.5, 10);
  });

  test('has the lowest and the highest of three ways: standing still, on as in 28 days, on as in the last 14', () => {
    const { line } = outlooksOf(weekly([60, 60, 62, 63, 64]), 100)(4)!;
    // Least squares: the slopes (-2·60 - 60 + 63 + 2·64) / 10 = 1.1 and (64 - 62) / 2 = 1 a week; the middle of the line is 61.8 at day 14.
    expect(line.onAsIn28(28)).toBeCloseTo(61.8 + 6 * 1.1, 10);
    expect(line.onAsIn14?.(28)).toBeCloseTo(64 + 4, 10);
    expect(line.range(28).low).toBeLessThan(64 - 0.5);
    expect(line.range(28).high).toBeGreaterThan(68.4);
  });

  test('with a past weighs the member’s own moves: four weeks of +1 a week were always +4', () => {
    // 24 readings are 161 days: (161 - 28) / 28 = 4.75 stretches, which weigh 4.75 / 8.75.
    const { low, high } = rangeOf(weekly(Array.from({ length: 24 }, (_, index) => 30 + index)), 28)!;
    expect(high).toBeCloseTo(53 + 4.5 + (4.75 / 8.75) * (4 - 4.5), 10);
    // From the moves alone it would begin above the newest reading.
    expect(low).toBe(52.5);
  });

  test('is wider when readings scatter about the same line', () => {
    const calm = rangeOf(weekly([60, 60.1, 60, 60.1, 60]), 28)!;
    const wild = rangeOf(weekly([60, 62, 58, 62, 60]), 28)!;
    expect(wild.high - wild.low).toBeGreaterThan(2 * (calm.high - calm.low));
  });

  test.each([
    ['there is no reading', {}],
    ['there are two readings', { '2026-10-02': 60, '2026-10-16': 61 }],
    ['three readings span 13 days', { '2026-10-03': 60, '2026-10-09': 61, '2026-10-16': 61 }],
    ['the third lies more than 28 days back', { '2026-09-17': 60, '2026-10-02': 61, '2026-10-16': 61 }],
  ])('is not made when %s', (_, totals) => {
    expect(triedOutlook(historyOf(totals), 'total', '2026-10-16').outlook).toBeUndefined();
  });

  test('is made from three readings across fourteen days', () => {
    const history = historyOf({ '2026-10-02': 60, '2026-10-05': 60, '2026-10-16': 60 });
    expect(triedOutlook(history, 'total', '2026-10-16').outlook?.range(28)).toEqual(around(60));
  });

  test('counts only what came after a rescaling by LinkedIn', () => {
    const group = (total: number) => ({ average: { industry: { total }, network: { total } } });
    const before = dailyFrom(
      '2026-09-20',
      Array.from({ length: 20 }, () => 60),
    ).map((one) => ({ ...one, ...group(36) }));
    const after = dailyFrom(
      '2026-10-10',
      Array.from({ length: 15 }, () => 54),
    ).map((one) => ({ ...one, ...group(32) }));
    expect(triedOutlook([...before, ...after], 'total', '2026-10-24').outlook?.range(28)).toEqual(around(54));
    expect(triedOutlook([...before, ...after], 'total', '2026-10-23').outlook).toBeUndefined();
  });

  test('of a score that stands still has the range of its floor, however often it was read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15, max: 400 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 56 }),
        (count, total, ahead) => {
          const history = dailyFrom(
            '2026-01-01',
            Array.from({ length: count }, () => total),
          );
          expect(triedOutlook(history, 'total').outlook?.range(ahead)).toEqual(around(total));
        },
      ),
    );
  });

  test('holds the newest reading, stays within what can be, and neither order nor shift of days changes it', () => {
    fc.assert(
      fc.property(
        historyInAnyOrder,
        fc.integer({ min: -4000, max: 4000 }),
        fc.integer({ min: 1, max: 56 }),
        ([history, mixed], days, ahead) => {
          const found = triedOutlook(history, 'people').outlook?.range(ahead);
          expect(triedOutlook(mixed, 'people').outlook?.range(ahead)).toEqual(found);
          expect(triedOutlook(shifted(history, days), 'people').outlook?.range(ahead)).toEqual(found);
          if (!found) return;
          const newest = history.at(-1)!.scores.people;
          expect(found.low).toBeGreaterThanOrEqual(0);
          expect(found.high).toBeLessThanOrEqual(25);
          expect(found.low).toBeLessThanOrEqual(newest);
          expect(found.high).toBeGreaterThanOrEqual(newest);
        },
      ),
    );
  });

  test('knows nothing of what was read later', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(40), fc.integer({ min: 1, max: 56 }), (history, cut, ahead) => {
        const place = Math.min(cut, history.length - 1);
        const all = { days: history.map((_, index) => 3 * index), values: history.map(({ total }) => total) };
        const then = { days: all.days.slice(0, place + 1), values: all.values.slice(0, place + 1) };
        const range = outlooksOf(all, 100)(place)?.range(ahead);
        const known = outlooksOf(then, 100)(place)?.range(ahead);
        expect(range === undefined).toBe(known === undefined);
        if (!range || !known) return;
        expect(range.low).toBeCloseTo(known.low, 9);
        expect(range.high).toBeCloseTo(known.high, 9);
      }),
    );
  });

  test('says that the newest reading lies far off its line', () => {
    const calm = Array.from({ length: 28 }, (_, index) => 60 + (index % 2) * 0.2);
    const outlookOf = (totals: readonly number[]) => triedOutlook(dailyFrom('2026-01-01', totals), 'total').outlook;
    expect(outlookOf(calm)?.line.unsettled).toBe(false);
    expect(outlookOf([...calm, 66])?.line.unsettled).toBe(true);
  });
});

test.each([
  [90, 1, 3.078],
  [90, 2, 1.886],
  [90, 5, 1.476],
  [90, 27, 1.314],
  [90, 1000, 1.282],
  [95, 1, 6.314],
  [95, 2, 2.92],
  [95, 3, 2.353],
  [95, 10, 1.812],
] as const)(
  'the %dth percentile of Student’s t with %d degrees of freedom is %f, as in the tables',
  (percentile, degrees, value) => {
    expect(percentileOfT(percentile, degrees)).toBeCloseTo(value, 2);
  },
);

describe('the member’s own moves', () => {
  test('say nothing before there are eight', () => {
    const moves = ownMoves(weekly([50, 51, 50, 52, 51, 53, 52, 54, 53, 55]), 730);
    expect(moves(7, 7)).toBeUndefined();
    // One of -1 to 2 a week each: all eight, for 6 % of them are less than one.
    expect(moves(8, 7)).toEqual({ low: -1, high: 2 });
  });
});

describe('the earliest day', () => {
  test('is the first on which the edge shows the goal with one decimal: 60 and 1 a week show 70.0 after 69.65 days', () =>
    expect(hardlyBefore((days) => 60 + days / 7, 70)).toBe(70));

  test('is not said beyond a year', () => {
    expect(hardlyBefore((days) => 60 + days / 365, 61)).toBe(347);
    expect(hardlyBefore((days) => 60 + days / 365, 61.06)).toBeUndefined();
  });
});

test('a reading of today is the one that is asked, not one of a day to come', () => {
  const history = historyOf({ '2026-10-02': 60, '2026-10-09': 60, '2026-10-16': 60 });
  const ahead = readingOf(addDays('2026-10-16', 5), 90);
  expect(triedOutlook([...history, ahead], 'total', '2026-10-16').outlook?.range(7)).toEqual(around(60));
});
