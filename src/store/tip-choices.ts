import type { TipChoice } from '../core/rows/tip-choice';
import type { Result } from '../core/result';
import { keysOf, type Database } from './database';
import { deleteRow, putRow } from './rows';
import { withStorage } from './storage-error';

/** What the member said of tips other than "done"; an empty list when nothing. */
export async function readTipChoices(database: Database, member: string): Promise<Result<TipChoice[]>> {
  return withStorage(() => database.connection.getAll('tip-choices', keysOf(member)));
}

/** Remembers a choice; it takes the place of an earlier one of the same tip. */
export async function writeTipChoice(database: Database, choice: TipChoice): Promise<Result<void>> {
  return putRow(database, 'tip-choices', choice);
}

/** Forgets a choice; one that is not there does not matter. */
export async function removeTipChoice(
  database: Database,
  choice: Pick<TipChoice, 'member' | 'tip'>,
): Promise<Result<void>> {
  return deleteRow(database, 'tip-choices', [choice.member, choice.tip]);
}
