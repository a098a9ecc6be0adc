import { columnCells, sampleOf, type ColumnCells } from './column-cells';
import type { CalendarNames } from './calendar-names';
import type { Table } from './find-tables';
import { isBlank, lineText, type Line } from './grid';
import type { Field, Question, ReadColumn } from './imported-file';
import { longColumns, putLongField, type LongColumns } from './long-table';
import { normalText } from './normal-text';
import { proveColumns, type Column } from './prove-columns';
import type { Pause } from './read-json';
import { emptyRow, putField, type WrittenRow } from './score-row';
import { dateOfLine, dayColumns, monthTitle, type DayColumns } from './table-days';
import { personColumn } from './table-person';
import type { WrittenDate } from './written-date';
import { readClock } from './written-time';
import { readNumber, type WrittenNumber } from './written-number';

/** A line of a table, its cells by what they tell, its date not yet decided. */
export interface DatedRow {
  readonly number: number;
  readonly text: string;
  readonly date: WrittenDate | undefined;
  readonly dateText: string;
  /** The time of day in a column of its own. */
  readonly clock?: string;
  readonly row: WrittenRow;
  readonly person: string;
  /** What stands above the line as a title, and the sheet's name. */
  readonly section: string;
  /** More cells than headings, and a whole number where the decimals of a number may stand: nothing in it is certain. */
  readonly shifted: boolean;
}

/** The rows of a table, or what is open before it has any. */
export type TableRows =
  | {
      readonly state: 'rows';
      readonly rows: readonly DatedRow[];
      readonly columns: readonly ReadColumn[];
      readonly cutPillars: boolean;
      /** Lines with more cells than there are headings. */
      readonly shifted: number;
    }
  | {
      readonly state: 'ask';
      readonly question: Question;
      readonly columns: readonly ReadColumn[];
      readonly lines: number;
    }
  /** Days and no scores, scores and no days, or neither. */
  | { readonly state: 'none'; readonly scores: boolean };

/** Takes a table apart, once it is clear what its columns are. `column` is the member's answer to which is the total. */
export async function tableRows(
  table: Table,
  names: CalendarNames,
  column: string | undefined,
  pause: Pause,
): Promise<TableRows> {
  await pause(0);
  const cells = columnCells(table, names);
  await pause(0);
  const days = dayColumns(cells, names);
  const others = cells.filter(({ index }) => !days?.indexes.includes(index) && index !== days?.time);
  const long =
    days &&
    longColumns(
      others,
      cells.find(({ index }) => index === days.indexes[0]),
    );
  const named = table.headings.some(({ text }) => text !== '');
  const proved = long ? undefined : proveColumns(datedOnly(others, cells, days), named, column);
  if (proved?.state === 'none' || (days === undefined && proved?.state === 'ask'))
    return { state: 'none', scores: false };
  if (days === undefined) return { state: 'none', scores: sampleOf(table).length > 0 };
  if (proved?.state === 'ask')
    return {
      state: 'ask',
      question: proved.question,
      columns: listed(cells, days, [], undefined),
      lines: table.lines.length,
    };
  const columns = proved?.columns ?? [];
  const person = long
    ? undefined
    : personColumn(
        others.filter(({ index }) => !columns.some((known) => known.index === index)),
        cells.find(({ index }) => index === days.indexes[0]),
      );
  const rows = await readLines(table, { columns, days, long, person: person?.index }, names, pause);
  return {
    state: 'rows',
    rows: rows.rows,
    columns: listed(cells, days, columns, person?.index, long),
    cutPillars: proved?.cutPillars ?? false,
    shifted: rows.shifted,
  };
}

/** Columns through the lines that have a day, if any has: a line of averages or of a second heading proves nothing. */
function datedOnly(
  columns: readonly ColumnCells[],
  all: readonly ColumnCells[],
  days: DayColumns | undefined,
): readonly ColumnCells[] {
  const day = days?.kind === 'whole' ? all.find(({ index }) => index === days.indexes[0]) : undefined;
  if (day === undefined || day.dates.every((date) => date !== undefined)) return columns;
  return columns.map((column) => {
    const keep = <Item>(items: readonly Item[]) => items.filter((_, line) => day.dates[line] !== undefined);
    return { ...column, texts: keep(column.texts), numbers: keep(column.numbers), dates: keep(column.dates) };
  });
}

interface Layout {
  readonly columns: readonly Column[];
  readonly days: DayColumns;
  readonly long: LongColumns | undefined;
  readonly person: number | undefined;
}

