import { succeed, type Result } from '../../core/result';
import { settingsOf, storedFormOf, type Settings } from '../../core/settings';
import { changeStored } from '../change-stored';
import { localKeys } from '../local-storage';

/** Changes some settings and leaves the rest as they are stored now: another page may have changed them meanwhile. */
export async function changeSettings(change: (stored: Settings) => Settings): Promise<Result<void>> {
  return changeStored(localKeys.settings, (stored) => storedFormOf(change(settingsOf(stored))));
}

/** Takes the settings of a file, as stored there, where none were chosen. Whether it did. */
export async function adoptSettings(settings: unknown): Promise<Result<boolean>> {
  let adopted = false;
  const changed = await changeStored(localKeys.settings, (stored) => {
    adopted = stored === undefined;
    return adopted ? storedFormOf(settingsOf(settings)) : stored;
  });
  return changed.ok ? succeed(adopted) : changed;
}
