import type { CalendarNames } from './calendar-names';
import { normalText } from './normal-text';
import { readZonedTime, type ClockTime } from './written-time';
import { dayOf, ordinalDay, serialDay, solarDay, solarMonths, weekDay } from './calendar-days';
import type { LocalDay } from '../core/score/local-day';

/** A date as written in a cell, before its column tells what is open. */
export type WrittenDate =
  | { readonly form: 'day'; readonly day: LocalDay; readonly time?: ClockTime }
  /** An instant in UTC, or by an offset, `day` being the writer's own day then. */
  | { readonly form: 'instant'; readonly instant: number; readonly day?: LocalDay }
  /** Three numbers in an order to be found out; `weekday` (Monday is 1) helps. */
  | {
      readonly form: 'numbers';
      readonly numbers: readonly [number, number, number];
      /** Which has four digits. */
      readonly year: 'first' | 'last' | 'short';
      readonly dots: boolean;
      /** Day and month have two digits each. */
      readonly padded: boolean;
      readonly weekday?: number;
      readonly time?: ClockTime;
    }
  /** A month and a day without a year, or two numbers that may be these. */
  | { readonly form: 'no-year'; readonly month: number; readonly date: number; readonly time?: ClockTime }
  | { readonly form: 'two-numbers'; readonly numbers: readonly [number, number]; readonly time?: ClockTime }
  /** A whole number that may be a day: `days` read as one of Excel's, or as digits of a date. Only where the column says so. */
  | { readonly form: 'digits'; readonly day: LocalDay; readonly serial?: number; readonly time?: ClockTime }
  /** A month of a year, which is no day. */
  | { readonly form: 'month'; readonly year: number; readonly month: number }
  /** A date of the lunar Hijri calendar, which cannot be converted for certain. */
  | { readonly form: 'other-calendar' };

/** The longest a date with its time and zone can be. */
const longestDate = 80;

/** Words within dates that are neither month nor weekday. */
const fillers =
  /^(de|del|of|den|der|the|d|г|р|ж|թ|год[а]?|года|року|м|gada|ko|e|a|le|el|il|am|um|on|at|alle|ore|om|kl|klo|à|a las|às|em|em|um|uhr|st|nd|rd|th|º|o|er|yil|il|na|ngày|ngay|năm|nam|dne|dia|día|om|saat)$/u;

/**
 * A date as files have it: ISO 8601 in all its forms, numbers with slashes, dashes, dots or spaces in an order that the column tells, months by name in some
 * sixty languages with or without weekday, East Asian forms, serials, epochs, with or without time and zone. `undefined` for anything else.
 */
export function readDate(cell: string, names: CalendarNames): WrittenDate | undefined {
  const fast = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell);
  if (fast) return numbersForm([fast[1] ?? '', fast[2] ?? '', fast[3] ?? ''], '-');
  if (cell.length > longestDate || !/\p{Nd}/u.test(cell)) return undefined;
  const text = normalText(cell).replace(/^@/, '');
  if (/^[\d.,]+$/.test(text) && !/[.,].*[.,]/.test(text)) return ofDigits(text.replace(',', '.'));
  const { date, time } = readZonedTime(text);
  const read = ofParts(date, names);
  if (read === undefined || time === undefined) return read;
  return withTime(read, time);
}

function withTime(date: WrittenDate, time: ClockTime): WrittenDate | undefined {
  if (date.form === 'instant' || date.form === 'month' || date.form === 'other-calendar') return date;
  if (time.offset === undefined) return { ...date, time };
  // A zone needs a whole day; numbers whose order is open keep the clock alone.
  if (date.form === 'day') return instantOf(date.day, time);
  const day = date.form === 'numbers' && date.year === 'first' ? orderedDay(date, 'year-first') : undefined;
  return day === undefined ? { ...date, time } : instantOf(day, time);
}

