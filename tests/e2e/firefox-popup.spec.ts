import type { Page } from 'puppeteer-core';
import { axeFindings } from './axe-findings';
import { openRealPopup, reload, showStored, textOf } from './firefox-own-page';
import { expect, test } from './firefox-test';
import { popupStates, type Stored } from './popup-states';

const popupSize = { width: 400, height: 600 };

/** One state of each kind of view, and in the light those that are highest; Chromium looks at every state. */
const themes = {
  light: {
    rest: popupStates.rest,
    empty: popupStates.empty,
    stale: popupStates.stale,
    'not-recognised': popupStates['not-recognised'],
    'kept-aside': popupStates['kept-aside'],
    'storage-full': popupStates['storage-full'],
    profiles: popupStates.profiles,
  },
  dark: {
    rest: popupStates.rest,
    empty: popupStates.empty,
    stale: popupStates.stale,
    'not-recognised': popupStates['not-recognised'],
    'kept-aside': popupStates['kept-aside'],
  },
} satisfies Record<string, Record<string, Stored>>;

for (const [theme, states] of Object.entries(themes)) {
  test(
    `the popup's states fit in Firefox, and axe finds nothing, ${theme}`,
    { tag: '@long' },
    async ({ openExtensionPage }) => {
      const page = await openExtensionPage('popup/index.html');
      await page.setViewport(popupSize);
      for (const [name, stored] of Object.entries<Stored>(states)) {
        await showStored(page, { ...stored, local: { ...stored.local, settings: { theme } } }, '.head');
        await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme);
        const size = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.scrollHeight,
        ]);
        expect.soft(size, `${name}: no scrolling in 400 by 600`).toEqual([400, 600]);
        const { violations, passes } = await axeFindings(page, undefined, theme === 'light' ? 'all' : 'colours');
        expect.soft(violations, name).toEqual([]);
        expect(passes).toContain('color-contrast');
      }
    },
  );
}

test('the popup in Firefox shows the numbers of the design, and at once that the member is signed out', async ({
  openExtensionPage,
}) => {
  const page = await openExtensionPage('popup/index.html');
  await showStored(page, popupStates.rest, '.hero');
  expect(await textOf(page, '.ring-number')).toBe('63');
  expect(await textOf(page, '.head-freshness')).toMatch(/^Updated today, /);
  expect(await textOf(page, '.readout')).toBe('+11.2in 3 months');

  // Later than the last reading, which is of a quarter past nine today, whatever time it is now.
  const at = Date.now() + 86_400_000;
  await page.evaluate((later) => chrome.storage.local.set({ 'page-state': { state: 'signed-out', at: later } }), at);
  await expect.poll(() => textOf(page, '.notice')).toContain('Sign in');
});

test(
  'everything in the popup can be reached with the keyboard in Firefox, and a tip done is there again the next time',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openExtensionPage('popup/index.html');
    await page.setViewport(popupSize);
    await showStored(page, popupStates.rest, '.tip-title');
    const stops: string[] = [];
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        return (element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '').replace(/:.*/, '');
      });
    while (stops.at(-1) !== 'Steps' && stops.length < 14) {
      await page.keyboard.press('Tab');
      stops.push(await focused());
    }
    expect(stops).toEqual([
      'Open my SSI page',
      'Open scorecard',
      'Settings',
      'Goal 70',
      '3 months',
      'History of your total',
      'Professional brand',
      'Open beside LinkedIn',
      'Done',
      'Another',
      'More',
      'Steps',
    ]);
    await page.keyboard.down('Shift');
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await focused()).toBe('Done');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.body.textContent)).toContain('what followed.');
    await reload(page, '.tip-title');
    const actions = await page.evaluate(
      () =>
        new Promise<readonly { kind: string }[]>((resolve) => {
          const opening = indexedDB.open('ssi-scorecard');
          opening.onsuccess = () => {
            const all = opening.result.transaction('actions').objectStore('actions').getAll();
            all.onsuccess = () => resolve(all.result as { kind: string }[]);
          };
        }),
    );
    expect(actions.filter(({ kind }) => kind === 'tip')).toHaveLength(1);
  },
);

/** Opens the real popup, which has its own size and does not scroll. `own` is any page of the extension. */
async function expectRealPopup(own: Page): Promise<void> {
  await openRealPopup(own);
  const real = () =>
    own.evaluate(() => {
      const [popup] = chrome.extension.getViews({ type: 'popup' });
      if (!popup?.document.querySelector('.tip-title, .tip')) return 'not drawn yet';
      const { scrollWidth, scrollHeight } = popup.document.documentElement;
      return {
        width: popup.innerWidth,
        across: scrollWidth - popup.innerWidth,
        down: scrollHeight - popup.innerHeight,
      };
    });
  await expect.poll(real, { timeout: 20_000 }).toEqual({ width: 400, across: 0, down: 0 });
}

test('the real popup opens from the toolbar of Firefox in its own size, without scrolling', async ({
  openExtensionPage,
}) => {
  const own = await openExtensionPage('popup/index.html');
  await showStored(own, popupStates.rest, '.hero');
  await expectRealPopup(own);
});

test(
  'and so it does from the overflow menu, where all pages are zoomed to 175 %',
  { tag: '@long' },
  async ({ openExtensionPage, system }) => {
    const own = await openExtensionPage('popup/index.html');
    await showStored(own, popupStates.rest, '.hero');
    await system.overflowButton(1.75);
    await expectRealPopup(own);
    await system.overflowButton(1);
  },
);
