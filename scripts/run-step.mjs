import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = new URL('..', import.meta.url);
const logs = 'artifacts/logs';

/**
 * Says what is being done and how long it took; its output is passed on as it comes, or kept back unless it fails. All of it goes to a file,
 * which the line names that tells of a failure.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{quiet?: boolean, otherwise?: string, environment?: NodeJS.ProcessEnv}} [options] `otherwise`: where a failure is not
 *   the end, what it means and what comes next. That one line is then all that is printed.
 * @returns {Promise<{code: number, output: string, log: string}>} exit code (127 when the command does not exist), what it printed, and the
 *   file that holds it, by its path in the repository
 */
export function runStep(title, command, parameters, { quiet = false, otherwise, environment = {} } = {}) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(`• ${title} …`);
  // A long silence looks like a hang.
  const beat = setInterval(() => console.log(`  still at it: ${title}, ${seconds()}`), 20_000);
  return new Promise((resolve) => {
    let output = '';
    const isKept = quiet || otherwise !== undefined;
    const child = spawn(command, parameters, {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
      // npm and npx are scripts there.
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        output += chunk.toString();
        if (!isKept) process.stdout.write(chunk);
      });
    }
    const finish = (/** @type {number} */ code) => {
      clearInterval(beat);
      const log = keepLog(title, [command, ...parameters], output);
      if (code === 0) console.log(`  done in ${seconds()}: ${title}`);
      else if (otherwise !== undefined) console.log(`  ${otherwise} (whole log: ${log})`);
      else {
        if (quiet) process.stdout.write(output);
        console.log(`  failed in ${seconds()}: ${title} (whole log: ${log})`);
      }
      resolve({ code, output, log });
    };
    // Both may come: a command that does not exist also closes.
    child.once('error', (error) => {
      output += String(error);
      child.removeAllListeners('close');
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/**
 * Writes down what a step printed, in place of what it printed the last time.
 * @param {string} title @param {readonly string[]} command @param {string} output
 * @returns {string} the file's path in the repository
 */
function keepLog(title, command, output) {
  const log = `${logs}/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.log`;
  mkdirSync(fileURLToPath(new URL(logs, repository)), { recursive: true });
  writeFileSync(fileURLToPath(new URL(log, repository)), `$ ${command.join(' ')}\n${output}`);
  return log;
}
