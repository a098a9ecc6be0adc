// npm run bench, once the project is set up and built: measures everything and writes results.json and results.md beside this file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'temporal-polyfill/global';
import { SetUpProblem, runMain } from '../scripts/set-up-problem.mjs';
import { localDayAt } from '../src/core/score/local-day';
import { startLinkedInServer } from '../tests/linkedin/linkedin-server';
import { copyExtension, launchBenchBrowser, type BenchBrowser } from './bench-browser';
import { measureCore } from './core';
import { measureIdle } from './measure-idle';
import { measurePanel } from './measure-panel';
import { measurePeople, peopleCopy } from './measure-people';
import { histories, measurePopup, putHistories } from './measure-popup';
import { measureReading, putPastOf, respondWithScore } from './measure-reading';
import { hasScorecard, measureScorecard } from './measure-scorecard';
import { measureSizes, sizeRows } from './measure-sizes';
import { measureStore, storeBenchFiles } from './measure-store';
import { load, machine, plainTable, verdict, writeReport } from './report';
import { rowOf, type Row } from './row';

const repository = join(import.meta.dirname, '..');
const dist = join(repository, process.env['DIST'] ?? 'dist');

/** The most that parts of `core` may take over 50 years of days, in milliseconds. */
const coreTargets: Readonly<Record<string, number>> = { outlook: 2, everything: 20 };

await runMain(async () => {
  if (process.argv.includes('--set-size-budgets')) {
    const sizes = await measureSizes(dist);
    const budgets = Object.fromEntries(Object.entries(sizes).map(([name, bytes]) => [name, Math.floor(bytes * 1.1)]));
    writeFileSync(join(import.meta.dirname, 'size-budgets.json'), `${JSON.stringify(budgets, null, 2)}\n`);
    console.log(`${plainTable(sizeRows(sizes))}\n\nBudgets at 10 % over these are in bench/size-budgets.json.`);
    return;
  }
  const executable = process.env['SSI_CHROMIUM'];
  if (executable === undefined)
    throw new SetUpProblem('No browser was named.', 'start the benchmark with "npm run bench".');
  const started = performance.now();
  const loadBefore = load();
  const say = (what: string) => (done: string) => {
    console.log(`  ${((performance.now() - started) / 1000).toFixed(0).padStart(3)} s  ${what}: ${done}`);
  };
  const today = localDayAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const built = join(dist, 'chromium');
  const folder = mkdtempSync(join(tmpdir(), 'ssi-scorecard-bench-'));
  const linkedin = await startLinkedInServer({ respond: respondWithScore });
  const browsers: BenchBrowser[] = [];
  const launch = async (name: string, extensions: readonly string[]): Promise<BenchBrowser> => {
    const browser = await launchBenchBrowser(folder, name, extensions, { executable, linkedin });
    browsers.push(browser);
    return browser;
  };
  const close = async (): Promise<void> => {
    for (const browser of browsers.splice(0)) await browser.close();
  };
  const rows: Row[] = [];
  const keep = (measured: readonly Row[]): void => {
    rows.push(...measured);
    console.log(plainTable(measured));
  };
  let version: string;
  try {
    say('size')('two builds');
    keep(sizeRows(await measureSizes(dist)));
    say('core')('50 years in Node');
    keep(
      measureCore().map(({ what, milliseconds }) =>
        rowOf('core', `50 years of days: ${what}, median of 15`, 'ms', [milliseconds], coreTargets[what]),
      ),
    );

    const reading = copyExtension(built, folder, 'reading');
    const visited = await launch('reading', [reading]);
    const plain = await launch('plain', []);
    version = visited.version;
    await putPastOf(visited, 'reading', today);
    keep(await measureReading(visited, plain, reading, say('reading')));
    await close();

    const names = Object.keys(histories);
    const opened = await launch(
      'pages',
      names.map((name) => copyExtension(built, folder, name)),
    );
    say('pages')('storing the histories');
    await putHistories(opened, today);
    keep(await measureIdle(opened, '5 years'));
    if (hasScorecard(built)) keep(await measureScorecard(opened, say('scorecard')));
    keep(await measurePopup(opened, say('popup')));
    keep(await measurePanel(opened, say('panel')));
    await close();

    const given = await launch('people', [copyExtension(built, folder, peopleCopy)]);
    keep(await measurePeople(given, today, say('people')));
    await close();

    const store = await launch('store', [copyExtension(built, folder, 'store', await storeBenchFiles())]);
    keep(await measureStore(store, 'store', say('store')));
  } finally {
    await close();
    await linkedin.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`\n${plainTable(rows)}\n\n${verdict(rows)}`);
  writeReport(import.meta.dirname, rows, {
    date: new Date().toISOString(),
    machine: machine(),
    node: process.versions.node,
    browser: version,
    loadBefore,
    loadAfter: load(),
    seconds,
  });
  console.log(`\nWritten to bench/results.md and bench/results.json, after ${seconds} s.`);
});
