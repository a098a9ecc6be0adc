import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSettings, settingsOf } from '../../src/core/settings';
import { storedFormOf } from '../../src/core/settings-form';

const source = join(import.meta.dirname, '../../src');
const definition = 'core/settings.ts';
const card = 'scorecard/settings/settings-card.tsx';
const texts = new Map(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(join(source, file), 'utf8')]),
);

const { reminder, ...others } = defaultSettings;

describe.each([...Object.keys(reminder), ...Object.keys(others)])('the setting "%s"', (name) => {
  const word = new RegExp(`\\b${name}\\b`);

  test('is on the card', () => expect(texts.get(card)).toMatch(word));

  test('is heeded somewhere', () => {
    const heeding = [...texts].filter(([file, text]) => file !== definition && file !== card && word.test(text));
    expect(heeding).not.toEqual([]);
  });
});

test('what the member chose is read as it was stored, quiet hours that are off as well', () => {
  for (const chosen of [
    defaultSettings,
    {
      ...defaultSettings,
      badges: false,
      theme: 'dark',
      reminder: { rhythm: 'weekdays', weekday: 7, time: '23:59', hideNumbers: true },
    } as const,
  ])
    expect(settingsOf(JSON.parse(JSON.stringify(storedFormOf(chosen))))).toEqual(chosen);
});
