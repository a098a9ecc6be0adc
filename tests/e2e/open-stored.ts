import { expect, type Page } from '@playwright/test';
import { setPageClock } from './page-clock';
import { sampleNow } from './popup-sample';
import { putStored, type Stored } from './popup-states';

/**
 * One of the extension's pages in a tab at the instant of the design's pictures, with `stored` in place of all that was stored, and nothing that
 * moves. `path` is `popup/index.html` or `scorecard/index.html#tips`, `ready` a selector of what is drawn last.
 */
export async function openStored(
  openExtensionPage: (path: string) => Promise<Page>,
  path: string,
  stored: Stored,
  { width, height, ready }: { readonly width: number; readonly height: number; readonly ready: string },
): Promise<Page> {
  // Of the extension's origin, and without anything of ours that runs: the page itself is loaded once, with all that it is to show.
  const page = await openExtensionPage('manifest.json');
  await setPageClock(page, sampleNow);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // The worker makes the store when it is installed.
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
  await page.evaluate(putStored, JSON.stringify(stored));
  await page.goto(new URL(`/${path}`, page.url()).href);
  await page.locator(ready).first().waitFor();
  return page;
}
