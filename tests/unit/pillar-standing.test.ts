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
      falling: false,
      plateau: false,
    });
  });

  test('leaves out averages that the page did not show', () => {
    const standing = pillarStandings([sampleSnapshot({ scores })]);
    expect(standing?.people).not.toHaveProperty('toIndustry');
    expect(standing?.people).not.toHaveProperty('toNetwork');
  });

  test('is not there without a reading', () => expect(pillarStandings([])).toBeUndefined());
});

describe('falling for two weeks', () => {
  test.each([
    ['0.1 and 0.2 less are 0.3', { '2026-10-02': 11.5, '2026-10-09': 11.4, '2026-10-16': 11.2 }, 0.3],
    ['0.1 and 0.1 less are too little', { '2026-10-02': 11.4, '2026-10-09': 11.3, '2026-10-16': 11.2 }, undefined],
    ['the first week stood still', { '2026-10-02': 12, '2026-10-09': 12, '2026-10-16': 11.2 }, undefined],
    ['the second week rose', { '2026-10-02': 13, '2026-10-09': 11, '2026-10-16': 11.2 }, undefined],
    ['days around count', { '2026-10-03': 12, '2026-10-08': 11.8, '2026-10-16': 11.2 }, 0.8],
    ['nothing was read a week ago', { '2026-10-02': 12, '2026-10-05': 11.8, '2026-10-16': 11.2 }, undefined],
  ])('%s', (_, byDay, fallenBy) => {
    const standing = pillarStandings(people(byDay))?.people;
    expect(standing?.falling).toBe(fallenBy !== undefined);
    expect(standing?.fallenBy).toBe(fallenBy);
  });
});

describe('a plateau', () => {
  test.each([
    ['within 0.2 for four weeks', { '2026-09-18': 15, '2026-10-02': 15.2, '2026-10-16': 15 }, true],
    ['0.3 is movement', { '2026-09-18': 15, '2026-10-02': 15.3, '2026-10-16': 15 }, false],
    ['two readings say nothing', { '2026-09-18': 15, '2026-10-16': 15 }, false],
    ['nor do 13 days', { '2026-10-03': 15, '2026-10-09': 15, '2026-10-16': 15 }, false],
    ['a full pillar is no plateau', { '2026-09-18': 25, '2026-10-02': 25, '2026-10-16': 25 }, false],
    [
      'what lies more than 28 days back is past',
      { '2026-09-17': 9, '2026-09-18': 15, '2026-10-02': 15, '2026-10-16': 15 },
      true,
    ],
  ])('%s', (_, byDay, plateau) => expect(pillarStandings(people(byDay))?.people.plateau).toBe(plateau));
});

test('order and shift of days change nothing', () => {
  const history = people({ '2026-10-02': 12, '2026-10-09': 11.8, '2026-10-16': 11.2 });
  expect(pillarStandings(history.toReversed())).toEqual(pillarStandings(history));
  expect(pillarStandings(shifted(history, 333), addDays('2026-10-16', 333))).toEqual(pillarStandings(history));
});
