import { putOff, taken } from '../../core/advice/taken-tip';
import { tipDone } from '../../core/advice/tip-done';
import { succeed, type Result } from '../../core/result';
import type { Pillar } from '../../core/score/pillar';
import type { LocalDay } from '../../core/score/local-day';
import { withDatabase } from '../database';
import { removeAction, removeTipChoice, writeAction, writeTipChoice } from './rows';

/** A tip as it is shown: what is answered is said of it. */
export interface ShownTip {
  readonly id: string;
  readonly pillar: Pillar;
  /** As `tickedSteps` has them. */
  readonly ticked: number;
  /** The member is at it. */
  readonly taken: boolean;
}

/** Takes back what was just done. */
export type Undoable = () => Promise<Result<void>>;

/** The member is at a tip, with these steps ticked: it is the current one in all places. Errors: those of the store; then nothing was written. */
export function takeTip(tip: string, member: string, ticked: number): Promise<Result<void>> {
  return withDatabase((database) => writeTipChoice(database, taken({ member, tip, ticked }, Date.now())));
}

/** "Another": puts a tip off from `today` on. Errors: those of the store; then nothing was written. */
export function putOffTip(tip: ShownTip, member: string, today: LocalDay): Promise<Result<void>> {
  const choice = putOff({ member, tip: tip.id, ticked: tip.ticked }, today, Date.now());
  return withDatabase((database) => writeTipChoice(database, choice));
}

/** Writes a tip down as done on `today`. Errors: those of the store; then nothing was written. */
export function markTipDone(tip: ShownTip, member: string, today: LocalDay): Promise<Result<Undoable>> {
  const action = tipDone(tip, member, today, Date.now());
  return withDatabase(async (database) => {
    const written = await writeAction(database, action);
    return written.ok ? succeed(() => removeAction(database, action)) : written;
  });
}

/** Never shows a tip again. Errors: those of the store; then nothing was written. */
export function dismissTip(tip: ShownTip, member: string): Promise<Result<Undoable>> {
  const choice = { member, tip: tip.id };
  return withDatabase(async (database) => {
    const written = await writeTipChoice(database, { ...choice, choice: 'dismissed' });
    if (!written.ok) return written;
    return succeed(() => (tip.taken ? takeTip(tip.id, member, tip.ticked) : removeTipChoice(database, choice)));
  });
}
