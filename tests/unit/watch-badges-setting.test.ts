import { afterEach, expect, test, vi } from 'vitest';
import { localKeys } from '../../src/store/local-storage';
import { settingsKey, watchBadgesSetting } from '../../src/platform/watch-badges-setting';

const { browser, state, changePolicy } = await vi.hoisted(async () =>
  (await import('./in-memory-browser')).inMemoryBrowser(),
);
vi.mock('../../src/platform/browser', () => ({ browser }));

const lives: AbortController[] = [];
afterEach(() => {
  for (const life of lives.splice(0)) life.abort();
  state.local.clear();
  state.policy = undefined;
});

/** What is heard from now on, and how to end it. */
function hear(): { readonly heard: boolean[]; readonly life: AbortController } {
  const [heard, life]: [boolean[], AbortController] = [[], new AbortController()];
  lives.push(life);
  watchBadgesSetting((shown) => heard.push(shown), life.signal);
  return { heard, life };
}

test('the settings lie where the store keeps them', () => {
  expect(settingsKey).toBe(localKeys.settings);
});

test('switching badges off and on is heard until the end, and nothing else is', async () => {
  const { heard, life } = hear();
  const { local } = browser.storage;
  await local.set({ settings: { badges: false } });
  await vi.waitFor(() => expect(heard).toEqual([false]));
  await local.set({ settings: { badges: true } });
  await local.set({ 'something-else': { badges: false } });
  await vi.waitFor(() => expect(heard).toEqual([false, true]));
  // Deleted with everything else: back to what is meant without a choice.
  await local.remove('settings');
  await vi.waitFor(() => expect(heard).toEqual([false, true, true]));
  life.abort();
  await local.set({ settings: { badges: false } });
  changePolicy({ badgesAllowed: false });
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toHaveLength(3);
});

test('a policy that forbids badges hides them, whatever the member changes meanwhile, and gives their choice back when it goes', async () => {
  const { heard } = hear();
  changePolicy({ badgesAllowed: false });
  await vi.waitFor(() => expect(heard).toEqual([false]));
  await browser.storage.local.set({ settings: { badges: true, theme: 'dark' } });
  await vi.waitFor(() => expect(heard).toEqual([false, false]));
  changePolicy(undefined);
  await vi.waitFor(() => expect(heard).toEqual([false, false, true]));
});
