import { succeed, type Result } from '../core/result';
import type { Settings } from '../core/settings';
import { settingsOf, storedFormOf } from '../core/stored-settings';
import { announceChange } from './changes';
import { localKeys, readLocal, writeLocal } from './local-storage';

/** What the member chose, with the default for anything missing or wrong. */
export async function readSettings(): Promise<Result<Settings>> {
  const stored = await readLocal(localKeys.settings);
  return stored.ok ? succeed(settingsOf(stored.value)) : stored;
}

/** Stores all settings and tells open pages. */
export async function writeSettings(settings: Settings): Promise<Result<void>> {
  const written = await writeLocal(localKeys.settings, storedFormOf(settings));
  if (written.ok) announceChange();
  return written;
}
