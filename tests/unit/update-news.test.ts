import { beforeEach, expect, test, vi } from 'vitest';
import { bringsNews } from '../../src/core/brings-news';
import { noteUpdate, takeUpdateNews } from '../../src/store/write/update-news';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

beforeEach(() => state.local.clear());

test.each([
  ['0.1.0', '0.2.0', true],
  ['0.9.3', '0.10.0', true],
  ['0.2.5', '1.0.0', true],
  ['0.2.0', '0.2.1', false],
  ['0.2.0', '0.2.0', false],
  // An older one that was brought back under a lower number, as a developer may do.
  ['0.3.0', '0.2.0', false],
  ['1.0.0', '0.9.0', false],
])('an update from %s to %s brings news: %s', (previous, current, news) => {
  expect(bringsNews(previous, current)).toBe(news);
});

test('an update is told once; a fresh installation has none to tell', async () => {
  expect(await takeUpdateNews()).toBe(false);
  value(await noteUpdate('0.1.0', '0.2.0'));
  // Mended twice before anybody looked: still one thing to tell.
  value(await noteUpdate('0.2.0', '0.2.1'));
  expect(await takeUpdateNews()).toBe(true);
  expect(await takeUpdateNews()).toBe(false);
});

test('of a mended version nothing is told', async () => {
  value(await noteUpdate('0.2.0', '0.2.1'));
  expect(await takeUpdateNews()).toBe(false);
});
