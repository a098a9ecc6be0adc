import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/score/local-day';
import { pillarStandings } from '../../src/core/meaning/pillar-standing';
import { shifted } from './history-of';
import { sampleSnapshot } from './sample-snapshot';

const scores = { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 };
const people = (byDay: Readonly<Record<string, number>>) =>
  Object.entries(byDay).map(([day, score]) => sampleSnapshot({ day, scores: { ...scores, people: score } }));

describe('the standing of a pillar', () => {
  test('is its room, and its distance to both averages, from shown values', () => {
    const average = { total: 40, scores: { brand: 12.4, people: 12.04, insights: 9.3, relationships: 13.1 } };
    const standing = pillarStandings([
      sampleSnapshot({
        scores,
        average: { industry: average, network: { total: 55, scores: { ...scores, people: 10 } } },
      }),
    ]);
    expect(standing?.people).toEqual({
      score: 11.2,
      roomLeft: 13.8,
      toIndustry: -0.8,
      toNetwork: 1.2,
    });
  });

  test('leaves out averages that the page did not show', () => {
    const standing = pillarStandings([sampleSnapshot({ scores })]);
    expect(standing?.people).not.toHaveProperty('toIndustry');
    expect(standing?.people).not.toHaveProperty('toNetwork');
  });

  test('is not there without a reading', () => expect(pillarStandings([])).toBeUndefined());
});

describe('has fallen over two weeks', () => {
  /** Twenty weeks up to 25 September in which two weeks moved by 0.1 at most. */
  const before = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [addDays('2026-05-15', 7 * index), 12 + (index % 2) / 10]),
  );

  test.each([
    ['0.1 and 0.2 less are 0.3', { '2026-10-02': 12, '2026-10-09': 11.9, '2026-10-16': 11.7 }, 0.3],
    ['0.1 and 0.1 less are too little', { '2026-10-02': 12, '2026-10-09': 11.9, '2026-10-16': 11.8 }, undefined],
    ['the first week stood still', { '2026-10-02': 12, '2026-10-09': 12, '2026-10-16': 11.2 }, undefined],
    ['the second week stood still', { '2026-10-02': 12, '2026-10-09': 11.2, '2026-10-16': 11.2 }, undefined],
    ['the second week rose', { '2026-10-02': 13, '2026-10-09': 11, '2026-10-16': 11.2 }, undefined],
    ['days around count', { '2026-10-03': 12, '2026-10-08': 11.8, '2026-10-16': 11.2 }, 0.8],
    ['nothing was read a week ago', { '2026-10-02': 12, '2026-10-05': 11.8, '2026-10-16': 11.2 }, undefined],
  ])('%s', (_, byDay, fallenBy) => {
    expect(pillarStandings(people({ ...before, ...byDay }))?.people.fallenBy).toBe(fallenBy);
  });

  const fall = { '2026-10-02': 12, '2026-10-09': 11.6, '2026-10-16': 11.2 };

  test('is not said while the member’s own two weeks are not known', () => {
    expect(pillarStandings(people(fall))?.people).not.toHaveProperty('fallenBy');
  });

  test('is not said of a fall that their two weeks often have', () => {
    // Down by 0.5 and by 0.5, up by 1: every third two weeks lost a point.
    const restless = Object.fromEntries(Object.keys(before).map((day, index) => [day, 12 - [0, 0.5, 1][index % 3]!]));
    expect(pillarStandings(people({ ...restless, ...fall }))?.people).not.toHaveProperty('fallenBy');
    expect(pillarStandings(people({ ...before, ...fall }))?.people.fallenBy).toBe(0.8);
  });
});

test('order and shift of days change nothing', () => {
  const history = people({ '2026-10-02': 12, '2026-10-09': 11.8, '2026-10-16': 11.2 });
  expect(pillarStandings(history.toReversed())).toEqual(pillarStandings(history));
  expect(pillarStandings(shifted(history, 333), addDays('2026-10-16', 333))).toEqual(pillarStandings(history));
});
