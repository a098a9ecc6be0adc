import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tipDone } from '../../src/core/advice/tip-done';
import { findTip } from '../../src/core/advice/tips';
import { weeklyDigest } from '../../src/core/meaning/digest';
import { reviewedFirst, weeklyReview, weeksToReview, type ReviewQuestion } from '../../src/core/meaning/weekly-review';
import { latestReading } from '../../src/core/score/history';
import { addDays, daysBetween, localDayOf, mondayOf } from '../../src/core/score/local-day';
import { anyHistory, historyOf, readingOf } from './history-of';
import { sampleSnapshot } from './sample-snapshot';

/** A Sunday, and the Monday of its week. */
const today = '2026-11-29';
const week = '2026-11-23';
const member = 'unknown';
const tip = findTip('people_viewers')!;
const ask = (changes: Partial<ReviewQuestion> = {}): ReviewQuestion => ({
  history: [],
  actions: [],
  choices: [],
  goals: [],
  plans: [],
  today,
  ...changes,
});
const reading = (day: string, brand: number, people: number, insights: number, relationships: number) =>
  sampleSnapshot({ day, scores: { brand, people, insights, relationships } });
/** Weeks that rise and fall by 0.2 in each pillar, up to Friday 20 November, then one more on Friday 27 November. */
const steady = (newest: readonly [number, number, number, number]) => [
  ...Array.from({ length: 14 }, (_, ago) => {
    const up = ago % 2 === 0 ? 0.2 : 0;
    return reading(addDays('2026-11-20', -7 * ago), 17.5 + up, 11.4 + up, 14.4 + up, 19 + up);
  }),
  reading('2026-11-27', ...newest),
];

