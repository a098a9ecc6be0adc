import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumbers, inOrder, latestReading, readingsBetween } from '../../src/core/score/history';
import { dayNumber } from '../../src/core/score/local-day';
import { historyInAnyOrder, historyOf } from './history-of';

test('readings are put in order without touching the array they came in', () => {
  fc.assert(
    fc.property(historyInAnyOrder, ([history, mixed]) => {
      const before = [...mixed];
      expect(inOrder(mixed)).toEqual(history);
      expect(mixed).toEqual(before);
      expect([...dayNumbers(mixed)]).toEqual(history.map(({ day }) => dayNumber(day)));
    }),
  );
});

test('an array that grows after it was looked at is looked at again', () => {
  const history = historyOf({ '2026-10-09': 61 });
  expect(latestReading(history)?.day).toBe('2026-10-09');
  history.push(...historyOf({ '2026-10-16': 63, '2026-10-02': 60 }));
  expect(latestReading(history)?.day).toBe('2026-10-16');
  expect(dayNumbers(history)).toHaveLength(3);
});

test('both ends of a range of days belong to it', () => {
  const history = historyOf({ '2026-10-16': 63, '2026-10-02': 60, '2026-10-09': 61 });
  expect(readingsBetween(history, '2026-10-02', '2026-10-09').map(({ day }) => day)).toEqual([
    '2026-10-02',
    '2026-10-09',
  ]);
  expect(readingsBetween(history, '2026-10-03', '2026-10-08')).toEqual([]);
});

test('the newest reading is the last one not after today', () => {
  const history = historyOf({ '2026-10-16': 63, '2026-10-02': 60 });
  expect(latestReading(history, '2026-10-15')?.day).toBe('2026-10-02');
  expect(latestReading(history, '2026-10-01')).toBeUndefined();
});
