// npm test: what CI runs. Sets everything up, runs every check, and closes with one count over all runners.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
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

await runMain(async () => {
  await installPackages();
  const { findChromium, findFirefox } = await import('./find-browser.mjs');
  process.env['SSI_CHROMIUM'] = await findChromium();
  process.env['SSI_FIREFOX'] = await findFirefox();
  // Reports of an earlier run must not be counted for this one.
  rmSync('.cache', { recursive: true, force: true });
  mkdirSync('.cache');

  const sum = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const failures = [];
  /** @param {string} title @param {string[]} command @param {(code: number) => Count} count */
  const check = async (title, [program = '', ...parameters], count) => {
    const { code } = await runStep(title, program, parameters);
    const { passed, failed, names } = count(code);
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) failures.push(`${title} (${failed})`, ...names.map((name) => `  ${name}`));
  };
  const asOne = (/** @type {number} */ code) => ({
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    names: [],
  });

  await check('Types', ['npx', 'tsc', '--build'], asOne);
  await check('Lint', ['npx', 'eslint', '.', '--max-warnings', '0'], asOne);
  await check('Format', ['npx', 'prettier', '--check', '--log-level', 'warn', '.'], asOne);
  await check('Unused code', ['npx', 'knip'], asOne);
  await check('Build', ['npx', 'vite', 'build', '--logLevel', 'warn'], asOne);
  const vitest = '.cache/vitest.json';
  await check(
    'Unit, DOM and build tests',
    ['npx', 'vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitest}`],
    (code) => settle(code, countVitest(vitest)),
  );
  await check('Browser tests', ['npx', 'playwright', 'test'], (code) =>
    settle(code, countPlaywright('.cache/playwright.json')),
  );

  // Once more at the end: what a runner printed of it may be thousands of lines above, or cut off.
  if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
});
