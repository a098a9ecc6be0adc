import type { Page } from '@playwright/test';
import { openStored } from './open-stored';
import { putStored, type Stored } from './popup-states';

/** A card, once none is to come any more. */
export const wholeScorecard = '.page:not(:has(.coming)) .card';

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
    ready: wholeScorecard,
  });
}

/** Stores what is to be shown, in place of all that was stored, in a tab that has the scorecard open. */
export async function showScorecard(page: Page, stored: Stored): Promise<void> {
  await page.evaluate(putStored, JSON.stringify(stored));
  await page.reload();
  await page.locator(wholeScorecard).first().waitFor();
}
