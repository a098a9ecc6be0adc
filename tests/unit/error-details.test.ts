import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorDetails } from '../../src/core/error-details';

const origin = 'chrome-extension://agoekeichhdlepepmkkbojdonbbajdak';

function thrown(name: string, message: string, stack: string): Error {
  return Object.assign(new Error(message), { name, stack });
}

/** As Chromium writes it: the message first, also where it has several lines. */
const chromium = (message: string) =>
  thrown(
    'TypeError',
    message,
    `TypeError: ${message}\n    at readWeek (${origin}/background.js:120:14)\n    at async ${origin}/background.js:7:3`,
  );

/** As Firefox writes it: without the message, with an address that is the installation's own. */
const firefox = (message: string) =>
  thrown(
    'TypeError',
    message,
    'readWeek@moz-extension://2cb77402-3c10-43f1-8467-0dcf08edb818/background.js:120:14\n@moz-extension://2cb77402-3c10-43f1-8467-0dcf08edb818/background.js:7:3\n',
  );

describe('what may be copied of a mistake of ours', () => {
  test.each([
    ['Chromium', chromium],
    ['Firefox', firefox],
  ])('is its kind and the places in our files, in %s', (_, make) => {
    expect(errorDetails(make('x'))).toBe('TypeError\nbackground.js:120:14\nbackground.js:7:3');
  });

  test.each([
    ['Chromium', chromium],
    ['Firefox', firefox],
  ])('holds nothing of the message, whatever it quotes, in %s', (_, make) => {
    const quoted = fc.oneof(
      fc.string(),
      fc.tuple(fc.string(), fc.integer({ min: 0, max: 100 })).map(([name, score]) => `${name}\n    at ${score}`),
      fc.constantFrom(`Anna Muster 61.34`, `${origin}/Anna:61:34`, `"Anna", "61.34"... is not valid JSON`),
    );
    fc.assert(
      fc.property(quoted, (message) => {
        expect(errorDetails(make(message))).toBe('TypeError\nbackground.js:120:14\nbackground.js:7:3');
      }),
    );
  });

  test('is no name that somebody made up, and no address of the installation', () => {
    expect(errorDetails(thrown('Anna 61', '', ''))).toBe('Error');
    expect(errorDetails(firefox('x'))).not.toContain('2cb77402');
  });

  test('is only the kind of what was thrown when it is no error', () => {
    expect(errorDetails('Anna 61')).toBe('Not an error: string');
    expect(errorDetails(undefined)).toBe('Not an error: undefined');
  });
});
