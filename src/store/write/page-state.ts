import type { Result } from '../../core/result';
import { accessEndedSince, type PageTrouble } from '../../core/score/page-trouble';
import { changeStored } from '../change-stored';
import { localKeys, removeLocal } from '../local-storage';
import type { PageState } from '../read/page-state';

/**
 * Remembers why a visit at `now` (epoch milliseconds) gave no reading, until the next good reading. The sets of numbers that it saw are not kept:
 * their headings are the page's words.
 */
export async function writePageState(trouble: PageTrouble, now: number): Promise<Result<void>> {
  return changeStored(localKeys.pageState, (stored): PageState => {
    const before = (stored as PageState | undefined)?.accessEndedSince;
    const since = accessEndedSince(trouble.state, before, now);
    const { state, report } = trouble;
    return { state, ...(report && { report }), at: now, ...(since !== undefined && { accessEndedSince: since }) };
  });
}

/** A good reading came: nothing is wrong with the page any more, nor with us. */
export async function clearPageState(): Promise<Result<void>> {
  return removeLocal([localKeys.pageState, localKeys.workerTrouble]);
}
