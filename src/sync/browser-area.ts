import { browser } from '../platform/browser';
import type { Area, Refusal } from './step';

/** The browser's own `storage.sync`. */
export const browserArea: Area = {
  async read() {
    try {
      return await browser.storage.sync.get(null);
    } catch (error) {
      return refusalOf(error);
    }
  },
  set: (items) => asked(() => browser.storage.sync.set(items)),
  remove: (keys) => asked(() => browser.storage.sync.remove([...keys])),
};

async function asked(work: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

/** Browsers say it in words alone: "This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.", "QUOTA_BYTES quota exceeded", "QuotaExceededError: …". */
function refusalOf(error: unknown): Refusal {
  // A value that cannot be stored, or a call that there is not: a mistake of ours.
  if (error instanceof TypeError) throw error;
  const text = String(error);
  if (/MAX_WRITE_OPERATIONS|MAX_SUSTAINED/.test(text)) return 'too-fast';
  return /quota|MAX_ITEMS/i.test(text) ? 'full' : 'refused';
}
