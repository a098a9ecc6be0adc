import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isRightToLeft, sentenceLanguage } from '../../src/words/sentence-language';

const { getMessage, getUILanguage } = vi.hoisted(() => ({
  getMessage: vi.fn<(key: string) => string>(),
  getUILanguage: vi.fn<() => string>(),
}));

vi.mock('../../src/platform/browser', () => ({ browser: { i18n: { getMessage, getUILanguage } } }));

/** A browser in `browsers` language that found the sentences of `ours`. */
function speak(browsers: string, ours: string): void {
  getUILanguage.mockReturnValue(browsers);
  getMessage.mockImplementation((key) => (key === 'language_tag' ? ours : ''));
}

beforeEach(() => vi.resetAllMocks());

describe('the language of the sentences', () => {
  test.each([
    ['ko', 'en', 'en'],
    ['th', 'en', 'en'],
    ['he', 'en', 'en'],
    ['zh-TW', 'en', 'en'],
    ['pt-PT', 'en', 'en'],
    ['fil', 'en', 'en'],
  ])('a browser in %s, which has none of ours, speaks English throughout', (browsers, ours, expected) => {
    speak(browsers, ours);
    expect(sentenceLanguage()).toBe(expected);
  });

  test.each([
    ['en-GB', 'en'],
    ['de-AT', 'de'],
    ['ar-EG', 'ar'],
    ['pt-BR', 'pt-BR'],
  ])('a browser in %s keeps its own form of numbers and days', (browsers, ours) => {
    speak(browsers, ours);
    expect(sentenceLanguage()).toBe(browsers);
  });

  test.each([
    ['', 'de', 'de'],
    ['de-AT', 'language_tag', 'en'],
    ['en_GB', 'en', 'en'],
    ['', 'language_tag', 'en'],
  ])('a browser that says "%s" and found "%s" never gives Intl what it refuses', (browsers, ours, expected) => {
    speak(browsers, ours);
    expect(sentenceLanguage()).toBe(expected);
  });

  test('runs from right to left in Arabic alone', () => {
    expect(['ar', 'ar-EG', 'en', 'arn'].map(isRightToLeft)).toEqual([true, true, false, false]);
  });
});

interface TextInfo {
  readonly direction: 'ltr' | 'rtl';
}

test.each(readdirSync(join(import.meta.dirname, '../../public/_locales')))(
  'sentences in %s run in the direction that Node knows of their language',
  (folder) => {
    const tag = folder.replace('_', '-');
    // A property in Node 20, a method in later ones.
    const locale = new Intl.Locale(tag) as unknown as { textInfo?: TextInfo; getTextInfo?: () => TextInfo };
    expect(isRightToLeft(tag)).toBe((locale.getTextInfo?.() ?? locale.textInfo)?.direction === 'rtl');
  },
);
