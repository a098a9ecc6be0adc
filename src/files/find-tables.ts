import { isBlank, type Grid, type Line } from './grid';
import { readHeading, type Heading } from './heading';
import type { Meaning } from './heading-words';
import type { Pause } from './read-json';

/** One table of a grid: lines under one heading. */
export interface Table {
  /** The sheet's name, and the single cell that stands above: whose or of when the table is. */
  readonly sheet: string;
  readonly title: string;
  /** A heading for each column; none when the table has no heading line. */
  readonly headings: readonly Heading[];
  readonly lines: readonly Line[];
}

/** Columns of a table, more than which it is none. */
const mostColumns = 1000;

/** A day in numbers, which no heading is. */
const wholeDate = /^\D{0,12}\p{Nd}{1,4}\s?[-/.年]\s?\p{Nd}{1,2}\s?[-/.月]\s?\p{Nd}{1,4}/u;

/** Whether a cell is words and no number. */
const isWords = (cell: string) =>
  /\p{L}|^[#%Δ]/u.test(cell) &&
  !/^\s*[\p{Nd}(+-]/u.test(cell) &&
  !wholeDate.test(cell) &&
  !/\p{Nd}.*\p{Nd}.*\p{Nd}.*\p{Nd}/u.test(cell);

const scores: readonly Meaning[] = ['ssi', 'total', 'score', 'brand', 'people', 'insights', 'relationships'];
const days: readonly Meaning[] = ['day', 'other-day', 'year', 'month', 'span', 'time'];

/** Whether a line names columns: most of its cells are words, and those of a day or a score are among them. */
export function isHeadingLine({ cells }: Line): boolean {
  if (cells.length > mostColumns) return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  const words = filled.filter(isWords);
  if (filled.length < 2 || words.length < filled.length * 0.6 || filled.some((cell) => wholeDate.test(cell)))
    return false;
  const headings = words.map((cell) => readHeading(cell));
  const telling = (meanings: readonly Meaning[]) =>
    headings.filter(({ means }) => meanings.some((meaning) => means.has(meaning))).length;
  const score = telling(scores);
  const known = headings.filter((heading) => heading.known).length;
  return (
    (telling(days) > 0 && (score > 0 || known >= 2)) ||
    score >= 2 ||
    (score === 1 && known >= filled.length && filled.length <= 3)
  );
}

/** A table before its headings are read: their texts, and what stands over each. */
interface Draft {
  readonly title: string;
  texts: readonly string[];
  groups: readonly string[];
  readonly lines: Line[];
}

/**
 * The tables of a grid: a heading line begins one, wherever it stands, and one with the same headings again goes on with it. Lines before the first
 * heading are a table without any; groups written over a heading line are read with it; two tables side by side are two.
 */
export async function findTables(grid: Grid, pause: Pause): Promise<Table[]> {
  let current: Draft = { title: '', texts: [], groups: [], lines: [] };
  const drafts = [current];
  let above: Line | undefined;
  let apart = false;
  for (const [index, line] of grid.lines.entries()) {
    if (index % 500 === 0) await pause(0);
    if (isHeadingLine(line)) {
      // What stood right above belongs to this heading, not to the table before.
      const group = above !== undefined && isGroupLine(above, line, apart) ? above : undefined;
      const title = titleAbove(current.lines, group);
      if (current.lines.at(-1) === group) current.lines.pop();
      current = { title, texts: textsOf(line), groups: group ? groupsOf(group, line) : [], lines: [] };
      drafts.push(current);
    } else current.lines.push(line);
    apart = isBlank(line);
    if (!apart) above = line;
  }
  if (drafts.length === 1) nameFirstLine(current);
  const filled = drafts.filter(({ lines }) => lines.some((line) => !isBlank(line)));
  return joined(filled.flatMap(sideBySide).map((draft) => finished(draft, grid.name)));
}

const textsOf = (line: Line) => line.cells.map((cell) => cell.trim());

function finished({ title, texts, groups, lines }: Draft, sheet: string): Table {
  const filled = texts.filter((text) => text !== '');
  // A group in words that nobody knows, a month or a name, matters only where it tells equal headings apart.
  const open = new Set(filled.map((text) => text.toLowerCase())).size < filled.length;
  const headings = texts.map((text, index) => {
    const group = groups[index] ?? '';
    return readHeading(text, text !== '' && (open || readHeading(group).known) ? group : '');
  });
  return { sheet, title: title === '' && !open ? monthTitle(groups) : title, headings, lines };
}

/** The one group that a table has, as its title. */
function monthTitle(groups: readonly string[]): string {
  const different = new Set(groups.filter((group) => group !== ''));
  return different.size === 1 ? ([...different][0] ?? '') : '';
}

/** The last single cell above a heading. */
function titleAbove(lines: readonly Line[], group: Line | undefined): string {
  for (const line of lines.slice(-4).reverse()) {
    if (line === group) continue;
    const filled = line.cells.filter((cell) => cell.trim() !== '');
    if (filled.length > 1) return '';
    if (filled.length === 1) return (filled[0] ?? '').trim();
  }
  return '';
}

/** Whether a line right above a heading says which group each heading is of: words alone, for more than one column, and not a heading for each. */
function isGroupLine(above: Line, heading: Line, apart: boolean): boolean {
  const filled = above.cells.filter((cell) => cell.trim() !== '');
  const headings = heading.cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 2 || !filled.every((cell) => isWords(cell))) return false;
  // With an empty line between, only equal headings show that they need one.
  return (
    (filled.length < headings.length && !apart) || new Set(headings.map((cell) => cell.trim())).size < headings.length
  );
}

/** What stands over each heading: a group stands over its first column alone, or over each. */
function groupsOf(group: Line, heading: Line): readonly string[] {
  let over = '';
  return heading.cells.map((_, index) => {
    const own = group.cells[index]?.trim() ?? '';
    if (own !== '') over = own;
    return over;
  });
}

/** A first line of words in a language nobody knows is a heading all the same. */
function nameFirstLine(table: Draft): void {
  const at = table.lines.findIndex((line) => line.cells.filter((cell) => cell.trim() !== '').length > 1);
  const line = table.lines[at];
  if (line === undefined || line.cells.length > mostColumns || table.lines.length <= at + 1) return;
  if (!line.cells.every((cell) => cell.trim() === '' || isWords(cell))) return;
  table.texts = textsOf(line);
  table.lines.splice(0, at + 1);
}

/** Two tables beside each other: their first heading comes again. */
function sideBySide(draft: Draft): Draft[] {
  const { texts, groups } = draft;
  const first = texts.find((text) => {
    const { means } = readHeading(text);
    return means.has('day') && !means.has('other-day');
  });
  const starts = texts.flatMap((text, index) => (text.toLowerCase() === first?.toLowerCase() ? [index] : []));
  if (starts.length < 2) return [draft];
  const cuts = [0, ...starts.slice(1), texts.length];
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1];
    return {
      title: draft.title,
      texts: texts.slice(from, to),
      groups: groups.slice(from, to),
      lines: draft.lines.map((line) => ({ number: line.number, cells: line.cells.slice(from, to) })),
    };
  });
}

