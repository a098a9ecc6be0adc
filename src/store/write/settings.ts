import { succeed, type Result } from '../../core/result';
import { settingsOf, type Settings } from '../../core/settings';
import { changedForm, cleanForm, mergedSettings } from '../../core/settings-form';
import { sameData } from '../../core/rows/same-data';
import { changeStored } from '../change-stored';
import { localKeys } from '../local-storage';

/** Changes some settings and leaves the rest as they are stored now: another page may have changed them meanwhile. */
export async function changeSettings(change: (stored: Settings) => Settings, now = Date.now()): Promise<Result<void>> {
  return changeStored(localKeys.settings, (stored) => changedForm(stored, change(settingsOf(stored)), now));
}

/** Takes what other computers have stored as settings, where that was chosen later. Answers with what is stored then, undefined for nothing. */
export async function meetSettings(theirs: readonly unknown[]): Promise<Result<unknown>> {
  let met: unknown;
  const changed = await changeStored(localKeys.settings, (stored) => {
    met = theirs.reduce(mergedSettings, stored);
    if (sameData(met, stored)) met = stored;
    return met;
  });
  return changed.ok ? succeed(met) : changed;
}

/** Takes the settings of a file, as stored there, where none were chosen. Whether it did. */
export async function adoptSettings(settings: unknown): Promise<Result<boolean>> {
  let adopted = false;
  const changed = await changeStored(localKeys.settings, (stored) => {
    adopted = stored === undefined;
    return adopted ? cleanForm(settings) : stored;
  });
  return changed.ok ? succeed(adopted) : changed;
}
