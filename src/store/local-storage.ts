import { fail, succeed, type ErrorCode, type Result } from '../core/result';
import { sameData } from '../core/rows/same-data';
import { browser } from '../platform/browser';
import { settingsKey } from '../platform/watch-badges-setting';
import { changingShown } from './kept-frame';

/** `storage.local` under a few keys. The history itself is in IndexedDB; `docs/data.md` lists what is kept where. */
export const localKeys = {
  settings: settingsKey,
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
  /** Sets of numbers on the page that the member has said to be theirs. */
  knownSets: 'known-sets',
  /** What is known of keeping in step with the member's other computers. */
  sync: 'sync',
  /** The member was told that their readings are in this browser alone. */
  onePlaceTold: 'one-place-told',
  /** The reading that the popup has drawn with motion already. */
  drawnReading: 'drawn-reading',
  /** The goal that a page has said was reached. */
  praisedGoal: 'praised-goal',
  /** There is an update that no page has told of yet. */
  updateNews: 'update-news',
} as const;

/** The values that something shows: whoever changes one tells the others. */
export const toldKeys = [
  localKeys.settings,
  localKeys.selectedMember,
  localKeys.pageState,
  localKeys.workerTrouble,
  localKeys.reminderState,
  localKeys.lastExport,
  localKeys.pendingReadings,
  localKeys.copyAbout,
  localKeys.sync,
] as const;

/** What nothing drawn is made from: whether something moves once. Everything else may show, in a first frame too. */
const unseenKeys: readonly string[] = [localKeys.drawnReading, localKeys.praisedGoal];

/** Runs `work`, which writes under `keys`. */
function writing(keys: readonly string[], work: () => Promise<void>): Promise<Result<void>> {
  const written = () => withArea(work);
  return keys.every((key) => unseenKeys.includes(key)) ? written() : changingShown(written);
}

function localErrorOf(error: unknown): ErrorCode {
  // A value that cannot be stored, or a call that there is not: a mistake of ours.
  if (error instanceof TypeError) throw error;
  // Browsers only say it in words: "QUOTA_BYTES quota exceeded", "Resource::kQuotaBytes quota exceeded", "QuotaExceededError: …".
  return /quota|disk|space/i.test(String(error)) ? 'storage-full' : 'storage-unavailable';
}

/** What `work` makes of an area of the browser's storage; the code of the error that it throws. */
export async function withArea<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return succeed(await work());
  } catch (error) {
    return fail(localErrorOf(error));
  }
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

/** What this page or worker wrote under each key that others hear of and the browser has not told it of yet, in order. */
const ownWrites = new Map<string, unknown[]>(toldKeys.map((key) => [key, []]));

/** Whether a change of `key` to `value` that the browser tells of was made by this page or worker. Asked once for each change. */
export function isOwnWrite(key: string, value: unknown): boolean {
  const writes = ownWrites.get(key) ?? [];
  const own = writes.findIndex((written) => sameData(written, value));
  // Once another has written, the same value again may be theirs: better one look too many than one too few.
  writes.splice(0, own < 0 ? writes.length : own + 1);
  return own >= 0;
}

/** What is stored under `key`; `undefined` when there is nothing. Anybody may have written anything: validate it. */
export async function readLocal(key: string): Promise<Result<unknown>> {
  return withArea(async () => (await readTogether(key))[key]);
}

/** Stores `value` under `key`. `storage-full` or `storage-unavailable` when it could not; what was there before stays. */
export async function writeLocal(key: string, value: unknown): Promise<Result<void>> {
  return writeLocalTogether({ [key]: value });
}

/** Stores several values in one write. */
export async function writeLocalTogether(values: Record<string, unknown>): Promise<Result<void>> {
  for (const [key, value] of Object.entries(values)) ownWrites.get(key)?.push(value);
  return writing(Object.keys(values), () => browser.storage.local.set(values));
}

/** Removes `keys`; those that are not there do not matter. */
export async function removeLocal(keys: readonly string[]): Promise<Result<void>> {
  for (const key of keys) ownWrites.get(key)?.push(undefined);
  return writing(keys, () => browser.storage.local.remove([...keys]));
}

/** Removes everything from `storage.local`. */
export async function clearLocal(): Promise<Result<void>> {
  return changingShown(() => withArea(() => browser.storage.local.clear()));
}
