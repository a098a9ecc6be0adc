// npm test: what CI runs. Sets everything up, runs every check, and closes with one count over all runners. With --long, npm run test:long.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { installPackages } from './install-packages.mjs';
import { runStep } from './run-step.mjs';
import { runMain } from './set-up-problem.mjs';

/** @typedef {{passed: number, failed: number, names: string[]}} Count with the names of what failed, where the runner tells */

/** @param {string} file @returns {unknown} what a runner wrote, or undefined when it wrote nothing that can be read */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // The caller counts a missing report as a failure.
  }
}

/**
 * A runner's own counts. A runner that ended badly without naming a failed test (or wrote no report) counts as one failure.
 * @param {number} code @param {Count | undefined} counted @returns {Count}
 */
function settle(code, counted) {
  const { passed, failed, names } = counted ?? { passed: 0, failed: 0, names: [] };
  const silent = counted === undefined || passed + failed === 0;
  return { passed, failed: failed === 0 && (code !== 0 || silent) ? 1 : failed, names };
}

/** @typedef {{numPassedTests: number, numFailedTests: number, testResults: {assertionResults: {status: string, fullName: string}[]}[]}} VitestReport */

/** @param {string} file @returns {Count | undefined} */
function countVitest(file) {
  const report = /** @type {VitestReport | undefined} */ (readReport(file));
  if (report === undefined) return undefined;
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const names = results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  return { passed: report.numPassedTests, failed: report.numFailedTests, names };
}

/** @typedef {{title: string, specs?: {title: string, ok: boolean, file: string, line: number}[], suites?: PlaywrightSuite[]}} PlaywrightSuite */
/** @typedef {{stats: {expected: number, unexpected: number, flaky: number}, suites: PlaywrightSuite[]}} PlaywrightReport */

/** @param {PlaywrightSuite} suite @returns {string[]} */
function failedSpecs({ specs = [], suites = [] }) {
  const own = specs.filter(({ ok }) => !ok).map(({ title, file, line }) => `${file}:${line} ${title}`);
  return [...own, ...suites.flatMap(failedSpecs)];
}

/** @param {string} file @returns {Count | undefined} */
function countPlaywright(file) {
  const report = /** @type {PlaywrightReport | undefined} */ (readReport(file));
  if (report === undefined) return undefined;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky, names: report.suites.flatMap(failedSpecs) };
}

const reports = { vitest: '.cache/vitest.json', playwright: '.cache/playwright.json' };

/** @typedef {{title: string, command: string[], count: (code: number) => Count, loud?: boolean}} Check a loud one's output is passed on as it comes */

const asOne = (/** @type {number} */ code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, names: [] });

/** @type {Check} */
const build = { title: 'Build', command: ['npx', 'vite', 'build', '--logLevel', 'warn'], count: asOne };

/** @param {string[]} parameters @returns {Check} */
const vitest = (...parameters) => ({
  title: 'Unit, DOM and build tests',
  command: ['npx', 'vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reports.vitest}`].concat(
    parameters,
  ),
  count: (code) => settle(code, countVitest(reports.vitest)),
});

/** @param {string[]} parameters @returns {Check} */
const playwright = (...parameters) => ({
  title: 'Browser tests',
  command: ['npx', 'playwright', 'test', ...parameters],
  count: (code) => settle(code, countPlaywright(reports.playwright)),
  loud: true,
});

/**
 * What has to be there first, and then what runs side by side, one after the other in each row: browser tests mostly wait, and what does not wait
 * fills the time. Nothing in a row changes what the other looks at.
 * @type {{first: Check[], beside: Check[][]}}
 */
const gate = {
  first: [build],
  beside: [
    // What `npm run test:long` looks at besides: the same in the other browser, theme or language.
    [playwright('--grep-invert', '@long')],
    [
      // What ends soonest says soonest what is wrong.
      { title: 'Unused code', command: ['npx', 'knip'], count: asOne },
      { title: 'Format', command: ['npx', 'oxfmt', '--check'], count: asOne },
      // By its path: the compiler in JavaScript, which tools of ours are written for, is called tsc, too.
      { title: 'Types', command: ['node', 'node_modules/typescript-7/bin/tsc', '--build'], count: asOne },
      { title: 'Lint', command: ['npx', 'oxlint'], count: asOne },
      { title: 'Walls', command: ['npx', 'eslint', 'src', '--max-warnings', '0'], count: asOne },
      // One process: the other core is for the browsers.
      vitest('--maxWorkers=1'),
    ],
  ],
};

/** The browser tests of which `npm test` tries a part: those that ask how often, or which cases, to try, or tag what is not for it. */
const longSpecs = readdirSync('tests/e2e')
  .filter((name) => name.endsWith('.spec.ts'))
  .filter((name) =>
    /\b(?:longRuns|casesOf|tagsOf)\(|'@long'|testInEveryLanguage\(/.test(readFileSync(`tests/e2e/${name}`, 'utf8')),
  )
  .map((name) => `/${name}`);

/** npm run test:long: what is tried at random or again and again, many times more often. `SSI_LONG` tells the tests. */
const long = { first: [build], beside: [[vitest('--project=unit*', '--project=dom*')], [playwright(...longSpecs)]] };

await runMain(async () => {
  await installPackages();
  const { findChromium, findFirefox } = await import('./find-browser.mjs');
  process.env['SSI_CHROMIUM'] = await findChromium();
  process.env['SSI_FIREFOX'] = await findFirefox();
  const isLong = process.argv.includes('--long');
  if (isLong) process.env['SSI_LONG'] = '1';
  // Reports of an earlier run must not be counted for this one. The rest of .cache makes the next run shorter.
  mkdirSync('.cache', { recursive: true });
  for (const report of Object.values(reports)) rmSync(report, { force: true });

  const sum = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const failures = [];
  /** @param {Check[]} checks */
  const runRow = async (checks) => {
    for (const { title, command, count, loud = false } of checks) {
      const [program = '', ...parameters] = command;
      const { code } = await runStep(title, program, parameters, { quiet: !loud });
      const { passed, failed, names } = count(code);
      sum.passed += passed;
      sum.failed += failed;
      if (failed > 0) failures.push(`${title} (${failed})`, ...names.map((name) => `  ${name}`));
    }
  };
  const { first, beside } = isLong ? long : gate;
  await runRow(first);
  await Promise.all(beside.map(runRow));

  // Once more at the end: what a runner printed of it may be thousands of lines above, or cut off.
  if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
});
