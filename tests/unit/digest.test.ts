import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weeklyDigest, type DigestQuestion } from '../../src/core/meaning/digest';
import type { Goal } from '../../src/core/rows/goal';
import { tips } from '../../src/core/advice/tips';
import { anyHistory, historyOf, readingOf } from './history-of';
import { addDays } from '../../src/core/score/local-day';
import { sampleSnapshot } from './sample-snapshot';

const today = '2026-10-16';
const ask = (changes: Partial<DigestQuestion> = {}): DigestQuestion => ({
  history: [],
  actions: [],
  choices: [],
  goals: [],
  today,
  ...changes,
});
const reading = (day: string, brand: number, people: number, insights: number, relationships: number) =>
  sampleSnapshot({ day, scores: { brand, people, insights, relationships } });
const seventy: Goal = { id: 'g', member: 'unknown', of: 'total', target: 70, from: 56.8, setOn: '2026-09-04' };

describe('the week in two sentences', () => {
  test('not read: last read 12 days ago, 61', () => {
    expect(weeklyDigest(ask({ history: historyOf({ '2026-10-04': 61 }) }))).toEqual({
      case: 'not-read',
      last: { daysAgo: 12, shownTotal: 61 },
    });
    expect(weeklyDigest(ask())).toEqual({ case: 'not-read' });
  });

  test('a reading counts for seven days', () => {
    expect(weeklyDigest(ask({ history: historyOf({ '2026-10-10': 61 }) })).case).not.toBe('not-read');
    expect(weeklyDigest(ask({ history: historyOf({ '2026-10-09': 61 }) })).case).toBe('not-read');
  });

  test('gain: SSI 63, up 1.8; insights rose most, +1.2; right people is next with a tip of so many minutes', () => {
    const history = [reading('2026-10-09', 17.3, 11.6, 13.7, 18.6), reading(today, 17.6, 11.2, 14.9, 19.3)];
    const digest = weeklyDigest(ask({ history }));
    expect(digest).toMatchObject({
      case: 'gain',
      shownTotal: 63,
      amount: 1.8,
      most: { pillar: 'insights', amount: 1.2 },
      next: { pillar: 'people' },
      withinNormal: false,
    });
    if (digest.case !== 'gain') return;
    expect(tips).toContainEqual(expect.objectContaining({ id: digest.next?.tip, minutes: digest.next?.minutes }));
  });

  test('drop: SSI 56, down 0.7; right people fell most, −0.5', () => {
    const history = [reading('2026-10-09', 15.4, 11.8, 12.3, 17.3), reading(today, 15.4, 11.3, 12, 17.4)];
    expect(weeklyDigest(ask({ history }))).toMatchObject({
      case: 'drop',
      shownTotal: 56,
      amount: -0.7,
      most: { pillar: 'people', amount: -0.5 },
    });
  });

  test('of pillars that rose alike the first is named, and none where none shows a rise', () => {
    const digestOf = (...scores: [number, number, number, number]) =>
      weeklyDigest(ask({ history: [reading('2026-10-09', 17, 11, 14, 19), reading(today, ...scores)] }));
    expect(digestOf(17, 11.5, 14.5, 19)).toMatchObject({ case: 'gain', most: { pillar: 'people', amount: 0.5 } });
    const together = digestOf(17.03, 11.03, 14.03, 19.03);
    expect(together).toMatchObject({ case: 'gain', amount: 0.1 });
    expect(together).not.toHaveProperty('most');
  });

  test('no change: the same shown total, though the pillars moved', () => {
    const history = [reading('2026-10-09', 17, 11, 14, 19), reading(today, 16.9, 11.1, 14, 19)];
    expect(weeklyDigest(ask({ history }))).toMatchObject({ case: 'no-change', shownTotal: 61 });
  });

  test('says whether the move is one of a normal week', () => {
    const weeks = (newest: number) =>
      Array.from({ length: 12 }, (_, week) =>
        readingOf(addDays(today, -7 * week), week === 0 ? newest : 60 + (week % 2)),
      );
    expect(weeklyDigest(ask({ history: weeks(60.4) }))).toMatchObject({
      case: 'drop',
      amount: -0.6,
      withinNormal: true,
    });
    expect(weeklyDigest(ask({ history: weeks(59) }))).toMatchObject({ case: 'drop', amount: -2, withinNormal: false });
  });

  test('says where the total may lie in four weeks, where that may be said', () => {
    const still = (count: number) =>
      historyOf(Object.fromEntries(Array.from({ length: count }, (_, week) => [addDays(today, -7 * week), 61])));
    expect(weeklyDigest(ask({ history: still(3) }))).toMatchObject({
      case: 'no-change',
      outlook: { low: expect.closeTo(60.5, 9) as number, high: expect.closeTo(61.5, 9) as number },
    });
    expect(weeklyDigest(ask({ history: still(2) }))).not.toHaveProperty('outlook');
  });

  test('no comparison: read, but nothing a week older', () => {
    expect(weeklyDigest(ask({ history: historyOf({ '2026-10-14': 61 }) }))).toMatchObject({
      case: 'no-comparison',
      nextComparison: '2026-10-21',
    });
    expect(weeklyDigest(ask({ history: historyOf({ '2026-10-12': 61, '2026-10-14': 61 }) }))).toMatchObject({
      case: 'no-comparison',
      nextComparison: '2026-10-19',
    });
  });

  test('goal: from 56.8 on 4 September to 70.2', () => {
    const history = historyOf({ '2026-10-09': 69, [today]: 70.2 });
    expect(weeklyDigest(ask({ history, goals: [seventy] }))).toMatchObject({
      case: 'goal',
      goal: seventy,
      value: 70.2,
    });
    const since = (reachedOn: string) => weeklyDigest(ask({ history, goals: [{ ...seventy, reachedOn }] })).case;
    // From the Monday of the week on.
    expect(since('2026-10-12')).toBe('goal');
    expect(since('2026-10-11')).not.toBe('goal');
  });

  test('no goal that was reached in an earlier week, though nobody kept the day', () => {
    const reached = { ...seventy, target: 60 };
    const history = historyOf({ '2026-09-04': 56.8, '2026-09-29': 60.2, '2026-10-09': 61.2, '2026-10-16': 63 });
    expect(weeklyDigest(ask({ history, goals: [reached] })).case).not.toBe('goal');
    const now = historyOf({ '2026-09-04': 56.8, '2026-10-09': 59.2, '2026-10-16': 63 });
    expect(weeklyDigest(ask({ history: now, goals: [reached] })).case).toBe('goal');
  });

  test.each([
    ['set and reached today', { setOn: today, reachedOn: today }, 'goal'],
    ['that another clock says is reached tomorrow', { reachedOn: '2026-10-17' }, 'milestone'],
  ])('a goal %s', (_, changes, expected) => {
    const history = historyOf({ '2026-10-09': 69, [today]: 70.2 });
    expect(weeklyDigest(ask({ history, goals: [{ ...seventy, ...changes }] })).case).toBe(expected);
  });

  test('no goal that was reached this week and lost again', () => {
    const history = historyOf({ '2026-10-09': 69, '2026-10-13': 70.2, [today]: 69.4 });
    expect(weeklyDigest(ask({ history, goals: [seventy] }))).toMatchObject({ case: 'gain', amount: 0.4 });
  });

  test.each([
    ['the first set', ['2026-09-04', '2026-09-11'], 0],
    ['the first set, whatever their order', ['2026-09-11', '2026-09-04'], 1],
    ['the first of two set on one day', ['2026-09-04', '2026-09-04'], 0],
  ])('of several goals reached this week %s', (_, days, first) => {
    const goals = days.map((setOn, index) => ({ ...seventy, id: `${index}`, setOn }));
    const history = historyOf({ '2026-10-09': 69, [today]: 70.2 });
    expect(weeklyDigest(ask({ history, goals }))).toMatchObject({ case: 'goal', goal: goals[first] });
  });

  test('goal of a pillar', () => {
    const goal: Goal = { ...seventy, of: 'people', target: 13, from: 11 };
    const history = [reading('2026-10-09', 17, 12.6, 14, 19), reading(today, 17, 13, 14, 19)];
    expect(weeklyDigest(ask({ history, goals: [goal] }))).toMatchObject({ case: 'goal', value: 13 });
  });

  test('milestone: the highest multiple of five reached for the first time this week, unless it is lost again', () => {
    const history = historyOf({ '2026-10-09': 58, '2026-10-13': 65.2, [today]: 65.4 });
    expect(weeklyDigest(ask({ history }))).toMatchObject({ case: 'milestone', points: 65, amount: 7.4 });
    const lost = historyOf({ '2026-10-09': 58, '2026-10-13': 65.2, [today]: 59 });
    expect(weeklyDigest(ask({ history: lost }))).toMatchObject({ case: 'gain', amount: 1 });
    expect(weeklyDigest(ask({ history: historyOf({ '2026-10-09': 58, [today]: 60 }) }))).toMatchObject({ points: 60 });
  });

  test.each([
    ['2026-10-12', 'milestone'],
    ['2026-10-11', 'gain'],
    ['2026-09-20', 'gain'],
  ])('a milestone of %s, seen on the Friday after Monday 12 October: %s', (day, expected) => {
    const history = historyOf({ '2026-09-14': 58, [day]: 65.2, '2026-10-09': 61, [today]: 65.4 });
    expect(weeklyDigest(ask({ history })).case).toBe(expected);
  });

  test('names the day on which LinkedIn rescaled everybody', () => {
    const at = (day: string, by: number) =>
      sampleSnapshot({
        day,
        scores: { brand: 17 * by, people: 11 * by, insights: 14 * by, relationships: 19 * by },
        average: { industry: { total: Math.round(40 * by) }, network: { total: Math.round(50 * by) } },
      });
    const history = [at('2026-10-09', 1), at('2026-10-12', 1), at('2026-10-13', 0.93), at(today, 0.93)];
    expect(weeklyDigest(ask({ history }))).toMatchObject({ case: 'drop', rescaledOn: '2026-10-13' });
    expect(weeklyDigest(ask({ history: [history[0]!, at(today, 1)] }))).not.toHaveProperty('rescaledOn');
  });

  test('ends without a next step when no tip is left', () => {
    const choices = tips.map(({ id }) => ({ member: 'unknown', tip: id, choice: 'dismissed' as const }));
    expect(weeklyDigest(ask({ history: historyOf({ [today]: 61 }), choices }))).not.toHaveProperty('next');
  });

  test('has the direction of its amount, whatever the history and the order of its rows', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const digest = weeklyDigest(ask({ history, today: '2026-02-20' }));
        expect(weeklyDigest(ask({ history: history.toReversed(), today: '2026-02-20' }))).toEqual(digest);
        if (digest.case === 'gain') expect(Math.min(digest.amount, digest.most?.amount ?? 1)).toBeGreaterThan(0);
        if (digest.case === 'drop') expect(Math.max(digest.amount, digest.most?.amount ?? -1)).toBeLessThan(0);
      }),
    );
  });
});
