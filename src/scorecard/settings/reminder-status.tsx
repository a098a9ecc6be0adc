import { useCallback, useEffect, useState } from 'preact/hooks';
import { localDayAt, mondayOf } from '../../core/score/local-day';
import { isReadingDue, type ReminderState } from '../../core/reminder/reminder';
import { succeed, type Result } from '../../core/result';
import { onNotificationPermissionChange, type NotificationTrouble } from '../../platform/browser-differences';
import { onChange } from '../../store/changes';
import { changeReminderState, readReminderState, skipThisWeek, snoozeReminder } from '../../store/write/reminder-state';
import { readNotificationTrouble } from '../../store/read/notification-trouble';
import { formatWeekday } from '../../words/format-day';
import { Icon } from '../../ui/icon';
import type { Command } from '../commands';
import type { Surroundings } from '../../words/surroundings';
import { useRun } from '../toast';

export interface ReminderStatusProps {
  readonly around: Surroundings;
  /** Instant of the last reading, epoch milliseconds; absent without one. */
  readonly lastReadAt?: number;
}

/** What became of this week's reminder: why it cannot come, and the ways to skip it or put it off. */
export function ReminderStatus({ around, lastReadAt }: ReminderStatusProps) {
  const { say, today, timeZone, language } = around;
  const run = useRun();
  const status = useReminderStatus();
  if (!status) return null;
  const { state, trouble } = status;
  const skipped = state.skippedWeek === mondayOf(today);
  const due = isReadingDue(state, lastReadAt);
  const putOff = state.snoozedUntil;
  const { skippedWeek, snoozedUntil } = state;
  const takeBack = change({ skippedWeek, snoozedUntil });
  const remindAfterAll = change({ skippedWeek: undefined });
  return (
    <>
      {trouble && (
        <p class="inset notice with-key" role="status">
          <Icon name="warning" />
          {say(`reminder_notifications_${trouble}`)}
        </p>
      )}
      <div class="setting setting-sub">
        <span class="setting-hint" role="status">
          {skipped
            ? say('settings_skipped')
            : putOff !== undefined
              ? say('settings_put_off', formatWeekday(localDayAt(putOff, timeZone), today, language))
              : ''}
        </span>
        <span class="setting-inputs">
          {due && putOff === undefined && !skipped && (
            <button
              type="button"
              class="button button-ghost"
              onClick={() => void run(() => snoozeReminder(Date.now(), timeZone))}
            >
              {say('popup_snooze')}
            </button>
          )}
          {skipped ? (
            <button type="button" class="button button-ghost" onClick={() => void run(remindAfterAll)}>
              {say('settings_skip_take_back')}
            </button>
          ) : (
            <button
              type="button"
              class="button button-ghost"
              onClick={() =>
                void run(() => skipThisWeek(Date.now(), timeZone), { text: say('settings_skipped'), undo: takeBack })
              }
            >
              {say('settings_skip_week')}
            </button>
          )}
        </span>
      </div>
    </>
  );
}

function change(part: Partial<ReminderState>): Command {
  return async () => {
    const changed = await changeReminderState((now) => ({ state: { ...now, ...part } }));
    return changed.ok ? succeed(undefined) : changed;
  };
}

interface Status {
  readonly state: ReminderState;
  readonly trouble: NotificationTrouble | undefined;
}

/** Undefined until the store has answered, and when it cannot. Read again whenever it changes. */
function useReminderStatus(): Status | undefined {
  const [status, setStatus] = useState<Status>();
  const read = useCallback(() => {
    void readStatus().then((answer) => setStatus(answer.ok ? answer.value : undefined));
  }, []);
  useEffect(read, [read]);
  useEffect(
    () =>
      onChange((changed) => {
        if (changed === 'reminder-state') read();
      }),
    [read],
  );
  useEffect(() => onNotificationPermissionChange(read), [read]);
  return status;
}

async function readStatus(): Promise<Result<Status>> {
  const [state, trouble] = await Promise.all([readReminderState(), readNotificationTrouble()]);
  if (!state.ok) return state;
  return trouble.ok ? succeed({ state: state.value, trouble: trouble.value }) : trouble;
}
