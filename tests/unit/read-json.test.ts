import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/files/read-json';

const noPause = () => undefined;
const long = (length: number) => 'x'.repeat(length);

describe('reading JSON in slices', () => {
  test('gives what JSON.parse gives, for long and nested texts, with and without indentation', async () => {
    const leaf = fc.record({
      text: fc.string({ unit: 'binary', maxLength: 20 }),
      number: fc.double(),
      deep: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(leaf, { maxLength: 5 }), fc.constantFrom(0, 1, 2), async (rows, indentation) => {
        // Long enough that arrays and objects are read in slices, at two levels.
        const value = {
          rows: Array.from({ length: 300 }, () => rows).flat(),
          long: [long(60_000), { nested: [long(60_000), rows, long(60_000)] }],
          ['key "\\ é']: rows,
        };
        const text = JSON.stringify(value, undefined, indentation);
        expect(await readJson(text, noPause)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
      { numRuns: 30 },
    );
  });

  test('refuses exactly what JSON.parse refuses, wherever a long text is damaged', async () => {
    const text = JSON.stringify({
      a: Array.from({ length: 4000 }, (_, n) => ({ n, text: '"\\,]}' })),
      b: [{ c: long(110_000) }],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom('', ',', '}', ']', '"', '\\', 'x', ':', '{'),
        async (at, put) => {
          const damaged = text.slice(0, at) + put + text.slice(at + 1);
          let expected: unknown;
          try {
            expected = { ok: true, value: JSON.parse(damaged) as unknown };
          } catch {
            expected = { ok: false, fault: 'not-json' };
          }
          expect(await readJson(damaged, noPause)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('refuses a long list that closes like an object, and the other way round', async () => {
    for (const text of [`[1, "${long(120_000)}"}`, `{"a": "${long(120_000)}"]`, `{"a": [2, "${long(120_000)}"}}`])
      expect(await readJson(text, noPause)).toEqual({ ok: false, fault: 'not-json' });
  });

  test('a key named __proto__ is only a key', async () => {
    const text = `{"__proto__":{"polluted":true},"long":["${long(120_000)}"]}`;
    const read = await readJson(text, noPause);
    expect(read.ok && Object.keys(read.value as object)).toEqual(['__proto__', 'long']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each([
    ['a million opening brackets', '['.repeat(1_000_000), 'not-json'],
    ['a million nested arrays', '['.repeat(1_000_000) + ']'.repeat(1_000_000), 'unreasonable'],
    ['one string of two million characters', `["${long(2_000_000)}"]`, 'unreasonable'],
    [
      'an object of 200,000 keys',
      `{${Array.from({ length: 200_000 }, (_, n) => `"k${n}":0`).join(',')}}`,
      'unreasonable',
    ],
    ['nothing', '', 'not-json'],
    ['two values', '{} {}', 'not-json'],
    ['a value cut off', '{"format":"ssi-scorecard","rows":[', 'not-json'],
  ])('%s is refused', async (_, text, fault) => {
    expect(await readJson(text, noPause)).toEqual({ ok: false, fault });
  });

  test('asks for a pause at least every 200,000 characters, and tells how far it is', async () => {
    const text = JSON.stringify(Array.from({ length: 40_000 }, (_, n) => ({ n, text: long(20) })));
    const progress: number[] = [];
    await readJson(text, (part) => void progress.push(part * text.length));
    expect(progress.length).toBeGreaterThan(text.length / 200_000);
    expect(Math.max(...progress)).toBeLessThanOrEqual(text.length);
  });
});
