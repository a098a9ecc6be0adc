import type { PageTrouble } from '../core/score/page-trouble';
import { succeed, type Result } from '../core/result';
import { announceChange } from './changes';
import { localKeys, readLocal, removeLocal, writeLocal } from './local-storage';

/** The last visit to the SSI page gave no reading. */
export interface PageState extends PageTrouble {
  /** Instant of that visit, epoch milliseconds. */
  readonly at: number;
}

/** Why the last visit gave no reading; undefined when it gave one, or when there was none. */
export async function readPageState(): Promise<Result<PageState | undefined>> {
  const stored = await readLocal(localKeys.pageState);
  // Only the background worker writes it, from a request checked at its door.
  return stored.ok ? succeed(stored.value as PageState | undefined) : stored;
}

/** Remembers why a visit gave no reading, until the next good reading. */
export async function writePageState(state: PageState): Promise<Result<void>> {
  const written = await writeLocal(localKeys.pageState, state);
  if (written.ok) announceChange();
  return written;
}

/** A good reading came: nothing is wrong with the page any more, nor with us. Announced again: pages have heard of the reading before this. */
export async function clearPageState(): Promise<Result<void>> {
  const removed = await removeLocal([localKeys.pageState, localKeys.workerTrouble]);
  if (removed.ok) announceChange();
  return removed;
}
