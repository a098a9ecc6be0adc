import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Pictures are no source: nothing is built of them, and they are three quarters of the bytes. */
const notPacked = /^(docs|store)\/pictures\//;

/** What is made here and belongs to nobody else, where no git tells it. */
const madeHere = new Set(['.git', 'node_modules', 'dist', 'packages', 'artifacts', '.cache', 'test-results']);

function withoutGit(root: string): string[] {
  const files: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (madeHere.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.push(relative(root, path).replaceAll('\\', '/'));
    }
  };
  visit(root);
  return files;
}

/**
 * Paths of the project's own files below `root`, sorted, with forward slashes: those that git knows or would add, and without a
 * git repository the whole tree but for what the tools make. Pictures are left out.
 */
export function sourceFiles(root: string): string[] {
  let files: string[];
  if (existsSync(join(root, '.git'))) {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    // Git still names a file that was deleted and not committed.
    files = list.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  } else {
    files = withoutGit(root);
  }
  return [...new Set(files)].filter((file) => !notPacked.test(file)).sort();
}

/** A zip of the project's own files, of which the Firefox package can be built again. The same files give the same bytes. */
export function packSource(root: string): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    // A fixed time, or no two zips of one commit would be equal.
    sourceFiles(root).map((file) => [file, [readFileSync(join(root, file)), { mtime: '1980-01-01T12:00:00' }]]),
  );
  return zipSync(entries, { level: 9 });
}

/** Names of the packages of one version. */
export function packageNames(version: string): Record<'chrome' | 'edge' | 'firefox' | 'source', string> {
  const named = (what: string): string => `ssi-scorecard-${version}-${what}.zip`;
  return { chrome: named('chrome'), edge: named('edge'), firefox: named('firefox'), source: named('firefox-source') };
}

/**
 * Everything that the stores take, by file name: the zips that a build wrote into `built`, Edge's being Chrome's under its own name, and
 * the source of `root` for Firefox's reviewers. Throws when `built` holds no build of the version in `root`'s package.json.
 */
export function storePackages(built: string, root: string): ReadonlyMap<string, Uint8Array> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const names = packageNames(version);
  const chromium = readFileSync(join(built, `ssi-scorecard-chromium-${version}.zip`));
  return new Map<string, Uint8Array>([
    [names.chrome, chromium],
    [names.edge, chromium],
    [names.firefox, readFileSync(join(built, `ssi-scorecard-firefox-${version}.zip`))],
    [names.source, packSource(root)],
  ]);
}
