import { fail, succeed, type ErrorCode, type Result } from '../core/result';
import { canonicalJson } from '../core/rows/canonical-json';
import { browser } from '../platform/browser';
import { settingsKey } from '../platform/watch-badges-setting';

/** `storage.local` under a few keys. The history itself is in IndexedDB; `docs/data.md` lists what is kept where. */
export const localKeys = {
  settings: settingsKey,
  selectedMember: 'selected-member',
  /** Why the last visit to the SSI page gave no reading. */
  pageState: 'page-state',
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
  // Browsers only say it in words: "QUOTA_BYTES quota exceeded", "Resource::kQuotaBytes quota exceeded", "QuotaExceededError: …".
  return /quota|disk|space/i.test(String(error)) ? 'storage-full' : 'storage-unavailable';
}

/** What is asked for in one go is read in one. */
let reading: { readonly keys: Set<string>; readonly values: Promise<Record<string, unknown>> } | undefined;

function readTogether(key: string): Promise<Record<string, unknown>> {
  const keys = reading?.keys ?? new Set<string>();
  keys.add(key);
  reading ??= {
    keys,
    values: Promise.resolve().then(() => {
      reading = undefined;
      return browser.storage.local.get([...keys]);
    }),
  };
  return reading.values;
}

/** What was written last under each key by this page or worker, as text: for telling its own changes from others'. */
const written = new Map<string, string>();

/** Whether a change of `key` to `value` that the browser tells of was made by this page or worker. Asked once for each change. */
export function isOwnWrite(key: string, value: unknown): boolean {
  const own = written.get(key) === canonicalJson(value);
  // Once another has written, the same value again may be theirs.
  if (!own) written.delete(key);
  return own;
}

/** What is stored under `key`; `undefined` when there is nothing. Anybody may have written anything: validate it. */
export async function readLocal(key: string): Promise<Result<unknown>> {
  try {
    return succeed((await readTogether(key))[key]);
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
    for (const [key, value] of Object.entries(values)) written.set(key, canonicalJson(value));
    await browser.storage.local.set(values);
    return succeed(undefined);
  } catch (error) {
    return fail(localErrorOf(error));
  }
}

/** Removes `keys`; those that are not there do not matter. */
export async function removeLocal(keys: readonly string[]): Promise<Result<void>> {
  try {
    for (const key of keys) written.set(key, canonicalJson(undefined));
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
