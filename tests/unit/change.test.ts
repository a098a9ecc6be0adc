import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOver, changeSinceLast, nextComparisonDay, shown, weekChange } from '../../src/core/meaning/change';
import { pillars } from '../../src/core/score/pillar';
import { anyHistory, historyInAnyOrder, historyOf, readingOf, shifted } from './history-of';

describe('a shown value', () => {
  test.each([
    [63.04, 63],
    [63.05, 63.1],
    [-0.45, -0.5],
    [0.04, 0],
    [-0.04, 0],
    // Sums in binary: 1.005 is a little less, 0.1 + 0.2 a little more.
    [21.048 + 6.5 + 10.25 + 15, 52.8],
    [0.1 + 0.2, 0.3],
    [1.05, 1.1],
    [0.29999998, 0.3],
    [10.2499, 10.2],
    [13.149998, 13.2],
  ])('%d is shown as %d', (value, expected) => expect(shown(value)).toBe(expected));

  test('is never minus zero', () => expect(Object.is(shown(-0.01), 0)).toBe(true));

  test('is at most half a tenth away, and showing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (value) => {
        expect(Math.abs(shown(value) - value)).toBeLessThanOrEqual(0.05 + 5e-6);
        expect(shown(shown(value))).toBe(shown(value));
      }),
    );
  });
});

describe('the change over a week', () => {
  test('is worked out from what is shown: 63.04 − 61.25 is 63.0 − 61.3', () => {
    const history = historyOf({ '2026-10-09': 61.25, '2026-10-16': 63.04 });
    expect(changeOver(history, 'total', 7)).toEqual({ amount: 1.7, from: history[0], to: history[1] });
  });

  test.each([
    ['4 days before is too near', '2026-10-12', false],
    ['5 days before counts', '2026-10-11', true],
    ['9 days before counts', '2026-10-07', true],
    ['10 days before is too far', '2026-10-06', false],
  ])('%s', (_, day, counts) => {
    expect(changeOver(historyOf({ [day]: 60, '2026-10-16': 63 }), 'total', 7) !== undefined).toBe(counts);
  });

  test('takes the reading nearest to seven days before, of two equally near the older', () => {
    const history = historyOf({ '2026-10-08': 60, '2026-10-10': 61, '2026-10-16': 63 });
    expect(changeOver(history, 'total', 7)?.from.day).toBe('2026-10-08');
    expect(changeOver([...history, readingOf('2026-10-09', 62)], 'total', 7)?.from.day).toBe('2026-10-09');
  });

  test('ignores readings of days that have not come yet', () => {
    const history = historyOf({ '2026-10-09': 61, '2026-10-16': 63, '2026-12-01': 70 });
    expect(changeOver(history, 'total', 7, '2026-10-16')?.amount).toBe(2);
  });

  test('is not there without readings', () => expect(changeOver([], 'total', 7)).toBeUndefined());
});

test.each([
  ['2026-09-23', false],
  ['2026-09-22', true],
  ['2026-09-14', true],
  ['2026-09-13', false],
])('the change over four weeks accepts 24 to 32 days: a reading of %s before 16 October: %s', (day, counts) => {
  expect(changeOver(historyOf({ [day]: 60, '2026-10-16': 63 }), 'total', 28) !== undefined).toBe(counts);
});

test('the change since the last reading is against the one before, however long ago', () => {
  const history = historyOf({ '2026-01-01': 50, '2026-10-16': 63 });
  expect(changeSinceLast(history, 'brand')?.amount).toBe(3.3);
  expect(changeSinceLast(history.slice(1), 'brand')).toBeUndefined();
});

describe('the week of values that are known on some days', () => {
  const on = (day: string, value: number) => ({ day, value });

  test('is the newest less the one nearest to a week before, both as shown', () => {
    const values = [on('2026-10-07', 59), on('2026-10-10', 61.25), on('2026-10-13', 62), on('2026-10-16', 63.04)];
    expect(weekChange(values)).toEqual({ amount: 1.7, from: '2026-10-10' });
  });

  test('is not known without one 5 to 9 days before', () => {
    const newest = on('2026-10-16', 63);
    expect(weekChange([on('2026-10-07', 60), newest])).toEqual({ amount: 3, from: '2026-10-07' });
    expect(weekChange([on('2026-10-11', 60), newest])).toEqual({ amount: 3, from: '2026-10-11' });
    expect(weekChange([on('2026-10-06', 60), on('2026-10-12', 61), newest])).toBeUndefined();
    expect(weekChange([newest])).toBeUndefined();
    expect(weekChange([])).toBeUndefined();
  });
});

describe('the next comparison', () => {
  test('may be today, and is not a day that is over', () => {
    const history = historyOf({ '2026-10-10': 61, '2026-10-13': 63 });
    expect(nextComparisonDay(history, '2026-10-17')).toBe('2026-10-17');
    expect(nextComparisonDay(history, '2026-10-18')).toBe('2026-10-20');
    expect(nextComparisonDay(history)).toBe('2026-10-17');
    expect(nextComparisonDay(history, '2026-10-21')).toBe('2026-10-28');
  });

  test('comes a week after the first reading', () =>
    expect(nextComparisonDay(historyOf({ '2026-10-16': 63 }), '2026-10-16')).toBe('2026-10-23'));

  test('comes a week after the oldest reading of the last days', () =>
    expect(nextComparisonDay(historyOf({ '2026-10-13': 63, '2026-10-16': 63 }), '2026-10-16')).toBe('2026-10-20'));

  test('comes a week from today when the reading is older than that', () =>
    expect(nextComparisonDay(historyOf({ '2026-10-01': 63 }), '2026-10-16')).toBe('2026-10-23'));

  test('is not named when there is one already, or nothing to compare', () => {
    expect(nextComparisonDay(historyOf({ '2026-10-09': 61, '2026-10-16': 63 }), '2026-10-16')).toBeUndefined();
    expect(nextComparisonDay([], '2026-10-16')).toBeUndefined();
  });

  test('names a day on which a reading really has its comparison', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const day = nextComparisonDay(history);
        if (day !== undefined) expect(changeOver([...history, readingOf(day, 50)], 'total', 7)).toBeDefined();
      }),
    );
  });
});

describe('whatever the history', () => {
  test('the order of rows does not matter', () => {
    fc.assert(
      fc.property(historyInAnyOrder, ([history, mixed]) => {
        for (const of of ['total', ...pillars] as const) {
          expect(changeOver(mixed, of, 7)).toEqual(changeOver(history, of, 7));
          expect(changeOver(mixed, of, 28)).toEqual(changeOver(history, of, 28));
          expect(changeSinceLast(mixed, of)).toEqual(changeSinceLast(history, of));
        }
        expect(nextComparisonDay(mixed)).toBe(nextComparisonDay(history));
      }),
    );
  });

  test('shifting all days shifts the change and leaves its amount', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: -4000, max: 4000 }), (history, days) => {
        expect(changeOver(shifted(history, days), 'total', 7)?.amount).toBe(changeOver(history, 'total', 7)?.amount);
      }),
    );
  });

  test('the shown values and the shown change add up', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const change = changeSinceLast(history, 'people');
        if (!change) return;
        expect(shown(shown(change.from.scores.people) + change.amount)).toBe(shown(change.to.scores.people));
      }),
    );
  });
});
