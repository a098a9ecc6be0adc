// How sentences sound. What they must hold, and how long they may be, is in `locales.test.ts`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wornEnglish } from '../fixtures/worn-english';

const repository = join(import.meta.dirname, '../..');
const messagesOf = (language: string) =>
  JSON.parse(readFileSync(join(repository, 'public/_locales', language, 'messages.json'), 'utf8')) as Readonly<
    Record<string, { readonly message: string }>
  >;
const english = Object.entries(messagesOf('en'));

interface GlossaryTerm {
  readonly language: string;
  readonly term: string;
  /** The message in which it stands. */
  readonly key: string;
}

/** The terms of `docs/words.md`: its tables whose last column names a message. */
function glossary(): GlossaryTerm[] {
  const cellsOf = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  let languages: readonly string[] = [];
  return readFileSync(join(repository, 'docs/words.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
    .flatMap((line) => {
      const cells = cellsOf(line);
      const last = cells.at(-1) ?? '';
      if (last === 'message') languages = cells.slice(1, -1);
      const key = /^`(\w+)`$/.exec(last)?.[1];
      return key === undefined
        ? []
        : cells.slice(1, -1).map((term, at) => ({ language: languages[at] ?? '', term, key }));
    });
}

/** The beginning of a word, without its accents and the Arabic article: what its plural and its cases have in common. */
function stemOf(word: string): string {
  const plain = plainOf(word).replace(/^ال/, '');
  return plain.slice(0, Math.min(4, Math.max(2, plain.length - 2)));
}

const plainOf = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The sentences in which `part` stands, as "key: sentence". */
const withPart = (part: string) =>
  english
    .filter(([, { message }]) => message.toLowerCase().includes(part.toLowerCase()))
    .map(([key, { message }]) => `${key}: ${message}`);

describe('no English sentence', () => {
  test.each(wornEnglish)('says “%s”', (part) => {
    expect(withPart(part)).toEqual([]);
  });

  test('has a straight apostrophe or quotation mark', () => {
    expect(english.filter(([, { message }]) => /["']/.test(message))).toEqual([]);
  });

  test('is spelled in the British way', () => {
    const british = /\b(colour|favour|behaviour|grey|licences?|organis\w*|recognised|analyse|centre|programme)\b/i;
    expect(english.filter(([, { message }]) => british.test(message))).toEqual([]);
  });

  test('promises reach or sales, or says how likely something is', () => {
    const promises =
      /\b(likely|guarantee\w*|more (reach|sales|views|leads|clients)|will (grow|rise|increase)|on track)\b/i;
    expect(english.filter(([, { message }]) => promises.test(message))).toEqual([]);
  });
});

describe('the glossary', () => {
  const terms = glossary();

  test('has each term in eleven languages', () => {
    const keys = new Set(terms.map(({ key }) => key));
    expect(keys.size).toBeGreaterThan(25);
    for (const key of keys) {
      expect(new Set(terms.filter((term) => term.key === key).map(({ language }) => language)).size, key).toBe(11);
    }
  });

  test('says what the messages say', () => {
    const missing = terms.filter(({ language, term, key }) => {
      const message = messagesOf(language)[key]?.message ?? '';
      if (key.startsWith('pillar_') && key !== 'pillar_industry_average') return message !== term;
      // Of several words one at least: cases change the other beyond its beginning.
      return !term.split(/[,; ]+/).some((word) => plainOf(message).includes(stemOf(word)));
    });
    expect(missing).toEqual([]);
  });
});
