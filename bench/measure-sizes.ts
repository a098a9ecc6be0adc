import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { rowOf, type Row } from './row';

/** Sizes in bytes, by what they are of. */
export type Sizes = Readonly<Record<string, number>>;

const repository = join(import.meta.dirname, '..');

/** Where the minified build goes: each run has its own, for two may run side by side. */
const minified = `.cache/dist-minified-${process.pid}`;

/** Largest sizes that issue 10 allows, in bytes; kB are 1,000 bytes. */
const targets: Sizes = {
  'popup: scripts before its first frame, minified, gzipped': 30_000,
  'popup: scripts it opens with, minified, gzipped': 45_000,
  'content script, minified, gzipped': 30_000,
  'zip for chromium': 300_000,
  'zip for firefox': 300_000,
};

/**
 * How large everything is that a browser loads: the zips as they ship (`built` is the folder of a usual build), and the scripts and styles minified
 * (by a build of its own, for what ships is readable) and gzipped at level 9, so that comments and names count for nothing.
 */
export async function measureSizes(built: string): Promise<Sizes> {
  const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js');
  try {
    await promisify(execFile)(process.execPath, [vite, 'build', '--minify', '--logLevel', 'warn'], {
      cwd: repository,
      env: { ...process.env, DIST: minified, NODE_ENV: 'production' },
    });
    const folder = join(repository, minified, 'chromium');
    const gzipped = (files: readonly string[]): number =>
      files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
    const sizes: Record<string, number> = {};
    for (const page of ['popup', 'panel', 'scorecard']) {
      const entry = `${page}/${page}.js`;
      // Their scripts draw what was kept of the last opening, and load the rest after it.
      const rest = page === 'panel' ? [] : [`shared/draw-${page}.js`];
      if (rest.length > 0)
        sizes[`${page}: scripts before its first frame, minified, gzipped`] = gzipped(
          scriptsOf(folder, [entry], { later: false }),
        );
      const first = scriptsOf(folder, [entry, ...rest], { later: false });
      sizes[`${page}: scripts it opens with, minified, gzipped`] = gzipped(first);
      sizes[`${page}: all its scripts, minified, gzipped`] = gzipped(scriptsOf(folder, [entry], { later: true }));
    }
    const importer = scriptsOf(folder, ['importer/importer.js'], { later: true });
    sizes['importer: all its scripts, minified, gzipped'] = gzipped(importer);
    sizes['content script, minified, gzipped'] = gzipped(['content.js']);
    sizes['background worker, minified, gzipped'] = gzipped(['background.js']);
    for (const file of readdirSync(built)) {
      const target = /^ssi-scorecard-(\w+)-.*\.zip$/.exec(file)?.[1];
      if (target !== undefined) sizes[`zip for ${target}`] = readFileSync(join(built, file)).length;
    }
    const missing = Object.keys(targets).find((name) => sizes[name] === undefined);
    if (missing !== undefined) throw new Error(`"${missing}" was not found in ${built}.`);
    return sizes;
  } finally {
    rmSync(join(repository, minified), { recursive: true, force: true });
  }
}

/** The scripts `entries` and every script that they import, directly or not; with `later`, also what they import only when it is needed. */
function scriptsOf(folder: string, entries: readonly string[], { later }: { readonly later: boolean }): string[] {
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(join(folder, file), 'utf8');
    const atOnce = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`]([^"'`]+\.js)["'`]/g)];
    const onDemand = later ? [...code.matchAll(/\bimport\(\s*["'`]([^"'`]+\.js)["'`]/g)] : [];
    for (const [, address = ''] of [...atOnce, ...onDemand]) {
      follow(
        address.startsWith('/')
          ? address.slice(1)
          : relative(folder, join(folder, file, '..', address)).replaceAll('\\', '/'),
      );
    }
  };
  entries.forEach(follow);
  return [...found];
}

/** The sizes as rows, in kB of 1,000 bytes. */
export function sizeRows(sizes: Sizes): Row[] {
  return Object.entries(sizes).map(([name, bytes]) => {
    const target = targets[name];
    return rowOf('size', name, 'kB', [bytes / 1000], target === undefined ? undefined : target / 1000);
  });
}
