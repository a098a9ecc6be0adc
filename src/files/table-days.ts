import type { ColumnCells } from './column-cells';
import type { CalendarNames } from './calendar-names';
import { dayOf } from './calendar-days';
import { readDate, type WrittenDate } from './written-date';
import { normalText } from './normal-text';

/** Where the day of a line stands. */
export interface DayColumns {
  readonly kind: 'whole' | 'parts' | 'day-of-month';
  /** The column of the day; of year, month and day for parts. */
  readonly indexes: readonly number[];
  /** The column of the time of day, if it is one of its own. */
  readonly time?: number;
}

/** How well a heading says that its column is the day a score is of: higher is better. */
function rankOf({ heading: { means, known, text } }: ColumnCells): number {
  if (means.has('other-day')) return 1;
  if (means.has('stamp')) return means.has('day') && text.toLowerCase() === 'date' ? 5 : 3;
  if (means.has('day')) return known ? 5 : 4;
  if (means.has('span') || means.has('month')) return 3.5;
  return text === '' || !known ? 2 : 1.5;
}

/**
 * The columns that tell the day of each line: one of dates, the one whose heading says so best; or a year, a month and a day each in a column; or the number of
 * a day under a line that tells the month. `undefined` when there are none.
 */
export function dayColumns(columns: readonly ColumnCells[], names: CalendarNames): DayColumns | undefined {
  const time = columns.find(
    ({ heading, clockCount, filled }) => heading.means.has('time') && clockCount > 0 && clockCount >= filled * 0.5,
  );
  const withTime = time === undefined ? {} : { time: time.index };
  const dated = columns.filter((column) => {
    if (column.filled === 0) return false;
    if (column.dateCount >= Math.max(1, column.filled * 0.5)) return true;
    const saysDay = rankOf(column) >= 3 || column.heading.means.has('other-day') || column.heading.means.has('time');
    const mayBe =
      saysDay ||
      ((column.heading.text === '' || !column.heading.known || column.heading.means.has('person')) &&
        isSerials(column));
    return mayBe && column.dateCount + column.digitCount >= column.filled * 0.8;
  });
  const [best] = [...dated].sort((one, other) => rankOf(other) - rankOf(one) || one.index - other.index);
  if (best !== undefined) {
    // link_ssi's Date is the day in UTC of the instant beside it.
    const captured = dated.find(({ heading }) => heading.text === 'CapturedAt');
    const index = captured !== undefined && best.heading.text === 'Date' ? captured.index : best.index;
    return { kind: 'whole', indexes: [index], ...withTime };
  }
  const year = columns.find(
    ({ heading, numbers }) =>
      heading.means.has('year') &&
      numbers.some((number) => number !== undefined && number.value > 2000 && number.value < 2100),
  );
  const month = columns.find(
    ({ heading, texts }) => heading.means.has('month') && texts.some((text) => monthOf(text, names) !== undefined),
  );
  const date = columns.find(
    ({ heading, numbers }) =>
      heading.means.has('day') &&
      !heading.means.has('other-day') &&
      numbers.some((number) => number !== undefined && isDate(number.value)),
  );
  if (year && month && date) return { kind: 'parts', indexes: [year.index, month.index, date.index], ...withTime };
  return date ? { kind: 'day-of-month', indexes: [date.index], ...withTime } : undefined;
}

const isDate = (value: number) => Number.isInteger(value) && value >= 1 && value <= 31;

/** Serials and dates in digits that nothing else would be: of one form, and of these years. */
function isSerials({ dates, filled, texts }: ColumnCells): boolean {
  const read = dates.filter((date) => date?.form === 'digits' || date?.form === 'instant');
  return read.length === filled && texts.every((text) => text === '' || text.length >= 5);
}

/** 1 to 12 of a month's number or name. */
function monthOf(text: string, names: CalendarNames): number | undefined {
  const plain = normalText(text);
  const number = /^\d{1,2}$/.test(plain) ? Number(plain) : names.month(plain);
  return number !== undefined && number >= 1 && number <= 12 ? number : undefined;
}

/** A year and month that a title tells: "October 2026", "2026-10", a sheet called so. The month is absent where only a year stands. */
export function monthTitle(
  text: string,
  names: CalendarNames,
): { readonly year: number; readonly month?: number } | undefined {
  const date = readDate(text, names);
  if (date?.form === 'month') return { year: date.year, month: date.month };
  const year = /^\D*\b(20\d\d)\b\D*$/.exec(normalText(text))?.[1];
  return year === undefined ? undefined : { year: Number(year) };
}

/** The written date of a line. `under` is the month that a title above tells. */
export function dateOfLine(
  cells: readonly string[],
  columns: DayColumns,
  under: { readonly year: number; readonly month?: number } | undefined,
  names: CalendarNames,
): WrittenDate | undefined {
  const [first = 0, second = 0, third = 0] = columns.indexes;
  const cell = (index: number) => cells[index]?.trim() ?? '';
  if (columns.kind === 'whole') {
    const date = readDate(cell(first), names);
    if (date?.form === 'no-year' && under !== undefined && under.month === undefined)
      return whole(dayOf(under.year, date.month, date.date));
    return date;
  }
  const year = columns.kind === 'parts' ? Number(normalText(cell(first))) : under?.year;
  const month = columns.kind === 'parts' ? monthOf(cell(second), names) : under?.month;
  const day = Number(normalText(cell(columns.kind === 'parts' ? third : first)).replace(/\.$|st$|nd$|rd$|th$/, ''));
  if (month === undefined || !isDate(day)) return undefined;
  return year === undefined ? { form: 'no-year', month, date: day } : whole(dayOf(year, month, day));
}

const whole = (day: string | undefined): WrittenDate | undefined =>
  day === undefined ? undefined : { form: 'day', day };
