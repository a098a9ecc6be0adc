import type { ElementHandle } from 'puppeteer-core';
import { axeFindings } from './axe-findings';
import { pressButton, reload, showStored, textOf } from './firefox-own-page';
import { expect, test } from './firefox-test';
import { popupStates } from './popup-states';

test(
  'the sidebar of Firefox opens at a key of the member and never by itself; what is ticked in it is there the next time, and done in the journal',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const own = await openExtensionPage('scorecard/index.html');
    await showStored(own, popupStates.rest, '.overview-tip');
    const sidebars = () => own.evaluate("chrome.extension.getViews({ type: 'sidebar' }).length") as Promise<number>;
    expect(await sidebars()).toBe(0);
    const link = await own.waitForSelector('.overview-tip .button-primary');
    await (link as ElementHandle<HTMLAnchorElement>).press('Enter');
    await expect.poll(sidebars).toBe(1);

    const panel = await openExtensionPage('panel/index.html');
    await panel.setViewport({ width: 360, height: 700 });
    await panel.bringToFront();
    await panel.waitForSelector('.step');
    const title = await textOf(panel, '.tip-title');
    expect(await textOf(own, '.overview-tip-title')).toBe(title);
    await panel.focus('.step input');
    await panel.keyboard.press(' ');
    await expect.poll(() => textOf(panel, '.tip .button-primary')).toBe('Done');
    await reload(panel, '.step');
    expect(await textOf(panel, '.tip-title')).toBe(title);
    expect(await panel.evaluate(() => document.querySelector<HTMLInputElement>('.step input')?.checked)).toBe(true);
    for (const theme of ['light', 'dark'] as const) {
      await panel.evaluate((wanted) => (document.documentElement.dataset['theme'] = wanted), theme);
      expect((await axeFindings(panel, undefined, theme === 'light' ? 'all' : 'colours')).violations).toEqual([]);
    }
    await pressButton(panel, 'Done');
    await expect.poll(() => textOf(panel, '.tip-answered')).toMatch(/^Done\. On .* you’ll see what followed\.$/);
    await expect.poll(() => textOf(own, '.overview-tip-title')).not.toBe(title);
  },
);
