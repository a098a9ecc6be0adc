// A developer's tool, run by hand: breaks one thing after another in a copy of the tree and says whether the tests notice.
//   node scripts/broken-on-purpose.mjs [FOLDER] [ROOM …]     FOLDER: another checkout, to compare with; its packages must be installed.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { deliberateBreaks } from './deliberate-breaks.mjs';
import { findChromium } from './find-browser.mjs';
import { runMain, SetUpProblem } from './set-up-problem.mjs';

const notCopied = new Set(['.git', '.cache', 'node_modules', 'dist', 'packages', 'artifacts', 'test-results']);

/** @param {string} from @returns {string} a copy that may be broken, with the same packages */
function copyOf(from) {
  const copy = mkdtempSync(join(tmpdir(), 'ssi-scorecard-broken-'));
  for (const name of readdirSync(from)) {
    if (!notCopied.has(name)) cpSync(join(from, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(from, 'node_modules'), join(copy, 'node_modules'), 'dir');
  return copy;
}

/** @param {string} folder @param {string[]} command @param {NodeJS.ProcessEnv} [environment] @returns {boolean} whether it succeeded */
function succeeds(folder, [program = '', ...parameters], environment = {}) {
  const { status } = spawnSync(program, parameters, {
    cwd: folder,
    stdio: 'ignore',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

const build = ['npx', 'vite', 'build', '--logLevel', 'error'];
// Slow is not broken.
const vitestRun = ['npx', 'vitest', 'run', '--bail=1', '--testTimeout=120000'];
// Those of `npm test` alone.
const playwrightRun = 'npx playwright test --max-failures=1 --workers=1 --timeout=120000 --grep-invert @long'.split(
  ' ',
);

/** @param {string} folder @param {import('./deliberate-breaks.mjs').Break} tried @returns {string | undefined} the runner that failed */
function noticedBy(folder, { vitest, playwright }) {
  // Failing is noticing: the same tests passed before, and nothing else has changed.
  if (vitest && !succeeds(folder, [...vitestRun, ...vitest])) return 'vitest';
  if (!playwright) return undefined;
  if (!succeeds(folder, build)) return 'the build';
  return succeeds(folder, [...playwrightRun, ...playwright]) ? undefined : 'the browser';
}

/**
 * Whether the tests that should notice pass as long as nothing is broken: where they fail anyway they notice nothing.
 * @param {string} folder @param {import('./deliberate-breaks.mjs').Break} tried @returns {boolean}
 */
function passesWhole(folder, { vitest, playwright }) {
  if (vitest && !succeeds(folder, [...vitestRun, ...vitest])) return false;
  return !playwright || (succeeds(folder, build) && succeeds(folder, [...playwrightRun, ...playwright]));
}

await runMain(async () => {
  const [given, ...more] = process.argv.slice(2);
  const isFolder = given !== undefined && existsSync(join(given, 'package.json'));
  const tree = resolve(isFolder ? given : join(import.meta.dirname, '..'));
  const rooms = isFolder || given === undefined ? more : [given, ...more];
  process.env['SSI_CHROMIUM'] = await findChromium();
  const breaks = deliberateBreaks.filter(({ room }) => rooms.length === 0 || rooms.includes(room));
  const folder = copyOf(tree);
  let caught = 0;
  try {
    for (const tried of breaks) {
      if (!passesWhole(folder, tried)) {
        console.log(`NOT judged, for its tests fail anyway: ${tried.room}: ${tried.what}`);
        continue;
      }
      const { file, text, broken } =
        [tried, { ...tried, ...tried.was }].find((place) => existsSync(join(folder, place.file))) ?? tried;
      const path = join(folder, file);
      const whole = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (whole.split(text).length !== 2)
        throw new SetUpProblem(`“${text}” is not once in ${file}.`, 'see where it is now, or choose another line.');
      writeFileSync(
        path,
        whole.replace(text, () => broken),
      );
      const by = noticedBy(folder, tried);
      writeFileSync(path, whole);
      if (by !== undefined) caught += 1;
      console.log(`${by === undefined ? 'NOT caught' : `caught by ${by}`}: ${tried.room}: ${tried.what}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${caught} of ${breaks.length} caught`);
  process.exitCode = caught === breaks.length ? 0 : 1;
});
