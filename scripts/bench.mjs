// npm run bench: on a machine with Node and git alone, sets everything up and measures speed and size in a real browser.
import { rmSync } from 'node:fs';
import { benchOptions } from './bench-options.mjs';
import { installPackages } from './install-packages.mjs';
import { runStep } from './run-step.mjs';
import { runMain, SetUpProblem } from './set-up-problem.mjs';

/** Not `dist`: nobody's build is changed under them. */
const folder = '.cache/dist-bench';

await runMain(async () => {
  const options = process.argv.slice(2);
  benchOptions(options);
  await installPackages();
  const { findChromium } = await import('./find-browser.mjs');
  const executable = await findChromium();
  const environment = { DIST: folder, NODE_ENV: 'production', SSI_CHROMIUM: executable };
  const build = await runStep('Building the extension', 'npx', ['vite', 'build', '--logLevel', 'warn'], {
    quiet: true,
    environment,
  });
  if (build.code !== 0)
    throw new SetUpProblem('The extension could not be built.', 'read what the build printed above.');
  const bench = await runStep('Measuring', process.execPath, ['--import', 'tsx', 'bench/run.ts', ...options], {
    environment,
  });
  rmSync(new URL(`../${folder}`, import.meta.url), { recursive: true, force: true });
  process.exitCode = bench.code;
});
