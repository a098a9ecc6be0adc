import { succeed, type Result } from '../core/result';
import { openPanel } from '../platform/browser-differences';
import { openScorecard } from '../platform/open-scorecard';
import { askSiteAccess } from '../platform/site-access';
import { timeZone } from '../platform/time-zone';
import type { NoticeAction } from './notice-view';
import type { PopupData } from './popup-data';

/** Does what a notice's button says. Errors: those of the store, when an answer could not be kept. */
export async function answerNotice(
  action: NoticeAction,
  data: PopupData | undefined,
  page: { readonly reload: () => Promise<void> },
): Promise<Result<unknown>> {
  switch (action) {
    case 'open-ssi-page':
      await leaveForSsiPage({ again: true });
      break;
    case 'open-scorecard':
      await leaveForScorecard();
      break;
    case 'open-plan':
      // The panel opens only in the very task of the click; where it does not, the scorecard has the plan too.
      if (await openPanel()) window.close();
      else await leaveForScorecard('plan');
      break;
    case 'try-again':
      await page.reload();
      break;
    case 'ask-site-access':
      // Whatever the answer is, the popup hears of it when access changes.
      await askSiteAccess();
      break;
    case 'snooze': {
      const { snoozeReminder } = await import('../store/write/reminder-state');
      const snoozed = await snoozeReminder(Date.now(), timeZone());
      await page.reload();
      return snoozed;
    }
    case 'mine':
      return answer('mine', data);
    case 'somebody-elses':
      return answer('someone-else', data);
  }
  return succeed(undefined);
}

async function answer(whose: 'mine' | 'someone-else', data: PopupData | undefined): Promise<Result<unknown>> {
  if (!data) return succeed(undefined);
  const { answerWhose } = await import('./answer-whose');
  return answerWhose(whose, data, Date.now());
}

/** Opens the member's SSI page, reloaded with `again` where it stands already. The popup has done its work. */
export async function leaveForSsiPage(how: { readonly again: boolean }): Promise<void> {
  const { openSsiPage } = await import('../platform/ssi-page');
  await openSsiPage(how);
  window.close();
}

/** Opens the full page, at a part of it where one is named: `settings`. The popup has done its work. */
export async function leaveForScorecard(part?: string): Promise<void> {
  await openScorecard(part);
  window.close();
}
