import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { rebuildFromSource } from '../../scripts/rebuild-source';
import { packSource, packageNames, storePackages } from '../../scripts/store-packages';
import { builtOnce, repository } from './built-extensions';

const rebuiltIn = join(repository, '.cache/build-rebuilt');
const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
const names = packageNames(version);
const packages = storePackages(builtOnce, repository);

const bytesOf = (name: string): Buffer => Buffer.from(packages.get(name) ?? []);

afterAll(() => {
  rmSync(rebuiltIn, { recursive: true, force: true });
});

/** The installed packages a second time, without a second copy of their bytes: what `npm ci` would bring. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    // Caches and command names, which the build does not need.
    if (entry.name.startsWith('.') && from.endsWith('node_modules')) continue;
    if (entry.isDirectory()) linkPackages(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(source, target);
    else linkSync(source, target);
  }
}

describe('the packages', () => {
  test('are one for each store, and the source for Firefox’s reviewers', () => {
    expect([...packages.keys()].sort()).toEqual(Object.values(names).sort());
  });

  test('Edge’s has the bytes of Chrome’s', () => {
    expect(bytesOf(names.chrome).length).toBeGreaterThan(100_000);
    expect(bytesOf(names.edge).equals(bytesOf(names.chrome))).toBe(true);
  });

  test('the source package is the same every time, and holds what builds and how, and nothing that was built', () => {
    expect(Buffer.from(packSource(repository)).equals(bytesOf(names.source))).toBe(true);
    const files = Object.keys(unzipSync(bytesOf(names.source)));
    for (const needed of [
      'package.json',
      'package-lock.json',
      'vite.config.ts',
      'store/firefox-source.md',
      'LICENSE',
    ]) {
      expect(files).toContain(needed);
    }
    expect(files.filter((file) => /^(node_modules|dist|packages|\.cache|\.git)\//.test(file))).toEqual([]);
  });

  test('the Firefox package is built again from its source, byte for byte', async () => {
    const rebuilt = await rebuildFromSource(bytesOf(names.source), rebuiltIn, (folder) => {
      linkPackages(join(repository, 'node_modules'), join(folder, 'node_modules'));
    });
    expect(rebuilt.equals(bytesOf(names.firefox))).toBe(true);
  });
});

const languages = readdirSync(join(repository, 'public/_locales')).sort();

/** The parts of a listing: what stands under each of its headings. */
function readListing(language: string) {
  const text = readFileSync(join(repository, 'store/listing', `${language}.md`), 'utf8');
  const [, name, summary, description] =
    /^# (.+)\n\n## Summary\n\n(.+)\n\n## Description\n\n([\s\S]+)\n$/.exec(text) ?? [];
  return { name, summary, description };
}

test('there is a listing for each language of the extension, and for no other', () => {
  expect(readdirSync(join(repository, 'store/listing')).sort()).toEqual(languages.map((language) => `${language}.md`));
});

describe.each(languages)('the listing in %s', (language) => {
  const messages = JSON.parse(
    readFileSync(join(repository, 'public/_locales', language, 'messages.json'), 'utf8'),
  ) as Record<string, { message: string }>;
  const say = (key: string): string => messages[key]?.message ?? `no message "${key}"`;
  const { name = '', summary = '', description = '' } = readListing(language);

  test('has the extension’s own name and summary, which the stores take from the package', () => {
    expect(name).toBe(say('extension_name'));
    expect(summary).toBe(say('extension_description'));
  });

  // store/README.md names the limits and their sources.
  test('keeps within what every store takes', () => {
    expect(name.length).toBeLessThanOrEqual(50);
    expect(summary.length).toBeLessThanOrEqual(132);
    expect(description.length).toBeGreaterThan(500);
    expect(description.length).toBeLessThanOrEqual(4000);
  });

  test('calls things as the extension does, and says whose it is not', () => {
    for (const key of ['pillar_brand', 'pillar_people', 'pillar_insights', 'pillar_relationships']) {
      expect(description).toContain(say(key));
    }
    expect(description).toContain(say('scorecard_independent'));
  });
});

/** Width and height that a PNG file says it has. */
function pngSize(file: string): [width: number, height: number] {
  const bytes = readFileSync(join(repository, 'store/pictures', file));
  expect(bytes.subarray(1, 4).toString(), file).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const pictured = readdirSync(join(repository, 'store/pictures')).sort();

test('there are pictures in English, and in no language that the extension does not speak', () => {
  expect(pictured).toContain('en');
  expect(pictured.filter((language) => !languages.includes(language))).toEqual([]);
});

test.each(pictured)('of %s there are five screenshots and a tile, of the sizes that the stores take', (language) => {
  const pictures = readdirSync(join(repository, 'store/pictures', language)).sort();
  const screenshots = pictures.filter((file) => file !== 'tile.png');
  expect(screenshots).toEqual(['1-popup.png', '2-scorecard.png', '3-badges.png', '4-panel.png', '5-dark.png']);
  for (const file of screenshots) expect(pngSize(`${language}/${file}`), file).toEqual([1280, 800]);
  expect(pngSize(`${language}/tile.png`)).toEqual([440, 280]);
});

test('the words on the pictures are there in every language, and the same in no two', () => {
  const words = JSON.parse(readFileSync(join(repository, 'store/picture-words.json'), 'utf8')) as Record<
    string,
    object
  >;
  expect(Object.keys(words).sort()).toEqual(languages);
  const keys = Object.keys(words['en'] ?? {});
  expect(keys).toHaveLength(6);
  for (const language of languages) expect(Object.keys(words[language] ?? {}), language).toEqual(keys);
  const texts = languages.flatMap((language) => Object.values(words[language] ?? {}).flat() as string[]);
  expect(new Set(texts).size).toBe(languages.length * 11);
});

test('every permission of the manifests is justified to the stores, and no other', () => {
  const { permissions } = JSON.parse(readFileSync(join(repository, 'manifest.json'), 'utf8')) as {
    permissions: string[];
  };
  const table = readFileSync(join(repository, 'store/privacy-answers.md'), 'utf8');
  const justified = [...table.matchAll(/^\| `(\w+)` +\|/gm)].map(([, permission = '']) => permission);
  // The build adds it for Chrome and Edge; Firefox has its sidebar without asking.
  expect(justified.sort()).toEqual([...permissions, 'sidePanel'].sort());
});