/** The instant of a clock in a zone. UTC is nobody's own day; any other offset is the writer's. */
function instantOf(day: LocalDay, time: ClockTime): WrittenDate {
  const instant = Date.parse(`${day}T${time.clock}Z`) - (time.offset ?? 0) * 60_000;
  return time.utc ? { form: 'instant', instant } : { form: 'instant', instant, day };
}

/** The day of three numbers in an order. */
export function orderedDay(
  { numbers: [first, second, third], year }: Extract<WrittenDate, { form: 'numbers' }>,
  order: 'day-first' | 'month-first' | 'year-first' | 'year-day-month',
): LocalDay | undefined {
  switch (order) {
    case 'year-first':
      return year === 'last' ? undefined : dayOf(first, second, third);
    case 'year-day-month':
      return year === 'first' ? dayOf(first, third, second) : undefined;
    case 'day-first':
      return year === 'first' ? undefined : dayOf(third, second, first);
    case 'month-first':
      return year === 'first' ? undefined : dayOf(third, first, second);
  }
}

function numbersForm(
  texts: readonly [string, string, string],
  mark: string,
  weekday?: number,
): WrittenDate | undefined {
  const [first, second, third] = texts;
  const year = first.length === 4 ? 'first' : third.length === 4 ? 'last' : 'short';
  if (second.length > 2 || (year !== 'first' && first.length > 2) || (year !== 'last' && third.length > 2))
    return undefined;
  const numbers = [Number(first), Number(second), Number(third)] as const;
  const [middle, other] = [numbers[1], year === 'first' ? numbers[2] : numbers[0]];
  if (Math.min(middle, other) < 1 || Math.max(middle, other) > 31)
    return year === 'short' ? undefined : impossible(numbers, year);
  const fourDigits = year === 'first' ? numbers[0] : year === 'last' ? numbers[2] : 2000;
  if (fourDigits >= 1330 && fourDigits < 1480) return otherCalendar(numbers, year);
  const buddhist = fourDigits > 2440 && fourDigits < 2650 ? 543 : 0;
  const converted: [number, number, number] =
    year === 'first'
      ? [numbers[0] - buddhist, numbers[1], numbers[2]]
      : [numbers[0], numbers[1], numbers[2] - (year === 'last' ? buddhist : 0)];
  const padded = texts.every((text) => text.length !== 1);
  return {
    form: 'numbers',
    numbers: converted,
    year,
    dots: mark.startsWith('.'),
    padded,
    ...(weekday === undefined ? {} : { weekday }),
  };
}

/** Numbers of a date that no order makes one: kept as such, so that the row is reported as having no real date. */
function impossible(numbers: readonly [number, number, number], year: 'first' | 'last'): WrittenDate {
  return { form: 'numbers', numbers, year, dots: false, padded: true };
}

/** Solar Hijri years (Iran: 1390 is 2011) can be converted, lunar ones (1448 is 2026) only to a day more or less. */
function otherCalendar(numbers: readonly [number, number, number], year: 'first' | 'last' | 'short'): WrittenDate {
  const [first, second, third] = numbers;
  const solar = year === 'first' ? solarDay(first, second, third) : solarDay(third, second, first);
  return solar === undefined ? { form: 'other-calendar' } : { form: 'day', day: solar };
}

function ofDigits(text: string): WrittenDate | undefined {
  const number = Number(text);
  const whole = /^\d+$/.test(text);
  // Seconds, milliseconds, microseconds and nanoseconds since 1970, of the years 2001 to 2286.
  const scale = { 10: 1000, 13: 1, 16: 1e-3, 19: 1e-6 }[text.replace(/\..*/, '').length];
  if (scale !== undefined) return { form: 'instant', instant: Math.floor(number * scale) };
  if (whole && text.length === 8)
    return digitsForm(dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))));
  if (whole && text.length === 7) return digitsForm(ordinalDay(Number(text.slice(0, 4)), Number(text.slice(4))));
  if (whole && text.length === 6)
    return digitsForm(dayOf(Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4))));
  // "28.11" is a day and a month in many places, where nothing else in the column speaks against it.
  const pair = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text);
  if (pair) return { form: 'two-numbers', numbers: [Number(pair[1]), Number(pair[2])] };
  const day = serialDay(number);
  if (day === undefined) return undefined;
  const seconds = Math.round((number % 1) * 86_400);
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19);
  return {
    form: 'digits',
    day,
    serial: number,
    ...(seconds === 0 || seconds === 86_400 ? {} : { time: { clock, utc: false } }),
  };
}

