// npm run backtest: what outlooks, earliest days and normal weeks held, in twenty made-up worlds read in five ways and on the one long real
// series known. npm run --silent backtest -- FILE.csv: what would have been said at each reading of a file from the 60th on, as JSON lines.
import { join } from 'node:path';
import { localDayOf, type LocalDay } from '../src/core/score/local-day';
import type { Series } from '../src/core/meaning/series';
import { runMain } from '../scripts/set-up-problem.mjs';
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
import { pageClaimsTable } from './measure-page-claims';
import { readSeries } from './read-series';
import { habits, worlds } from './worlds';

const realSeries = join(import.meta.dirname, '../tests/linkedin/captures/series.2021-03-to-2023-01.totals.csv');

/** What the build of 28 November 2026 (commit fe609d8) came to at the same places: measured once, its rules are gone. */
const before: Readonly<Record<string, Readonly<Record<string, BeforeFigures>>>> = beforeFigures;

const nothingBefore: BeforeFigures = { interval: null, normalWeek: null, band: null, fallen: null, journal: null };

/** Members of each world and habit. */
const members = 12;

/** A range or day as it is printed: thousandths are more than anybody reads. */
function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}

function printLines(series: Series): void {
  if (series.days.length < fromReading)
    console.error(`There are ${series.days.length} readings; lines begin with the ${fromReading}th.`);
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
    // All of them are read before a line is printed.
    // npm runs this in the repository's own folder, and says where it was called.
    files.map((file) => readSeries(file, process.env['INIT_CWD'])).forEach(printLines);
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
  console.log(`\n${pageClaimsTable()}`);
  return Promise.resolve();
});
