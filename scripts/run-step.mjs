import { spawn } from 'node:child_process';

const repository = new URL('..', import.meta.url);

/**
 * Says what is being done and how long it took; its output is passed on as it comes, or kept back unless it fails.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{quiet?: boolean, environment?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{code: number, output: string}>} exit code (127 when the command does not exist) and what it printed
 */
export function runStep(title, command, parameters, { quiet = false, environment = {} } = {}) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(`• ${title} …`);
  // A long silence looks like a hang.
  const beat = setInterval(() => console.log(`  still at it: ${title}, ${seconds()}`), 20_000);
  return new Promise((resolve) => {
    let output = '';
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
        if (!quiet) process.stdout.write(chunk);
      });
    }
    const finish = (/** @type {number} */ code) => {
      clearInterval(beat);
      if (quiet && code !== 0) process.stdout.write(output);
      console.log(`  ${code === 0 ? 'done' : 'failed'} in ${seconds()}: ${title}`);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += String(error);
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
