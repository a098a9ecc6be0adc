// Writes packages/, once the extension is built; with --check builds the Firefox package again from its source zip and compares.
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rebuildFromSource } from './rebuild-source';
import { runMain, SetUpProblem } from './set-up-problem.mjs';
import { packageNames, storePackages } from './store-packages';

const repository = join(import.meta.dirname, '..');
const destination = join(repository, 'packages');
const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };

function warnOfChanges(): void {
  const { stdout, status } = spawnSync('git', ['status', '--porcelain'], { cwd: repository, encoding: 'utf8' });
  if (status === 0 && stdout.trim() !== '') {
    console.log('  There are changes that are not committed: these packages are for trying out, not for a release.');
  }
}

async function installFresh(folder: string): Promise<void> {
  const shell = process.platform === 'win32'; // npm is a script there.
  await promisify(execFile)('npm', ['ci', '--include=dev'], { cwd: folder, shell, maxBuffer: 64 * 1024 * 1024 });
}

await runMain(async () => {
  warnOfChanges();
  const packages = storePackages(join(repository, process.env['DIST'] ?? 'dist'), repository);
  rmSync(destination, { recursive: true, force: true });
  mkdirSync(destination);
  const sums = [...packages].map(([name, bytes]) => {
    writeFileSync(join(destination, name), bytes);
    console.log(`  packages/${name}, ${Math.round(bytes.length / 1024)} KiB`);
    return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
  });
  // In the form that `sha256sum --check` reads.
  writeFileSync(join(destination, 'SHA256SUMS'), sums.join(''));

  if (!process.argv.includes('--check')) return;
  console.log('  Building again from the source zip, with packages installed anew …');
  const folder = join(repository, '.cache', 'rebuilt-source');
  const names = packageNames(version);
  const rebuilt = await rebuildFromSource(packages.get(names.source) ?? new Uint8Array(), folder, installFresh);
  if (!Buffer.from(packages.get(names.firefox) ?? []).equals(rebuilt)) {
    throw new SetUpProblem(
      'The Firefox package that was built from the source zip has other bytes.',
      `compare .cache/rebuilt-source/dist with packages/${names.firefox}; nothing may depend on the machine, the hour or the folder.`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`  ${names.firefox} was built again from ${names.source}: the same bytes.`);
});
