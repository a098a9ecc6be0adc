import { fail, succeed, type Result } from '../core/result';
import { browser } from '../platform/browser';
import { localErrorOf } from './local-storage';

/** `storage.session` under a few keys: in the browser's memory, gone when it is closed, and out of reach for content scripts. */
export const sessionKeys = {
  /** The sets of numbers that the member is asked about, in the page's own words. */
  askedSets: 'asked-sets',
} as const;

/** What is held under `key`; `undefined` when there is nothing. Errors: those of `storage.local`. */
export async function readSession(key: string): Promise<Result<unknown>> {
  try {
    return succeed((await browser.storage.session.get(key))[key]);
  } catch (error) {
    return fail(localErrorOf(error));
  }
}

/** Holds `value` under `key`; what was there before stays when it cannot. */
export async function writeSession(key: string, value: unknown): Promise<Result<void>> {
  try {
    await browser.storage.session.set({ [key]: value });
    return succeed(undefined);
  } catch (error) {
    return fail(localErrorOf(error));
  }
}

/** Lets go of everything. */
export async function clearSession(): Promise<Result<void>> {
  try {
    await browser.storage.session.clear();
    return succeed(undefined);
  } catch (error) {
    return fail(localErrorOf(error));
  }
}
