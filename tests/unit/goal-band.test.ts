import { expect, test } from 'vitest';
import { goalBand, goalProgress } from '../../src/core/meaning/goal-band';

test.each([
  [68.94, 'on-the-way'],
  [69, 'almost'],
  [69.94, 'almost'],
  [69.95, 'reached'],
  [71, 'reached'],
])('%d before a goal of 70 is "%s"', (value, band) => expect(goalBand(value, 70)).toBe(band));

test.each([
  ['from 56.8 to 70, now 63.0, is 47 %', 63, 0.47],
  ['a score below its start has gone no way', 50, 0],
  ['at the goal all the way is gone', 70, 1],
  ['beyond the goal too', 90, 1],
])('%s', (_, value, progress) => expect(goalProgress(value, { from: 56.8, target: 70 })).toBeCloseTo(progress, 2));

test('a goal that was below its own start is reached while the score stays above it, else not begun', () => {
  expect(goalProgress(75, { from: 80, target: 70 })).toBe(1);
  expect(goalProgress(60, { from: 80, target: 70 })).toBe(0);
});
