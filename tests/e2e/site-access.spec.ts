import type { BrowserContext } from '@playwright/test';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { expect, ssiPageAddress, test } from './extension-test';

const title = 'SSI Scorecard isn’t allowed to read LinkedIn’s page';

/** As the member does in the browser's own settings of the extension: "On click", or "On all sites". */
async function setSiteAccess(
  context: BrowserContext,
  extensionId: string,
  hostAccess: 'ON_CLICK' | 'ON_ALL_SITES',
): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    async (change) => {
      // The settings page's own interface; it is in no type.
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
      };
      await developerPrivate.updateExtensionConfiguration(change);
    },
    { extensionId, hostAccess },
  );
  await settings.close();
}

test('where the member took access back, nothing is read, popup and scorecard say so at once, and no longer when it is given', async ({
  context,
  extensionId,
  linkedin,
  openExtensionPage,
  storedSnapshots,
}) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 200 });
  const popup = await openExtensionPage('popup/index.html');
  await expect(popup.getByText('Your score goes here')).toBeVisible();
  const scorecard = await openExtensionPage('scorecard/index.html');
  await expect(scorecard.locator('.card').first()).toBeVisible();
  for (const page of [popup, scorecard]) await expect(page.getByText(title)).toHaveCount(0);

  await setSiteAccess(context, extensionId, 'ON_CLICK');
  for (const page of [popup, scorecard]) {
    await page.bringToFront();
    await expect(page.getByText(title)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Allow it again' })).toBeVisible();
  }
  const visit = await context.newPage();
  await visit.goto(ssiPageAddress);
  await visit.locator('progress').first().waitFor();
  expect(await visit.evaluate(() => document.documentElement.children.length)).toBe(2);
  expect(await storedSnapshots()).toEqual([]);

  await setSiteAccess(context, extensionId, 'ON_ALL_SITES');
  for (const page of [popup, scorecard]) {
    await page.bringToFront();
    await expect(page.getByText(title)).toHaveCount(0);
  }
  await visit.bringToFront();
  await visit.goto(ssiPageAddress);
  await expect.poll(storedSnapshots).toHaveLength(1);
});
