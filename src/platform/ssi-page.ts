import type { Runtime, Tabs } from 'webextension-polyfill';
import { isSsiPage, ssiPageAddress } from './address';
import { browser } from './browser';
import { openTab } from './open-tab';

/** Asked of a tab: only our own content script, on the SSI page, answers it. */
const question = { type: 'page/is-this-the-ssi-page' } as const;

/** A tab answers at once or hangs; so long it may take, in milliseconds, before a new one is opened in its place. */
const longestAnswer = 500;

/**
 * Shows the member's SSI page after a click: a tab that has it already comes to the front and, with `again`, is reloaded so
 * that it is read; otherwise a new tab. Needs no permission: tabs are not looked into, they are asked.
 */
export async function openSsiPage({ again }: { readonly again: boolean }): Promise<void> {
  const tab = await findSsiTab({});
  if (tab?.id === undefined) {
    await openTab(ssiPageAddress);
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  if (again) await browser.tabs.reload(tab.id);
}

/** Shows a page of LinkedIn's beside the panel, after a click: in the tab in front when that is the SSI page, else in a new one. */
export async function openBesidePanel(url: string): Promise<void> {
  const tab = await findSsiTab({ active: true, currentWindow: true });
  if (tab?.id === undefined) await openTab(url);
  else await browser.tabs.update(tab.id, { url });
}

/** A tab whose content script says that it stands on the SSI page; undefined when none does, or none in time. */
async function findSsiTab(among: Tabs.QueryQueryInfoType): Promise<Tabs.Tab | undefined> {
  const tabs = await browser.tabs.query(among);
  const late = new Promise((resolve) => setTimeout(resolve, longestAnswer));
  const answers = await Promise.allSettled(
    // A tab without our content script refuses the message, which is an answer too.
    tabs.map(async ({ id }) =>
      id === undefined ? false : Promise.race([browser.tabs.sendMessage(id, question, { frameId: 0 }), late]),
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
