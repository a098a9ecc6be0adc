import type { Page } from '@playwright/test';

/**
 * Lets a page, and whatever is opened in its place, believe that it is `instant` (epoch milliseconds) and stays so. Playwright's own
 * `page.clock` would set the clock of all pages of the browser, for all tests that come after.
 */
export async function setPageClock(page: Page, instant: number): Promise<void> {
  await page.addInitScript(stopClock, instant);
  await page.evaluate(stopClock, instant);
}

// Runs inside the browser and must stand alone.
function stopClock(instant: number): void {
  const RealDate = globalThis.Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [instant] : given, newTarget) as object,
  });
  globalThis.Date.now = () => instant;
}
