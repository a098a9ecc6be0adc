import type { NotificationTrouble } from '../platform/browser-differences';
import { readNotificationTrouble } from '../store/read/notification-trouble';
import { readSettings } from '../store/read/settings';

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
  const [told, settings] = await Promise.all([readNotificationTrouble(), readSettings()]);
  const trouble = told.ok ? told.value : undefined;
  if (!settings.ok || settings.value.reminder.rhythm === 'off') return undefined;
  if (!stale && trouble === undefined) return undefined;
  // Only now: checking what is stored brings the whole validation library into the page that must open fastest.
  const [{ isReadingDue }, { readReminderState }] = await Promise.all([
    import('../core/reminder/reminder'),
    import('../store/write/reminder-state'),
  ]);
  const state = await readReminderState();
  if (!state.ok || !isReadingDue(state.value, lastReadAt)) return undefined;
  return { ...(trouble && { trouble }), snoozed: (state.value.snoozedUntil ?? now) > now };
}
