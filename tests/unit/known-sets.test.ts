import { expect, test, vi } from 'vitest';
import { readKnownSets } from '../../src/store/read/known-sets';
import { value } from './value';

const { browser } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

const known = { fingerprint: '1k3jd9x0a2', scores: { brand: 13, people: 4, insights: 1, relationships: 3 } };

test.each<[string, unknown, unknown[]]>([
  ['nothing without any', undefined, []],
  ['what is stored', [known], [known]],
  ['nothing where it is something else', [{ ...known, fingerprint: 'Ada' }], []],
])('reads %s', async (_, stored, expected) => {
  await browser.storage.local.set({ 'known-sets': stored });
  expect(value(await readKnownSets())).toEqual(expected);
});
