import { browser } from '../platform/browser';
import { onManagedChange } from '../platform/managed-policy';
import { isOwnWrite, localKeys, toldKeys } from './local-storage';

const channelName = 'ssi-scorecard-changes';

/** This page or worker, among all that may tell of changes. */
const here = crypto.randomUUID();

/** What may change: the rows of the history, or a value of `storage.local`. */
export type Changed = 'rows' | (typeof toldKeys)[number];

/**
 * Tells every open page and the worker that rows have changed: the store's own to call, after a write has succeeded. A BroadcastChannel reaches
 * all of one extension's pages in Chromium and Firefox, and wakes nothing that sleeps. Values of `storage.local` are told by the browser
 * itself, which wakes the worker: what they say of reminders must not wait.
 */
export function announceChange(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(here);
  channel.close();
}

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
