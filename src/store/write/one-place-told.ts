import { localKeys, readLocal, writeLocal } from '../local-storage';
import type { Result } from '../../core/result';

/** Whether the member was told that their readings are in one place alone. Where it cannot be read they are not told again. */
export async function readIsTold(): Promise<boolean> {
  const stored = await readLocal(localKeys.onePlaceTold);
  return !stored.ok || stored.value === true;
}

/** They were. */
export async function noteTold(): Promise<Result<void>> {
  return writeLocal(localKeys.onePlaceTold, true);
}
