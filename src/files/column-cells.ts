import type { CalendarNames } from './calendar-names';
import type { Table } from './find-tables';
import type { Heading } from './heading';
import { normalText } from './normal-text';
import { readClock } from './written-time';
import { readDate, type WrittenDate } from './written-date';
import { readNumber, type WrittenNumber } from './written-number';

/** So many lines of a table show what its columns are: the first, the last, and some between. */
const sampleLines = 600;

/** A column of a table, seen through its cells. */
export interface ColumnCells {
  readonly index: number;
  readonly heading: Heading;
  /** Cells with anything in them, in the sample. */
  readonly filled: number;
  /** The cells of the sample, read; by the sample's lines. */
  readonly texts: readonly string[];
  readonly numbers: readonly (WrittenNumber | undefined)[];
  readonly dates: readonly (WrittenDate | undefined)[];
  /** How many are dates whatever their column, and how many only where it says so (whole numbers). */
  readonly dateCount: number;
  readonly digitCount: number;
  readonly clockCount: number;
  /** How many are read as numbers to their end, and how many of these lie in 0 to 100 and 0 to 25. */
  readonly numberCount: number;
  readonly inTotals: number;
  readonly inPillars: number;
  /** How many are per cents, "Top 9" or the like. */
  readonly rankLike: number;
  /** All numbers are 0 to 1 and not all whole: per cents without their sign. */
  readonly fractions: boolean;
  readonly whole: boolean;
  /** 1, 2, 3 …, or backwards: the number of the row. */
  readonly counts: boolean;
  /** The different texts, at most 50. */
  readonly different: ReadonlySet<string>;
}

/** The lines of a table that show what its columns are, without single cells, which are titles. */
export function sampleOf(table: Table): { readonly cells: readonly string[] }[] {
  const { lines } = table;
  const step = Math.max(1, Math.floor(lines.length / (sampleLines / 2)));
  return lines.filter((line, index) => {
    const inSample =
      lines.length <= sampleLines ||
      index < sampleLines / 4 ||
      index >= lines.length - sampleLines / 4 ||
      index % step === 0;
    return inSample && line.cells.filter((cell) => cell.trim() !== '').length > 1;
  });
}

const blank: Heading = { text: '', means: new Set(), known: false };

/** Every column of a table. */
export function columnCells(table: Table, names: CalendarNames): ColumnCells[] {
  const sample = sampleOf(table);
  const width = Math.max(table.headings.length, ...sample.slice(0, 100).map(({ cells }) => cells.length), 0);
  return Array.from({ length: Math.min(width, 1000) }, (_, index) =>
    cellsOf(
      index,
      table.headings[index] ?? blank,
      sample.map(({ cells }) => (cells[index] ?? '').trim()),
      names,
    ),
  );
}

function cellsOf(index: number, heading: Heading, texts: readonly string[], names: CalendarNames): ColumnCells {
  const numbers = texts.map(readNumber);
  const dates = texts.map((text) => readDate(text, names));
  const values = numbers.flatMap((number) => (number === undefined || Number.isNaN(number.value) ? [] : [number]));
  const count = (holds: (number: WrittenNumber) => boolean) => values.filter(holds).length;
  const isDigits = (date: WrittenDate | undefined) =>
    date?.form === 'digits' || date?.form === 'two-numbers' || (date?.form === 'instant' && date.day === undefined);
  const plainDigits = (text: string, date: WrittenDate | undefined) =>
    isDigits(date) && /^[\d.,/-]+$/.test(normalText(text));
  const digitCount = dates.filter((date, at) => plainDigits(texts[at] ?? '', date)).length;
  return {
    ...{ index, heading, texts, numbers, dates, digitCount },
    filled: texts.filter((text) => text !== '').length,
    dateCount: dates.filter((date) => date !== undefined && date.form !== 'month').length - digitCount,
    clockCount: texts.filter((text) => readClock(text) !== undefined).length,
    numberCount: values.length,
    inTotals: count(({ value }) => value >= 0 && value <= 100),
    inPillars: count(({ value }) => value >= 0 && value <= 25),
    rankLike: count(({ percent, led }) => percent || led),
    fractions:
      values.length > 0 &&
      values.every(({ value, percent }) => !percent && value >= 0 && value <= 1) &&
      values.some(({ value }) => value > 0 && value < 1),
    whole: values.length > 0 && values.every(({ value }) => Number.isInteger(value)),
    counts: countsOn(values.map(({ value }) => value)),
    different: new Set(texts.filter((text) => text !== '').slice(0, 2000)),
  };
}

/** Whether numbers go up or down by one, or are a row's number with some left out. */
function countsOn(values: readonly number[]): boolean {
  if (values.length < 3 || !values.every(Number.isInteger))
    return (
      values.length > 0 && values.length < 3 && values[0] === 1 && values.every((value, index) => value === index + 1)
    );
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  const up = steps.filter((step) => step === 1).length;
  const down = steps.filter((step) => step === -1).length;
  return Math.max(up, down) >= steps.length * 0.9;
}
