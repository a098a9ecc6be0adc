import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

/**
 * Does what Firefox's reviewers do with the source zip: unpacks it into `folder` (emptied first), has its packages installed by `install`, builds
 * it, and returns the bytes of the Firefox package that came out. Throws what the build printed when it fails.
 */
export async function rebuildFromSource(
  source: Uint8Array,
  folder: string,
  install: (folder: string) => Promise<void> | void,
): Promise<Buffer> {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(source))) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  await install(folder);
  // As `npm run build` does it, in an environment that names no other folder.
  const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
  delete environment['DIST'];
  await promisify(execFile)(process.execPath, [join(folder, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: folder,
    env: environment,
  });
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return readFileSync(join(folder, 'dist', `ssi-scorecard-firefox-${version}.zip`));
}
