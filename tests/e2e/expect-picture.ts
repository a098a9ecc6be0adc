import { expect, test, type Page, type PageAssertionsToHaveScreenshotOptions } from '@playwright/test';
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
  await expect(page).toHaveScreenshot(`${name}.png`, { ...pictureOptions, fullPage, ...(clip && { clip }) });
}

/** Expects that `expectPicture` would not pass: for tests of the comparison itself. */
export async function expectOtherPicture(page: Page, name: string): Promise<void> {
  await expect(page).not.toHaveScreenshot(`${name}.png`, pictureOptions);
}
