import { describe, expect, test } from 'vitest';
import { addsUp, isRank, isScore, isTotal } from '../../src/core/score/reading';

describe('what a number of the page can be', () => {
  test('a score is 0 to 25 points, both included', () => {
    for (const score of [0, 0.001, 25]) expect(isScore(score)).toBe(true);
    for (const score of [-0.001, 25.001, NaN, Infinity]) expect(isScore(score)).toBe(false);
  });

  test('a total is 0 to 100 points, both included', () => {
    for (const total of [0, 100]) expect(isTotal(total)).toBe(true);
    for (const total of [-1, 100.5, NaN]) expect(isTotal(total)).toBe(false);
  });

  test('a rank is a whole number of 1 to 100', () => {
    for (const rank of [1, 100]) expect(isRank(rank)).toBe(true);
    for (const rank of [0, 1.5, 101, NaN]) expect(isRank(rank)).toBe(false);
  });

  test('four scores add up to the whole total that is printed, zeros included', () => {
    expect(addsUp({ brand: 0, people: 0, insights: 0, relationships: 0 }, 0)).toBe(true);
    expect(addsUp({ brand: 25, people: 0, insights: 12.5, relationships: 3 }, 40)).toBe(true);
    expect(addsUp({ brand: 25, people: 0, insights: 12.5, relationships: 3 }, 41)).toBe(true);
    expect(addsUp({ brand: 25, people: 0, insights: 12.5, relationships: 3 }, 42)).toBe(false);
    expect(addsUp({ brand: 26, people: 0, insights: 0, relationships: 0 }, 26)).toBe(false);
  });
});
