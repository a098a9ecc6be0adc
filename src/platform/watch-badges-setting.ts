import { badgesOf } from '../core/badges-setting';
import { browser } from './browser';
import { onManagedChange, readManaged } from './managed-policy';

/** Where the settings lie in `storage.local`; the same as in the store, which content scripts may not import. */
export const settingsKey = 'settings';

/**
 * Calls `listener` whenever badges are switched on or off, by the member in whichever page or by their organization's policy, until `signal` is
 * aborted. For the content script: what it must know at its start comes with the answer to a reading.
 */
export function watchBadgesSetting(listener: (shown: boolean) => void, signal: AbortSignal): void {
  const { local } = browser.storage;
  // Both are asked anew: neither change alone says what counts.
  const look = async () => {
    const [stored, managed] = await Promise.all([local.get(settingsKey), readManaged()]);
    const own = stored[settingsKey] as { readonly badges?: unknown } | null | undefined;
    if (!signal.aborted) listener(managed.badges ?? badgesOf(own?.badges));
  };
  const onChange = (changes: Readonly<Record<string, unknown>>) => {
    if (settingsKey in changes) void look();
  };
  local.onChanged.addListener(onChange);
  const stopManaged = onManagedChange(() => void look());
  const stop = () => {
    local.onChanged.removeListener(onChange);
    stopManaged();
  };
  signal.addEventListener('abort', stop, { once: true });
}
