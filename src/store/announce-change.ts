// Apart from what listens: a worker that has nothing of the browser's own but its database tells of changes, too.

export const channelName = 'ssi-scorecard-changes';

/** This page or worker, among all that may tell of changes. */
export const here = crypto.randomUUID();

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
