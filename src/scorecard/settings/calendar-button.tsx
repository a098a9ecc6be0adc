import { ssiPageAddress } from '../../platform/address';
import type { Settings } from '../../core/settings';
import { calendarFile } from '../../files/calendar-file';
import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import { saveFile } from '../save-file';

export interface CalendarButtonProps {
  readonly reminder: Settings['reminder'];
  readonly around: Surroundings;
}

const workingDays = [1, 2, 3, 4, 5];

/** The look at the score as a file for the member's own calendar: a browser that is closed reminds of nothing. */
export function CalendarButton({ reminder, around: { say, today } }: CalendarButtonProps) {
  function save(): void {
    const appointment = {
      id: 'weekly-look@ssi-scorecard',
      title: say('calendar_title'),
      text: say('calendar_text'),
      address: ssiPageAddress,
      weekdays: reminder.rhythm === 'weekly' ? [reminder.weekday] : workingDays,
      time: reminder.time,
      minutes: 5,
    };
    saveFile(new Blob([calendarFile(appointment, today, Date.now())], { type: 'text/calendar' }), 'ssi-scorecard.ics');
  }
  return (
    <div class="setting setting-sub">
      <span class="setting-hint setting-words">{say('settings_calendar_hint')}</span>
      <button type="button" class="button button-secondary" onClick={save}>
        <CardIcon name="export" />
        {say('settings_calendar')}
      </button>
    </div>
  );
}
