import { expect, test } from 'vitest';
import { readPage } from '../../src/content/page/read-page';
import { generatedPage } from '../linkedin/generated-page';

// Pages among twenty thousand of which another's numbers, or older ones, were read once.
test.each([
  [
    1498,
    'each of the member’s own rows says its label twice and a second number beside its own; an older answer is in the shell',
  ],
  [18577, 'the same, beside a slide out of sight with the week before'],
  [13267, 'the member’s own are percentages, and zeros with marks of direction in their labels stand below'],
  [19214, 'the same, beside a colleague'],
])('page %i gives no reading: %s', (seed) => {
  const { html } = generatedPage(seed);
  const page = new DOMParser().parseFromString(html, 'text/html');
  expect(readPage(page, { pathname: '/sales/ssi' }).state).toBe('not-recognised');
});
