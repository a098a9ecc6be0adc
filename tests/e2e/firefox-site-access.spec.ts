import type { Page } from 'puppeteer-core';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { axeFindings } from './axe-findings';
import { pressButton, openRealPopup, showStored, textOf } from './firefox-own-page';
import { expect, test } from './firefox-test';
import { popupStates } from './popup-states';
import { readAllSnapshots } from './stored-snapshots';

const address = 'https://www.linkedin.com/sales/ssi';
const title = 'SSI Scorecard isn’t allowed to read LinkedIn’s page';

/** As the member does in Firefox's own settings of the extension, for everything that the manifest names. */
async function takeAccessBack(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const matches = chrome.runtime.getManifest().content_scripts?.flatMap((script) => script.matches ?? []) ?? [];
    await chrome.permissions.remove({ origins: matches });
  });
}

const body = (page: Page) => () => textOf(page, 'body');

test(
  'Firefox gives access at the installation without a question, and nobody is bothered',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openExtensionPage('popup/index.html');
    await showStored(page, popupStates.rest, '.hero');
    expect(await textOf(page, 'body')).not.toContain(title);
    const scorecard = await openExtensionPage('scorecard/index.html');
    await scorecard.waitForSelector('.card');
    expect(await textOf(scorecard, 'body')).not.toContain(title);
  },
);

test(
  'where access was taken back, popup and scorecard say so at once; the popup asks, and with a yes the page is read again',
  { tag: '@long' },
  async ({ firefox, linkedin, system, openExtensionPage }) => {
    linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 200 });
    const scorecard = await openExtensionPage('scorecard/index.html');
    await scorecard.waitForSelector('.card');
    const popup = await openExtensionPage('popup/index.html');
    await popup.setViewport({ width: 400, height: 600 });
    await showStored(popup, { snapshots: [] }, '.empty');
    await takeAccessBack(popup);
    await expect.poll(body(popup)).toContain(title);
    await expect.poll(body(scorecard)).toContain(title);
    expect((await axeFindings(popup)).violations).toEqual([]);
    expect(await popup.evaluate(() => document.documentElement.scrollHeight)).toBe(600);

    // Nothing is read, as the notice says.
    const visit = await firefox.newPage();
    await visit.bringToFront();
    await visit.goto(address);
    await visit.waitForSelector('progress');
    expect(await visit.evaluate(() => document.documentElement.children.length)).toBe(2);
    expect(await popup.evaluate(readAllSnapshots)).toEqual([]);

    await popup.bringToFront();
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Allow it again');
    await pressButton(popup, 'Allow it again');
    expect(await system.permissionQuestion()).toContain('www.linkedin.com');
    await system.answerPermissionQuestion('allow');
    await expect.poll(body(popup)).not.toContain(title);
    await expect.poll(body(scorecard)).not.toContain(title);
    await visit.bringToFront();
    await visit.goto(address);
    await expect.poll(() => popup.evaluate(readAllSnapshots), { timeout: 20_000 }).toMatchObject([{ shownTotal: 20 }]);
  },
);

test(
  'the scorecard asks, too, takes a no, and can be asked again',
  { tag: '@long' },
  async ({ system, openExtensionPage }) => {
    const page = await openExtensionPage('scorecard/index.html');
    await page.setViewport({ width: 1280, height: 900 });
    await showStored(page, popupStates.rest, '.card');
    await takeAccessBack(page);
    await expect.poll(body(page)).toContain(title);
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 900 });
      expect((await axeFindings(page)).violations).toEqual([]);
    }
    for (const answer of ['refuse', 'allow'] as const) {
      await pressButton(page, 'Allow it again');
      await system.answerPermissionQuestion(answer);
      const given = () => page.evaluate(async () => (await chrome.permissions.getAll()).origins?.length);
      if (answer === 'refuse') {
        await system.noPermissionQuestion();
        expect(await given()).toBe(0);
        expect(await textOf(page, 'body')).toContain(title);
      }
    }
    await expect.poll(body(page)).not.toContain(title);
  },
);

test('the real popup asks from the toolbar, too', { tag: '@long' }, async ({ system, openExtensionPage }) => {
  const own = await openExtensionPage('popup/index.html');
  await showStored(own, popupStates.rest, '.hero');
  await takeAccessBack(own);
  await openRealPopup(own);
  const place = () =>
    own.evaluate(() => {
      const [popup] = chrome.extension.getViews({ type: 'popup' });
      const box = popup?.document.querySelector('.notice .button-primary')?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
  await expect.poll(place).toBeDefined();
  await system.clickInPopup((await place())!);
  await system.answerPermissionQuestion('allow');
  await expect.poll(body(own)).not.toContain(title);
});
