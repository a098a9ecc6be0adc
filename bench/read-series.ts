import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { SetUpProblem } from '../scripts/set-up-problem.mjs';
import type { Series } from '../src/core/meaning/series';
import { dayNumber, isLocalDay } from '../src/core/score/local-day';
import { totalMaximum } from '../src/core/score/pillar';

/** The totals of a file with the columns `day` and `total` in any order, ascending by day; of two of one day the later row. `named` is looked for in `calledIn` first. */
export function readSeries(named: string, calledIn = process.cwd()): Series {
  const file = [calledIn, process.cwd()].map((folder) => resolve(folder, named)).find(existsSync) ?? named;
  const advice = 'give it the columns day (YYYY-MM-DD) and total (0 to 100), with a comma or semicolon between.';
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new SetUpProblem(`"${named}" cannot be read: ${String(error)}`, 'name a CSV file.');
  }
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    // Also rows that hold nothing but commas, as spreadsheets leave them.
    skipEmptyLines: 'greedy',
    transformHeader: (head) => head.trim().toLowerCase(),
    transform: (cell) => cell.trim(),
  });
  if (!['day', 'total'].every((column) => meta.fields?.includes(column)))
    throw new SetUpProblem(`"${named}" has no columns day and total.`, advice);
  const byDay = new Map<number, number>();
  for (const { day = '', total = '' } of data) {
    if (!isLocalDay(day) || !/^\d+(\.\d+)?$/.test(total) || Number(total) > totalMaximum)
      throw new SetUpProblem(
        `"${named}" has a row that is no total of a day: ${JSON.stringify({ day, total })}.`,
        advice,
      );
    byDay.set(dayNumber(day), Number(total));
  }
  const days = [...byDay.keys()].sort((one, other) => one - other);
  return { days, values: days.map((day) => byDay.get(day) ?? 0) };
}
