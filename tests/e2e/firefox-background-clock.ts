import type { Page } from 'puppeteer-core';

/**
 * Lets the extension's background page believe that it is `instant` (epoch milliseconds) and stays so, until it is stopped. `page` is any page of
 * the extension and must stay open as long: the clock is one of its functions.
 */
export async function setBackgroundClock(page: Page, instant: number): Promise<void> {
  await page.evaluate(async (now) => {
    // Wakes it where it sleeps. Chromium has no such pages any more, so its types call it out of date.
    const runtime = chrome.runtime as unknown as { getBackgroundPage(): Promise<{ Date: DateConstructor }> };
    const background = await runtime.getBackgroundPage();
    background.Date.now = () => now;
  }, instant);
}