/** Tables with the same headings and no title of their own are one: their columns are proved together. */
function joined(tables: readonly Table[]): Table[] {
  const known = new Map<string, { table: Table; lines: Line[] }>();
  const result: { table: Table; lines: Line[] }[] = [];
  for (const table of tables) {
    const key = JSON.stringify([
      table.sheet,
      table.headings.map(({ text, means }) => [text.toLowerCase(), [...means]]),
    ]);
    const before = table.headings.length === 0 ? undefined : known.get(key);
    const title = table.title === '' ? [] : [{ number: 0, cells: [table.title] }];
    if (before) for (const line of [...title, ...table.lines]) before.lines.push(line);
    else {
      const entry = { table, lines: [...title, ...table.lines] };
      known.set(key, entry);
      result.push(entry);
    }
  }
  return result.map(({ table, lines }) => ({ ...table, lines }));
}

/** A grid with its lines as columns. */
export function transposed(grid: Grid): Grid {
  const width = Math.max(0, ...grid.lines.slice(0, 1000).map((line) => line.cells.length));
  const lines = grid.lines.slice(0, mostColumns);
  return {
    name: grid.name,
    lines: Array.from({ length: width }, (_, index) => ({
      number: index + 1,
      cells: lines.map((line) => line.cells[index] ?? ''),
    })),
  };
}
