// npm test: what CI runs. Sets everything up, runs every check, and closes with one count over all runners.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installPackages } from './install-packages.mjs';
import { runStep } from './run-step.mjs';
import { runMain } from './set-up-problem.mjs';

/** @typedef {{passed: number, failed: number}} Count */

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
  const { passed, failed } = counted ?? { passed: 0, failed: 0 };
  const silent = counted === undefined || passed + failed === 0;
  return { passed, failed: failed === 0 && (code !== 0 || silent) ? 1 : failed };
}

/** @param {string} file @returns {Count | undefined} */
function countVitest(file) {
  const report = /** @type {{numPassedTests: number, numFailedTests: number} | undefined} */ (readReport(file));
  return report && { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** @param {string} file @returns {Count | undefined} */
function countPlaywright(file) {
  const report = /** @type {{stats: {expected: number, unexpected: number, flaky: number}} | undefined} */ (
    readReport(file)
  );
  return report && { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
}

await runMain(async () => {
  await installPackages();
  const { findChromium, findFirefox } = await import('./find-browser.mjs');
  process.env['SSI_CHROMIUM'] = await findChromium();
  process.env['SSI_FIREFOX'] = await findFirefox();
  // Reports of an earlier run must not be counted for this one.
  rmSync('.cache', { recursive: true, force: true });
  mkdirSync('.cache');

  /** @type {Count} */
  const sum = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const failures = [];
  /** @param {string} title @param {string[]} command @param {(code: number) => Count} count */
  const check = async (title, [program = '', ...parameters], count) => {
    const { code } = await runStep(title, program, parameters);
    const { passed, failed } = count(code);
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) failures.push(`${title} (${failed})`);
  };
  const asOne = (/** @type {number} */ code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

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

  if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
});
