import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayNumber,
  daysBetween,
  isLocalDay,
  localDayAt,
  localDayOf,
  weekdayOf,
} from '../../src/core/score/local-day';

const at = (text: string) => Date.parse(text);

describe('the local day of an instant', () => {
  test.each([
    [
      'an evening in Los Angeles is still that day, though UTC says the next',
      '2026-05-13T02:43:00Z',
      'America/Los_Angeles',
      '2026-05-12',
    ],
    [
      'a morning in Auckland is that day, though UTC says the one before',
      '2026-05-12T20:00:00Z',
      'Pacific/Auckland',
      '2026-05-13',
    ],
    ['Kiritimati is fourteen hours ahead of UTC', '2026-05-12T10:30:00Z', 'Pacific/Kiritimati', '2026-05-13'],
    ['half an hour before midnight in Kolkata', '2026-05-12T18:00:00Z', 'Asia/Kolkata', '2026-05-12'],
    ['the last minute of the 23-hour day', '2026-03-09T06:59:00Z', 'America/Los_Angeles', '2026-03-08'],
    ['the first minute after the 23-hour day', '2026-03-09T07:00:00Z', 'America/Los_Angeles', '2026-03-09'],
    ['the last minute of the 25-hour day', '2026-11-02T07:59:00Z', 'America/Los_Angeles', '2026-11-01'],
    ['the first minute after the 25-hour day', '2026-11-02T08:00:00Z', 'America/Los_Angeles', '2026-11-02'],
  ])('%s', (_, instant, zone, day) => {
    expect(localDayAt(at(instant), zone)).toBe(day);
  });
});

describe('arithmetic on days', () => {
  test('counts across a leap day and a year', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test('a number of a day and back is the same day', () => {
    for (const day of ['0099-03-01', '1969-12-31', '1970-01-01', '2026-05-19', '9999-12-31']) {
      expect(localDayOf(dayNumber(day))).toBe(day);
    }
  });

  test('Monday is 1 and Sunday is 7, also before 1970', () => {
    expect(weekdayOf('2026-10-16')).toBe(5);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(weekdayOf('1969-12-29')).toBe(1);
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', 'today', '2026-01-01T00:00', '20260101'])(
    '%j is no day',
    (text) => expect(isLocalDay(text)).toBe(false),
  );
});
