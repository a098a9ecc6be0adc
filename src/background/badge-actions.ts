import { localDayAt } from '../core/score/local-day';
import type { Action } from '../core/rows/action';
import { fail, succeed, type Result } from '../core/result';
import { findTip } from '../core/advice/tips';
import type { MarkTipDone, TakeTip, UndoTip } from '../platform/messages';
import { takeTip } from '../store/write/answer-tip';
import { removeAction, writeAction } from '../store/write/rows';
import { withDatabase } from '../store/database';
import { changeSettings } from '../store/write/settings';

/** The member is at a tip. Errors: those of the store, and `message-refused` for a tip that the catalogue does not have. */
export async function takeShownTip({ tip, member, ticked }: TakeTip): Promise<Result<null>> {
  if (!findTip(tip)) return fail('message-refused');
  const written = await takeTip(tip, member, ticked);
  return written.ok ? succeed(null) : written;
}

/**
 * Writes a tip down as done at `now` (epoch milliseconds), on the local day of `timeZone` (IANA); twice is once. Errors: those of the store,
 * and `message-refused` for a tip that the catalogue does not have; then nothing was written.
 */
export async function markTipDone(request: MarkTipDone, now: number, timeZone: string): Promise<Result<null>> {
  const tip = findTip(request.tip);
  if (!tip) return fail('message-refused');
  const action: Action = {
    kind: 'tip',
    id: request.action,
    member: request.member,
    day: localDayAt(now, timeZone),
    pillar: tip.pillar,
    tip: tip.id,
    recordedAt: now,
  };
  const written = await withDatabase((database) => writeAction(database, action));
  return written.ok ? succeed(null) : written;
}

/** Takes a tip done back; one that is not there does not matter. Errors: those of the store. */
export async function undoTip({ action, member }: UndoTip): Promise<Result<null>> {
  const removed = await withDatabase((database) => removeAction(database, { id: action, member }));
  return removed.ok ? succeed(null) : removed;
}

/** Switches the badges off or on, for good and in every tab: they all listen to the settings. Errors: those of the store. */
export async function switchBadges(badges: boolean): Promise<Result<null>> {
  const changed = await changeSettings((settings) => ({ ...settings, badges }));
  return changed.ok ? succeed(null) : changed;
}
