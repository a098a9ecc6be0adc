import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, localDayOf, weekNumber } from '../../src/core/score/local-day';
import { weeklyRhythm } from '../../src/core/meaning/rhythm';
import { anyHistory, historyOf, readingOf, shifted } from './history-of';

/** One reading on the Friday of each week that is marked, the last mark being the week of Friday 16 October 2026. */
const fridays = (marks: string) =>
  Array.from(marks).flatMap((mark, index) =>
    mark === 'x' ? [readingOf(addDays('2026-10-16', 7 * (index + 1 - marks.length)), 60)] : [],
  );

test('a week goes from Monday to Sunday', () => {
  expect(weekNumber(dayNumber('1970-01-01'))).toBe(0);
  expect(weekNumber(dayNumber('1970-01-04'))).toBe(0);
  expect(weekNumber(dayNumber('1970-01-05'))).toBe(1);
  expect(weekNumber(dayNumber('1969-12-28'))).toBe(-1);
});

describe('the weekly rhythm', () => {
  test.each([
    ['xxxx', { weeks: 4, forgiven: 0, readThisWeek: true, longest: 4 }],
    ['xxx.', { weeks: 3, forgiven: 0, readThisWeek: false, longest: 3 }],
    ['xx.x.x', { weeks: 4, forgiven: 2, readThisWeek: true, longest: 4 }],
    ['xx..xx', { weeks: 4, forgiven: 2, readThisWeek: true, longest: 4 }],
    ['xxxxx...x', { weeks: 1, forgiven: 0, readThisWeek: true, longest: 5 }],
    ['xxxxx....', { weeks: 0, forgiven: 0, readThisWeek: false, longest: 5 }],
    // The first missed week is fourteen weeks before the third: forgotten by then.
    ['x.x.xxxxxxxxxxx.x', { weeks: 14, forgiven: 1, readThisWeek: true, longest: 14 }],
    // Thirteen are enough.
    ['x.x.xxxxxxxxxx.x', { weeks: 13, forgiven: 2, readThisWeek: true, longest: 13 }],
    // Only twelve: one too many.
    ['x.x.xxxxxxxxx.x', { weeks: 1, forgiven: 0, readThisWeek: true, longest: 11 }],
    ['', { weeks: 0, forgiven: 0, readThisWeek: false, longest: 0 }],
  ])('of %j', (marks, expected) => expect(weeklyRhythm(fridays(marks), '2026-10-16')).toMatchObject(expected));

  test.each([
    ['xx.x.x', 'before before before before before before read read forgiven read forgiven read'],
    ['xxxxx...x', 'before before before read read read read read forgiven forgiven missed read'],
    ['xxxxx....', 'before before before read read read read read forgiven forgiven missed open'],
    ['xxxx.........', 'read read read forgiven forgiven missed missed missed missed missed missed open'],
    ['x...............x', 'missed missed missed missed missed missed missed missed missed missed missed read'],
  ])('of %j, week by week', (marks, expected) => {
    const { recent } = weeklyRhythm(fridays(marks), '2026-10-16');
    expect(recent.map(({ state }) => state).join(' ')).toBe(expected);
    expect(recent.at(-1)?.week).toBe('2026-10-12');
    expect(recent[0]?.week).toBe('2026-07-27');
  });

  test('is not reset by a new week', () => {
    const history = fridays('xxxx');
    for (const today of ['2026-10-18', '2026-10-19', '2026-10-25', '2026-10-26', '2026-11-08']) {
      expect(weeklyRhythm(history, today).weeks).toBe(4);
    }
    // From Monday 9 November three whole weeks are missed.
    expect(weeklyRhythm(history, '2026-11-09').weeks).toBe(0);
  });

  test('counts several readings in a week once, and none after today', () => {
    const history = historyOf({ '2026-10-12': 60, '2026-10-14': 60, '2026-10-18': 60, '2026-10-20': 60 });
    expect(weeklyRhythm(history, '2026-10-18')).toMatchObject({ weeks: 1, readThisWeek: true });
  });

  test('never counts more weeks than were read, and moves with whole weeks', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: -100, max: 100 }), (history, weeks) => {
        const today = localDayOf(20_454 + 90);
        const rhythm = weeklyRhythm(history, today);
        const read = new Set(history.map(({ day }) => weekNumber(dayNumber(day)))).size;
        expect(rhythm.weeks).toBeLessThanOrEqual(rhythm.longest);
        expect(rhythm.longest).toBeLessThanOrEqual(read);
        expect(rhythm.forgiven).toBeLessThanOrEqual(2);
        expect(weeklyRhythm(history.toReversed(), today)).toEqual(rhythm);
        const recent = rhythm.recent.map(({ week, state }) => ({ week: addDays(week, 7 * weeks), state }));
        expect(weeklyRhythm(shifted(history, 7 * weeks), addDays(today, 7 * weeks))).toEqual({ ...rhythm, recent });
        expect(recent.filter(({ state }) => state === 'forgiven').length).toBeGreaterThanOrEqual(rhythm.forgiven - 1);
      }),
    );
  });
});
