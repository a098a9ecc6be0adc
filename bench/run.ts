// npm run bench, once the project is set up and built: measures everything and writes results.json and results.md beside this file; or what else was asked for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'temporal-polyfill/global';
import { benchOptions, parts, type Part } from '../scripts/bench-options.mjs';
import { SetUpProblem, runMain } from '../scripts/set-up-problem.mjs';
import { localDayAt } from '../src/core/score/local-day';
import { startLinkedInServer } from '../tests/linkedin/linkedin-server';
import { copyExtension, copyOther, launchBenchBrowser, originOf, type BenchBrowser } from './bench-browser';
import { measureCore } from './core';
import { measureIdle } from './measure-idle';
import { measureImport, writeLongBackup } from './measure-import';
import { measurePanel } from './measure-panel';
import { measurePeers } from './measure-peer';
import { measurePeople, peopleCopy } from './measure-people';
import { histories, measurePopup, popupPage, putHistories } from './measure-popup';
import { measureReading, putPastOf, respondWithScore } from './measure-reading';
import { measureScorecard } from './measure-scorecard';
import { measureSizes, sizeRows } from './measure-sizes';
import { measureStore, storeBenchFiles } from './measure-store';
import { load, machine, plainTable, verdict, writeReport } from './report';
import { besideRows, rowOf, type Row } from './row';

const dist = join(import.meta.dirname, '..', process.env['DIST'] ?? 'dist');
const built = join(dist, 'chromium');

/** The most that parts of `core` may take over 50 years of days, in milliseconds. */
const coreTargets: Readonly<Record<string, number>> = { outlook: 2, everything: 20 };

/** The most that all of this may take, in seconds: what takes longer is not run. */
const longest = 240;

/** Two builds are measured in turns so many times. */
const turns = 5;

const started = performance.now();
const seconds = (): number => Math.round((performance.now() - started) / 1000);
const say = (what: string) => (done: string) => {
  console.log(`  ${String(seconds()).padStart(3)} s  ${what}: ${done}`);
};

/** Where everything of a run lies and runs; gone when it ends. */
interface Bench {
  readonly folder: string;
  readonly today: string;
  readonly launch: (name: string, extensions: readonly string[], others?: readonly string[]) => Promise<BenchBrowser>;
  readonly close: () => Promise<void>;
}

