import { succeed, type Result } from '../../core/result';
import { settingsOf, type Settings } from '../../core/settings';
import { localKeys, readLocal } from '../local-storage';

/** What the member chose, with the default for anything missing or wrong. */
export async function readSettings(): Promise<Result<Settings>> {
  const stored = await readLocal(localKeys.settings);
  return stored.ok ? succeed(settingsOf(stored.value)) : stored;
}
