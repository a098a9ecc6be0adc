import { expect, test } from 'vitest';
import { isOwnCheckShown } from '../../src/core/own-check-shown';

test.each([
  ['auto', true, false, true],
  ['auto', false, false, false],
  ['auto', false, true, true],
  ['shown', false, false, true],
  ['hidden', true, true, false],
] as const)('"%s", without a score %s, begun %s: shown %s', (ownCheck, lacksScore, hasBegun, shown) => {
  expect(isOwnCheckShown({ ownCheck }, { lacksScore, hasBegun })).toBe(shown);
});
