import { changeOver } from '../core/meaning/change';
import type { LocalDay } from '../core/score/local-day';
import { isReadingDue } from '../core/reminder/reminder';
import { defaultSettings } from '../core/settings';
import { browser } from '../platform/browser';
import { message } from '../platform/i18n';
import { readPageState } from '../store/page-state';
import { readNotificationTrouble, readReminderState } from '../store/reminder-state';
import { readSettings } from '../store/settings';
import type { Standing } from '../store/standing';
import { sentenceLanguage } from '../words/sentence-language';
import { toolbarView, type ToolbarQuestion } from './toolbar-view';

/** How far before the last reading the one it is compared with may lie, in days. */
export const comparedDays = 9;

/**
 * Shows on the toolbar icon how the profile that the pages show stands. Right after the browser has started, too: a badge does not outlive it.
 * What cannot be read is not shown; the popup says why.
 */
export async function refreshToolbar(standing: Standing | undefined, today: LocalDay): Promise<void> {
  const [settings, pageState, reminder, blocked] = await Promise.all([
    readSettings(),
    readPageState(),
    readReminderState(),
    readNotificationTrouble(),
  ]);
  const reading = standing && lastOf(standing);
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

/** The last reading, and how it compares. */
function lastOf({ newest, recent }: Standing): { readAt: number; last: NonNullable<ToolbarQuestion['last']> } {
  const { day, shownTotal, readAt } = newest;
  const change = changeOver(recent, 'total', 7, day);
  return { readAt, last: { day, shownTotal, ...(change && { change: change.amount }) } };
}
