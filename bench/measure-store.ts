import { join } from 'node:path';
import { build } from 'vite';
import type { BenchBrowser } from './bench-browser';
import { rowOf, type Row } from './row';
import type { measureFiles, measureHistory, measureHostileFiles } from './store';

declare global {
  /** What `store-page.ts` puts into its page. */
  var storeBench: {
    readonly measureFiles: typeof measureFiles;
    readonly measureHistory: typeof measureHistory;
    readonly measureHostileFiles: typeof measureHostileFiles;
  };
}

const page = 'bench-store.html';
const script = 'bench-store.js';

/** Days of history for each of three members; the files have the most. */
const histories = [0, 365, 3650];
const most = 18_250;

/** How often the popup's questions are asked and a reading is recorded. */
const times = 15;

/** The files that a copy of the extension needs for `measureStore`, by their names. */
export async function storeBenchFiles(): Promise<Record<string, string>> {
  const result = await build({
    configFile: false,
    root: join(import.meta.dirname, '..'),
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'chrome144',
      rolldownOptions: {
        input: join(import.meta.dirname, 'store-page.ts'),
        output: { format: 'iife', entryFileNames: script },
      },
    },
  });
  const bundles = Array.isArray(result) ? result : [result];
  const output = bundles
    .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
    .find(({ fileName }) => fileName === script);
  if (output?.type !== 'chunk') throw new Error('The store’s benchmark was not bundled.');
  return {
    [script]: output.code,
    [page]: `<!doctype html><meta charset="utf-8"><title>Store</title><script src="/${script}"></script>`,
  };
}

/** Measures the store in the copy `name`, whose history it deletes; the copy must have the `storeBenchFiles`. Wall time of the code as it ships. */
export async function measureStore(browser: BenchBrowser, name: string, say: (done: string) => void): Promise<Row[]> {
  const tab = await browser.context.newPage();
  await tab.goto(`${browser.copy(name).origin}/${page}`);
  const group = 'store';
  const rows: Row[] = [];
  const keep = (days: number, { query, recording }: { readonly query: number; readonly recording: number }): void => {
    const years = `${days.toLocaleString('en')} days × 3 members`;
    rows.push(
      rowOf(group, `${years}: what the popup asks, median of ${times}`, 'ms', [query]),
      rowOf(group, `${years}: record a reading, median of ${times}`, 'ms', [recording]),
    );
  };
  for (const days of histories) {
    say(`${days} days`);
    keep(days, await tab.evaluate(([count, often]) => storeBench.measureHistory(count, often), [days, times] as const));
  }
  say('import and export of 54,750 days');
  const { bytes, durations, ...told } = await tab.evaluate((often) => storeBench.measureFiles(often), times);
  keep(most, told);
  const targets: Readonly<Record<string, number>> = { import: 5000, 'export JSON': 2000 };
  for (const [what, { milliseconds, longestBlock }] of Object.entries(durations)) {
    rows.push(rowOf(group, `54,750 days: ${what}`, 'ms', [milliseconds], targets[what]));
    rows.push(rowOf(group, `54,750 days: ${what}, longest block of the page`, 'ms', [longestBlock], 50));
  }
  rows.push(rowOf(group, '54,750 days: size of the JSON', 'MB', [bytes / 1e6]));
  say('hostile files');
  const hostile = await tab.evaluate(() => storeBench.measureHostileFiles());
  // A file that nobody looked at would hold nobody up.
  const unread = Object.entries(hostile).find(
    ([, { outcome }]) => outcome !== 'read' && !outcome.startsWith('import-'),
  );
  if (unread) throw new Error(`"${unread[0]}" was not read: ${unread[1].outcome}.`);
  const blocks = Object.values(hostile).map(({ longestBlock }) => longestBlock);
  rows.push(
    rowOf(
      group,
      `${blocks.length} hostile files: longest block of the page, of the worst`,
      'ms',
      [Math.max(...blocks)],
      50,
    ),
  );
  await tab.close();
  return rows;
}
