// How sentences sound. What they must hold, and how long they may be, is in `locales.test.ts`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wornEnglish } from '../fixtures/worn-english';

const english = Object.entries(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../public/_locales/en/messages.json'), 'utf8')) as Readonly<
    Record<string, { readonly message: string }>
  >,
);

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
