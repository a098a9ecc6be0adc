import { localDayAt } from '../../core/score/local-day';
import { skipWeek, snoozeUntilTomorrow, startReminders, type ReminderState } from '../../core/reminder/reminder';
import { succeed, type Result } from '../../core/result';
import type { Settings } from '../../core/settings';
import { reminderStateOf } from '../../core/reminder/stored-reminder-state';
import { alone } from '../change-stored';
import { localKeys, readLocal, writeLocal } from '../local-storage';
import { readSettings } from '../read/settings';

/** What is remembered about reminders. Errors: those of `storage.local`. */
export async function readReminderState(): Promise<Result<ReminderState>> {
  const stored = await readLocal(localKeys.reminderState);
  return stored.ok ? succeed(reminderStateOf(stored.value)) : stored;
}

/**
 * Changes what is remembered: `decide` gets the present state and settings, and answers with the next state and whatever else it found. One at a
 * time over all pages and the worker, so that no two looks find the same reminder due, and none decides by settings that were changed while it
 * waited. Durable when it answers; on an error nothing was changed.
 */
export async function changeReminderState<Decision extends { readonly state: ReminderState }>(
  decide: (state: ReminderState, settings: Settings) => Decision,
): Promise<Result<Decision>> {
  return alone(localKeys.reminderState, async () => {
    const [before, settings] = await Promise.all([readReminderState(), readSettings()]);
    if (!before.ok) return before;
    if (!settings.ok) return settings;
    const decision = decide(before.value, settings.value);
    if (decision.state !== before.value) {
      const written = await writeLocal(localKeys.reminderState, decision.state);
      if (!written.ok) return written;
    }
    return succeed(decision);
  });
}

async function change(to: (state: ReminderState, settings: Settings) => ReminderState): Promise<Result<void>> {
  const changed = await changeReminderState((state, settings) => ({ state: to(state, settings) }));
  return changed.ok ? succeed(undefined) : changed;
}

/** Reminders may begin, from `now` (epoch milliseconds) on: the member has seen the first-run page, or the page was read. Nothing happens the second time. */
export async function beginReminders(now: number): Promise<Result<void>> {
  return change((state) => startReminders(state, now));
}

/** "Skip this week", on a day of it in the member's IANA time zone at `now` (epoch milliseconds). The worker hears of it. */
export async function skipThisWeek(now: number, timeZone: string): Promise<Result<void>> {
  return change((state) => skipWeek(state, localDayAt(now, timeZone)));
}

/** "Remind me tomorrow": the last reminder comes again the day after `now` at the chosen time. The worker hears of it. */
export async function snoozeReminder(now: number, timeZone: string): Promise<Result<void>> {
  return change((state, settings) => snoozeUntilTomorrow(state, settings, now, timeZone));
}
