import type { Page } from '@playwright/test';
import { ssiPage } from '../linkedin/ssi-page';
import { axeFindings } from './axe-findings';
import { BadgesDriver, historyBefore, memberOfPictures, storedActions } from './badges-driver';
import { expect, pageTest, ssiPageAddress, test } from './extension-test';
import { expectPicture } from './expect-picture';
import { openStored } from './open-stored';
import { weekDone, weekOfPictures, weekWithoutScore } from './popup-states';

const steps = (page: Page) => page.getByRole('checkbox');

/** The panel itself, as it stands beside the page: the browser lists it among its targets, and no tab has it. */
const isPanelOpen = (page: Page) =>
  page.evaluate(
    async () =>
      (await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.SIDE_PANEL] })).length > 0,
  );

test('the tip is done step by step beside LinkedIn: from the badge into the panel, over closing it, into the journal', async ({
  context,
  linkedin,
  seedSnapshots,
  openExtensionPage,
  worker,
}) => {
  await seedSnapshots(historyBefore(memberOfPictures));
  linkedin.respond = ({ pathname }) =>
    pathname === '/sales/ssi' ? ssiPage(memberOfPictures, { paintAfter: 0 }) : { status: 200, body: '<p>Search</p>' };
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  const badges = new BadgesDriver(page);
  await expect.poll(() => badges.names()).toContain('start');
  const probe = await openExtensionPage('popup/index.html');
  await page.bringToFront();
  expect(await isPanelOpen(probe), 'never by itself').toBe(false);

  await badges.click('[data-badge=start]');
  await expect.poll(() => badges.box('.popover .primary')).toBeDefined();
  const opened = context.waitForEvent('page');
  await badges.click('.popover .primary');
  await opened;
  await expect.poll(() => isPanelOpen(probe)).toBe(true);

  // The same page in a tab: what stands in the panel is the browser's own, which no test can click.
  const panel = await openExtensionPage('panel/index.html');
  const title = await panel.locator('.tip-title').textContent();
  expect(await probe.locator('.tip-title').textContent(), 'one tip in all places').toBe(title);
  await steps(panel).first().check();
  await expect(panel.locator('.tip .button-primary')).toHaveText('Done');
  await panel.close();

  const again = await openExtensionPage('panel/index.html');
  await expect(again.locator('.tip-title')).toHaveText(title!);
  await expect(steps(again).first()).toBeChecked();
  await again.getByRole('button', { name: 'Done' }).click();
  await expect(again.getByText(/^Done\. On .* you’ll see what followed\.$/)).toBeVisible();
  expect(await storedActions(worker)).toMatchObject([{ kind: 'tip' }]);
  await expect(probe.locator('.tip-title')).not.toHaveText(title!);
});

// Without a score it is laid out as the week is; what it says then is tried in the DOM.
const states = [
  { name: 'rest', stored: weekOfPictures, tag: ['@picture'] },
  { name: 'week', stored: weekDone, tag: ['@picture'] },
  { name: 'access-ended', stored: weekWithoutScore, tag: ['@picture', '@long'] },
];

for (const { name, stored, tag } of states) {
  pageTest(
    `the panel "${name}" looks as it should, axe finds nothing, light and dark, and nothing is cut from 320 to 500`,
    { tag },
    async ({ openExtensionPage }) => {
      const size = { width: 360, height: 760, ready: '.review' };
      const page = await openStored(openExtensionPage, 'panel/index.html', stored, size);
      // As high as all of it, or the strip below would stand in the midst of the picture.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width: 360, height });
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        expect((await axeFindings(page, undefined, theme === 'light' ? 'all' : 'colours')).violations).toEqual([]);
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        await expectPicture(page, `panel-${name}${theme === 'dark' ? '-dark' : ''}`, { fullPage: true });
      }
      for (const width of [320, 500]) {
        await page.setViewportSize({ width, height: 760 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    },
  );
}
