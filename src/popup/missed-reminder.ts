import { isReadingDue } from '../core/reminder/reminder';
import { notificationTrouble, type NotificationTrouble } from '../platform/browser-differences';
import { localKeys, readLocal } from '../store/local-storage';

/** A reminder asked for a reading that has not come. */
export interface MissedReminder {
  /** Why the member did not get to see it; absent when nothing is known to be wrong. */
  readonly trouble?: NotificationTrouble;
  /** It comes again tomorrow, as the member wished. */
  readonly snoozed: boolean;
}

/**
 * The reminder that waits for a reading at `now`, after the last one at `lastReadAt` (epoch milliseconds). Undefined when none waits, and, with a
 * fresh reading, when nothing kept a reminder from being shown.
 */
export async function readMissedReminder(
  { stale, lastReadAt }: { readonly stale: boolean; readonly lastReadAt: number },
  now: number,
): Promise<MissedReminder | undefined> {
  const [told, stored] = await Promise.all([notificationTrouble(), readLocal(localKeys.reminderState)]);
  const refused = stored.ok && (stored.value as { readonly refused?: unknown } | null | undefined)?.refused === true;
  const trouble = told ?? (refused ? 'unavailable' : undefined);
  if (!stale && trouble === undefined) return undefined;
  // Only now: checking what is stored brings the whole validation library into the page that must open fastest.
  const [{ readReminderState }, { readSettings }] = await Promise.all([
    import('../store/reminder-state'),
    import('../store/settings'),
  ]);
  const [state, settings] = await Promise.all([readReminderState(), readSettings()]);
  if (!state.ok || !settings.ok || settings.value.reminder.rhythm === 'off') return undefined;
  if (!isReadingDue(state.value, lastReadAt)) return undefined;
  return { ...(trouble && { trouble }), snoozed: (state.value.snoozedUntil ?? now) > now };
}
