import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forEachPillar, pillars, totalOf, type Scores } from '../../src/core/score/pillar';
import type { Averages, Snapshot } from '../../src/core/rows/snapshot';
import { addDays } from '../../src/core/score/local-day';
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

/** The same reading of a page that shows nothing but the whole numbers of both averages. */
const printed = (reading: Snapshot, one: number, other: number): Snapshot => ({
  ...reading,
  average: { industry: { total: one }, network: { total: other } },
});

/** Printed averages of 35 and 36 that become `to` so many days later. */
const printedDays = (scores: readonly [before: Scores, after: Scores], to: readonly [number, number], days = 1) => [
  printed(sampleSnapshot({ day: '2026-05-18', scores: scores[0] }), 35, 36),
  printed(sampleSnapshot({ day: addDays('2026-05-18', days), scores: scores[1] }), ...to),
];

const edges: Scores = { brand: 25, people: 0, insights: 0, relationships: 25 };
const fallen = [member, scaled(member, 0.93)] as const;

/** Four pillars of 15.625 points, which fall by so many 1/16 points: 3/16 are 1.2 % of them, 5/16 are 2 %. */
const fallenBy = (...sixteenths: [brand: number, people: number, insights: number, relationships: number]) => {
  const after = forEachPillar((pillar) => 15.625 - sixteenths[pillars.indexOf(pillar)]! / 16);
  return [forEachPillar(() => 15.625), after] as const;
};

