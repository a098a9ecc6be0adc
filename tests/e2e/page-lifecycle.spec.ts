// What a browser does with whole pages: it keeps them after the member left.
import { ssiPage } from '../linkedin/ssi-page';
import { BadgesDriver, historyBefore, memberOfPictures } from './badges-driver';
import { expect, ssiPageAddress, test } from './extension-test';

const otherPage = 'https://www.linkedin.com/feed/';

test.describe('a page back from the back/forward cache', () => {
  test.use({ keepsLeftPages: true });

  test('has the badges of now, keeps the instant at which it was read, and has none once they are switched off', async ({
    context,
    linkedin,
    seedSnapshots,
    storedSnapshots,
    worker,
  }) => {
    linkedin.respond = ({ pathname }) => ({
      status: 200,
      headers: { 'cache-control': 'no-cache' },
      body: pathname === '/feed/' ? '<p>Feed' : ssiPage(memberOfPictures, { paintAfter: 200 }),
    });
    const page = await context.newPage();
    const badges = new BadgesDriver(page);
    await page.goto(ssiPageAddress);
    await expect.poll(() => badges.names()).toEqual(['start']);
    await page.evaluate(() => Object.assign(window, { kept: true }));
    const isKept = () => page.evaluate(() => 'kept' in window);
    const readAt = (await storedSnapshots()).at(-1)?.readAt;

    await page.goto(otherPage);
    await seedSnapshots(historyBefore(memberOfPictures));
    await page.goBack({ waitUntil: 'commit' });
    expect(await isKept()).toBe(true);
    await expect.poll(() => badges.names()).toContain('people');
    expect((await storedSnapshots()).at(-1)?.readAt).toBe(readAt);

    await page.goto(otherPage);
    await worker.evaluate(() => chrome.storage.local.set({ settings: { badges: false } }));
    await page.goBack({ waitUntil: 'commit' });
    expect(await isKept()).toBe(true);
    await expect.poll(() => page.evaluate(() => document.documentElement.children.length)).toBe(2);
    expect(await badges.names()).toEqual([]);
  });
});
