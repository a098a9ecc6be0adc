import { expect, type BrowserContext } from '@playwright/test';

/** Stops the extension's background worker, as the browser does with an idle one. The next event starts it anew. */
export async function stopWorker(context: BrowserContext, extensionId: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('There is no browser to ask.');
  const workers = async () =>
    (await session.send('Target.getTargets')).targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
    );
  for (const { targetId } of await workers()) await session.send('Target.closeTarget', { targetId });
  await expect.poll(async () => (await workers()).length).toBe(0);
  await session.detach();
}
