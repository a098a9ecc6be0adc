import { changeOver } from '../core/meaning/change';
import { latestReading } from '../core/score/history';
import { addDays, localDayAt, type LocalDay } from '../core/score/local-day';
import { isReadingDue } from '../core/reminder/reminder';
import { defaultSettings } from '../core/settings';
import { browser } from '../platform/browser';
import { message } from '../platform/i18n';
import { openDatabase } from '../store/database';
import { readSelectedMember } from '../store/members';
import { readPageState } from '../store/page-state';
import { readNotificationTrouble, readReminderState } from '../store/reminder-state';
import { readSettings } from '../store/settings';
import { readLatestSnapshot, readSnapshots } from '../store/read-snapshots';
import { sentenceLanguage } from '../words/sentence-language';
import { toolbarView, type ToolbarQuestion } from './toolbar-view';

/** How far before the last reading the one it is compared with may lie, in days. */
const comparedDays = 9;

/**
 * Shows on the toolbar icon how the profile that the pages show stands at `now` (epoch milliseconds) in the member's IANA zone. Right after the
 * browser has started, too: a badge does not outlive it. What cannot be read is not shown; the popup says why.
 */
export async function refreshToolbar(now: number, timeZone: string): Promise<void> {
  const today = localDayAt(now, timeZone);
  const [settings, reading, pageState, reminder, blocked] = await Promise.all([
    readSettings(),
    readLast(today),
    readPageState(),
    readReminderState(),
    readNotificationTrouble(),
  ]);
  const { toolbar, reminder: wish } = settings.ok ? settings.value : { ...defaultSettings, toolbar: false };
  const trouble = pageState.ok ? pageState.value?.state : undefined;
  const view = toolbarView({
    wanted: toolbar,
    ...(reading && { last: reading.last }),
    ...(trouble && { trouble }),
    readingDue:
      blocked.ok &&
      blocked.value !== undefined &&
      wish.rhythm !== 'off' &&
      reminder.ok &&
      isReadingDue(reminder.value, reading?.readAt),
    today,
    language: sentenceLanguage(),
    say: message,
  });
  await Promise.all([
    browser.action.setBadgeText({ text: view.text }),
    browser.action.setBadgeBackgroundColor({ color: view.background }),
    browser.action.setBadgeTextColor({ color: view.colour }),
    browser.action.setTitle({ title: view.title }),
  ]);
}

interface LastReading {
  readonly readAt: number;
  readonly last: NonNullable<ToolbarQuestion['last']>;
}

/** The last reading, and how it compares; undefined when there is none, or the store cannot be read. */
async function readLast(today: LocalDay): Promise<LastReading | undefined> {
  const database = await openDatabase();
  if (!database.ok) return undefined;
  const member = await readSelectedMember(database.value);
  if (!member.ok || member.value === undefined) return undefined;
  const { id } = member.value;
  const [known, newest] = await Promise.all([
    readLatestSnapshot(database.value, id, today),
    readLatestSnapshot(database.value, id),
  ]);
  // A clock that was set back leaves readings of days that have not come: better an odd one than none.
  const latest = (known.ok ? known.value : undefined) ?? (newest.ok ? newest.value : undefined);
  if (latest === undefined) return undefined;
  const { day, shownTotal, readAt } = latest;
  const history = await readSnapshots(database.value, id, { from: addDays(day, -comparedDays), to: day });
  const change = history.ok && latestReading(history.value) ? changeOver(history.value, 'total', 7, day) : undefined;
  return { readAt, last: { day, shownTotal, ...(change && { change: change.amount }) } };
}
