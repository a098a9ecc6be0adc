import type { Result } from '../../core/result';
import { localKeys, removeLocal, writeLocal } from '../local-storage';
import type { PageState } from '../read/page-state';

/** Remembers why a visit gave no reading, until the next good reading. */
export async function writePageState(state: PageState): Promise<Result<void>> {
  return writeLocal(localKeys.pageState, state);
}

/** A good reading came: nothing is wrong with the page any more, nor with us. */
export async function clearPageState(): Promise<Result<void>> {
  return removeLocal([localKeys.pageState, localKeys.workerTrouble]);
}