describe('a rescaling by LinkedIn', () => {
  test('is found when everything falls by 7 % on one day, as on 10 February 2017', () =>
    expect(findRescalings(twoDays(0.93, 0.93))).toEqual(['2026-05-19']));

  test('is found when everything rises', () => expect(findRescalings(twoDays(1.05, 1.05))).toEqual(['2026-05-19']));

  test('is found by printed averages alone: 35 and 36 become 32 and 34', () => {
    const [before, after] = twoDays(0.93, 0.93);
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

  test.each([
    ['two points and 2 %, however unlike the pillars', fallenBy(5, 25, 25, 25), [33, 34], true],
    ['two points and one pillar by less than 2 %', fallenBy(4, 25, 25, 25), [33, 34], false],
    ['one point and 1.2 %', fallenBy(3, 3, 3, 3), [34, 35], true],
    ['one point and less than 1.2 %', fallenBy(2, 2, 2, 2), [34, 35], false],
    ['one point and no pillar by more than twice as much as another', fallenBy(3, 6, 6, 6), [34, 35], true],
    ['one point and a pillar by more than twice as much as another', fallenBy(3, 7, 6, 6), [34, 35], false],
    ['three points of one average and one of the other, as one point', fallenBy(5, 25, 25, 25), [32, 35], false],
    ['less than a point, where averages have decimals', fallenBy(5, 5, 5, 5), [34.5, 35.5], false],
  ] as const)('of printed averages is judged by points and parts: %s', (_, scores, to, found) =>
    expect(findRescalings(printedDays(scores, to))).toEqual(found ? ['2026-05-19'] : []),
  );

  test('may lie between readings three days apart by printed averages, nine by exact ones', () => {
    expect(findRescalings(printedDays(fallen, [32, 34], 3))).toEqual(['2026-05-21']);
    expect(findRescalings(twoDays(0.93, 0.93, { day: '2026-05-27' }))).toEqual(['2026-05-27']);
  });

  test('needs more than 1.05 % of exact averages in a day: 31.25 points that lose exactly that are left', () => {
    const fallBy = (points: number) => {
      const average = (total: number) => ({ total: Math.round(total), scores: forEachPillar(() => total / 4) });
      const both = (total: number) => ({ average: { industry: average(total), network: average(total) } });
      const [before, after] = twoDays(0.98, 0.98);
      return findRescalings([
        { ...before!, ...both(31.25) },
        { ...after!, ...both(31.25 - points) },
      ]);
    };
    expect(fallBy(21 / 64)).toEqual([]);
    expect(fallBy(22 / 64)).toEqual(['2026-05-19']);
  });

  test.each([
    ['industry', 3, ['2026-05-21']],
    ['industry', 4, []],
    ['network', 3, ['2026-05-21']],
    ['network', 4, []],
  ] as const)(
    'is judged by whole numbers where the %s lacks its pillars on a side: after %i days',
    (group, days, found) => {
      const withoutPillars = (reading: Snapshot): Snapshot => ({
        ...reading,
        average: { ...reading.average, [group]: { total: reading.average[group]!.total } },
      });
      const [before, after] = twoDays(0.93, 0.93, { day: addDays('2026-05-18', days) });
      expect(findRescalings([withoutPillars(before!), after!])).toEqual(found);
      expect(findRescalings([before!, withoutPillars(after!)])).toEqual(found);
    },
  );

  test('leaves one pillar to the member: it may have moved by itself', () => {
    const { people, insights } = member;
    const own = { ...scaled(member, 0.93), people: people + 1 };
    expect(findRescalings(twoDays(0.93, 0.93, { scores: own }))).toEqual(['2026-05-19']);
    expect(findRescalings(twoDays(0.93, 0.93, { scores: { ...own, insights: insights + 1 } }))).toEqual([]);
  });

  test.each([
    [0, 25],
    [0, 0],
    [25, 25],
  ])('leaves pillars that stay at %i and %i out of account', (insights, relationships) => {
    const [before, after] = twoDays(1.05, 1.05);
    const edge = { insights, relationships };
    expect(
      findRescalings([
        { ...before!, scores: { ...before!.scores, ...edge } },
        { ...after!, scores: { ...after!.scores, ...edge } },
      ]),
    ).toEqual(['2026-05-19']);
  });

  test('takes account of pillars that leave 25 and 0', () => {
    const moved = (from: Scores, to: Scores) => {
      const [before, after] = twoDays(0.93, 0.93);
      return findRescalings([
        { ...before!, scores: from },
        { ...after!, scores: to },
      ]);
    };
    const full = forEachPillar(() => 25);
    expect(moved(full, scaled(full, 0.93))).toEqual(['2026-05-19']);
    const [withoutPeople, risen] = [
      { ...member, people: 0 },
      { ...scaled(member, 0.93), people: 1 },
    ];
    expect(moved(withoutPeople, risen)).toEqual(['2026-05-19']);
    expect(moved(withoutPeople, { ...risen, insights: 11 })).toEqual([]);
  });

  test.each([
    ['only the member moved', twoDays(0.93, 1)],
    [
      'only one of the averages moved',
      twoDays(0.93, 0.93, { average: { ...averages(0.93), network: averages(1).network! } }),
    ],
    ['the averages moved by too little for a week and the member not at all', twoDays(1, 0.988, { day: '2026-05-25' })],
    ['only the averages moved', twoDays(1, 0.93)],
    ['they moved in opposite directions', twoDays(1.05, 0.95)],
    ['two pillars stayed', twoDays(0.93, 0.93, { scores: { ...scaled(member, 0.93), people: 6.4, insights: 10.25 } })],
    ['ten days lie between', twoDays(0.93, 0.93, { day: '2026-05-28' })],
    ['four days lie between whole numbers', printedDays(fallen, [32, 34], 4)],
    ['whole numbers moved in opposite directions', printedDays(fallen, [32, 38])],
    ['all pillars stay at 0 or 25, where only whole numbers are', printedDays([edges, edges], [32, 34])],
    ['everything moved by hundredths', twoDays(0.999, 0.999)],
  ])('is not claimed when %s', (_, history) => expect(findRescalings(history)).toEqual([]));

  test.each(['industry', 'network'] as const)('is not claimed when only the %s is known on a side', (group) => {
    const without = (reading: Snapshot): Snapshot => ({ ...reading, average: { [group]: reading.average[group]! } });
    const [before, after] = twoDays(0.93, 0.93);
    expect(findRescalings([without(before!), after!])).toEqual([]);
    expect(findRescalings([before!, without(after!)])).toEqual([]);
  });

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
