import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumbers } from '../../src/content/page/parse-number';

const values = (text: string): number[] => parseNumbers(text).map(({ value }) => value);

describe('a number of the page', () => {
  test.each([
    ['13.118', 13.118, 3],
    ['20,973', 20.973, 3],
    ['6,38', 6.38, 2],
    ['15', 15, 0],
    ['١٣٫١١٨', 13.118, 3],
    ['۱۳٫۱۱۸', 13.118, 3],
    ['१३.११८', 13.118, 3],
    ['１３.１１８', 13.118, 3],
  ])('%s is read with its decimals', (text, value, decimals) => {
    expect(parseNumbers(text)).toMatchObject([{ value, decimals }]);
  });

  test.each(['-1', '−1'])('%s is negative, and so no score', (text) => {
    expect(values(text)).toEqual([-1]);
  });

  test('more than one mark is a date or a version, and no number', () => {
    expect(values('3.7.2026, 1,234,567 and 2.10.3')).toEqual([]);
  });

  test('several are found in their order, with nothing between that is needed', () => {
    expect(values('20 out of 100')).toEqual([20, 100]);
    expect(values('100点中53点')).toEqual([100, 53]);
    expect(values('Top37%Industry')).toEqual([37]);
    expect(values('10-20')).toEqual([10, 20]);
    expect(values('الدرجة ٢٠ من ١٠٠ (A1)')).toEqual([20, 100, 1]);
    expect(values('no number')).toEqual([]);
  });

  test('its place is the place in the text', () => {
    const text = 'Primeiros ١٠%';
    expect(parseNumbers(text)[0]?.start).toBe(text.indexOf('١'));
  });
});

describe('a percentage', () => {
  test.each(['Top 65%', 'Top 14 %', '51\u00a0%', '51\u202f%', 'Primeiros 10%', '%75', '% 75', '٧٥٪\u061c', '75％'])(
    '%s is one',
    (text) => {
      expect(parseNumbers(text)).toMatchObject([{ percent: true }]);
    },
  );

  test.each(['65', '65 points, 3 of them', '% of all: 65'])('%s is none', (text) => {
    expect(parseNumbers(text).some(({ percent }) => percent)).toBe(false);
  });
});

test('what a browser prints in any language reads back', () => {
  const locales = [
    'en',
    'es',
    'de',
    'fr',
    'pl',
    'ru',
    'tr',
    'ja',
    'ar-EG',
    'fa',
    'hi-u-nu-deva',
    'bn-u-nu-beng',
    'th-u-nu-thai',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...locales), fc.integer({ min: 0, max: 100_000 }), (locale, thousandths) => {
      const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false });
      expect(values(`x ${format.format(thousandths / 1000)} y`)).toEqual([thousandths / 1000]);
    }),
  );
});
