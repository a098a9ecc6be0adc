import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { builtOnce as built, filesBelow, fingerprints, repository } from './built-extensions';

interface Manifest {
  readonly [key: string]: unknown;
  readonly version: string;
  readonly permissions: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[]; readonly js: readonly string[] }[];
  readonly content_security_policy: { readonly extension_pages: string };
}

const text = (file: string) => readFileSync(join(built, file), 'utf8');
const manifest = (browser: string) => JSON.parse(text(`${browser}/manifest.json`)) as Manifest;
const browsers = ['chromium', 'firefox'] as const;

test('two builds of one commit are byte-identical, zips included', async () => {
  const one = fingerprints(built);
  const again = '.cache/build-again';
  // As the documents say it.
  await promisify(execFile)('npm', ['run', 'build'], {
    cwd: repository,
    env: { ...process.env, DIST: again, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
  const two = fingerprints(join(repository, again));
  rmSync(join(repository, again), { recursive: true, force: true });
  expect(Object.keys(one).filter((file) => file.endsWith('.zip'))).toHaveLength(2);
  expect(two).toEqual(one);
});

describe.each(browsers)('the manifest for %s', (browser) => {
  test('has the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
    expect(manifest(browser).version).toBe(version);
  });

  test('asks for storage, alarms, notifications, in Chromium its panel, and the one page, and for nothing else (promise 6)', () => {
    const { permissions, content_scripts: scripts } = manifest(browser);
    const panel = browser === 'chromium' ? ['sidePanel'] : [];
    expect([...permissions].sort()).toEqual(['alarms', 'notifications', ...panel, 'storage']);
    expect(scripts).toHaveLength(1);
    for (const match of scripts[0]?.matches ?? []) {
      expect(match).toMatch(/^https:\/\/www\.linkedin\.com\/sales\/ssi\/?(\?\*)?$/);
    }
    for (const key of ['host_permissions', 'optional_permissions', 'optional_host_permissions']) {
      expect(manifest(browser)).not.toHaveProperty(key);
    }
  });

  test('lets its pages load nothing but their own scripts, styles and pictures, and send nothing (promise 3)', () => {
    const policy = manifest(browser).content_security_policy.extension_pages.split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      // `blob:` is what the page itself has made: a picture of its own drawing, on the way to a file.
      "img-src 'self' blob:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  test('offers the page nothing to find (promise 5)', () => {
    expect(manifest(browser)).not.toHaveProperty('web_accessible_resources');
    expect(manifest(browser)).not.toHaveProperty('externally_connectable');
    for (const script of manifest(browser).content_scripts) expect(script).not.toHaveProperty('world');
  });

  test('keeps out of private windows (promise 7)', () => {
    expect(manifest(browser)['incognito']).toBe('not_allowed');
  });

  test('names only files that are there, and the zip holds exactly the folder', () => {
    const files = filesBelow(join(built, browser));
    const named = JSON.stringify(manifest(browser)).match(/[\w/-]+\.(json|js|html|png)\b/g) ?? [];
    expect(named.length).toBeGreaterThan(3);
    for (const file of named) expect(files).toContain(file);
    const zip = unzipSync(readFileSync(join(built, `ssi-scorecard-${browser}-${manifest(browser).version}.zip`)));
    expect(Object.keys(zip).sort()).toEqual(files);
    for (const file of files) {
      expect(Buffer.from(zip[file] ?? []).equals(readFileSync(join(built, browser, file)))).toBe(true);
    }
  });
});

test('each browser has its own keys', () => {
  expect(manifest('chromium')).toMatchObject({
    minimum_chrome_version: '144',
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'panel/index.html' },
    storage: { managed_schema: 'managed-schema.json' },
  });
  expect(JSON.parse(text('chromium/managed-schema.json'))).toMatchObject({ type: 'object' });
  expect(manifest('chromium')).not.toHaveProperty('browser_specific_settings');
  expect(manifest('chromium')).not.toHaveProperty('sidebar_action');
  expect(manifest('firefox')).toMatchObject({
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
    },
    // By itself, even after the installation, the sidebar never opens.
    sidebar_action: { default_panel: 'panel/index.html', open_at_install: false },
  });
  // Firefox asks for no schema.
  expect(manifest('firefox')).not.toHaveProperty('storage');
  expect(manifest('firefox')).not.toHaveProperty('side_panel');
  expect(manifest('firefox')).not.toHaveProperty('minimum_chrome_version');
});

test('one key opens the panel in both browsers: the command each has for it', () => {
  const [chromium, firefox] = browsers.map(
    (browser) => manifest(browser)['commands'] as Record<string, { suggested_key: { default: string } }>,
  );
  expect(Object.keys(chromium!)).toEqual(['open-panel']);
  expect(Object.keys(firefox!)).toEqual(['_execute_sidebar_action']);
  expect(firefox!['_execute_sidebar_action']!.suggested_key).toEqual(chromium!['open-panel']!.suggested_key);
});

test('no code asks the network, makes code of text, or hides behind minified lines', () => {
  for (const file of filesBelow(join(built, 'chromium')).filter((name) => name.endsWith('.js'))) {
    const code = text(`chromium/${file}`);
    expect(code, file).not.toMatch(/\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\s*\(/);
    expect(code, file).not.toMatch(/\b(eval|new Function)\s*\(/);
    // The bundler writes what modules share in one line, however much that is.
    const written = code.split('\n').filter((line) => !/^(export|import) \{/.test(line));
    const longest = Math.max(...written.map((line) => line.length));
    expect(longest, `${file} has a line of ${longest} characters`).toBeLessThan(2500);
  }
});

/** What the linter of Firefox's store warns of, and why it stays. */
const knownWarnings = {
  UNSAFE_VAR_ASSIGNMENT:
    "Preact's own path for `dangerouslySetInnerHTML`, which nothing of ours uses (eslint no-unsanitized).",
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION:
    'Said of Firefox for Android, for which the extension is not offered: no `gecko_android`.',
};

test('addons-linter finds no errors in the Firefox package, and no warning that is not explained here', async () => {
  const zip = join(built, `ssi-scorecard-firefox-${manifest('firefox').version}.zip`);
  const linter = join(repository, 'node_modules', 'addons-linter', 'bin', 'addons-linter');
  const { stdout } = await promisify(execFile)(process.execPath, [linter, '--output', 'json', zip], {
    cwd: repository,
    maxBuffer: 16 * 1024 * 1024,
  });
  const { errors, warnings } = JSON.parse(stdout) as {
    errors: { code: string }[];
    warnings: { code: string; file: string }[];
  };
  expect(errors).toEqual([]);
  expect(warnings.filter(({ code }) => !(code in knownWarnings))).toEqual([]);
});
