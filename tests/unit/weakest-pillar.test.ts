import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shown } from '../../src/core/meaning/change';
import { pillars } from '../../src/core/score/pillar';
import { pillarsFromWeakest, weakestPillar } from '../../src/core/meaning/weakest-pillar';
import { anyHistory } from './history-of';

const scores = { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 };

test('the weakest pillar is the one with the lowest score, however far above its industry', () => {
  expect(weakestPillar(scores, { brand: 25, people: 1, insights: 1, relationships: 1 })).toBe('people');
});

test('on a tie it is the one further below its industry', () => {
  const tied = { ...scores, insights: 11.2 };
  expect(weakestPillar(tied, { brand: 12, people: 12, insights: 13, relationships: 14 })).toBe('insights');
  expect(weakestPillar(tied, { brand: 12, people: 13, insights: 12, relationships: 14 })).toBe('people');
});

test('on a tie without an industry it is the first in the order of the pillars', () => {
  expect(weakestPillar({ ...scores, insights: 11.2 })).toBe('people');
  expect(weakestPillar({ brand: 0, people: 0, insights: 0, relationships: 0 })).toBe('brand');
});

test('what is shown the same is a tie', () => {
  expect(weakestPillar({ ...scores, people: 11.24, insights: 11.2 })).toBe('people');
});

test('no pillar shows less than the weakest, and all four are named from weakest to strongest', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      for (const reading of history) {
        const ascending = pillarsFromWeakest(reading.scores);
        expect(ascending.toSorted()).toEqual(pillars.toSorted());
        const values = ascending.map((pillar) => shown(reading.scores[pillar]));
        expect(values).toEqual(values.toSorted((one, other) => one - other));
      }
    }),
  );
});
