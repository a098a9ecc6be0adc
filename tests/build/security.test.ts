// What SECURITY.md promises of the code as it is written and as it is shipped. Behaviour has its tests beside its own module.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtOnce as built, filesBelow, repository } from './built-extensions';

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

const readText = (file: string): string => readFileSync(join(repository, file), 'utf8');
const { dependencies, devDependencies } = JSON.parse(readText('package.json')) as PackageFile;

/** All lines of some files, each with where it stands. */
function linesOf(root: string, files: readonly string[]): { readonly place: string; readonly text: string }[] {
  return files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .map((text) => ({ place: file, text: text.trim() })),
  );
}

const sources = filesBelow(join(repository, 'src'))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => `src/${file}`);

/** Everything that makes elements of text. */
const makesHtml =
  /\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML|\bsrcdoc\b|["'`]javascript:/;

describe('no HTML is made of strings', () => {
  test('in our source, where not even Preact’s way around it is used', () => {
    const found = linesOf(repository, sources).filter(
      ({ text }) => makesHtml.test(text) || text.includes('dangerouslySetInnerHTML'),
    );
    expect(found).toEqual([]);
  });

  test('in the built code, but for the one line of Preact in our own pages that nothing of ours reaches', () => {
    const scripts = filesBelow(join(built, 'chromium')).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    const found = linesOf(join(built, 'chromium'), scripts).filter(({ text }) => makesHtml.test(text));
    expect(found.map(({ place }) => place)).toEqual([expect.stringMatching(/^shared\//)]);
    for (const { text } of found) expect(text).toContain('h.__html == t.innerHTML');
  });
});

describe('the doors', () => {
  /** Files in which a pattern occurs. */
  const filesWith = (pattern: RegExp): string[] => [
    ...new Set(
      linesOf(repository, sources)
        .filter(({ text }) => pattern.test(text) && !/^(\*|\/\/|\/\*)/.test(text))
        .map(({ place }) => place),
    ),
  ];

  test('text becomes data in few places: files, the page’s own answers, what came through the sync, and what only we write', () => {
    expect(filesWith(/JSON\.parse\(/)).toEqual([
      'src/content/page/embedded-answers.ts',
      'src/files/read-json.ts',
      'src/first-frame/first-frame.ts',
      'src/scorecard/draft.ts',
      'src/store/write/removals.ts',
      'src/sync/chunk.ts',
      'src/sync/row-columns.ts',
    ]);
  });

  test('messages are heard in two places alone, and none from another extension or a page', () => {
    expect(filesWith(/\.onMessage\b/)).toEqual(['src/background/background.ts', 'src/platform/ssi-page.ts']);
    expect(filesWith(/onMessageExternal|onConnect/)).toEqual([]);
    // All are channels that only our own origin can speak on: a BroadcastChannel, a MessageChannel, and the worker that takes files in.
    expect(filesWith(/addEventListener\(\s*'message'|postMessage\(/)).toEqual([
      'src/store/announce-change.ts',
      'src/store/write/importer-in-worker.ts',
      'src/store/write/pause.ts',
      'src/store/write/serve-importer.ts',
    ]);
    expect(filesWith(/new (Shared)?Worker\(/)).toEqual(['src/store/write/importer-in-worker.ts']);
  });

  test('what takes files in is a bundle of its own that asks nothing of the browser but its database', () => {
    const scripts = filesBelow(join(built, 'chromium/importer')).map((file) => `importer/${file}`);
    expect(scripts).toContain('importer/importer.js');
    const lines = linesOf(join(built, 'chromium'), scripts);
    expect(
      lines.filter(({ text }) => /native-browser|\bchrome\.\w|\bbrowser\$?\d*\.(storage|runtime)/.test(text)),
    ).toEqual([]);
    // All that it loads is beside it: nothing of a page, and no page anything of it.
    const imported = lines.flatMap(({ text }) => /(?:from|import\()\s*["']([^"']+)["']/.exec(text)?.[1] ?? []);
    expect(imported.filter((path) => !path.startsWith('./'))).toEqual([]);
    const others = filesBelow(join(built, 'chromium')).filter(
      (file) => file.endsWith('.js') && !file.startsWith('importer/'),
    );
    const reached = linesOf(join(built, 'chromium'), others).filter(({ text }) => text.includes('importer/'));
    expect(reached.map(({ text }) => text)).toEqual([expect.stringContaining('"/importer/importer.js"')]);
  });

  test('the worker asks for sender and shape before anything else', () => {
    const listener = /onMessage\.addListener\(\(message, sender, sendResponse\) => \{\n(.+)\n/.exec(
      readText('src/background/background.ts'),
    );
    expect(listener?.[1]).toContain('isOurContentScript(sender, browser.runtime.id) ? parseContentRequest(message)');
  });

  test('what comes from outside is checked by a schema: messages, files, settings, what is remembered of reminders', () => {
    const checked = filesWith(/from 'zod\/mini'|rows\/row-kinds'/);
    for (const door of [
      'src/background/content-request.ts',
      'src/files/import-activity-tracker.ts',
      'src/files/import-backup.ts',
      'src/core/reminder/stored-reminder-state.ts',
      'src/core/rows/snapshot.ts',
    ]) {
      expect(checked).toContain(door);
    }
    // Settings have one parser, which is a table of its own: the popup would not load a library for them, nor the content script all of them.
    expect(filesWith(/settingsOf\((?!stored: unknown)/)).toEqual([
      'src/core/settings-form.ts',
      'src/store/read/settings.ts',
      'src/store/write/settings.ts',
    ]);
  });
});

/** Licences that let us ship the code with our own, under MIT. */
const allowedLicences = ['ISC', 'MIT', 'MPL-2.0'];

/** Every package of others in the shipped code. One more is a decision: it is written here and into the table of docs/architecture.md. */
const shippedPackages = [
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-interpolate',
  'd3-path',
  'd3-scale',
  'd3-shape',
  'hucre',
  'idb',
  'papaparse',
  'preact',
  'webextension-polyfill',
  'zod',
];

describe('what others wrote', () => {
  test('is shipped with its licence, and each licence is one that allows it', () => {
    const licences = readFileSync(join(built, 'firefox/licences.md'), 'utf8');
    const sections = [...licences.matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm)];
    expect(sections.map(([, name]) => name).sort()).toEqual(shippedPackages);
    for (const [, name, , licence = ''] of sections) expect(allowedLicences, name).toContain(licence);
    for (const name of Object.keys(dependencies)) expect(shippedPackages).toContain(name);
  });

  test('is named with one exact version each', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^(npm:typescript@)?\d+\.\d+\.\d+$/);
    }
  });

  test('is what it was when it was chosen: the lock file has the hash of every package', () => {
    const { packages } = JSON.parse(readText('package-lock.json')) as LockFile;
    const all = Object.entries(packages).filter(([path]) => path !== '');
    expect(all.length).toBeGreaterThan(300);
    for (const [path, { integrity }] of all) expect(integrity, path).toMatch(/^sha512-/);
  });

  test('runs nothing of its own when it is installed', () => {
    expect(readText('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });

  test('is justified in the table of docs/architecture.md', () => {
    const table = readText('docs/architecture.md').split('## Libraries')[1] ?? '';
    const unnamed = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !table.includes(`\`${name}\``),
    );
    expect(unnamed).toEqual([]);
  });
});
