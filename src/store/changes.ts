const channelName = 'ssi-scorecard-changes';

/**
 * Tells every open page and the worker that something stored has changed. A BroadcastChannel reaches all of one extension's
 * pages in Chromium and Firefox, and wakes nothing that sleeps. Call it after the write has succeeded.
 */
export function announceChange(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('changed');
  channel.close();
}

/** Calls `listener` after each change announced in any page or the worker, this one included: read again what you show. Returns how to stop. */
export function onChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = () => listener();
  return () => channel.close();
}
