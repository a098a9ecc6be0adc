import type { PageTrouble } from '../../core/score/page-trouble';
import { succeed, type Result } from '../../core/result';
import { localKeys, readLocal } from '../local-storage';

/** The last visit to the SSI page gave no reading. */
export interface PageState extends PageTrouble {
  /** Instant of that visit, epoch milliseconds. */
  readonly at: number;
  /** Instant since when LinkedIn says that access to SSI has ended, epoch milliseconds; absent while it does not. */
  readonly accessEndedSince?: number;
}

/** Why the last visit gave no reading; undefined when it gave one, or when there was none. */
export async function readPageState(): Promise<Result<PageState | undefined>> {
  const stored = await readLocal(localKeys.pageState);
  // Only the background worker writes it, from a request checked at its door.
  return stored.ok ? succeed(stored.value as PageState | undefined) : stored;
}
