import type { DateOrder } from './imported-file';
import { isLocalDay, localDayAt, type LocalDay } from '../core/score/local-day';

/** A date as it stands in a file. `ambiguous` needs to be told its order. */
export type WrittenDate =
  | { readonly form: 'day'; readonly day: LocalDay; readonly time?: string }
  | { readonly form: 'instant'; readonly instant: number }
  | {
      readonly form: 'ambiguous';
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly time?: string;
    };

/** Languages whose names of months are understood: those of `ssi-page.md`'s words and French. */
const monthLanguages = ['en', 'es', 'pt', 'de', 'fr'];

let monthNumbers: ReadonlyMap<string, number> | undefined;

function monthNumber(name: string): number | undefined {
  monthNumbers ??= new Map(
    monthLanguages.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => {
        const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, index): [string, number] => [
          plain(format.format(Date.UTC(2026, index, 15))),
          index + 1,
        ]);
      }),
    ),
  );
  return monthNumbers.get(plain(name));
}

/** Lower case, without accents and dots. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

function day(year: number, month: number, date: number): LocalDay | undefined {
  const fullYear = year < 100 ? 2000 + year : year;
  const text = `${String(fullYear).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isLocalDay(text) ? text : undefined;
}

/** `HH:MM:SS` of a written time of day, `undefined` when there is none or it is no time. */
function timeOf(text: string): string | undefined {
  const match = /^[T\s,]*(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap])?\.?m?\.?\s*$/i.exec(text);
  if (match === null) return undefined;
  const [, hourText, minute = '', second = '00', half] = match;
  const hour = Number(hourText);
  const hour24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hour24 > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${String(hour24).padStart(2, '0')}:${minute}:${second}`;
}

function written(day: LocalDay | undefined, rest: string): WrittenDate | undefined {
  if (day === undefined) return undefined;
  const time = timeOf(rest);
  return { form: 'day', day, ...(time === undefined ? {} : { time }) };
}

/**
 * A date as files have it: ISO 8601 with or without time and offset, year first, dots (day first), slashes or dashes (in an order to be
 * found out), months by name, or epoch milliseconds. `undefined` for anything else and for days that do not exist.
 */
export function readDate(text: string): WrittenDate | undefined {
  const trimmed = text.trim();
  if (/^\d{13}$/.test(trimmed)) return { form: 'instant', instant: Number(trimmed) };
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})$/i.test(trimmed)) {
    const instant = Date.parse(trimmed.replace(' ', 'T').replace(/\s/g, ''));
    return Number.isNaN(instant) ? undefined : { form: 'instant', instant };
  }
  let match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/.exec(trimmed);
  if (match) return written(day(Number(match[1]), Number(match[3]), Number(match[4])), match[5] ?? '');

  match = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)(.*)$/.exec(trimmed);
  if (match) return written(day(Number(match[3]), Number(match[2]), Number(match[1])), match[4] ?? '');

  match = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/.exec(trimmed);
  if (match) {
    const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
    const time = timeOf(match[5] ?? '');
    return { form: 'ambiguous', first, second, year, ...(time === undefined ? {} : { time }) };
  }
  match = /^(\d{1,2})\.?\s+(?:de\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})(?!\d)(.*)$/u.exec(trimmed);
  if (match) return written(day(Number(match[3]), monthNumber(match[2] ?? '') ?? 0, Number(match[1])), match[4] ?? '');

  match = /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)(.*)$/u.exec(trimmed);
  if (match) return written(day(Number(match[3]), monthNumber(match[1] ?? '') ?? 0, Number(match[2])), match[4] ?? '');
  return undefined;
}

/** The order that all of `dates` can have; `ask` when both are possible and differ, `undefined` when neither is. */
export function orderOf(dates: readonly WrittenDate[]): DateOrder | 'ask' | undefined {
  const ambiguous = dates.filter((date) => date.form === 'ambiguous');
  const dayFirst = ambiguous.every(({ first, second, year }) => day(year, second, first) !== undefined);
  const monthFirst = ambiguous.every(({ first, second, year }) => day(year, first, second) !== undefined);
  if (dayFirst && monthFirst && ambiguous.some(({ first, second }) => first !== second)) return 'ask';
  if (dayFirst) return 'day-first';
  return monthFirst ? 'month-first' : undefined;
}

/**
 * Day and instant (epoch milliseconds) of a written date in an IANA time zone. A date without a time stands for the first instant of its
 * day, so that any real reading of that day counts as newer. `undefined` when the day does not exist.
 */
export function momentOf(
  date: WrittenDate,
  time: string | undefined,
  order: DateOrder,
  timeZone: string,
): { readonly day: LocalDay; readonly readAt: number } | undefined {
  if (date.form === 'instant') return { day: localDayAt(date.instant, timeZone), readAt: date.instant };
  const localDay =
    date.form === 'day'
      ? date.day
      : order === 'day-first'
        ? day(date.year, date.second, date.first)
        : day(date.year, date.first, date.second);
  if (localDay === undefined) return undefined;
  const clock = date.time ?? (time === undefined ? undefined : timeOf(time));
  const plainTime = clock === undefined ? {} : { plainTime: Temporal.PlainTime.from(clock) };
  const start = Temporal.PlainDate.from(localDay).toZonedDateTime({ timeZone, ...plainTime });
  return { day: localDay, readAt: start.epochMilliseconds };
}
