import type { ElementHandle } from 'puppeteer-core';
import { expect, test } from './firefox-test';
import { liveFirstMonth } from './first-month';
import { OwnPage, type Hands } from './own-page';

for (const hands of ['keyboard', 'mouse'] as const satisfies readonly Hands[]) {
  test(
    `a member’s first month in Firefox, by ${hands}: tip, plan, review, goal, and a week that goes on without a score`,
    { tag: '@long' },
    async ({ firefox, system, linkedin, openExtensionPage }) => {
      test.setTimeout(180_000);
      const own = await openExtensionPage('icons/icon-16.png');
      let page = await firefox.newPage();
      const open = async (path: string, size: { readonly width: number; readonly height: number }) => {
        const opened = await openExtensionPage(path);
        await opened.setViewport(size);
        return opened;
      };
      await liveFirstMonth({
        hands,
        setClock: async (instant) => {
          await system.processes.setClock(instant);
          await system.stopBackground();
        },
        open: async (path, size) => new OwnPage(await open(path, size), hands),
        serve: (html) => {
          linkedin.respond = ({ pathname }) => (pathname === '/sales/ssi' ? html : '<p>LinkedIn</p>');
        },
        visit: async () => {
          await page.close();
          page = await firefox.newPage();
          await page.bringToFront();
          await page.goto('https://www.linkedin.com/sales/ssi');
        },
        badges: () => system.processes.badges(),
        takeTip: async () => {
          const popup = await open('popup/index.html', { width: 400, height: 600 });
          const button = await popup.waitForSelector('.tip .button-primary');
          if (hands === 'mouse') await button?.click();
          else await (button as ElementHandle<HTMLButtonElement>).press('Enter');
          await expect.poll(() => system.tabs()).toContainEqual(expect.stringMatching(/^https:.*linkedin/));
        },
        isPanelOpen: async () =>
          ((await own.evaluate("chrome.extension.getViews({ type: 'sidebar' }).length")) as number) > 0,
        panelLivesOn: true,
        toolbarTitle: () => own.evaluate(() => chrome.action.getTitle({})),
        notifications: () => own.evaluate(async () => Object.keys(await chrome.notifications.getAll())),
      });
      await system.processes.setClock(undefined);
    },
  );
}
