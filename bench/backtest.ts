// npm run backtest: what outlooks, earliest days and normal weeks held, in twenty made-up worlds read in five ways and on the one long real
// series known. npm run --silent backtest -- FILE.csv: what would have been said at each reading of a file from the 60th on, as JSON lines.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { dayNumber, isLocalDay, localDayOf, type LocalDay } from '../src/core/score/local-day';
import type { Series } from '../src/core/meaning/series';
import { runMain, SetUpProblem } from '../scripts/set-up-problem.mjs';
import { backtestTable, type BacktestRow, type BeforeFigures } from './backtest-table';
import beforeFigures from './before.json';
import { measureFallen, measureJournal } from './measure-claims';
import {
  aheads,
  fromReading,
  goalsAbove,
  measureOutlook,
  saidAhead,
  seriesQuestion,
  worldQuestions,
  type MeasureQuestion,
} from './measure-outlook';
import { habits, worlds } from './worlds';

const realSeries = join(import.meta.dirname, '../tests/linkedin/captures/series.2021-03-to-2023-01.totals.csv');

/** What the build of 28 November 2026 (commit fe609d8) came to at the same places: measured once, its rules are gone. */
const before: Readonly<Record<string, Readonly<Record<string, BeforeFigures>>>> = beforeFigures;

const nothingBefore: BeforeFigures = { interval: null, normalWeek: null, band: null, fallen: null, journal: null };

/** Members of each world and habit. */
const members = 12;

/** The totals of a file with the columns `day` and `total`, ascending by day; of two of one day the later row. */
function readSeries(file: string): Series {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new SetUpProblem(
      `"${file}" cannot be read: ${String(error)}`,
      'name a CSV file with the columns day and total.',
    );
  }
  const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  const byDay = new Map<number, number>();
  for (const { day = '', total = '' } of data) {
    const value = Number(total);
    if (!isLocalDay(day) || total.trim() === '' || !(value >= 0 && value <= 100)) {
      throw new SetUpProblem(
        `"${file}" has a row that is no total of a day: ${JSON.stringify({ day, total })}.`,
        'give it the columns day (YYYY-MM-DD) and total (0 to 100).',
      );
    }
    byDay.set(dayNumber(day), value);
  }
  const days = [...byDay.keys()].sort((one, other) => one - other);
  return { days, values: days.map((day) => byDay.get(day) ?? 0) };
}

/** A range or day as it is printed: thousandths are more than anybody reads. */
function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}

function printLines(series: Series): void {
  const said = saidAhead(series);
  for (let place = fromReading - 1; place < series.days.length; place += 1) {
    const day = series.days[place] ?? 0;
    const { outlook, hardlyBefore } = said(place);
    const range = aheads.map((ahead): [number, readonly number[] | null] => {
      const seen = outlook?.range(ahead);
      return [ahead, seen ? [rounded(seen.low), rounded(seen.high)] : null];
    });
    const earliest = goalsAbove.map((above): [number, LocalDay | null] => {
      const days = hardlyBefore((series.values[place] ?? 0) + above);
      return [above, days === undefined ? null : localDayOf(day + days)];
    });
    const line = {
      day: localDayOf(day),
      range: Object.fromEntries<readonly number[] | null>(range),
      hardlyBefore: Object.fromEntries<LocalDay | null>(earliest),
    };
    console.log(JSON.stringify(line));
  }
}

await runMain(() => {
  const files = process.argv.slice(2);
  if (files.length > 0) {
    for (const file of files) printLines(readSeries(file));
    return Promise.resolve();
  }
  const rowOf = (world: string, habit: string, questions: readonly MeasureQuestion[]): BacktestRow => ({
    world,
    habit,
    measures: measureOutlook(questions),
    before: before[world]?.[habit] ?? nothingBefore,
  });
  const rows = Object.keys(worlds).flatMap((world) =>
    Object.keys(habits).map((habit) => ({
      ...rowOf(world, habit, worldQuestions(world, habit, members)),
      ...(world.startsWith('nothing') && { fallen: measureFallen(world, habit, members) }),
      journal: measureJournal(world, habit, members),
    })),
  );
  console.log(
    backtestTable([...rows, rowOf('the real series', 'as it was', [seriesQuestion(readSeries(realSeries))])]),
  );
  return Promise.resolve();
});
