import { describe, expect, test } from 'vitest';
import { isQuiet, isQuietTime, quietEnd } from '../../src/core/reminder/quiet-hours';

const at = (instant: string) => Date.parse(instant);

describe('a time of day is quiet', () => {
  test.each([
    [
      'within a day from the first minute to the one before the last',
      '12:00',
      '14:00',
      '11:59 12:00 13:59 14:00',
      '0110',
    ],
    [
      'across midnight from the first minute to the one before the last',
      '20:00',
      '08:00',
      '19:59 20:00 00:00 07:59 08:00',
      '01110',
    ],
    ['never when the hours begin and end at once', '09:00', '09:00', '08:59 09:00 09:01', '000'],
  ])('%s', (_, from, to, times, quiet) => {
    const found = times.split(' ').map((time) => Number(isQuietTime(time, { from, to })));
    expect(found.join('')).toBe(quiet);
  });

  test('never without quiet hours', () => {
    expect(isQuietTime('23:00', undefined)).toBe(false);
    expect(isQuiet(at('2026-10-16T23:00:00Z'), undefined, 'UTC')).toBe(false);
  });

  test('to the last second of its last minute', () => {
    const quiet = { from: '20:00', to: '08:00' };
    expect(isQuiet(at('2026-10-16T07:59:59.999Z'), quiet, 'UTC')).toBe(true);
    expect(isQuiet(at('2026-10-16T08:00:00Z'), quiet, 'UTC')).toBe(false);
    // 08:30 in UTC is half past ten in Berlin.
    expect(isQuiet(at('2026-10-16T08:30:00Z'), { from: '10:00', to: '11:00' }, 'Europe/Berlin')).toBe(true);
    expect(isQuiet(at('2026-10-16T08:30:00Z'), { from: '10:00', to: '11:00' }, 'UTC')).toBe(false);
  });

  test('and ends after now, never at it', () => {
    const quiet = { from: '20:00', to: '08:00' };
    expect(quietEnd(at('2026-10-16T07:59:00Z'), quiet, 'UTC')).toBe(at('2026-10-16T08:00:00Z'));
    expect(quietEnd(at('2026-10-16T08:00:00Z'), quiet, 'UTC')).toBe(at('2026-10-17T08:00:00Z'));
    expect(quietEnd(at('2026-10-16T22:00:00Z'), quiet, 'UTC')).toBe(at('2026-10-17T08:00:00Z'));
  });
});
