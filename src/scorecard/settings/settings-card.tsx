import { useId, useMemo } from 'preact/hooks';
import { heldUntil } from '../../core/reminder/reminder';
import { localDayAt } from '../../core/score/local-day';
import type { SettingsInForce } from '../../core/managed';
import { defaultSettings, type Settings } from '../../core/settings';
import { formatTime, formatWeekdayName } from '../../words/format-day';
import { Card } from '../card';
import { changeSettings } from '../commands';
import { CalendarButton } from './calendar-button';
import { ReminderStatus } from './reminder-status';
import { Segmented } from '../../ui/segmented';
import type { Surroundings } from '../../words/surroundings';
import { Switch } from '../switch';
import { useRun } from '../toast';
import { weekdaysView } from './weekdays-view';

export interface SettingsCardProps {
  /** What counts; what the organization has decided is shown and cannot be changed. */
  readonly settings: SettingsInForce;
  /** Instant of the last reading, epoch milliseconds; absent without one. */
  readonly lastReadAt?: number;
  /** The member's own check is shown. */
  readonly hasCheck: boolean;
  readonly around: Surroundings;
}

/** What the member chose. Every change is saved at once and applies in all open pages. */
export function SettingsCard({ settings, lastReadAt, hasCheck, around }: SettingsCardProps) {
  const { say, language } = around;
  const run = useRun();
  const id = useId();
  const weekdays = useMemo(() => weekdaysView(language), [language]);
  const { reminder, managed } = settings;
  const managedBy = (is: unknown) => (is === undefined ? undefined : say('settings_managed'));
  const reminderManaged = managedBy(managed.reminder);
  const change = (part: Partial<Settings>) => void run(changeSettings((stored) => ({ ...stored, ...part })));
  const changeReminder = (part: Partial<Settings['reminder']>) =>
    void run(changeSettings((stored) => ({ ...stored, reminder: { ...stored.reminder, ...part } })));
  const changeQuiet = (quiet: Settings['reminder']['quiet']) =>
    void run(
      changeSettings((stored) => {
        const { rhythm, weekday, time, hideNumbers } = stored.reminder;
        // Absent when off.
        return { ...stored, reminder: { rhythm, weekday, time, hideNumbers, ...(quiet && { quiet }) } };
      }),
    );
  const on = reminder.rhythm !== 'off';
  const { quiet } = reminder;
  const held = heldUntil(reminder, Date.now(), around.timeZone);
  return (
    <Card id="settings" title={say('settings_title')}>
      <div class="settings">
        <div class="settings-column">
          <Switch
            label={say('settings_reminder')}
            hint={say('settings_reminder_hint')}
            on={on}
            managed={reminderManaged}
            onSwitch={(next) => changeReminder({ rhythm: next ? 'weekly' : 'off' })}
          />
          {on && (
            <>
              <div class="setting setting-sub">
                <span class="setting-hint">{say('settings_rhythm')}</span>
                <Segmented
                  label={say('settings_rhythm')}
                  value={reminder.rhythm}
                  choices={(['weekly', 'weekdays'] as const).map((value) => ({
                    value,
                    label: say(`settings_rhythm_${value}`),
                    ...(reminderManaged !== undefined && { disabled: reminderManaged }),
                  }))}
                  onChoose={(rhythm) => changeReminder({ rhythm })}
                />
              </div>
              <div class="setting setting-sub">
                <span class="setting-hint">
                  {reminder.rhythm === 'weekly' ? say('settings_day_and_time') : say('settings_time')}
                </span>
                <span class="setting-inputs">
                  {reminder.rhythm === 'weekly' && (
                    <select
                      class="input"
                      aria-label={[say('settings_weekday'), reminderManaged].filter(Boolean).join(say('list_comma'))}
                      disabled={reminderManaged !== undefined}
                      value={String(reminder.weekday)}
                      onChange={(event) => changeReminder({ weekday: Number(event.currentTarget.value) })}
                    >
                      {weekdays.map(({ weekday, name }) => (
                        <option key={weekday} value={String(weekday)}>
                          {name}
                        </option>
                      ))}
                    </select>
                  )}
                  <TimeInput
                    label={say('settings_time')}
                    value={reminder.time}
                    onTime={(time) => changeReminder({ time })}
                  />
                </span>
              </div>
              {held !== undefined && (
                <p class="setting-hint setting-sub" role="status">
                  {say('settings_in_quiet', formatWeekdayAndTime(held, around))}
                </p>
              )}
              <CalendarButton reminder={reminder} around={around} />
              <ReminderStatus around={around} {...(lastReadAt !== undefined && { lastReadAt })} />
              <Switch
                label={say('settings_hide_numbers')}
                hint={say('settings_hide_numbers_hint')}
                on={reminder.hideNumbers}
                onSwitch={(hideNumbers) => changeReminder({ hideNumbers })}
              />
              <Switch
                label={say('settings_quiet')}
                hint={say('settings_quiet_hint')}
                on={quiet !== undefined}
                onSwitch={(next) => changeQuiet(next ? defaultSettings.reminder.quiet : undefined)}
              />
              {quiet && (
                <div class="setting setting-sub" role="group" aria-labelledby={`${id}-quiet`}>
                  <span id={`${id}-quiet`} class="setting-hint">
                    {say('settings_quiet_times')}
                  </span>
                  <span class="setting-inputs">
                    <TimeInput
                      label={say('settings_quiet_from')}
                      value={quiet.from}
                      onTime={(from) => changeQuiet({ ...quiet, from })}
                    />
                    {'\u2013'}
                    <TimeInput
                      label={say('settings_quiet_to')}
                      value={quiet.to}
                      onTime={(to) => changeQuiet({ ...quiet, to })}
                    />
                  </span>
                </div>
              )}
            </>
          )}
        </div>
        <div class="settings-column">
          <Switch
            label={say('settings_badges')}
            hint={say('settings_badges_hint')}
            on={settings.badges}
            managed={managedBy(managed.badges)}
            onSwitch={(badges) => change({ badges })}
          />
          <Switch
            label={say('settings_toolbar')}
            hint={say('settings_toolbar_hint')}
            on={settings.toolbar}
            onSwitch={(toolbar) => change({ toolbar })}
          />
          <Switch
            label={say('share_name')}
            hint={say('share_name_hint')}
            on={settings.nameOnPictures}
            onSwitch={(nameOnPictures) => change({ nameOnPictures })}
          />
          <Switch
            label={say('check_title')}
            hint={say('settings_own_check_hint')}
            on={hasCheck}
            onSwitch={(shown) => change({ ownCheck: shown ? 'shown' : 'hidden' })}
          />
          <div class="setting">
            <span class="setting-label">{say('settings_theme')}</span>
            <Segmented
              label={say('settings_theme')}
              value={settings.theme}
              choices={(['system', 'light', 'dark'] as const).map((value) => ({
                value,
                label: say(`settings_theme_${value}`),
              }))}
              onChoose={(theme) => change({ theme })}
            />
          </div>
        </div>
      </div>
    </Card>
  );
}

/** "Saturday, 08:00" */
function formatWeekdayAndTime(instant: number, { timeZone, language, say }: Surroundings): string {
  const weekday = formatWeekdayName(localDayAt(instant, timeZone), language);
  return [weekday, formatTime(instant, timeZone, language)].join(say('list_comma'));
}

interface TimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onTime: (time: string) => void;
}

/**
 * A time of day. An empty field is a time that is still being typed: nothing is saved, and who leaves it like that finds what counts. Whether it has
 * twelve hours or twenty-four is the system's or the browser's choice, as in every other page; a field of ours would be one more to learn.
 */
function TimeInput({ label, value, onTime }: TimeInputProps) {
  return (
    <input
      class="input"
      type="time"
      required
      aria-label={label}
      value={value}
      onChange={(event) => {
        const time = event.currentTarget.value;
        if (/^\d\d:\d\d$/.test(time)) onTime(time);
      }}
      onBlur={(event) => {
        if (event.currentTarget.value === '') event.currentTarget.value = value;
      }}
    />
  );
}
