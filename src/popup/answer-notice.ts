import { succeed, type Result } from '../core/result';
import { browser } from '../platform/browser';
import { openSsiPage } from '../platform/ssi-page';
import type { NoticeAction, NoticeView, PopupData } from './popup-view';

/** Does what a notice's button says. Errors: those of the store, when an answer could not be kept. */
export async function answerNotice(
  action: NoticeAction,
  notice: NoticeView,
  data: PopupData | undefined,
  page: { readonly reload: () => Promise<void> },
): Promise<Result<unknown>> {
  switch (action) {
    case 'open-ssi-page':
      await openSsiPage({ again: true });
      window.close();
      break;
    case 'open-scorecard':
      await openScorecard();
      break;
    case 'copy-report':
      await navigator.clipboard.writeText(notice.report ?? '');
      break;
    case 'try-again':
      await page.reload();
      break;
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

/** Opens the full page, at a part of it where one is named: `settings`. */
export async function openScorecard(part?: string): Promise<void> {
  const address = browser.runtime.getURL('scorecard/index.html');
  await browser.tabs.create({ url: part === undefined ? address : `${address}#${part}` });
  window.close();
}
