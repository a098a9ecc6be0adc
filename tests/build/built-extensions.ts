import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

export const repository = join(import.meta.dirname, '../..');

/** The build that all tests of this folder look at; `build-once.ts` makes it. */
export const builtOnce = join(repository, '.cache/build-once');

/** Builds both extensions into a folder below the repository (`dist` is left alone) and returns its path. */
export async function buildInto(folder: string): Promise<string> {
  const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: repository,
    env: { ...process.env, DIST: folder, NODE_ENV: 'production' },
  });
  return join(repository, folder);
}

/** Paths of all files below a folder, sorted, with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Every file below a folder with the SHA-256 of its bytes. */
export function fingerprints(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}
