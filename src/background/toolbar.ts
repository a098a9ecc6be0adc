import { weekChange } from '../core/meaning/change';
import { isNormal, normalWeek } from '../core/meaning/normal-week';
import type { LocalDay } from '../core/score/local-day';
import { isReadingDue, type ReminderState } from '../core/reminder/reminder';
import type { Settings } from '../core/settings';
import { browser } from '../platform/browser';
import { notificationTrouble } from '../platform/browser-differences';
import { message } from '../platform/i18n';
import type { PageState } from '../store/read/page-state';
import type { Standing } from '../store/read/standing';
import { sentenceLanguage } from '../words/sentence-language';
import { toolbarView, type ToolbarQuestion } from './toolbar-view';

/** What the icon tells of; undefined is what there is not, or what could not be read. */
export interface ToolbarFacts {
  readonly standing: Standing | undefined;
  readonly pageState: PageState | undefined;
  readonly settings: Settings | undefined;
  readonly reminder: ReminderState | undefined;
  readonly today: LocalDay;
}

/**
 * Shows on the toolbar icon how the profile that the pages show stands. Right after the browser has started, too: a badge does not outlive it.
 * What cannot be read is not shown; the popup says why.
 */
export async function refreshToolbar(facts: ToolbarFacts): Promise<void> {
  const { standing, pageState, settings, reminder, today } = facts;
  const isBlocked = (await notificationTrouble()) !== undefined || reminder?.refused === true;
  const view = toolbarView({
    wanted: settings?.toolbar ?? false,
    ...(standing && { last: lastOf(standing) }),
    ...(pageState && { trouble: pageState.state }),
    readingDue:
      isBlocked &&
      pageState?.accessEndedSince === undefined &&
      reminder !== undefined &&
      settings?.reminder.rhythm !== 'off' &&
      isReadingDue(reminder, standing?.newest.readAt),
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
function lastOf({ newest, recent, readings }: Standing): NonNullable<ToolbarQuestion['last']> {
  const change = weekChange(recent);
  const whole = 'shownTotal' in newest;
  return {
    day: newest.day,
    shownTotal: whole ? newest.shownTotal : newest.total,
    ...(change && {
      change: change.amount,
      normal: whole && isNormal(change.amount, normalWeek(readings, 'total', newest.day)),
    }),
  };
}