async function readLines(
  table: Table,
  { columns, days, long, person }: Layout,
  names: CalendarNames,
  pause: Pause,
): Promise<{ readonly rows: DatedRow[]; readonly shifted: number }> {
  const rows: DatedRow[] = [];
  const ofDay = new Map<string, DatedRow>();
  const [day = 0] = days.indexes;
  await pause(0);
  const filled = fillsDown(table, day);
  const total = columns.find(({ field }) => field.of === 'total')?.index;
  let shifted = 0;
  let section = table.title;
  let under = monthTitle(table.title, names) ?? monthTitle(table.sheet, names);
  let lastDay = '';
  for (const [index, line] of table.lines.entries()) {
    if (index % 100 === 0) await pause(index / table.lines.length);
    if (isBlank(line)) continue;
    const title = onlyCell(line);
    if (title !== undefined && days.indexes.length === 1) {
      section = title;
      under = monthTitle(title, names) ?? under;
      if (line.number === 0 || !/\p{Nd}/u.test(normalText(title).replace(/\b20\d\d\b/, ''))) continue;
    }
    const own = (line.cells[day] ?? '').trim();
    const cells = own === '' && filled ? withCell(line.cells, day, lastDay) : line.cells;
    if (own !== '') lastDay = own;
    const beyond = table.headings.length > 0 ? line.cells.slice(table.headings.length) : [];
    const extra = beyond.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (extra.length > 0) shifted += 1;
    const clock = days.time === undefined ? undefined : readClock(normalText(line.cells[days.time] ?? ''));
    const read: DatedRow = {
      number: line.number,
      text: lineText(line),
      date: dateOfLine(cells, days, under, names),
      dateText: (cells[day] ?? '').trim(),
      ...(clock === undefined ? {} : { clock }),
      row: long ? emptyRow() : rowOf(line, columns),
      person: person === undefined ? '' : (line.cells[person] ?? '').trim(),
      section: [table.sheet, section].filter((part) => part !== '').join(': '),
      shifted:
        extra.some((cell) => /^\d+%?$/.test(cell)) ||
        (extra.length > 0 && total !== undefined && /^\d+$/.test((line.cells[total + 1] ?? '').trim())),
    };
    // A line without a day or a number is a remark.
    if (read.date === undefined && !long && !hasNumber(read.row)) continue;
    if (long === undefined) rows.push(read);
    else {
      const key = `${read.dateText} ${clock ?? ''} ${long.person === undefined ? '' : line.cells[long.person]}`;
      const known = ofDay.get(key);
      if (known === undefined) {
        ofDay.set(key, read);
        rows.push(read);
      }
      putLongField((known ?? read).row, line.cells, long);
    }
  }
  return { rows, shifted };
}

function onlyCell(line: Line): string | undefined {
  const filled = line.cells.filter((cell) => cell.trim() !== '');
  return filled.length === 1 ? (filled[0] ?? '').trim() : undefined;
}

function withCell(cells: readonly string[], index: number, text: string): readonly string[] {
  return cells.map((cell, at) => (at === index ? text : cell));
}

/** So many lines show whether days stand once for several. */
const telling = 5000;

/** Whether a day stands once for several lines, as merged cells do: so many lines have none that it is the rule. */
function fillsDown(table: Table, day: number): boolean {
  const lines = table.lines.slice(0, telling).filter((line) => onlyCell(line) === undefined && !isBlank(line));
  const blanks = lines.filter((line) => (line.cells[day] ?? '').trim() === '');
  return blanks.length >= 2 && blanks.length >= lines.length / 3 && (lines[0]?.cells[day] ?? '').trim() !== '';
}

function hasNumber(row: WrittenRow): boolean {
  return [row.total, ...Object.values(row.scores), ...Object.values(row.rank), ...Object.values(row.average)].some(
    (number) => number !== undefined,
  );
}

function rowOf(line: Line, columns: readonly Column[]): WrittenRow {
  const row = emptyRow();
  for (const { index, field, hundredfold } of columns) {
    const number = readNumber((line.cells[index] ?? '').trim());
    if (number !== undefined) putField(row, field, hundredfold === true && !number.percent ? times100(number) : number);
  }
  return row;
}

/** A part of one as a per cent; rounded, for 0.57 times 100 is not 57 in binary. */
function times100(number: WrittenNumber): WrittenNumber {
  return { ...number, value: Math.round(number.value * 1e10) / 1e8, decimals: Math.max(0, number.decimals - 2) };
}

/** What each column was taken for, for the member to see. */
function listed(
  cells: readonly ColumnCells[],
  days: DayColumns,
  columns: readonly Column[],
  person: number | undefined,
  long?: LongColumns,
): ReadColumn[] {
  const fieldAt = (index: number): Field | undefined => {
    if (days.indexes.includes(index)) return { of: 'day' };
    if (index === days.time) return { of: 'time' };
    if (index === person) return { of: 'person' };
    if (index === long?.value) return { of: 'total' };
    const field = columns.find((column) => column.index === index)?.field;
    return field?.of === 'shown-total' ? { of: 'total' } : field;
  };
  return cells
    .filter(({ filled, heading }) => filled > 0 || heading.text !== '')
    .map(({ index, heading, texts }) => {
      const field = fieldAt(index);
      return {
        heading: heading.text.slice(0, 80),
        ...(field === undefined ? {} : { field }),
        samples: texts
          .filter((text) => text !== '')
          .slice(0, 3)
          .map((text) => text.slice(0, 80)),
      };
    });
}
