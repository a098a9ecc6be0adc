import type { Result } from '../core/result';
import { localDayAt } from '../core/score/local-day';
import type { SeenSet } from '../core/score/seen-set';
import { withDatabase } from '../store/database';
import type { AskedSets } from '../store/read/asked-sets';
import { answerMine, answerNone } from '../store/write/asked-sets';

/** Keeps the member's answer that `mine`, or none where it is absent, of the sets is their score. Errors: those of the store. */
export async function answerSets(
  asked: AskedSets,
  mine: SeenSet | undefined,
  now: number,
  timeZone: string,
): Promise<Result<unknown>> {
  if (!mine) return answerNone(asked);
  return withDatabase((database) => answerMine(database, asked, { mine, day: localDayAt(asked.at, timeZone), now }));
}
