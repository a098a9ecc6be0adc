import { linesOf } from './delimited-text';
import { mostLines, type Grid, type Line } from './grid';
import type { Pause } from './read-json';
import { recordLines } from './text-records';

/** What may stand between two cells, in the order of trial: a tab is never part of a number, a comma may be. */
const delimiters = ['\t', ';', ',', '|', '\u001F'];

/** A text of this length shows what stands between its cells, in UTF-16 units. */
const sampleLength = 100_000;
const sampleLines = 400;

/** One way to cut a text into cells. */
export interface Cut {
  /** Its first lines. */
  readonly sample: readonly Line[];
  /** All its lines; `undefined` when there are too many, or one is too long. */
  readonly all: (pause: Pause) => Promise<Grid | undefined>;
}

/** The ways a text can be cut into cells: between marks, at aligned spaces, or as records of a name and a value on each line. */
export async function cutsOf(text: string, pause: Pause): Promise<Cut[]> {
  const plain = plainLines(text);
  const short = plain.slice(0, sampleLength);
  const cuts: Cut[] = [];
  for (const delimiter of delimiters.filter((candidate) => short.includes(candidate))) {
    const sample = await linesOf(short, delimiter, pause, sampleLines);
    if (sample === undefined) continue;
    const all = async (whole: Pause) => gridOf(await linesOf(plain, delimiter, whole));
    cuts.push({ sample: tidy(sample), all });
  }
  const records = recordLines(plain);
  if (records)
    cuts.push({ sample: records.slice(0, sampleLines), all: () => Promise.resolve({ name: '', lines: records }) });
  for (const gap of [/\s{2,}/, /\s+/]) {
    if (!/\S {1,}\S/.test(short)) break;
    const cut = async (part: string, whole: Pause) => {
      const lines: Line[] = [];
      for (const [index, line] of part.split(/\r\n|\r|\n/).entries()) {
        if (index % 200 === 0) await whole(index / part.length);
        if (lines.length >= mostLines) return undefined;
        lines.push({ number: index + 1, cells: line.trim().split(gap).map(unquoted) });
      }
      return lines;
    };
    const sample = await cut(short, pause);
    if (sample) {
      cuts.push({ sample: tidy(sample.slice(0, sampleLines)), all: async (whole) => gridOf(await cut(plain, whole)) });
    }
  }
  return cuts;
}

const unquoted = (cell: string) => cell.replace(/^"(.*)"$/, '$1');

function gridOf(lines: readonly Line[] | undefined): Grid | undefined {
  return lines && { name: '', lines: tidy(lines) };
}

/** Lines without those that only draw a frame, and with the names of cells that carry theirs (`date=2026-10-01`) as a heading. */
function tidy(lines: readonly Line[]): readonly Line[] {
  const framed = lines.some(({ cells }) => cells.some((cell) => /^\s*[:+=_-]{3,}\s*$/.test(cell)));
  const kept = framed
    ? lines.filter(
        ({ cells }) => cells.some((cell) => /[\p{L}\p{N}]/u.test(cell)) || cells.every((cell) => cell.trim() === ''),
      )
    : lines;
  return named(kept) ?? kept;
}

function named(lines: readonly Line[]): readonly Line[] | undefined {
  const [first] = lines;
  const names = first?.cells.map((cell) => /^\s*([\p{L}_][^=\n]{0,60}?)\s*=/u.exec(cell)?.[1] ?? '');
  if (!first || !names || names.length < 2 || names.includes('')) return undefined;
  const values = lines.map(({ number, cells }) => ({
    number,
    cells: names.map((name) => cells.find((cell) => cell.trim().startsWith(name))?.replace(/^[^=]*=/, '') ?? ''),
  }));
  return [{ number: 0, cells: names }, ...values];
}

/** A text as lines of cells, whichever program wrote it: frames drawn as lines become bars, records of SQL become cells. */
function plainLines(text: string): string {
  let plain = text;
  if (/[│┃║]/.test(plain.slice(0, sampleLength)))
    plain = plain.replace(/[│┃║]/g, '|').replace(/^[^\p{L}\p{N}\n]*$/gmu, '');
  if (plain.includes('\u001E')) plain = plain.replaceAll('\u001E', '\n');
  if (/^\s*INSERT INTO\s/im.test(plain.slice(0, sampleLength)))
    plain = plain
      .split(/\r\n|\r|\n/)
      .map(insertedCells)
      .join('\n');
  return plain;
}

/** The values of `INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y');`, after a line of the names if they are there. */
function insertedCells(line: string): string {
  const insert = /^\s*INSERT INTO\s+[^\s(]+\s*(?:\(([^()]*)\))?\s*VALUES\s*(.*)$/i.exec(line);
  const values = insert?.[2] ?? (/^\s*\(.*\)\s*[,;]?\s*$/.test(line) ? line : undefined);
  if (values === undefined) return line;
  const names = insert?.[1]?.replace(/["'`[\]]/g, '').replaceAll(',', '\t');
  const rows = [...values.matchAll(/\(((?:[^()']|'(?:[^']|'')*')*)\)/g)].map((row) =>
    [...(row[1] ?? '').matchAll(/\s*('(?:[^']|'')*'|[^,']*)\s*(?:,|$)/g)]
      .map((cell) => (cell[1] ?? '').trim())
      .join('\t'),
  );
  return [...(names === undefined ? [] : [names]), ...rows].join('\n');
}