async function withBench<Value>(work: (bench: Bench) => Promise<Value>): Promise<Value> {
  const executable = process.env['SSI_CHROMIUM'];
  if (executable === undefined)
    throw new SetUpProblem('No browser was named.', 'start the benchmark with "npm run bench".');
  const folder = mkdtempSync(join(tmpdir(), 'ssi-scorecard-bench-'));
  const linkedin = await startLinkedInServer({ respond: respondWithScore });
  const browsers: BenchBrowser[] = [];
  const close = async (): Promise<void> => {
    for (const browser of browsers.splice(0)) await browser.close();
  };
  try {
    return await work({
      folder,
      today: localDayAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone),
      async launch(name, extensions, others) {
        const browser = await launchBenchBrowser(folder, name, extensions, { executable, linkedin }, others);
        browsers.push(browser);
        return browser;
      },
      close,
    });
  } finally {
    await close();
    await linkedin.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A browser with a copy of a build for each history. */
async function withHistories({ folder, today, launch }: Bench, build: string, name: string): Promise<BenchBrowser> {
  const copies = Object.keys(histories).map((history) => copyExtension(build, join(folder, name), history));
  const browser = await launch(name, copies);
  say(name)('storing the histories');
  await putHistories(browser, today);
  return browser;
}

/** A browser with a copy of a build whose member has a past like what LinkedIn's page shows. */
async function withPast({ folder, today, launch }: Bench, build: string, name: string): Promise<BenchBrowser> {
  const browser = await launch(name, [copyExtension(build, folder, name)]);
  await putPastOf(browser, name, today);
  return browser;
}

async function measureParts(
  only: readonly Part[],
): Promise<{ readonly rows: readonly Row[]; readonly version: string }> {
  const rows: Row[] = [];
  let version = '';
  const wants = (...any: readonly Part[]): boolean => any.some((part) => only.includes(part));
  const keep = (measured: readonly Row[]): void => {
    rows.push(...measured);
    console.log(plainTable(measured));
  };
  if (wants('size')) keep(sizeRows(await measureSizes(dist)));
  if (wants('core')) {
    keep(
      measureCore().map(({ what, milliseconds }) =>
        rowOf('core', `50 years of days: ${what}, median of 15`, 'ms', [milliseconds], coreTargets[what]),
      ),
    );
  }
  await withBench(async (bench) => {
    const { folder, today, launch, close } = bench;
    if (wants('reading')) {
      const visited = await withPast(bench, built, 'reading');
      ({ version } = visited);
      keep(await measureReading(visited, await launch('plain', []), join(folder, 'reading'), say('reading')));
      await close();
    }
    if (wants('idle', 'scorecard', 'popup', 'panel')) {
      const opened = await withHistories(bench, built, 'pages');
      ({ version } = opened);
      if (wants('idle')) keep(await measureIdle(opened, '5 years'));
      if (wants('scorecard')) keep(await measureScorecard(opened, say('scorecard')));
      if (wants('popup')) keep(await measurePopup(opened, say('popup')));
      if (wants('panel')) keep(await measurePanel(opened, say('panel')));
      await close();
    }
    if (wants('people')) {
      const given = await launch('people', [copyExtension(built, folder, peopleCopy)]);
      keep(await measurePeople(given, today, say('people')));
      await close();
    }
    if (wants('import')) {
      const imports = await launch('import', [copyExtension(built, folder, 'import')]);
      keep(await measureImport(imports, 'import', writeLongBackup(folder), say('import')));
      await close();
    }
    if (wants('store')) {
      const store = await launch('store', [copyExtension(built, folder, 'store', await storeBenchFiles())]);
      keep(await measureStore(store, 'store', say('store')));
    }
  });
  return { rows, version };
}

/** The build in `theirs` and ours, in turns, with the parts that both can be measured in. */
async function measureBeside(theirs: string, only: readonly Part[]): Promise<readonly Row[]> {
  return withBench(async (bench) => {
    const rows: Row[] = [];
    const builds = [
      { name: 'ours', build: built },
      { name: 'beside', build: theirs },
    ];
    /** Measures each build `turns` times, neither always first. */
    const inTurns = async (part: Part, measure: (name: string) => Promise<readonly Row[]>): Promise<void> => {
      if (!only.includes(part)) return;
      const measured: Record<string, (readonly Row[])[]> = { ours: [], beside: [] };
      for (let turn = 0; turn < turns; turn += 1) {
        for (const { name } of turn % 2 === 0 ? builds : builds.toReversed()) {
          measured[name]?.push(await measure(name));
        }
      }
      const both = besideRows(measured['ours'] ?? [], measured['beside'] ?? []);
      rows.push(...both);
      console.log(plainTable(both));
    };
    const browsers = new Map<string, BenchBrowser>();
    const of = (name: string): BenchBrowser => {
      const browser = browsers.get(name);
      if (!browser) throw new Error(`There is no browser "${name}".`);
      return browser;
    };
    if (only.includes('reading')) {
      for (const { name, build } of builds) browsers.set(name, await withPast(bench, build, name));
      const plain = await bench.launch('plain', []);
      await inTurns('reading', (name) =>
        measureReading(of(name), plain, join(bench.folder, name), say(`reading, ${name}`)),
      );
      await bench.close();
    }
    if (only.includes('scorecard') || only.includes('popup')) {
      for (const { name, build } of builds) browsers.set(name, await withHistories(bench, build, `${name} pages`));
      await inTurns('scorecard', (name) => measureScorecard(of(name), say(`scorecard, ${name}`)));
      await inTurns('popup', (name) => measurePopup(of(name), say(`popup, ${name}`)));
      await bench.close();
    }
    if (only.includes('import')) {
      for (const { name, build } of builds) {
        browsers.set(
          name,
          await bench.launch(`${name}, import`, [copyExtension(build, bench.folder, `${name}-import`)]),
        );
      }
      const file = writeLongBackup(bench.folder);
      await inTurns('import', (name) => measureImport(of(name), `${name}-import`, file, say(`import, ${name}`)));
    }
    return rows;
  });
}

/** The popup `page` of any unpacked extension beside ours, which has five years of days to show. */
async function measurePopupOf(theirs: string, page: string): Promise<readonly Row[]> {
  return withBench(async (bench) => {
    const { folder, launch } = bench;
    const alone = await withPast(bench, built, 'ours');
    const mine = copyOther(built, folder, 'our-popup', popupPage);
    const other = copyOther(theirs, folder, 'their-popup', page);
    const together = await launch('popups', [], [mine.folder, other.folder]);
    const peers = [
      { name: 'ours', page: popupPage, ...mine, alone },
      { name: 'theirs', page, ...other, alone: await launch('theirs', [], [other.folder]) },
    ].map((peer) => ({ ...peer, origin: originOf(peer.folder) }));
    return measurePeers(together, await launch('plain', []), peers, say('popup'));
  });
}

await runMain(async () => {
  const options = benchOptions(process.argv.slice(2));
  switch (options.what) {
    case 'size-budgets': {
      const sizes = await measureSizes(dist);
      const budgets = Object.fromEntries(Object.entries(sizes).map(([name, bytes]) => [name, Math.floor(bytes * 1.1)]));
      writeFileSync(join(import.meta.dirname, 'size-budgets.json'), `${JSON.stringify(budgets, null, 2)}\n`);
      console.log(`${plainTable(sizeRows(sizes))}\n\nBudgets at 10 % over these are in bench/size-budgets.json.`);
      return;
    }
    case 'popup':
      console.log(`\n${plainTable(await measurePopupOf(options.folder, options.page))}\n\nAfter ${seconds()} s.`);
      return;
    case 'beside':
      console.log(`\n${plainTable(await measureBeside(options.folder, options.only))}\n\nAfter ${seconds()} s.`);
      return;
    case 'parts': {
      const { rows } = await measureParts(options.only);
      console.log(`\n${verdict(rows)}\nAfter ${seconds()} s.`);
      return;
    }
    case 'everything': {
      const loadBefore = load();
      const { rows, version } = await measureParts(parts);
      const all = [...rows, rowOf('bench', 'all of these measurements', 's', [seconds()], longest)];
      console.log(`\n${plainTable(all)}\n\n${verdict(all)}`);
      writeReport(import.meta.dirname, all, {
        date: new Date().toISOString(),
        machine: machine(),
        node: process.versions.node,
        browser: version,
        loadBefore,
        loadAfter: load(),
        seconds: seconds(),
      });
      console.log(`\nWritten to bench/results.md and bench/results.json, after ${seconds()} s.`);
    }
  }
});
