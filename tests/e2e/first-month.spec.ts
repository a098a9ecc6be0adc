import { tagsOf } from '../long-runs';
import { BadgesDriver } from './badges-driver';
import { expect, ssiPageAddress, test } from './extension-test';
import { liveFirstMonth } from './first-month';
import { OwnPage, type Hands } from './own-page';
import { setPageClock } from './page-clock';
import { setWorkerClock } from './worker-clock';

for (const hands of ['mouse', 'keyboard'] as const satisfies readonly Hands[]) {
  test(
    `a member’s first month, by ${hands}: tip, plan, review, goal, and a week that goes on without a score`,
    { tag: tagsOf(hands === 'mouse') },
    async ({ context, worker, linkedin, extensionId, openExtensionPage }) => {
      // A month: many pages, and axe at seven places.
      test.setTimeout(180_000);
      const origin = `chrome-extension://${extensionId}`;
      let now = Date.now();
      // Open from beginning to end: what only a page of the extension can ask the browser.
      const own = await openExtensionPage('icons/icon-16.png');
      let page = await context.newPage();
      await liveFirstMonth({
        hands,
        setClock: async (instant) => {
          now = instant;
          await setWorkerClock(worker, instant);
        },
        open: async (path, size) => {
          const opened = await openExtensionPage('manifest.json');
          await opened.setViewportSize(size);
          await opened.emulateMedia({ reducedMotion: 'reduce' });
          await setPageClock(opened, now);
          await opened.goto(`${origin}/${path}`);
          return new OwnPage(opened, hands);
        },
        serve: (html) => {
          linkedin.respond = ({ pathname }) => (pathname === '/sales/ssi' ? html : '<p>LinkedIn</p>');
        },
        visit: async () => {
          await page.close();
          page = await context.newPage();
          await page.goto(ssiPageAddress);
        },
        badges: async () =>
          Object.fromEntries((await new BadgesDriver(page).shown()).map(({ name, text }) => [name, text])),
        takeTip: async () => {
          await page.bringToFront();
          const badges = new BadgesDriver(page);
          const tab = context.waitForEvent('page', (opened) => opened.url().startsWith('https://'));
          if (hands === 'mouse') {
            await badges.click('[data-badge=start]');
            await expect.poll(() => badges.box('.popover .primary')).toBeDefined();
            await badges.click('.popover .primary');
          } else {
            await walkTo(page.keyboard, () => badges.ask(focused), 'start');
            await page.keyboard.press('Enter');
            await expect.poll(() => badges.box('.popover .primary')).toBeDefined();
            await walkTo(page.keyboard, () => badges.ask(focused), 'primary');
            await page.keyboard.press('Enter');
          }
          await (await tab).close();
        },
        isPanelOpen: () =>
          own.evaluate(async () => {
            const { SIDE_PANEL } = chrome.runtime.ContextType;
            const isOpen = (await chrome.runtime.getContexts({ contextTypes: [SIDE_PANEL] })).length > 0;
            // It lives in the machine's days, and what stands beside it in a browser without a screen is painted once a second.
            for (const enabled of isOpen ? [false, true] : []) await chrome.sidePanel.setOptions({ enabled });
            return isOpen;
          }),
        panelLivesOn: false,
        toolbarTitle: () => own.evaluate(() => chrome.action.getTitle({})),
        notifications: () => own.evaluate(async () => Object.keys(await chrome.notifications.getAll())),
      });
    },
  );
}

/** What has the focus in the badges: `start`, `primary`. Runs beside the page's scripts. */
function focused(layer: HTMLElement): string | undefined {
  const active = (layer.getRootNode() as ShadowRoot).activeElement;
  return active?.getAttribute('data-badge') ?? (active?.matches('.primary') ? 'primary' : undefined);
}

async function walkTo(
  keyboard: { press(key: string): Promise<void> },
  where: () => Promise<string | undefined>,
  wanted: string,
): Promise<void> {
  for (let stops = 0; stops < 50; stops += 1) {
    if ((await where()) === wanted) return;
    await keyboard.press('Tab');
  }
  throw new Error(`No key leads to "${wanted}".`);
}
