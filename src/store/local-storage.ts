import { fail, succeed, type ErrorCode, type Result } from '../core/result';
import { browser } from '../platform/browser';

/** `storage.local` under a few keys. The history itself is in IndexedDB; `docs/data.md` lists what is kept where. */
export const localKeys = {
  settings: 'settings',
  selectedMember: 'selected-member',
  /** Why the last visit to the SSI page gave no reading. */
  pageState: 'page-state',
  /** The last mistake of ours that the worker met. */
  workerTrouble: 'worker-trouble',
  /** What has to be remembered about reminders. */
  reminderState: 'reminder-state',
  salt: 'member-salt',
  copy: 'automatic-copy',
  copyAbout: 'automatic-copy-about',
  persistAsked: 'persist-asked',
  lastExport: 'last-export',
  pendingReadings: 'pending-readings',
} as const;

function localErrorOf(error: unknown): ErrorCode {
  // A value that cannot be stored, or a call that there is not: a mistake of ours.
  if (error instanceof TypeError) throw error;
  // Browsers only say it in words: "QUOTA_BYTES quota exceeded", "Resource::kQuotaBytes quota exceeded", "QuotaExceededError: …".
  return /quota|disk|space/i.test(String(error)) ? 'storage-full' : 'storage-unavailable';
}

/** What is stored under `key`; `undefined` when there is nothing. Anybody may have written anything: validate it. */
export async function readLocal(key: string): Promise<Result<unknown>> {
  try {
    return succeed((await browser.storage.local.get(key))[key]);
  } catch (error) {
    return fail(localErrorOf(error));
  }
}

/** Stores `value` under `key`. `storage-full` or `storage-unavailable` when it could not; what was there before stays. */
export async function writeLocal(key: string, value: unknown): Promise<Result<void>> {
  return writeLocalTogether({ [key]: value });
}

/** Stores several values in one write. */
export async function writeLocalTogether(values: Record<string, unknown>): Promise<Result<void>> {
  try {
    await browser.storage.local.set(values);
    return succeed(undefined);
  } catch (error) {
    return fail(localErrorOf(error));
  }
}

/** Removes `keys`; those that are not there do not matter. */
export async function removeLocal(keys: readonly string[]): Promise<Result<void>> {
  try {
    await browser.storage.local.remove([...keys]);
    return succeed(undefined);
  } catch (error) {
    return fail(localErrorOf(error));
  }
}

/** Removes everything from `storage.local`. */
export async function clearLocal(): Promise<Result<void>> {
  try {
    await browser.storage.local.clear();
    return succeed(undefined);
  } catch (error) {
    return fail(localErrorOf(error));
  }
}
