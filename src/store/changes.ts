import { browser } from '../platform/browser';
import { onManagedChange } from '../platform/managed-policy';
import { channelName, here } from './announce-change';
import { isOwnWrite, localKeys, toldKeys } from './local-storage';

/** What may change: the rows of the history, or a value of `storage.local`. */
export type Changed = 'rows' | (typeof toldKeys)[number];

/** Listens from now on, for a page that reads what it shows first. The answer stops that, and is whether anything has changed meanwhile: the page listens itself then. */
export function changedSince(): () => boolean {
  let changed = false;
  const stop = onChange(() => (changed = true));
  return () => {
    stop();
    return changed;
  };
}

/**
 * The one channel of changes: calls `listener` with what was changed in any page or the worker, this one included unless `others` alone
 * are asked for. A policy of the member's organization that changes is told as settings. Returns how to stop.
 */
export function onChange(listener: (changed: Changed) => void, whose: 'all' | 'others' = 'all'): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => {
    if (whose === 'all' || data !== here) listener('rows');
  };
  const onStored = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>) => {
    for (const key of toldKeys) {
      const change = changes[key];
      if (change && (whose === 'all' || !isOwnWrite(key, change.newValue))) listener(key);
    }
  };
  browser.storage.local.onChanged.addListener(onStored);
  const stopManaged = onManagedChange(() => listener(localKeys.settings));
  return () => {
    stopManaged();
    channel.close();
    browser.storage.local.onChanged.removeListener(onStored);
  };
}
