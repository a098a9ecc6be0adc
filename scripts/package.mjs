// npm run package: sets everything up and makes what the stores take: the zips in packages/, the pictures in store/pictures/.
import { rmSync } from 'node:fs';
import { installPackages } from './install-packages.mjs';
import { runStep } from './run-step.mjs';
import { runMain, SetUpProblem } from './set-up-problem.mjs';

/** Not `dist`: nobody's build is changed under them. */
const folder = '.cache/dist-package';

await runMain(async () => {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => !['--check', '--no-pictures', '--all-pictures'].includes(option));
  if (unknown !== undefined) {
    throw new SetUpProblem(
      `"${unknown}" is no option of npm run package.`,
      'use none, "npm run package -- --check" to rebuild from the source zip as well, "-- --all-pictures" for the pictures of every language and not of English alone, or "-- --no-pictures" to leave them as they are.',
    );
  }
  await installPackages();
  const environment = { DIST: folder, NODE_ENV: 'production' };
  const build = await runStep('Building the extension', 'npx', ['vite', 'build', '--logLevel', 'warn'], {
    quiet: true,
    environment,
  });
  if (build.code !== 0)
    throw new SetUpProblem('The extension could not be built.', 'read what the build printed above.');

  const check = options.filter((option) => option === '--check');
  const packing = await runStep(
    'Packing for the stores',
    process.execPath,
    ['--import', 'tsx', 'scripts/make-packages.ts', ...check],
    { environment },
  );
  let code = packing.code;
  if (code === 0 && !options.includes('--no-pictures')) {
    const { findChromium } = await import('./find-browser.mjs');
    const pictures = await runStep(
      'Taking the pictures',
      process.execPath,
      ['--import', 'tsx', 'scripts/make-store-pictures.ts', ...(options.includes('--all-pictures') ? [] : ['en'])],
      { environment: { ...environment, SSI_CHROMIUM: await findChromium() } },
    );
    code = pictures.code;
  }
  rmSync(new URL(`../${folder}`, import.meta.url), { recursive: true, force: true });
  process.exitCode = code;
});
