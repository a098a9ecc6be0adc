import { parse } from 'papaparse';
import { columnsOf, fieldOf, type Column } from './import-columns';
import { orderOf, type WrittenDate } from './import-date';
import { dateOf, emptyRow, putField, readScoredRow, type WrittenRow } from './import-scores';
import { Rejections, type DateOrder, type ImportOptions, type ImportReading } from './imported-file';
import { ScoredRows } from './scored-rows';
import { pillars, type Pillar } from '../core/score/pillar';
import { fail, succeed, type Result } from '../core/result';
import type { Pause } from './read-json';

/** What may stand between two cells, in the order of trial: a tab is never part of a number, a comma may be. */
const delimiters = ['\t', ';', ',', '|'];

/** Headings are looked for in this many rows: some tables have a title above. */
const headingRows = 20;

/** A table is read in windows of this many UTF-16 units. */
const windowLength = 64_000;

/** The longest row, in UTF-16 units, and the most rows: ten times fifty years of three members. */
const longestRow = 1_000_000;
const mostRows = 500_000;

interface NumberedCells {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Rows of a table between two positions; quoted cells may hold line ends. `undefined` when a row is too long. */
function rowsFrom(
  text: string,
  start: number,
  delimiter: string,
): { readonly rows: readonly string[][]; readonly end: number } | undefined {
  for (let length = windowLength; length <= longestRow * 2; length *= 2) {
    const rows: { cells: string[]; end: number }[] = [];
    const window = text.slice(start, start + length);
    parse<string[]>(window, { delimiter, step: ({ data, meta }) => void rows.push({ cells: data, end: meta.cursor }) });
    if (start + length >= text.length) return { rows: rows.map((row) => row.cells), end: text.length };
    // The window may have cut its last row in two: that one is read again.
    const last = rows.at(-2);
    if (last !== undefined) return { rows: rows.slice(0, -1).map((row) => row.cells), end: start + last.end };
  }
  return undefined;
}

/** How the cells of a table become rows of days. */
interface Layout {
  readonly delimiter: string;
  /** The number of the heading row, from 0; −1 when there is none. */
  readonly heading: number;
  readonly columns: readonly Column[];
  /** Where a long table, one line for each number, has its section, field and value. */
  readonly long?: { readonly section: number; readonly field: number; readonly value: number };
}

/** professorsoares/linkedin-ssi-data: a line for each number, with the day, the page's section and its field. */
function longLayout(headings: readonly string[], delimiter: string, heading: number): Layout | undefined {
  const index = (name: string) => headings.findIndex((text) => text.trim().toLowerCase() === name);
  const long = { section: index('secao'), field: index('campo'), value: index('valor_original') };
  const [day, time] = [index('data_referencia'), index('hora_referencia')];
  if (Math.min(day, long.section, long.field, long.value) < 0) return undefined;
  const columns: Column[] = [{ index: day, field: { of: 'day' } }];
  if (time >= 0) columns.push({ index: time, field: { of: 'time' } });
  return { delimiter, heading, columns, long };
}

/** A table without headings: day, total and the four pillars in LinkedIn's order. Its arithmetic proves or rejects every row. */
function bareLayout(first: readonly string[], delimiter: string): Layout | undefined {
  const columns: Column[] = [
    { index: 0, field: { of: 'day' } },
    { index: 1, field: { of: 'total' } },
    ...pillars.map((pillar: Pillar, index): Column => ({ index: index + 2, field: { of: 'pillar', pillar } })),
  ];
  const row = wideRow(first, columns);
  return first.length >= columns.length && dateOf(row) !== undefined ? { delimiter, heading: -1, columns } : undefined;
}

function layoutOf(text: string): Layout | undefined {
  const bare: Layout[] = [];
  for (const delimiter of delimiters) {
    const rows = rowsFrom(text, 0, delimiter)?.rows.slice(0, headingRows) ?? [];
    for (const [heading, cells] of rows.entries()) {
      const long = longLayout(cells, delimiter, heading);
      if (long !== undefined) return long;
      const columns = cells.length > 1_000 ? undefined : columnsOf(cells);
      if (columns !== undefined) return { delimiter, heading, columns };
    }
    const layout = bareLayout(rows[0] ?? [], delimiter);
    if (layout !== undefined) bare.push(layout);
  }
  return bare[0];
}

function wideRow(cells: readonly string[], columns: readonly Column[]): WrittenRow {
  return columns.reduce((row, { index, field }) => putField(row, field, cells[index] ?? ''), emptyRow());
}

interface NumberedRow {
  readonly number: number;
  readonly text: string;
  row: WrittenRow;
}

/** The rows of days, with the first line of each. */
async function writtenRows(table: readonly NumberedCells[], layout: Layout, pause: Pause): Promise<NumberedRow[]> {
  const { long, columns, delimiter } = layout;
  const rows: NumberedRow[] = [];
  const days = new Map<string, NumberedRow>();
  for (const [index, { number, cells }] of table.entries()) {
    if (index % 200 === 0) await pause(0.4 + (index / table.length) * 0.1);
    const line: NumberedRow = { number, text: cells.join(delimiter).slice(0, 200), row: wideRow(cells, columns) };
    const key = `${line.row.day} ${line.row.time ?? ''}`;
    const known = long === undefined ? undefined : days.get(key);
    if (known === undefined) {
      days.set(key, line);
      rows.push(line);
    }
    if (long !== undefined) putLongField(known ?? line, cells, long);
  }
  return rows;
}

/** Adds what one line of a long table tells to its day. */
function putLongField(day: NumberedRow, cells: readonly string[], long: NonNullable<Layout['long']>): void {
  const field = fieldOf(cells[long.field] ?? '', cells[long.section]);
  if (field !== undefined && field.of !== 'day' && field.of !== 'time') {
    day.row = putField(day.row, field, cells[long.value] ?? '');
  }
}

/**
 * Reads a table with a date and either a total or four pillars: comma, semicolon, tab or bar between cells, point or comma as decimal mark,
 * headings in the languages of LinkedIn's page. `import-not-recognised` when it is no such table, `import-too-large` when it has too many
 * rows, `import-empty` when it has headings and no rows. A byte order mark must be gone already.
 */
export async function readTable(text: string, options: ImportOptions, pause: Pause): Promise<Result<ImportReading>> {
  const layout = layoutOf(text);
  if (layout === undefined) return fail('import-not-recognised');
  const table: NumberedCells[] = [];
  let number = 0;
  for (let position = 0; position < text.length;) {
    await pause((position / text.length) * 0.4);
    const read = rowsFrom(text, position, layout.delimiter);
    if (read === undefined) return fail('import-not-recognised');
    for (const cells of read.rows) {
      number += 1;
      if (number > layout.heading + 1 && cells.some((cell) => cell.trim() !== '')) table.push({ number, cells });
    }
    if (table.length > mostRows) return fail('import-too-large');
    position = read.end;
  }

  const rows = await writtenRows(table, layout, pause);
  if (rows.length === 0) return fail('import-empty');
  return readRows(rows, options, pause);
}

function answeredOrder({ answers }: ImportOptions): DateOrder | undefined {
  return (['day-first', 'month-first', 'year-first'] as const).find((order) => order === answers?.['date-order']);
}

async function readRows(
  rows: readonly NumberedRow[],
  options: ImportOptions,
  pause: Pause,
): Promise<Result<ImportReading>> {
  const dates: (WrittenDate | undefined)[] = [];
  for (const [index, { row }] of rows.entries()) {
    if (index % 200 === 0) await pause(0.5 + (index / rows.length) * 0.2);
    dates.push(dateOf(row));
  }
  const order = answeredOrder(options) ?? orderOf(dates.filter((date) => date !== undefined)) ?? 'day-first';
  if (order === 'ask') {
    const open = dates.findIndex((date) => date?.form === 'ambiguous' && date.first !== date.second);
    const example = rows[open]?.row.day.trim().slice(0, 40) ?? '';
    const choices = (['day-first', 'month-first'] as const).map((value) => ({ value, label: value, samples: [] }));
    return succeed({ state: 'ask', question: { kind: 'date-order', example, choices } });
  }

  const rejections = new Rejections();
  const kept = new ScoredRows(rejections);
  for (const [index, { row, number, text }] of rows.entries()) {
    if (index % 200 === 0) await pause(0.7 + (index / rows.length) * 0.3);
    const scored = readScoredRow(row, dates[index], order, options);
    if (scored.kind === 'rejected') rejections.add(number, scored.reason, text);
    else kept.add(scored, number, text);
  }
  return succeed({
    state: 'read',
    file: {
      kind: 'table',
      head: {},
      rows: kept.rows(),
      columns: [],
      rejected: rejections.listed,
      rejectedCount: rejections.count,
    },
  });
}
