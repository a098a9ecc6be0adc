import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milestones } from '../../src/core/meaning/milestones';
import { historyInAnyOrder, historyOf } from './history-of';

test('every multiple of five has one day, the first on which it was shown', () => {
  const history = historyOf({
    '2026-10-01': 53,
    '2026-10-02': 54.94,
    '2026-10-03': 54.95,
    '2026-10-04': 54,
    '2026-10-05': 55,
    '2026-10-09': 66,
  });
  expect(milestones(history)).toEqual([
    { points: 55, day: '2026-10-03' },
    { points: 60, day: '2026-10-09' },
    { points: 65, day: '2026-10-09' },
  ]);
});

test('where a history begins is no milestone', () => {
  expect(milestones(historyOf({ '2026-10-01': 60, '2026-10-02': 50, '2026-10-03': 61 }))).toEqual([]);
  expect(milestones([])).toEqual([]);
});

test('points and days ascend, whatever the order of rows', () => {
  fc.assert(
    fc.property(historyInAnyOrder, ([history, mixed]) => {
      const found = milestones(history);
      expect(milestones(mixed)).toEqual(found);
      expect(found.map(({ points }) => points)).toEqual(
        [...new Set(found.map(({ points }) => points))].toSorted((one, other) => one - other),
      );
      expect(found.map(({ day }) => day)).toEqual(found.map(({ day }) => day).toSorted());
    }),
  );
});