describe('the weekly review', () => {
  test('tells what moved, and which of it is more than in a usual week', () => {
    const { moved } = weeklyReview(ask({ history: steady([17.6, 11.5, 15.4, 19.1]) }), week);
    if (moved.case !== 'moved') throw new Error(moved.case);
    expect([moved.from.day, moved.to.day]).toEqual(['2026-11-20', '2026-11-27']);
    expect(moved.moves).toEqual([
      { of: 'total', amount: 0.5, normal: true },
      { of: 'brand', amount: -0.1, normal: true },
      { of: 'people', amount: -0.1, normal: true },
      { of: 'insights', amount: 0.8, normal: false },
      { of: 'relationships', amount: -0.1, normal: true },
    ]);
  });

  test('says nothing of normal before it is known', () => {
    const { moved } = weeklyReview(ask({ history: historyOf({ '2026-11-20': 60, '2026-11-27': 61 }) }), week);
    expect(moved).toMatchObject({ case: 'moved', moves: [{ of: 'total', amount: 1 }, {}, {}, {}, {}] });
    expect(moved.case === 'moved' && moved.moves.some((move) => 'normal' in move)).toBe(false);
  });

  test('of a week without a reading tells what was done all the same', () => {
    const actions = [tipDone(tip, member, '2026-11-24', 1)];
    const review = weeklyReview(ask({ history: historyOf({ '2026-11-20': 60 }), actions }), week);
    expect(review).toMatchObject({ headline: { case: 'not-read' }, moved: { case: 'no-reading' }, done: actions });
  });

  test('of a first reading has nothing to compare with', () => {
    const review = weeklyReview(ask({ history: historyOf({ '2026-11-27': 60 }) }), week);
    expect(review.moved.case).toBe('no-comparison');
    expect(review.headline.case).toBe('no-comparison');
  });

  test('leaves changes out when LinkedIn rescaled everybody between the readings', () => {
    const at = (day: string, by: number) =>
      sampleSnapshot({
        day,
        scores: { brand: 17 * by, people: 11 * by, insights: 14 * by, relationships: 19 * by },
        average: { industry: { total: Math.round(40 * by) }, network: { total: Math.round(50 * by) } },
      });
    const history = [at('2026-11-20', 1), at('2026-11-23', 1), at('2026-11-24', 0.93), at('2026-11-27', 0.93)];
    expect(weeklyReview(ask({ history }), week).moved).toMatchObject({ case: 'rescaled', on: '2026-11-24' });
  });

  test('lists what was done from Monday to Sunday in the order of days, with the plan that it ticks', () => {
    const done = ['2026-11-22', '2026-11-27', '2026-11-23', '2026-11-30'].map((day) => tipDone(tip, member, day, 1));
    const plans = [{ member, week, minutes: 30 as const, tips: { people: tip.id, brand: 'brand_post' } }];
    const review = weeklyReview(ask({ actions: done, plans, today: '2026-12-03' }), week);
    expect(review.done.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-27']);
    expect(review.plan).toEqual([
      { pillar: 'brand', tip: 'brand_post' },
      { pillar: 'people', tip: tip.id, done: expect.objectContaining({ day: '2026-11-27' }) as unknown },
    ]);
  });

  test('is told for twelve weeks, from the first with a reading or an action on', () => {
    expect(weeksToReview(ask())).toEqual([]);
    expect(weeksToReview(ask({ history: historyOf({ '2026-11-10': 60 }) }))).toEqual([
      week,
      '2026-11-16',
      '2026-11-09',
    ]);
    expect(weeksToReview(ask({ actions: [tipDone(tip, member, '2026-11-17', 1)] }))).toEqual([week, '2026-11-16']);
    expect(weeksToReview(ask({ history: historyOf({ '2025-11-10': 60 }) }))).toHaveLength(12);
  });

  test('of a week that is over is the same whatever is read later', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 20_454, max: 20_544 }), (history, number) => {
        const monday = mondayOf(localDayOf(number));
        const sunday = addDays(monday, 6);
        const until = history.filter(({ day }) => day <= sunday);
        const then = weeklyReview(ask({ history: until, today: sunday }), monday);
        expect(weeklyReview(ask({ history, today: '2027-01-01' }), monday)).toEqual(then);
      }),
    );
  });

  test('begins with what the notification says', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 20_454, max: 20_560 }).map(localDayOf), (history, on) => {
        const latest = latestReading(history, on);
        const digest = weeklyDigest(ask({ history, today: on }));
        if (!latest || daysBetween(latest.day, on) >= 7) {
          expect(digest.case).toBe('not-read');
          return;
        }
        const { headline } = weeklyReview(ask({ history, today: on }), mondayOf(latest.day));
        // What to do now is told of today, and so is when there will be something to compare with.
        const told = ({ next: _, nextComparison: __, ...rest }: Record<string, unknown>) => rest;
        expect(told({ ...headline })).toEqual(told({ ...digest }));
      }),
    );
  });

  test('counts the weeks of the rhythm up to its own', () => {
    const history = ['2026-11-06', '2026-11-13', '2026-11-20', '2026-11-27'].map((day) => readingOf(day, 60));
    expect(weeklyReview(ask({ history, today: '2026-12-20' }), week).rhythm).toMatchObject({
      weeks: 4,
      readThisWeek: true,
    });
    expect(weeklyReview(ask({ history }), '2026-11-16').rhythm.weeks).toBe(3);
  });
});

describe('the week that is told first', () => {
  const done = (day: string) => [tipDone(tip, member, day, 1)];
  const [wednesday, before] = ['2026-11-25', '2026-11-16'];
  const first = (changes: Partial<ReviewQuestion>, ended = false) =>
    reviewedFirst({ ...ask({ history: historyOf({ '2026-11-20': 60 }), today: wednesday, ...changes }), ended });

  test('is the present one from its reading on, before that the last one, and on Sunday the present one in any case', () => {
    expect(first({ history: historyOf({ '2026-11-20': 60, '2026-11-24': 61 }) })).toBe(week);
    expect(first({ actions: done('2026-11-24') })).toBe(before);
    expect(first({ today })).toBe(week);
    expect(first({ history: [] })).toBeUndefined();
  });

  test('without a score is the present one as soon as something is done in it', () => {
    expect(first({}, true)).toBe(before);
    expect(first({ actions: done('2026-11-20') }, true)).toBe(before);
    expect(first({ actions: done('2026-11-24') }, true)).toBe(week);
    expect(first({ actions: done('2026-11-26') }, true), 'noted for a day to come').toBe(before);
  });
});
