import type { BrowserContext } from '@playwright/test';

/**
 * Gets ready to kill the browser. The answer kills it and all its processes at once (SIGKILL), without a chance to tidy up, and resolves when
 * it is gone.
 */
export async function killerOf(context: BrowserContext): Promise<() => Promise<void>> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('There is no browser to ask.');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('The browser has no process.');
  return async () => {
    const closed = context.waitForEvent('close');
    // Playwright starts it as the leader of a group of its own.
    process.kill(-browser.id, 'SIGKILL');
    await closed;
  };
}
