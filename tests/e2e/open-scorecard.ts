import type { Page } from '@playwright/test';
import { setPageClock } from './page-clock';
import { sampleNow } from './popup-sample';
import { putStored, type Stored } from './popup-states';

/**
 * The scorecard in a tab at the instant of the design's pictures, with `stored` in place of all that was stored. `part` is the fragment of
 * its address (`#tips`); without one, the scorecard itself.
 */
export async function openScorecard(
  openExtensionPage: (path: string) => Promise<Page>,
  stored: Stored,
  part = '',
): Promise<Page> {
  const page = await openExtensionPage(`scorecard/index.html${part}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await setPageClock(page, sampleNow);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await page.locator('.page').waitFor();
  await showScorecard(page, stored);
  return page;
}

/** Stores what is to be shown, in place of all that was stored, in a tab that has the scorecard open. */
export async function showScorecard(page: Page, stored: Stored): Promise<void> {
  await page.evaluate(putStored, stored);
  await page.reload();
  await page.locator('.card').first().waitFor();
}
