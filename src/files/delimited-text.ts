import { mostLines, type Line } from './grid';
import type { Pause } from './read-json';

/** The longest cell that may run over several lines, in UTF-16 units: a note, and never half a file. */
const longestCell = 20_000;

/** A line longer than this is no line of a table. */
const longestLine = 1_000_000;

/**
 * The cells of a text between delimiters and line ends of any kind, mixed or not. A cell may be quoted, and then hold delimiters, line ends and doubled
 * quotation marks. A quotation mark that is not closed right before a delimiter or line end is a mark like any other, and so is one that would swallow lines which are rows
 * themselves: what is written in a note never costs the days below it. `undefined` when a line is too long, or there are too many.
 */
export async function linesOf(
  text: string,
  delimiter: string,
  pause: Pause,
  most = mostLines,
): Promise<Line[] | undefined> {
  const lines: Line[] = [];
  let number = 0;
  for (let position = 0; position < text.length;) {
    if (number % 200 === 0) await pause(position / text.length);
    const end = lineEnd(text, position);
    if (end - position > longestLine) return undefined;
    number += 1;
    const line = text.slice(position, end);
    if (line.includes('"')) {
      const quoted = cutQuoted(text, position, delimiter);
      lines.push({ number, cells: quoted.cells });
      number += quoted.lineEnds;
      position = afterLineEnd(text, quoted.end);
    } else {
      lines.push({ number, cells: line.split(delimiter) });
      position = afterLineEnd(text, end);
    }
    if (lines.length >= most) return most === mostLines ? undefined : lines;
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  const ends = /[\r\n]/g;
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}

function afterLineEnd(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

/** One line that has quotation marks in it, from `start`. */
function cutQuoted(
  text: string,
  start: number,
  delimiter: string,
): { readonly cells: string[]; readonly end: number; readonly lineEnds: number } {
  const cells: string[] = [];
  let position = start;
  let lineEnds = 0;
  for (;;) {
    const end = lineEnd(text, position);
    const opening = skipSpaces(text, position, end);
    const closed = text[opening] === '"' ? closeQuoted(text, opening, delimiter) : undefined;
    if (closed) {
      cells.push(closed.cell);
      lineEnds += closed.lineEnds;
      position = closed.end;
    } else {
      const next = text.indexOf(delimiter, position);
      const cellEnd = next < 0 || next > end ? end : next;
      cells.push(text.slice(position, cellEnd));
      position = cellEnd;
    }
    if (!text.startsWith(delimiter, position) || position >= text.length) return { cells, end: position, lineEnds };
    position += delimiter.length;
  }
}

function skipSpaces(text: string, from: number, end: number): number {
  let position = from;
  while (position < end && text[position] === ' ') position += 1;
  return position;
}

/** The quoted cell that opens at `opening`; `undefined` when its quotation mark is one like any other. */
function closeQuoted(
  text: string,
  opening: number,
  delimiter: string,
): { readonly cell: string; readonly end: number; readonly lineEnds: number } | undefined {
  for (let position = text.indexOf('"', opening + 1); position >= 0; position = text.indexOf('"', position + 1)) {
    if (position - opening > longestCell) return undefined;
    if (text[position + 1] === '"') {
      position += 1;
      continue;
    }
    let end = position + 1;
    while (text[end] === ' ') end += 1;
    const ends = end >= text.length || text[end] === '\n' || text[end] === '\r' || text.startsWith(delimiter, end);
    if (!ends) return undefined;
    const cell = text.slice(opening + 1, position);
    const inner = cell.split(/\r\n|\r|\n/);
    if (inner.length > 1 && swallowsRows(inner, delimiter)) return undefined;
    return { cell: cell.replaceAll('""', '"'), end, lineEnds: inner.length - 1 };
  }
  return undefined;
}

/** Whether a line within a cell is a row itself: it begins with something like a date, and a cell follows. */
function swallowsRows(inner: readonly string[], delimiter: string): boolean {
  return inner.slice(1).some((line) => {
    const [first = '', ...others] = line.split(delimiter);
    return others.length > 0 && /^\s*["']?\S*(?:\d[\s./-]+\p{L}{0,12}\.?[\s./-]*\d|\d{5,})/u.test(first.slice(0, 40));
  });
}
