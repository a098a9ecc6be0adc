import { expect, test, type Page, type PageAssertionsToHaveScreenshotOptions } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { noTestFonts } from './test-fonts';

/**
 * How a picture is taken and compared. Two runs on one machine differ in no pixel; the popup without one label of its chart's scale differs
 * in 59, without one change in 217, with another font in 17,000 and more. What is left is for the edges of another Chromium.
 */
const pictureOptions = {
  scale: 'device',
  animations: 'disabled',
  threshold: 0.2,
  maxDiffPixels: 40,
} as const satisfies PageAssertionsToHaveScreenshotOptions;

/** Compares what `page` shows with `docs/pictures/<name>.png`; says so where it cannot, because the browser has other fonts. */
export async function expectPicture(
  page: Page,
  name: string,
  { clip, fullPage = false }: Pick<PageAssertionsToHaveScreenshotOptions, 'clip' | 'fullPage'> = {},
): Promise<void> {
  if (noTestFonts !== undefined) {
    test.info().annotations.push({ type: 'picture not compared', description: noTestFonts });
    return;
  }
  if (await isSameToTheByte(page, name, { fullPage, ...(clip && { clip }) })) return;
  await expect(page).toHaveScreenshot(`${name}.png`, { ...pictureOptions, fullPage, ...(clip && { clip }) });
}

/**
 * Whether a first look gives the very file that is kept. Then nothing needs to be waited for, looked at twice or compared pixel by pixel, which
 * takes ten times as long; where one byte differs, it is.
 */
async function isSameToTheByte(page: Page, name: string, of: Parameters<Page['screenshot']>[0]): Promise<boolean> {
  const kept = test.info().snapshotPath(`${name}.png`, { kind: 'screenshot' });
  if (test.info().config.updateSnapshots === 'all' || !existsSync(kept)) return false;
  const { scale, animations } = pictureOptions;
  const [seen, expected] = await Promise.all([
    page.screenshot({ scale, animations, caret: 'hide', ...of }),
    readFile(kept),
  ]);
  return seen.equals(expected);
}

/** Expects that `expectPicture` would not pass: for tests of the comparison itself. */
export async function expectOtherPicture(page: Page, name: string): Promise<void> {
  await expect(page).not.toHaveScreenshot(`${name}.png`, pictureOptions);
}
