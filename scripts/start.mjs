// npm start: on a machine with Node and git alone, sets everything up and shows the product at work.
import { installPackages } from './install-packages.mjs';
import { runStep } from './run-step.mjs';
import { runMain, SetUpProblem } from './set-up-problem.mjs';

await runMain(async () => {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => !['--live', '--headless'].includes(option));
  if (unknown !== undefined) {
    throw new SetUpProblem(
      `"${unknown}" is no option of npm start.`,
      'use none, or "npm start -- --live" for the real LinkedIn page, or "npm start -- --headless" for pictures only.',
    );
  }
  await installPackages();
  const { findChromium } = await import('./find-browser.mjs');
  const executable = await findChromium();
  const build = await runStep('Building the extension', 'npx', ['vite', 'build', '--logLevel', 'warn'], {
    quiet: true,
  });
  if (build.code !== 0)
    throw new SetUpProblem('The extension could not be built.', 'read what the build printed above.');
  const demo = await runStep('Running the demo', process.execPath, ['--import', 'tsx', 'scripts/demo.ts', ...options], {
    environment: { SSI_CHROMIUM: executable },
  });
  process.exitCode = demo.code;
});
