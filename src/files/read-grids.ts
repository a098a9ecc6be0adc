import { CalendarNames } from './calendar-names';
import { orderOf, type NumberOrder } from './date-order';
import { decideYears, momentOf, type Decided } from './row-moment';
import { findTables, isHeadingLine, transposed, type Table } from './find-tables';
import { isBlank, type Grid } from './grid';
import {
  Rejections,
  type Choice,
  type ImportedFile,
  type ImportOptions,
  type ImportReading,
  type Question,
  type ReadColumn,
} from './imported-file';
import type { Pause } from './read-json';
import { scoreRow, type ScoredRow } from './score-row';
import { ScoredRows } from './scored-rows';
import { tableRows, type DatedRow, type TableRows } from './table-rows';
import { readDate, type WrittenDate } from './written-date';
import { readNumber } from './written-number';
import { addDays } from '../core/score/local-day';
import { fail, succeed, type Result } from '../core/result';

type ReadTable = Extract<TableRows, { state: 'rows' }>;

/** Learns the names of months and weekdays in the languages that a grid's cells need. */
export async function learnNames(names: CalendarNames, lines: Grid['lines'], pause: Pause): Promise<void> {
  const words = new Set<string>();
  for (const { cells } of lines.slice(0, 200)) {
    for (const cell of cells) {
      if (cell.length > 60 || !/\p{Nd}/u.test(cell) || !/\p{L}/u.test(cell)) continue;
      const number = readNumber(cell);
      // "Okt 1" is a number after a word, and a date.
      if (
        number !== undefined &&
        !Number.isNaN(number.value) &&
        (!number.led || number.percent || number.outOf !== undefined)
      )
        continue;
      const found = cell.match(/[\p{L}\p{M}][\p{L}\p{M}.'’׳]*/gu) ?? [];
      if (found.length <= 6) for (const word of found) words.add(word);
    }
  }
  await names.know(words, pause);
}

/** Reads the tables of some grids as the rows of one member, or says what is open. Errors: `import-not-recognised`, `import-no-days`, `import-empty`, `import-other-calendar`, `import-cells-shifted`. */
export async function readGrids(
  grids: readonly Grid[],
  options: ImportOptions,
  pause: Pause,
): Promise<Result<ImportReading>> {
  const names = new CalendarNames();
  const read: ReadTable[] = [];
  const asked: Extract<TableRows, { state: 'ask' }>[] = [];
  let scores = false;
  for (const grid of grids) {
    await learnNames(names, grid.lines, pause);
    for (const table of await tablesOf(grid, names, options, pause)) {
      if (table.state === 'rows') read.push(table);
      else if (table.state === 'ask') asked.push(table);
      else scores ||= table.scores;
    }
  }
  const [question] = asked.sort((one, other) => other.lines - one.lines);
  if (question !== undefined && read.every(({ rows }) => rows.length < question.lines))
    return succeed({ state: 'ask', question: question.question });
  if (read.length === 0 && !scores && grids.some(hasHeadingsAlone)) return fail('import-empty');
  if (read.length === 0) return fail(scores ? 'import-no-days' : 'import-not-recognised');
  const aside = asked.flatMap(({ columns }) => columns);
  return readTables(read, aside, options, pause);
}

function hasHeadingsAlone({ lines }: Grid): boolean {
  return lines.some(isHeadingLine) && lines.every((line) => isBlank(line) || isHeadingLine(line));
}

/** The tables of a grid as they stand, or with its lines as columns where the days stand beside each other. */
async function tablesOf(grid: Grid, names: CalendarNames, options: ImportOptions, pause: Pause): Promise<TableRows[]> {
  const upright = await rowsOfTables(await findTables(grid, pause), names, options, pause);
  const across = grid.lines
    .slice(0, 200)
    .filter(({ cells }) => cells.filter((cell) => isDate(readDate(cell.trim(), names))).length >= 1);
  const most = Math.max(
    0,
    ...across.map(({ cells }) => cells.filter((cell) => isDate(readDate(cell.trim(), names))).length),
  );
  await pause(0);
  const found = scoredRows(upright);
  if (across.length === 0 || across.length > 3 || found >= Math.max(2, most)) return upright;
  const turned = await rowsOfTables(await findTables(transposed(grid), pause), names, options, pause);
  if (scoredRows(turned) > found && upright.every(({ state }) => state !== 'ask')) return turned;
  return upright.every(({ state }) => state === 'none') ? turned : upright;
}

/** How many rows have a day and a score. */
function scoredRows(tables: readonly TableRows[]): number {
  const rows = tables.flatMap((table) => (table.state === 'rows' ? table.rows : []));
  return rows.filter(
    ({ date, row }) =>
      date !== undefined && (!Number.isNaN(row.total?.value ?? Number.NaN) || Object.keys(row.scores).length === 4),
  ).length;
}

const isDate = (date: WrittenDate | undefined) =>
  date !== undefined && date.form !== 'month' && date.form !== 'two-numbers' && date.form !== 'digits';

async function rowsOfTables(
  tables: readonly Table[],
  names: CalendarNames,
  options: ImportOptions,
  pause: Pause,
): Promise<TableRows[]> {
  const all: TableRows[] = [];
  for (const table of tables) all.push(await tableRows(table, names, options.answers?.column, pause));
  return all;
}

async function readTables(
  tables: readonly ReadTable[],
  aside: readonly ReadColumn[],
  options: ImportOptions,
  pause: Pause,
): Promise<Result<ImportReading>> {
  await pause(0);
  const all = tables.flatMap(({ rows }) => rows);
  if (all.length === 0) return fail('import-empty');
  const dated = all.filter(({ date }) => date !== undefined);
  if (dated.length > 0 && dated.filter(({ date }) => date?.form === 'other-calendar').length > dated.length / 2)
    return fail('import-other-calendar');
  if (dated.length === 0 || dated.every(({ date }) => date?.form === 'month')) return fail('import-no-days');
  const shifted = tables.reduce((count, table) => count + table.shifted, 0);

  await pause(0);
  const person = askPerson(all, options);
  if (person.state === 'ask') return succeed(person);
  const rows = person.rows;
  const order = await orderOfRows(rows, options, pause);
  await pause(0);
  if ('kind' in order) return succeed({ state: 'ask', question: order });
  const years = decideYears(rows, order, options);
  if ('kind' in years) return succeed({ state: 'ask', question: years });
  const scored = await scoreRows(rows, tables, { order, years, midnights: allMidnights(rows) }, options, pause);
  const whose = scored.conflict ? askSection(rows, options) : undefined;
  if (whose?.state === 'ask') return succeed(whose);
  const file =
    whose === undefined || whose.rows.length === rows.length
      ? scored.file
      : (await scoreRows(whose.rows, tables, { order, years, midnights: allMidnights(rows) }, options, pause)).file;
  const kept = file.rows.snapshots.length + file.rows.totals.length;
  if (shifted > all.length / 2 && kept < all.length / 2) return fail('import-cells-shifted');
  // Tables of other things in the same file are left alone, and said to be.
  const columns = [...file.columns, ...aside.map(({ heading, samples }) => ({ heading, samples }))];
  return succeed({ state: 'read', file: { ...file, columns } });
}

async function orderOfRows(
  rows: readonly DatedRow[],
  options: ImportOptions,
  pause: Pause,
): Promise<NumberOrder | Question> {
  const dates: WrittenDate[] = [];
  const texts: string[] = [];
  for (const [index, { date, dateText, row }] of rows.entries()) {
    if (index % 500 === 0) await pause(0);
    // Lines that are prepared for days to come, without a score, tell nothing.
    if (date === undefined || (row.total === undefined && Object.keys(row.scores).length === 0)) continue;
    dates.push(date);
    texts.push(dateText);
  }
  return orderOf(dates, texts, options.today, options.answers?.['date-order'], pause);
}

/** Whether every instant of the file is midnight in UTC: then they are days, written by a program. */
function allMidnights(rows: readonly DatedRow[]): boolean {
  return rows.every(({ date }) => date?.form !== 'instant' || date.instant % 86_400_000 === 0);
}

type Whose =
  | { readonly state: 'ask'; readonly question: Question }
  | { readonly state: 'rows'; readonly rows: readonly DatedRow[] };

function askPerson(rows: readonly DatedRow[], options: ImportOptions): Whose {
  return chooseBy(rows, ({ person }) => person, options);
}

/** Tables under different titles, or on different sheets, that tell different scores of one day are of different members. */
function askSection(rows: readonly DatedRow[], options: ImportOptions): Whose {
  return chooseBy(rows, ({ section }) => section, options);
}

function chooseBy(rows: readonly DatedRow[], nameOf: (row: DatedRow) => string, options: ImportOptions): Whose {
  const names = [...new Set(rows.map(nameOf).filter((name) => name !== ''))];
  if (names.length < 2) return { state: 'rows', rows };
  const wanted = options.answers?.person?.trim().toLowerCase();
  const chosen = names.find((name) => name.toLowerCase() === wanted);
  if (chosen !== undefined) return { state: 'rows', rows: rows.filter((row) => nameOf(row) === chosen) };
  const choices = names.slice(0, 50).map((name): Choice => {
    const own = rows.filter((row) => nameOf(row) === name && row.row.total !== undefined).slice(0, 3);
    return {
      value: name,
      label: name.slice(0, 80),
      samples: own.map(({ dateText, row }) => `${dateText.slice(0, 30)}: ${row.total?.value ?? ''}`),
    };
  });
  return { state: 'ask', question: { kind: 'person', example: '', choices } };
}

async function scoreRows(
  rows: readonly DatedRow[],
  tables: readonly ReadTable[],
  decided: Decided,
  options: ImportOptions,
  pause: Pause,
): Promise<{ readonly file: ImportedFile; readonly conflict: boolean }> {
  const cut = new Set(tables.filter(({ cutPillars }) => cutPillars).flatMap((table) => table.rows));
  const rejections = new Rejections();
  const kept = new ScoredRows(rejections);
  for (const [index, row] of rows.entries()) {
    if (index % 100 === 0) await pause(index / rows.length);
    const scored = scoreOne(row, index, cut.has(row), decided, options);
    if (scored.kind === 'rejected') rejections.add(row.number, scored.reason, row.text);
    else {
      if (scored.kind === 'totals' && scored.withoutPillars) rejections.add(row.number, 'pillars-left-out', row.text);
      kept.add(scored, row.number, row.text, row.section);
    }
  }
  const columns = new Map<string, ReadColumn>();
  for (const column of tables.flatMap((table) => table.columns)) {
    const key = JSON.stringify([column.heading, column.field]);
    if (!columns.has(key)) columns.set(key, column);
  }
  const file: ImportedFile = {
    kind: 'table',
    head: {},
    rows: await kept.rows(pause),
    columns: [...columns.values()],
    rejected: rejections.listed,
    rejectedCount: rejections.count,
  };
  return { file, conflict: kept.conflicts };
}

function scoreOne(row: DatedRow, index: number, cut: boolean, decided: Decided, options: ImportOptions): ScoredRow {
  const moment = momentOf(row, index, decided, options.timeZone);
  if (moment === undefined || moment.readAt < 0) return { kind: 'rejected', reason: 'no-date' };
  // Tomorrow may have begun where the file was written.
  if (moment.day > addDays(options.today, 1)) return { kind: 'rejected', reason: 'future' };
  const scored = scoreRow(row.row, { member: options.member, ...moment }, cut);
  return row.shifted && scored.kind !== 'rejected' ? { kind: 'rejected', reason: 'not-a-row' } : scored;
}