function digitsForm(day: LocalDay | undefined): WrittenDate | undefined {
  return day === undefined || day < '2000' || day > '2100' ? undefined : { form: 'digits', day };
}

const dayForm = (day: LocalDay | undefined): WrittenDate | undefined =>
  day === undefined ? undefined : { form: 'day', day };

/** Years of eras that East Asian dates are counted in. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 民國: 1911, 民国: 1911 };

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The date in a text that has no time any more. */
function ofParts(text: string, names: CalendarNames): WrittenDate | undefined {
  let match = /^(\d{4})-?W(\d{2})-?(\d)$/i.exec(text);
  if (match) return dayForm(weekDay(Number(match[1]), Number(match[2]), Number(match[3])));
  match = /^(\d{4})-(\d{3})$/.exec(text);
  if (match) return dayForm(ordinalDay(Number(match[1]), Number(match[2])));
  match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match) return dayForm(dayOf(Number(match[1]), Number(match[2]), Number(match[3])));

  const { rest, weekday } = withoutWeekday(text, names);
  match = /^(令和|平成|民國|民国)?\s*(\d{1,4}|元)\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日号일]?)?$/.exec(
    rest,
  );
  if (match) {
    const era = match[1] === undefined ? 0 : (eras[match[1]] ?? 0);
    const year = era + (match[2] === '元' ? 1 : Number(match[2]));
    if (match[4] === undefined) return { form: 'month', year, month: Number(match[3]) };
    return dayForm(dayOf(year, Number(match[3]), Number(match[4])));
  }
  // Polish writes months in Roman numerals.
  match = /^(\d{1,2})([-./\s])([IVX]{1,4})\2(\d{2}|\d{4})$/.exec(rest);
  if (match) return dayForm(dayOf(Number(match[4]), romanMonths.indexOf(match[3] ?? '') + 1, Number(match[1])));
  match = /^(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号일]?$/.exec(rest);
  if (match) return { form: 'no-year', month: Number(match[1]), date: Number(match[2]) };
  match = /^(?:ngày\s+)?(\d{1,2})\s*(?:tháng|thg|th)\.?\s*(\d{1,2})(?:,?\s*(?:năm\s+)?(\d{4}))?$/i.exec(rest);
  if (match) {
    const [date, month] = [Number(match[1]), Number(match[2])];
    return match[3] === undefined ? { form: 'no-year', month, date } : dayForm(dayOf(Number(match[3]), month, date));
  }
  match = /^(\d{1,4})(\s?[-/.]\s?|\s)(\d{1,2})\2(\d{1,4})\.?$/.exec(rest);
  if (match) return numbersForm([match[1] ?? '', match[3] ?? '', match[4] ?? ''], (match[2] ?? '').trim(), weekday);
  match = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\.?$/.exec(rest);
  if (match) return { form: 'two-numbers', numbers: [Number(match[1]), Number(match[3])] };
  match = /^(\d{4})[-/.](\d{1,2})$/.exec(rest) ?? /^(\d{1,2})[-/.](\d{4})$/.exec(rest);
  if (match) {
    const [one, other] = [Number(match[1]), Number(match[2])];
    return { form: 'month', year: Math.max(one, other), month: Math.min(one, other) };
  }
  return ofNamedMonth(rest, names);
}

