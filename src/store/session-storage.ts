import type { Result } from '../core/result';
import { browser } from '../platform/browser';
import { changingShown } from './kept-frame';
import { withArea } from './local-storage';

/** `storage.session` under a few keys: in the browser's memory, gone when it is closed, and out of reach for content scripts. */
export const sessionKeys = {
  /** The sets of numbers that the member is asked about, in the page's own words. */
  askedSets: 'asked-sets',
} as const;

/** What is held under `key`; `undefined` when there is nothing. Errors: those of `storage.local`. */
export async function readSession(key: string): Promise<Result<unknown>> {
  return withArea(async () => (await browser.storage.session.get(key))[key]);
}

/** Holds `value` under `key`; what was there before stays when it cannot. */
export async function writeSession(key: string, value: unknown): Promise<Result<void>> {
  return changingShown(() => withArea(() => browser.storage.session.set({ [key]: value })));
}

/** Lets go of everything, the pages' kept frames too. */
export async function clearSession(): Promise<Result<void>> {
  return changingShown(() => withArea(() => browser.storage.session.clear()));
}
