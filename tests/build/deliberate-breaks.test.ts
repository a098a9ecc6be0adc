// What is broken on purpose (scripts/broken-on-purpose.mjs) is there to be broken: a list that has rotted would prove nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deliberateBreaks } from '../../scripts/deliberate-breaks.mjs';
import { repository } from './built-extensions';

test('every room is broken at least once, and at least 20 things are', () => {
  const files = deliberateBreaks.map(({ file }) => file);
  for (const folder of readdirSync(join(repository, 'src'), { withFileTypes: true })) {
    // The room of words is broken through _locales.
    if (!folder.isDirectory() || folder.name === 'words') continue;
    expect(
      files.some((file) => file.startsWith(`src/${folder.name}/`)),
      folder.name,
    ).toBe(true);
  }
  expect(files.length).toBeGreaterThanOrEqual(20);
});

describe.each(deliberateBreaks)('$room: $what', ({ file, text, broken, vitest, playwright }) => {
  test('can be broken in exactly one place, and has tests that should notice', () => {
    expect(readFileSync(join(repository, file), 'utf8').split(text)).toHaveLength(2);
    expect(broken).not.toBe(text);
    expect([...(vitest ?? []), ...(playwright ?? [])]).not.toEqual([]);
  });
});
