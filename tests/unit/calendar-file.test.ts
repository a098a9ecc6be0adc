import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdayOf } from '../../src/core/score/local-day';
import { calendarFile, type Appointment } from '../../src/files/calendar-file';

const now = Date.UTC(2026, 10, 29, 7, 30, 5, 123);
const appointment: Appointment = {
  id: 'weekly-look',
  title: 'Look at my SSI',
  text: 'Open the page.',
  address: 'https://www.linkedin.com/sales/ssi',
  weekdays: [5],
  time: '09:00',
  minutes: 5,
};
const file = (changes: Partial<Appointment> = {}, today = '2026-11-29') =>
  calendarFile({ ...appointment, ...changes }, today, now);

/** Name and value of each line, unfolded and unescaped as RFC 5545 says. */
function read(text: string): Map<string, string> {
  const lines = text.replace(/\r\n /g, '').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [
        line.slice(0, colon),
        line
          .slice(colon + 1)
          .replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character)),
      ];
    }),
  );
}

describe('a calendar file', () => {
  test('says what, when and how often, in the words of RFC 5545', () => {
    expect(file().split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//SSI Scorecard//SSI Scorecard//EN',
      'BEGIN:VEVENT',
      'UID:weekly-look',
      'SEQUENCE:29932290',
      'DTSTAMP:20261129T073005Z',
      'DTSTART:20261204T090000',
      'DURATION:PT5M',
      'RRULE:FREQ=WEEKLY;BYDAY=FR',
      'SUMMARY:Look at my SSI',
      'DESCRIPTION:Open the page.',
      'URL:https://www.linkedin.com/sales/ssi',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Look at my SSI',
      'TRIGGER:PT0S',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('begins on the first of its weekdays, which may be today, and comes on each of them', () => {
    expect(read(file({ weekdays: [7] })).get('DTSTART')).toBe('20261129T090000');
    const weekdays = read(file({ weekdays: [1, 2, 3, 4, 5] }));
    expect(weekdays.get('DTSTART')).toBe('20261130T090000');
    expect(weekdays.get('RRULE')).toBe('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR');
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      const day = read(file({ weekdays: [weekday] })).get('DTSTART')!;
      expect(weekdayOf(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`)).toBe(weekday);
    }
  });

  test('made later outweighs an earlier one of the same appointment', () => {
    const later = read(calendarFile({ ...appointment, time: '17:30' }, '2026-11-29', now + 60_000));
    const before = read(file());
    expect(later.get('UID')).toBe(before.get('UID'));
    expect(Number(later.get('SEQUENCE'))).toBeGreaterThan(Number(before.get('SEQUENCE')));
    expect(later.get('DTSTART')).toBe('20261204T173000');
  });

  test('keeps any words whole, in lines of at most 75 octets of which none cuts a character', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 300 })
      .filter((text) => !/[\p{Cc}]/u.test(text.replaceAll('\n', '')));
    fc.assert(
      fc.property(words, words, (title, text) => {
        const made = file({ title, text });
        for (const line of made.split('\r\n')) {
          const octets = new TextEncoder().encode(line);
          expect(octets.length).toBeLessThanOrEqual(75);
          expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)).toBe(line);
        }
        expect(read(made).get('SUMMARY')).toBe(title);
        expect(made).toContain('\r\nEND:VCALENDAR\r\n');
      }),
    );
    expect(read(file({ text: 'One; two, three\\n\r\nfour' })).size).toBe(read(file()).size);
    expect(file({ title: 'a;b,c\\d\ne' })).toContain('SUMMARY:a\\;b\\,c\\\\d\\ne\r\n');
  });
});
