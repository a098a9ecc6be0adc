import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rankCountClass, seenInCaptures, selectors } from '../../src/content/page/selectors';

const folder = join(import.meta.dirname, '../linkedin/captures');
const content = join(import.meta.dirname, '../../src/content');

test('every capture of elements is asked', () => {
  expect([...seenInCaptures.captures]).toEqual(readdirSync(folder).filter((file) => file.endsWith('.html')));
});

describe.each(seenInCaptures.captures.map((file, index) => ({ file, index })))('in $file', ({ file, index }) => {
  const html = readFileSync(join(folder, file), 'utf8');
  const document = new DOMParser().parseFromString(html, 'text/html');

  test.each(Object.entries(selectors).map(([name, selector]) => ({ name: name as keyof typeof selectors, selector })))(
    '"$name" matches as often as it was seen',
    ({ name, selector }) => {
      expect(document.querySelectorAll(selector)).toHaveLength(seenInCaptures.matches[name][index]!);
    },
  );

  test('no class says how many ranks there are', () => {
    expect(rankCountClass.test(html)).toBe(false);
  });
});

test('no other file of the content script names an id, a class or an element of LinkedIn’s page', () => {
  const looks = /(?:closest|matches|querySelector(?:All)?)(?:<\w+>)?\(\s*['"`]([^'"`]*)/g;
  const byName = /(?:getElementsBy|getElementById\(\s*['"`])/;
  const named = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('selectors.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(content, file), 'utf8');
      if (byName.test(text)) return [file];
      return [...text.matchAll(looks)].map(([, selector]) => selector);
    });
  // The document's own part, and what is in our own shadow root.
  expect([...new Set(named)].sort()).toEqual(
    ['.layer', '.ruler', '.saved', '[data-badge]', '[data-badge=', 'body', 'source > .layer'].sort(),
  );
});
