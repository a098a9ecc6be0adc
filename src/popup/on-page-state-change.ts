import { browser } from '../platform/browser';
import { localKeys } from '../store/local-storage';

/** Calls `listener` when a visit to the SSI page ended otherwise than the one before, such as signed out. Returns how to stop. */
export function onPageStateChange(listener: () => void): () => void {
  const onChanged = (changes: Readonly<Record<string, unknown>>) => {
    if (localKeys.pageState in changes) listener();
  };
  browser.storage.local.onChanged.addListener(onChanged);
  return () => browser.storage.local.onChanged.removeListener(onChanged);
}
