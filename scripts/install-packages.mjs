import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runStep } from './run-step.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

const oldestNode = [20, 19];
const lockFile = new URL('../package-lock.json', import.meta.url);
const stamp = new URL('../node_modules/.installed-from', import.meta.url);

/** Installs the packages of `package-lock.json`, unless exactly those are installed already. */
export async function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < (oldestNode[0] ?? 0) || (major === oldestNode[0] && minor < (oldestNode[1] ?? 0))) {
    throw new SetUpProblem(
      `This is Node ${process.versions.node}; the project needs Node ${oldestNode.join('.')} or newer.`,
      'install a current Node from https://nodejs.org and run the command again.',
    );
  }
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // Development packages are what builds and tests: a machine set to production would leave them out.
  const { code, output, log } = await runStep(
    'Installing packages',
    'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund'],
    { otherwise: 'npm could not install them.' },
  );
  if (code !== 0) {
    const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(output);
    const full = output.includes('ENOSPC');
    throw new SetUpProblem(
      full
        ? 'The packages could not be installed: the disk is full.'
        : offline
          ? 'The packages could not be downloaded: the package registry cannot be reached.'
          : 'The packages could not be installed.',
      full
        ? 'free about 700 MB and run the command again.'
        : offline
          ? 'check your network or proxy (npm config get proxy) and run the command again; nothing is half-installed that a second run does not mend.'
          : `read what npm said in ${log}, mend it, and run the command again.`,
    );
  }
  writeFileSync(stamp, wanted);
}
