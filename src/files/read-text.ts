import { CalendarNames } from './calendar-names';
import type { Grid, Line } from './grid';
import type { ImportOptions, ImportReading } from './imported-file';
import { gridsOfJson } from './json-grids';
import { learnNames, readGrids } from './read-grids';
import { readJson, type Pause } from './read-json';
import { cutsOf, type Cut } from './text-grids';
import { readDate } from './written-date';
import { readNumber } from './written-number';
import { fail, type Result } from '../core/result';

/** Reads a text that is a table in whatever form, or JSON on each of its lines. Errors: those of `readGrids`, and `import-too-large`. */
export async function readText(text: string, options: ImportOptions, pause: Pause): Promise<Result<ImportReading>> {
  if (/^\s*\{/.test(text)) {
    const grids = await linesOfJson(text, pause);
    if (grids !== undefined) return readGrids(grids, options, pause);
  }
  const cut = await bestCut(await cutsOf(text, pause), pause);
  if (cut === undefined) return fail('import-not-recognised');
  const grid = await cut.all((part) => pause(part * 0.4));
  return grid === undefined ? fail('import-too-large') : readGrids([grid], options, (part) => pause(0.4 + part * 0.6));
}

/** The tables of a text with a JSON object on each line; `undefined` when it is none. */
async function linesOfJson(text: string, pause: Pause): Promise<Grid[] | undefined> {
  const records: unknown[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue;
    const json = await readJson(line, pause);
    if (!json.ok) return undefined;
    records.push(json.value);
  }
  return gridsOfJson(records);
}

/** The way to cut a text that gives most lines with a day and a number of their own; of equal ones the first. */
async function bestCut(cuts: readonly Cut[], pause: Pause): Promise<Cut | undefined> {
  const names = new CalendarNames();
  let best: { cut: Cut; score: number } | undefined;
  for (const cut of cuts) {
    await learnNames(names, cut.sample, pause);
    const score = scoreOf(cut.sample, names);
    if (score > (best?.score ?? 0)) best = { cut, score };
  }
  // Headings alone: what there is of a table is told empty.
  return best?.cut ?? cuts[0];
}

function scoreOf(lines: readonly Line[], names: CalendarNames): number {
  let [whole, single] = [0, 0];
  for (const { cells } of lines.slice(0, 150)) {
    let [dates, numbers] = [0, 0];
    for (const cell of cells.slice(0, 100)) {
      const text = cell.trim();
      if (text === '') continue;
      const date = readDate(text, names);
      const number = readNumber(text);
      if (date !== undefined && date.form !== 'two-numbers' && date.form !== 'digits') dates += 1;
      else if (date !== undefined || (number !== undefined && !Number.isNaN(number.value))) numbers += 1;
    }
    // A line with a day and a number counts, however many numbers (a finer cut makes more of them); without any, days or numbers alone (a table on its side).
    const alone = cells.length > 1 ? Math.min(dates * 10, 50) + Math.min(numbers, 5) : 0;
    if (dates > 0 && numbers > 0) whole += 1;
    else single += alone;
  }
  return whole > 0 ? 10_000 + whole : single;
}
