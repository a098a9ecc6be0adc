import type { TipChoice } from '../core/rows/tip-choice';
import type { Result } from '../core/result';
import type { Database } from './database';
import { changeRow, readRows } from './rows';

/** What the member said of tips other than "done"; an empty list when nothing. */
export async function readTipChoices(database: Database, member: string): Promise<Result<TipChoice[]>> {
  return readRows(database, 'tip-choices', member);
}

/** Remembers a choice; it takes the place of an earlier one of the same tip. */
export async function writeTipChoice(database: Database, choice: TipChoice, now?: number): Promise<Result<void>> {
  return changeRow(database, 'tip-choices', [choice.member, choice.tip], () => choice, now);
}

/** Forgets a choice; one that is not there does not matter. */
export async function removeTipChoice(
  database: Database,
  choice: Pick<TipChoice, 'member' | 'tip'>,
  now?: number,
): Promise<Result<void>> {
  return changeRow(database, 'tip-choices', [choice.member, choice.tip], () => undefined, now);
}
