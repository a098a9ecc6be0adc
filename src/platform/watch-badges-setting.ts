import { badgesOf } from '../core/badges-setting';
import { browser } from './browser';

/** Where the settings lie in `storage.local`; the same as in the store, which content scripts may not import. */
export const settingsKey = 'settings';

/**
 * Calls `listener` whenever the member switches badges on or off, in whichever page, until `signal` is aborted. For the content script:
 * what it must know at its start comes with the answer to a reading.
 */
export function watchBadgesSetting(listener: (shown: boolean) => void, signal: AbortSignal): void {
  const { onChanged } = browser.storage.local;
  const onChange = (changes: Record<string, { readonly newValue?: unknown }>) => {
    const change = changes[settingsKey];
    if (change !== undefined)
      listener(badgesOf((change.newValue as { readonly badges?: unknown } | null | undefined)?.badges));
  };
  onChanged.addListener(onChange);
  signal.addEventListener('abort', () => onChanged.removeListener(onChange), { once: true });
}