/** A text without the weekday before or after its date, in brackets or not. */
function withoutWeekday(text: string, names: CalendarNames): { readonly rest: string; readonly weekday?: number } {
  const bare = text
    .replace(/[([]([^()[\]]{1,20})[)\]]/g, ' $1 ')
    .replace(/\s+/g, ' ')
    .replace(/\s?[гр]\.$|\s(?:ж|թ|г)\.?$/u, '')
    .trim();
  const befores = [
    /^(\p{L}[\p{L}\p{M}.'’׳\u200C-]*)[.,]*\s+(?=.*\d)(.*)$/u.exec(bare),
    /^(\p{L}[\p{L}\p{M}]*\s\p{L}[\p{L}\p{M}]*)[.,]*\s+(?=.*\d)(.*)$/u.exec(bare),
  ];
  for (const before of befores.reverse()) {
    if (!before) continue;
    const weekday = names.weekday(before[1] ?? '') ?? oneLetter(before[1] ?? '', before[2] ?? '');
    if (weekday !== undefined) return { rest: before[2] ?? '', ...(weekday === 0 ? {} : { weekday }) };
  }
  const after =
    /^(.*\d[^\p{L}]*)[\s,]+(\p{L}[\p{L}\p{M}.'’׳\u200C -]*)$/u.exec(bare) ??
    /^(.*[日号일])\s*(\p{L}{1,3})$/u.exec(bare);
  if (after) {
    const weekday = names.weekday(after[2] ?? '') ?? oneLetter(after[2] ?? '', after[1] ?? '');
    if (weekday !== undefined)
      return { rest: (after[1] ?? '').replace(/[\s,]+$/, ''), ...(weekday === 0 ? {} : { weekday }) };
  }
  const glued = /^(.*[\d.])(\p{L}{1,3})$/u.exec(bare);
  const gluedDay = glued && names.weekday(glued[2] ?? '');
  if (glued && gluedDay !== undefined && gluedDay !== null) return { rest: (glued[1] ?? '').trim(), weekday: gluedDay };
  return { rest: bare };
}

/** Zero, a weekday nobody knows, for the one letter that Arabic and others put before a date in numbers. */
function oneLetter(name: string, rest: string): 0 | undefined {
  return /^\p{L}\p{M}*$/u.test(name) && /^[\d/.\s-]+$/.test(rest) ? 0 : undefined;
}

function ofNamedMonth(text: string, names: CalendarNames): WrittenDate | undefined {
  const parts = text.match(/\d+|[\p{L}\p{M}][\p{L}\p{M}.'’׳\u200C]*/gu) ?? [];
  const numbers: string[] = [];
  let month: number | undefined;
  let solar = false;
  for (const part of parts) {
    if (/^\d/.test(part)) {
      numbers.push(part);
      continue;
    }
    const dotted = new RegExp(String.raw`\d\.\s*${part.replace(/[.]/g, '\\.')}`, 'u').test(text);
    // Hebrew writes "in" and the month as one word.
    const named = names.month(part, dotted) ?? names.month(part.replace(/^ב/, ''));
    const iranian = solarMonths.indexOf(part);
    if (iranian >= 0 && month === undefined) {
      month = iranian + 1;
      solar = true;
    } else if (named !== undefined) {
      if (month !== undefined) return undefined;
      month = named;
    } else if (!fillers.test(part.toLowerCase().replace(/\./g, '')) && names.weekday(part) === undefined)
      return undefined;
  }
  const [first = '', second = ''] = numbers;
  if (month === undefined || numbers.length === 0 || numbers.length > 2) return undefined;
  if (numbers.length === 1) {
    if (first.length === 4) return { form: 'month', year: Number(first), month };
    return Number(first) >= 1 && Number(first) <= 31 ? { form: 'no-year', month, date: Number(first) } : undefined;
  }
  const yearFirst = first.length === 4 || (second.length <= 2 && Number(first) > 31);
  const [year, date] = yearFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
  if (solar) return dayForm(solarDay(year, month, date));
  if (year >= 1330 && year < 1480) return { form: 'other-calendar' };
  return dayForm(dayOf(year > 2440 && year < 2650 ? year - 543 : year, month, date));
}
