import type { Runtime } from 'webextension-polyfill';
import { isSsiPage, ssiPageAddress } from './address';
import { browser } from './browser';

/** Asked of a tab: only our own content script, on the SSI page, answers it. */
const question = { type: 'page/is-this-the-ssi-page' } as const;

/**
 * Shows the member's SSI page after a click: a tab that has it already comes to the front and, with `again`, is loaded anew so
 * that it is read; otherwise a new tab. Needs no permission: tabs are not looked into, they are asked.
 */
export async function openSsiPage({ again }: { readonly again: boolean }): Promise<void> {
  const tab = await findSsiTab();
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: ssiPageAddress });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  if (again) await browser.tabs.reload(tab.id);
}

/** A tab whose content script says that it stands on the SSI page; undefined when none does. */
async function findSsiTab() {
  const tabs = await browser.tabs.query({});
  const answers = await Promise.allSettled(
    // A tab without our content script refuses the message, which is an answer, too.
    tabs.map(async (tab) =>
      tab.id === undefined ? false : browser.tabs.sendMessage(tab.id, question, { frameId: 0 }),
    ),
  );
  return tabs.find((_, index) => {
    const answer = answers[index];
    return answer?.status === 'fulfilled' && answer.value === true;
  });
}

/** Lets `openSsiPage` find this tab. For the content script, once; `signal` ends it. */
export function answerOpenSsiPage(location: { readonly href: string }, signal: AbortSignal): void {
  const answer: Runtime.OnMessageListenerCallback = (message, _sender, sendResponse) => {
    if ((message as Partial<typeof question> | null)?.type === question.type) sendResponse(isSsiPage(location.href));
    // Answered at once or not at all: others may listen to the same message.
    return undefined as unknown as true;
  };
  browser.runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(answer), { once: true });
}
