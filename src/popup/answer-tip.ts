import { tipDone } from '../core/advice/tip-done';
import type { LocalDay } from '../core/score/local-day';
import { succeed, type Result } from '../core/result';
import { removeAction, removeTipChoice, writeAction, writeTipChoice } from '../store/write/rows';
import { openDatabase } from '../store/database';
import type { TipView } from '../ui/tip-view';

/** Takes back what was just done. */
export type Undoable = () => Promise<Result<void>>;

/** Writes a tip down as done on `today`. Errors: those of the store; then nothing was written. */
export async function markTipDone(tip: TipView, member: string, today: LocalDay): Promise<Result<Undoable>> {
  const database = await openDatabase();
  if (!database.ok) return database;
  const action = tipDone(tip, member, today, Date.now());
  const written = await writeAction(database.value, action);
  return written.ok ? succeed(() => removeAction(database.value, action)) : written;
}

/** Never shows a tip again. Errors: those of the store; then nothing was written. */
export async function dismissTip(tip: TipView, member: string): Promise<Result<Undoable>> {
  const database = await openDatabase();
  if (!database.ok) return database;
  const choice = { member, tip: tip.id };
  const written = await writeTipChoice(database.value, { ...choice, choice: 'dismissed' });
  return written.ok ? succeed(() => removeTipChoice(database.value, choice)) : written;
}
