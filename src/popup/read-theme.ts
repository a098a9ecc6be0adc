import type { Settings } from '../core/settings';
import { localKeys, readLocal } from '../store/local-storage';

/**
 * The theme the member chose; `system` when they chose none or it cannot be read. The popup needs nothing else of the settings,
 * and checking all of them would bring the whole validation library into the page that must open fastest.
 */
export async function readTheme(): Promise<Settings['theme']> {
  const stored = await readLocal(localKeys.settings);
  const theme: unknown = stored.ok
    ? (stored.value as { readonly theme?: unknown } | null | undefined)?.theme
    : undefined;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
