import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalOutlook } from '../../src/core/meaning/goal-outlook';
import { addDays } from '../../src/core/score/local-day';
import { dailyFrom, historyInAnyOrder, historyOf, readingOf } from './history-of';

const today = '2026-10-16';
const seventy = { of: 'total', target: 70 } as const;
const rising = historyOf({
  '2026-09-18': 57.4,
  '2026-09-25': 58.8,
  '2026-10-02': 60.2,
  '2026-10-09': 61.6,
  [today]: 63,
});

describe('the way to a goal', () => {
  test('at exactly 1.4 a week: 7.0 to go, around 20 November, and hardly before the day the edge is there', () => {
    // 63 + 1.4 a week + half a point reaches 69.95 after (69.95 - 63.5) / 0.2 = 32.25 days: on the 33rd.
    expect(goalOutlook(rising, seventy, today)).toEqual({
      state: 'rising',
      toGo: 7,
      perWeek: expect.closeTo(1.4, 10) as number,
      hardlyBefore: '2026-11-18',
      atThisPace: '2026-11-20',
    });
  });

  test('has no day at this pace where that would come before the one named: 1.45 a week shows as 1.5', () => {
    const history = historyOf({
      '2026-09-18': 57.2,
      '2026-09-25': 58.65,
      '2026-10-02': 60.1,
      '2026-10-09': 61.55,
      [today]: 63,
    });
    // 22 points at 1.5 a week take 103 days; the edge is at 84.95 after (84.95 - 63.5) / 1.45 · 7 = 103.6 days: on the 104th.
    expect(goalOutlook(history, { of: 'total', target: 85 }, today)).toEqual({
      state: 'rising',
      toGo: 22,
      perWeek: expect.closeTo(1.45, 10) as number,
      hardlyBefore: addDays(today, 104),
    });
  });

  test('is over once the newest reading shows the target: LinkedIn’s 69.95 is 70.0', () => {
    const almost = [...rising, readingOf('2026-10-17', 69.94)];
    expect(goalOutlook([...rising, readingOf('2026-10-17', 69.95)], seventy, '2026-10-18')).toEqual({
      state: 'reached',
      on: '2026-10-17',
    });
    expect(goalOutlook(almost, seventy, '2026-10-18')?.state).not.toBe('reached');
  });

  test.each([
    ['there is one reading', { [today]: 63 }, '2026-10-30'],
    ['there are two readings', { '2026-10-09': 61.6, [today]: 63 }, '2026-10-23'],
    ['three readings span 13 days', { '2026-10-03': 60, '2026-10-09': 61, [today]: 63 }, '2026-10-17'],
    ['the first of three is too long ago', { '2026-09-17': 60, '2026-10-09': 61, [today]: 63 }, '2026-10-23'],
  ])('has an outlook only later when %s', (_, totals, from) => {
    expect(goalOutlook(historyOf(totals), seventy, today)).toEqual({ state: 'too-early', toGo: 7, from });
  });

  test('has no day when it is not clear that the score rises', () => {
    const unsure = historyOf({ '2026-10-02': 60, '2026-10-09': 59.5, [today]: 62 });
    expect(goalOutlook(unsure, seventy, today)).toMatchObject({ state: 'not-rising', toGo: 8 });
    const still = historyOf({ '2026-10-02': 63, '2026-10-09': 63, [today]: 63 });
    expect(goalOutlook(still, seventy, today)).toEqual({ state: 'not-rising', toGo: 7, perWeek: 0 });
  });

  test('has none when its earliest day is more than a year away', () => {
    const slow = historyOf({ '2026-10-02': 62.8, '2026-10-09': 62.9, [today]: 63 });
    expect(goalOutlook(slow, seventy, today)).toMatchObject({ state: 'too-far', toGo: 7 });
  });

  test('is "more than a year" only when the shown pace says so too', () => {
    // 0.45 a week shows as 0.5, at which 25 points take 350 days; the edge is at 45 + 0.5 + 365 · 0.45/7 = 68.97 after a year.
    const line = historyOf({ '2026-09-25': 43.65, '2026-10-02': 44.1, '2026-10-09': 44.55, [today]: 45 });
    const found = goalOutlook(line, { of: 'total', target: 70 }, today);
    expect(found).toMatchObject({ state: 'rising', toGo: 25 });
    expect(found).not.toHaveProperty('hardlyBefore');
    expect(found).not.toHaveProperty('atThisPace');
    expect(goalOutlook(line, { of: 'total', target: 72 }, today)).toMatchObject({ state: 'too-far', toGo: 27 });
  });

  test('at 1.3 points and 1.3 a week is a week, whatever binary fractions make of it', () => {
    for (const tenths of [1, 3, 7, 13, 23, 26, 39]) {
      const perWeek = tenths / 10;
      const line = historyOf({
        '2026-09-25': 50 - 3 * perWeek,
        '2026-10-02': 50 - 2 * perWeek,
        '2026-10-09': 50 - perWeek,
        [today]: 50,
      });
      for (const weeks of [3, 7, 11, 20]) {
        const target = Math.round((50 + weeks * perWeek) * 10) / 10;
        const found = goalOutlook(line, { of: 'total', target }, today);
        if (found?.state === 'rising' && found.atThisPace !== undefined)
          expect(found.atThisPace).toBe(addDays(today, 7 * weeks));
        if (perWeek >= 0.7 && weeks >= 7) expect(found).toHaveProperty('atThisPace');
      }
    }
  });

  test('has none when the newest reading lies far off its line', () => {
    const risen = Array.from({ length: 28 }, (_, index) => 50 + 0.1 * index + (index % 2) * 0.1);
    expect(goalOutlook(dailyFrom('2026-09-18', risen), seventy, today)?.state).toBe('rising');
    expect(goalOutlook([...dailyFrom('2026-09-18', risen), readingOf(today, 60)], seventy, today)).toEqual({
      state: 'unsettled',
      toGo: 10,
    });
  });

  test('after a jump counts from the newest reading: 46.0 to go at 1.3 a week is not "about 6 weeks"', () => {
    const before = Array.from({ length: 27 }, (_, index) => 58 + (1.3 * index) / 7);
    const found = goalOutlook([...dailyFrom('2026-09-19', before), readingOf(today, 24)], seventy, today);
    expect(found).toMatchObject({ toGo: 46 });
    expect(found).not.toHaveProperty('atThisPace');
  });

  test('is not said of days that have passed since the newest reading', () => {
    const near = { of: 'total', target: 63.5 } as const;
    expect(goalOutlook(rising, near, addDays(today, 5))).not.toHaveProperty('hardlyBefore');
  });

  test('never contradicts itself: what the pace leads to is not before the earliest day, and fits points and pace', () => {
    fc.assert(
      fc.property(historyInAnyOrder, fc.integer({ min: 1, max: 100 }), ([history, mixed], target) => {
        const on = history.at(-1)?.day ?? '2026-02-10';
        const found = goalOutlook(history, { of: 'total', target }, on);
        expect(goalOutlook(mixed, { of: 'total', target }, on)).toEqual(found);
        if (found?.state !== 'rising') return;
        const shownPace = Math.round(found.perWeek * 10) / 10;
        if (found.hardlyBefore !== undefined) expect(found.hardlyBefore > on).toBe(true);
        if (found.atThisPace === undefined) return;
        expect(found.atThisPace >= found.hardlyBefore!).toBe(true);
        expect(found.atThisPace).toBe(addDays(on, Math.ceil((7 * found.toGo) / shownPace - 1e-6)));
      }),
    );
  });
});
