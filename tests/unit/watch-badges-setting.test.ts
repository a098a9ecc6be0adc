import { expect, test, vi } from 'vitest';
import { localKeys } from '../../src/store/local-storage';
import { settingsKey, watchBadgesSetting } from '../../src/platform/watch-badges-setting';

type Listener = (changes: Record<string, { newValue?: unknown }>) => void;

const listeners = vi.hoisted(() => new Set<unknown>());
vi.mock('../../src/platform/browser', () => ({
  browser: {
    storage: {
      local: {
        onChanged: {
          addListener: (listener: unknown) => listeners.add(listener),
          removeListener: (listener: unknown) => listeners.delete(listener),
        },
      },
    },
  },
}));

function change(key: string, newValue: unknown): void {
  for (const listener of listeners) (listener as Listener)({ [key]: { newValue } });
}

test('the settings lie where the store keeps them', () => {
  expect(settingsKey).toBe(localKeys.settings);
});

test('switching badges off and on is heard until the end, and nothing else is', () => {
  const heard: boolean[] = [];
  const life = new AbortController();
  watchBadgesSetting((shown) => heard.push(shown), life.signal);
  change('settings', { badges: false });
  change('settings', { badges: true });
  change('something-else', { badges: false });
  // Deleted with everything else: back to what is meant without a choice.
  change('settings', undefined);
  expect(heard).toEqual([false, true, true]);
  life.abort();
  expect(listeners.size).toBe(0);
});
