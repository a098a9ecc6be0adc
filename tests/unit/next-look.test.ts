import { describe, expect, test } from 'vitest';
import { nextLook } from '../../src/core/reminder/next-look';

/** A Friday. */
const today = '2026-11-27';
const weekly = { rhythm: 'weekly', weekday: 5 } as const;
const off = { rhythm: 'off', weekday: 5 } as const;

describe('the next look at the score', () => {
  test.each([
    ['read on its day', [today], '2026-12-04'],
    ['its day has come and nothing was read yet', ['2026-11-20'], today],
    ['read the day before', ['2026-11-26'], today],
    ['nothing was ever read', [], today],
  ])('is on the day of the reminder: %s', (_, readOn, day) => {
    expect(nextLook({ reminder: weekly, readOn, today })).toBe(day);
  });

  test('is the next working day where the reminder comes on weekdays', () => {
    const reminder = { rhythm: 'weekdays', weekday: 1 } as const;
    expect(nextLook({ reminder, readOn: ['2026-11-26'], today })).toBe(today);
    expect(nextLook({ reminder, readOn: [today], today })).toBe('2026-11-30');
  });

  test('is on the weekday read most where there is no reminder, and not known where none stands out', () => {
    const tuesdays = ['2026-11-10', '2026-11-17', '2026-11-24'];
    expect(nextLook({ reminder: off, readOn: tuesdays, today })).toBe('2026-12-01');
    expect(nextLook({ reminder: off, readOn: tuesdays.slice(1), today })).toBeUndefined();
    const fridays = ['2026-11-06', '2026-11-13', '2026-11-20'];
    expect(nextLook({ reminder: off, readOn: [...tuesdays, ...fridays].sort(), today })).toBeUndefined();
    expect(nextLook({ reminder: off, readOn: [], today })).toBeUndefined();
  });
});
