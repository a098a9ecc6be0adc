import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forEachPillar, pillars, totalOf, type Scores } from '../../src/core/score/pillar';
import type { Averages, Snapshot } from '../../src/core/rows/snapshot';
import { findRescalings } from '../../src/core/meaning/rescaling';
import { historyInAnyOrder } from './history-of';
import { sampleSnapshot } from './sample-snapshot';

const member: Scores = { brand: 20.998, people: 6.4, insights: 10.25, relationships: 15 };
const industry: Scores = { brand: 11.79, people: 5.4, insights: 2.19, relationships: 15.16 };
const network: Scores = { brand: 13.21, people: 4.36, insights: 2.45, relationships: 16.32 };

const scaled = (scores: Scores, by: number): Scores => forEachPillar((pillar) => scores[pillar] * by);
const averages = (by: number): Averages => ({
  industry: { total: Math.round(totalOf(industry) * by), scores: scaled(industry, by) },
  network: { total: Math.round(totalOf(network) * by), scores: scaled(network, by) },
});

/** A day before and a day after, each with its factor for the member and for the averages. */
function twoDays(memberBy: number, averagesBy: number, change: Partial<Snapshot> = {}): Snapshot[] {
  return [
    sampleSnapshot({ day: '2026-05-18', scores: member, average: averages(1) }),
    sampleSnapshot({ day: '2026-05-19', scores: scaled(member, memberBy), average: averages(averagesBy), ...change }),
  ];
}

describe('a rescaling by LinkedIn', () => {
  test('is found when everything falls by 7 % on one day, as on 10 February 2017', () =>
    expect(findRescalings(twoDays(0.93, 0.93))).toEqual(['2026-05-19']));

  test('is found when everything rises', () => expect(findRescalings(twoDays(1.05, 1.05))).toEqual(['2026-05-19']));

  test('is found by printed averages alone: 35 and 36 become 32 and 34', () => {
    const [before, after] = twoDays(0.93, 0.93);
    const printed = (reading: Snapshot, one: number, other: number) => ({
      ...reading,
      average: { industry: { total: one }, network: { total: other } },
    });
    expect(findRescalings([printed(before!, 35, 36), printed(after!, 32, 34)])).toEqual(['2026-05-19']);
    // Of one point each only where all pillars moved alike.
    expect(findRescalings([printed(before!, 35, 36), printed(after!, 34, 35)])).toEqual(['2026-05-19']);
    const unlike = { ...after!, scores: { ...after!.scores, people: member.people * 0.98 } };
    expect(findRescalings([printed(before!, 35, 36), printed(unlike, 34, 35)])).toEqual([]);
    expect(findRescalings([printed(before!, 35, 36), printed(unlike, 32, 34)])).toEqual(['2026-05-19']);
    expect(findRescalings([printed(before!, 35, 36), printed(after!, 35, 34)])).toEqual([]);
  });

  test('is found from averages with their pillars when it is a small one: 2 % on a day, and in a week', () => {
    expect(findRescalings(twoDays(0.98, 0.98))).toEqual(['2026-05-19']);
    expect(findRescalings(twoDays(0.98, 0.98, { day: '2026-05-25' }))).toEqual(['2026-05-25']);
    // 1 % and 0.05 % for each of seven days: 1.35 %.
    expect(findRescalings(twoDays(0.987, 0.987, { day: '2026-05-25' }))).toEqual([]);
    expect(findRescalings(twoDays(0.988, 0.988))).toEqual(['2026-05-19']);
  });

  test('leaves one pillar to the member: it may have moved by itself', () => {
    const { people, insights } = member;
    const own = { ...scaled(member, 0.93), people: people + 1 };
    expect(findRescalings(twoDays(0.93, 0.93, { scores: own }))).toEqual(['2026-05-19']);
    expect(findRescalings(twoDays(0.93, 0.93, { scores: { ...own, insights: insights + 1 } }))).toEqual([]);
  });

  test('leaves a pillar at 0 and one at 25 out of account', () => {
    const [before, after] = twoDays(1.05, 1.05);
    const edge = { insights: 0, relationships: 25 };
    expect(
      findRescalings([
        { ...before!, scores: { ...before!.scores, ...edge } },
        { ...after!, scores: { ...after!.scores, ...edge } },
      ]),
    ).toEqual(['2026-05-19']);
  });

  test.each([
    ['only the member moved', twoDays(0.93, 1)],
    ['only the averages moved', twoDays(1, 0.93)],
    ['they moved in opposite directions', twoDays(1.05, 0.95)],
    ['two pillars stayed', twoDays(0.93, 0.93, { scores: { ...scaled(member, 0.93), people: 6.4, insights: 10.25 } })],
    ['an average is not known', twoDays(0.93, 0.93, { average: { industry: averages(0.93).industry! } })],
    ['ten days lie between', twoDays(0.93, 0.93, { day: '2026-05-28' })],
    [
      'four days lie between whole numbers',
      [
        sampleSnapshot({
          day: '2026-05-18',
          scores: member,
          average: { industry: { total: 35 }, network: { total: 36 } },
        }),
        sampleSnapshot({
          day: '2026-05-22',
          scores: scaled(member, 0.93),
          average: { industry: { total: 32 }, network: { total: 34 } },
        }),
      ],
    ],
    ['everything moved by hundredths', twoDays(0.999, 0.999)],
  ])('is not claimed when %s', (_, history) => expect(findRescalings(history)).toEqual([]));

  test('is found whatever the order of rows, and never without averages', () => {
    fc.assert(
      fc.property(historyInAnyOrder, fc.double({ min: 0.85, max: 0.95, noNaN: true }), ([history, mixed], by) => {
        const from = history[Math.floor(history.length / 2)]?.day ?? '';
        const rescale = (reading: Snapshot): Snapshot => ({
          ...reading,
          scores: reading.day < from ? reading.scores : scaled(reading.scores, by),
          average: averages(reading.day < from ? 1 : by),
        });
        expect(findRescalings(mixed.map(rescale))).toEqual(findRescalings(history.map(rescale)));
        expect(findRescalings(history.map((reading) => ({ ...reading, average: {} })))).toEqual([]);
      }),
    );
  });

  test('is found in no real series of a member without one', () => {
    const quiet = Array.from({ length: 60 }, (_, index) =>
      sampleSnapshot({
        day: `2026-0${index < 30 ? 4 : 6}-${String((index % 30) + 1).padStart(2, '0')}`,
        scores: forEachPillar((pillar) => member[pillar] + Math.sin(index * (1 + pillars.indexOf(pillar))) / 2),
        average: averages(1 + Math.sin(index) / 1000),
      }),
    );
    expect(findRescalings(quiet)).toEqual([]);
  });
});
