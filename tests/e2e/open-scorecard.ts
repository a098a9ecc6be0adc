import type { Page } from '@playwright/test';
import { openStored } from './open-stored';
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
  return openStored(openExtensionPage, `scorecard/index.html${part}`, stored, {
    width: 1280,
    height: 900,
    ready: '.card',
  });
}

/** Stores what is to be shown, in place of all that was stored, in a tab that has the scorecard open. */
export async function showScorecard(page: Page, stored: Stored): Promise<void> {
  await page.evaluate(putStored, stored);
  await page.reload();
  await page.locator('.card').first().waitFor();
}
