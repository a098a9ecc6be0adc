import { succeed, type Result } from '../../core/result';
import { notificationTrouble, type NotificationTrouble } from '../../platform/browser-differences';
import { localKeys, readLocal } from '../local-storage';

/** Why reminders cannot be shown, as far as the browser tells or the last one showed; undefined when nothing is known to be wrong. Errors: those of `storage.local`. */
export async function readNotificationTrouble(): Promise<Result<NotificationTrouble | undefined>> {
  const [told, state] = await Promise.all([notificationTrouble(), readLocal(localKeys.reminderState)]);
  if (told !== undefined) return succeed(told);
  if (!state.ok) return state;
  // The rest of what is stored does not matter here, and checking it would bring the whole validation library into the popup.
  const refused = (state.value as { readonly refused?: unknown } | null | undefined)?.refused === true;
  return succeed(refused ? 'unavailable' : undefined);
}
