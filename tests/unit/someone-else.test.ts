import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeSomeoneElse } from '../../src/core/meaning/someone-else';
import type { Averages } from '../../src/core/rows/snapshot';
import { addDays } from '../../src/core/score/local-day';
import { pillars, type Scores } from '../../src/core/score/pillar';
import { sampleSnapshot } from './sample-snapshot';

const mine: Scores = { brand: 20.998, people: 6.4, insights: 10.25, relationships: 14.2 };
const groups = (industry: number, network: number): Averages => ({
  industry: { total: industry },
  network: { total: network },
});
const last = sampleSnapshot({ day: '2026-05-12', scores: mine, average: groups(35, 36) });
const after = (days: number, by: Partial<Scores>, average: Averages = groups(35, 36)) =>
  sampleSnapshot({
    day: addDays('2026-05-12', days),
    scores: {
      brand: mine.brand + (by.brand ?? 0.01),
      people: mine.people + (by.people ?? 0.01),
      insights: mine.insights + (by.insights ?? 0.01),
      relationships: mine.relationships + (by.relationships ?? 0.01),
    },
    average,
  });

describe('somebody else’s numbers', () => {
  test.each([
    // 6 + 9 · √(1/30) = 7.64 points after a day, 6 + 9 · √(7/30) = 10.35 after a week.
    ['2.5 points in three pillars after a day', after(1, { brand: -2.5, people: 2.5, insights: 2.7 }), true],
    ['2.5 points in three pillars after a week', after(7, { brand: -2.5, people: 2.5, insights: 2.7 }), false],
    // A pillar counts for 8 points at most, which is more than 7.64.
    ['6 points in one pillar after a day', after(1, { people: 6 }), false],
    ['20 points in one pillar after a week', after(7, { people: 18 }), false],
    // With one average of another group half of it is enough: 3.82.
    ['4 points and another network', after(1, { people: 4 }, groups(35, 39)), true],
    ['3.5 points and another network', after(1, { people: 3.5 }, groups(35, 39)), false],
    // With both 0.15 of it: 1.15.
    ['1.2 points and other groups', after(1, { people: 1.2 }, groups(31, 39)), true],
    ['1 point and other groups', after(1, { people: 1 }, groups(31, 39)), false],
    // An average may move by 1.5 at once.
    ['4 points while an average flipped by 1', after(1, { people: 4 }, groups(35, 37)), false],
    // After 90 days no more is allowed: 6 + 9 · √3 = 21.59.
    ['22 points after 90 days', after(90, { brand: -7, people: 7.5, insights: 7.5 }), true],
    ['22 points after a year', after(365, { brand: -7, people: 7.5, insights: 7.5 }), true],
    ['21 points after a year', after(365, { brand: -7, people: 7, insights: 7 }), false],
  ])('%s: %s', (_, next, expected) => expect(looksLikeSomeoneElse(last, next)).toBe(expected));

  test('are never those in which a pillar is the same to the last digit', () => {
    expect(looksLikeSomeoneElse(last, after(1, { brand: 0, people: 8, insights: 8, relationships: 8 }))).toBe(false);
  });

  test.each([0, 15, 25])('may be those in which a pillar is %d as before: many have that', (plateau) => {
    const at = (scores: Scores) => sampleSnapshot({ scores: { ...scores, relationships: plateau } });
    expect(looksLikeSomeoneElse(at(mine), at({ brand: 12, people: 12, insights: 2, relationships: 0 }))).toBe(true);
  });

  test('are the same question the other way round, and never the member’s own unchanged page', () => {
    const score = fc.integer({ min: 0, max: 2500 }).map((hundredths) => hundredths / 100);
    const scores = fc.record({ brand: score, people: score, insights: score, relationships: score });
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 0, max: 400 }), (one, other, days) => {
        const from = sampleSnapshot({ day: '2026-05-12', scores: one });
        const to = sampleSnapshot({ day: addDays('2026-05-12', days), scores: other });
        expect(looksLikeSomeoneElse(from, to)).toBe(looksLikeSomeoneElse(to, from));
        const moved = pillars.reduce((sum, pillar) => sum + Math.abs(other[pillar] - one[pillar]), 0);
        if (moved <= 6) expect(looksLikeSomeoneElse(from, to)).toBe(false);
      }),
    );
  });
});
