import { unknownMember } from '../core/score/reading';
import { fail, type Result } from '../core/result';
import { openDatabase } from '../store/database';
import { answerKeptAside, type WhoseNumbers } from '../store/write/kept-aside';
import { answerUnknownHistory } from '../store/write/merge-members';
import type { PopupData } from './popup-data';

/**
 * Keeps the member's answer to the question the popup shows: whose the reading kept aside is, or else whose the nameless history.
 * Errors: those of the store. Loaded only for that click: it brings all of merging with it.
 */
export async function answerWhose(
  whose: WhoseNumbers,
  { keptAside, unknownHistory }: Pick<PopupData, 'keptAside' | 'unknownHistory'>,
  now: number,
): Promise<Result<unknown>> {
  const database = await openDatabase();
  if (!database.ok) return database;
  if (keptAside) return answerKeptAside(database.value, keptAside, whose, now);
  const named = unknownHistory?.candidates[0];
  // Nobody is asked without one of the two.
  if (!named) return fail('message-refused');
  return answerUnknownHistory(database.value, whose === 'mine' ? named.id : unknownMember, now);
}
