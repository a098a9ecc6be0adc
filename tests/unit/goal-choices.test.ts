import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goalChoices } from '../../src/core/meaning/goal-choices';
import { shown } from '../../src/core/meaning/change';

test.each([
  { total: 56.8, steps: [60, 65, 70], proposed: 70, lowest: 57 },
  { total: 63, steps: [65, 70, 75], proposed: 70, lowest: 64 },
  { total: 70, steps: [75, 80, 85], proposed: 75, lowest: 71 },
  { total: 44, steps: [45, 50, 55], proposed: 50, lowest: 45 },
  { total: 88.4, steps: [90, 95, 100], proposed: 95, lowest: 89 },
  { total: 96.2, steps: [], proposed: 100, lowest: 97 },
])('from $total the goals on offer are $steps, and $proposed is proposed', ({ total, ...choices }) => {
  expect(goalChoices(total)).toEqual({ ...choices, highest: 100 });
});

test('no goal on offer is reached already or cannot be reached, from any total', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 99.9, noNaN: true }), (total) => {
      const { lowest, highest, steps, proposed } = goalChoices(total);
      for (const goal of [lowest, proposed, ...steps]) {
        expect(goal).toBeGreaterThan(shown(total));
        expect(goal).toBeLessThanOrEqual(highest);
        expect(Number.isInteger(goal)).toBe(true);
      }
      expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    }),
  );
});

test('at the top nothing is left to reach', () => {
  const { lowest, highest, steps } = goalChoices(100);
  expect(lowest).toBeGreaterThan(highest);
  expect(steps).toEqual([]);
});
