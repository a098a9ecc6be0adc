import { settingsInForce, type SettingsInForce } from '../../core/managed';
import { succeed, type Result } from '../../core/result';
import { settingsOf } from '../../core/settings';
import { readManaged } from '../../platform/managed-policy';
import { localKeys, readLocal } from '../local-storage';

/** What counts: what the member chose, with the default for anything missing or wrong, and over it what their organization has decided. */
export async function readSettings(): Promise<Result<SettingsInForce>> {
  const [stored, managed] = await Promise.all([readLocal(localKeys.settings), readManaged()]);
  return stored.ok ? succeed(settingsInForce(settingsOf(stored.value), managed)) : stored;
}
