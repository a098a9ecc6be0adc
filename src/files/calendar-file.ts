import { addDays, weekdayOf, type LocalDay } from '../core/score/local-day';

/** A few minutes that come back every week. */
export interface Appointment {
  /** The same for the same appointment: a calendar that has it already changes it instead of adding another. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly address: string;
  /** ISO weekdays, 1 (Monday) to 7; at least one. */
  readonly weekdays: readonly number[];
  /** Local time of day, `HH:MM`, in whatever zone the member is: nine o'clock stays nine o'clock. */
  readonly time: string;
  readonly minutes: number;
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** More octets than this no line may have, its break aside. */
const longestLine = 75;

/** An appointment from `today` on as an iCalendar file (RFC 5545), made at `now` (epoch milliseconds). It asks for no answer and blocks no time. */
export function calendarFile(appointment: Appointment, today: LocalDay, now: number): string {
  const { id, title, text, address, weekdays, time, minutes } = appointment;
  const first = Array.from({ length: 7 }, (_, index) => addDays(today, index)).find((day) =>
    weekdays.includes(weekdayOf(day)),
  );
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SSI Scorecard//SSI Scorecard//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    // Whole minutes: a later file outweighs an earlier one.
    `SEQUENCE:${Math.floor(now / 60_000)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${(first ?? today).replaceAll('-', '')}T${time.replace(':', '')}00`,
    `DURATION:PT${minutes}M`,
    `RRULE:FREQ=WEEKLY;BYDAY=${weekdays.map((weekday) => weekdayCodes[weekday - 1]).join(',')}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Text as a value: what would end it, or the line, is escaped (3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A line in pieces of at most 75 octets, each but the first after a space (3.1). No character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let room = longestLine;
  return Array.from(line, (character) => {
    const { length } = encoder.encode(character);
    const fits = length <= room;
    room = (fits ? room : longestLine - 1) - length;
    return fits ? character : `\r\n ${character}`;
  }).join('');
}
