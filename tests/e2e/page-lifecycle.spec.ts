// What a browser does with whole pages: it makes them before the member comes, and keeps them after the member left.
import puppeteer from 'puppeteer-core';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { chromiumArguments, startLinkedInServer } from '../linkedin/linkedin-server';
import { ssiPage } from '../linkedin/ssi-page';
import { BadgesDriver, historyBefore, memberOfPictures } from './badges-driver';
import { builtExtension, chromiumExecutable, expect, ssiPageAddress, test } from './extension-test';
import { readAllSnapshots } from './stored-snapshots';

const otherPage = 'https://www.linkedin.com/feed/';

/** Lets the browser make the SSI page ready, and goes there once its score stands. */
const prerenderingPage = {
  status: 200,
  headers: { 'content-security-policy': "script-src 'unsafe-inline'" },
  body: `<script type="speculationrules">{"prerender": [{"source": "list", "urls": ["/sales/ssi"], "eagerness": "immediate"}]}</script>
    <script>
      // A browser that is busy may leave the page unmade, or throw it away again: then it is asked once more.
      let left = 10;
      const follow = async () => {
        if ((await fetch('/made')).ok) location.assign('/sales/ssi');
        else if (left-- > 0) setTimeout(follow, 300);
        else location.reload();
      };
      follow();
    </script>`,
};

test('a page that Chromium prerendered is read when the member comes to it, and tells nothing before', async ({}, testInfo) => {
  test.setTimeout(120_000);
  let stands = false;
  const server = await startLinkedInServer({
    respond: ({ pathname }, { 'sec-purpose': purpose = '' }) => {
      if (pathname === '/feed/' || pathname === '/stands') stands = pathname === '/stands';
      if (pathname === '/feed/') return prerenderingPage;
      if (pathname === '/made') return { status: stands ? 200 : 404 };
      if (pathname !== '/sales/ssi') return 'Heard.';
      if (!purpose.includes('prerender')) return '<script>location.replace("/feed/")</script>';
      return `${ssiPage(memberOfJune2026)}<script>
        fetch('/stands');
        const told = () => fetch('/activated');
        if (document.prerendering) document.addEventListener('prerenderingchange', told);
      </script>`;
    },
  });
  // No debugger may look at the page, or Chromium prerenders nothing: this one looks at the worker alone.
  const browser = await puppeteer.launch({
    executablePath: chromiumExecutable(),
    userDataDir: testInfo.outputPath('profile'),
    waitForInitialPage: false,
    targetFilter: (target) => ['browser', 'service_worker'].includes(target.type()),
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${builtExtension}`,
      `--load-extension=${builtExtension}`,
      ...chromiumArguments(server),
    ],
  });
  try {
    const worker = await (await browser.waitForTarget((target) => target.url().endsWith('/background.js'))).worker();
    if (!worker) throw new Error('The extension has no worker.');
    // Its target is there a moment before it has the browser's own objects.
    await expect.poll(() => worker.evaluate(() => typeof chrome)).toBe('object');
    await worker.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      chrome.runtime.onMessage.addListener((message: { type: string }, { documentLifecycle }) => {
        heard.push([message.type, documentLifecycle]);
      });
    });
    const session = await browser.target().createCDPSession();
    // The page that the extension opens once it is installed would come in front of ours, and a page that nobody sees makes nothing ready.
    await expect
      .poll(async () => (await session.send('Target.getTargets')).targetInfos.map(({ url }) => url))
      .toContainEqual(expect.stringMatching(/#welcome$/));
    await session.send('Target.createTarget', { url: 'https://www.linkedin.com/feed/' });
    await expect.poll(() => server.requests, { timeout: 90_000 }).toContain('/activated');
    await expect.poll(() => worker.evaluate(readAllSnapshots)).toMatchObject([{ shownTotal: 20 }]);
    expect(await worker.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)).toEqual([
      ['visit/begin', 'active'],
      ['reading/record', 'active'],
    ]);
  } finally {
    await browser.close();
    await server.close();
  }
});

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

    const left = Date.now();
    await page.goto(otherPage);
    await seedSnapshots(historyBefore(memberOfPictures));
    await page.goBack({ waitUntil: 'commit' });
    expect(await isKept()).toBe(true);
    await expect.poll(() => badges.names()).toContain('people');
    // Read before it was left, not when it came back.
    expect((await storedSnapshots()).at(-1)?.readAt).toBeLessThan(left);

    await page.goto(otherPage);
    await worker.evaluate(() => chrome.storage.local.set({ settings: { badges: false } }));
    await page.goBack({ waitUntil: 'commit' });
    expect(await isKept()).toBe(true);
    await expect.poll(() => page.evaluate(() => document.documentElement.children.length)).toBe(2);
    expect(await badges.names()).toEqual([]);
  });
});
