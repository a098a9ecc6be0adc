import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { startLinkedInServer } from '../linkedin/linkedin-server';
import { ssiPage } from '../linkedin/ssi-page';
import { builtExtension, chromiumExecutable, expect, ssiPageAddress, test } from './extension-test';
import { extensionIdOf, extensionWorker, launchChromium } from './launch-chromium';

test('over a whole session the extension makes no request and opens no tab (promises 3 and 4)', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'ssi-scorecard-profile-'));
  const netLog = join(profile, 'net-log.json');
  const linkedin = await startLinkedInServer({ respond: () => ssiPage(memberOfJune2026, { paintAfter: 200 }) });
  const context = await launchChromium({
    executable: chromiumExecutable(),
    extension: builtExtension,
    profile,
    linkedin,
    arguments: [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'],
  });
  const worker = await extensionWorker(context);
  const extension = `chrome-extension://${extensionIdOf(worker)}`;
  const page = context.pages()[0] ?? (await context.newPage());
  const opened: string[] = [];
  context.on('page', (other) => opened.push(other.url()));

  await page.goto(ssiPageAddress);
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('20');
  await page.reload();
  await page.locator('progress').first().waitFor();
  expect(opened, 'tabs opened without a click').toEqual([]);
  expect(page.url()).toBe(ssiPageAddress);

  const popup = await context.newPage();
  await popup.goto(`${extension}/popup/index.html`);
  await expect(popup.locator('body')).toContainText('13.1');
  // A request that the page makes itself proves that the log sees requests at all.
  await page.evaluate(() => fetch('/from-the-page'));
  await context.close();

  const log = JSON.parse(readFileSync(netLog, 'utf8')) as {
    events: { params?: { url?: string; initiator?: string } }[];
  };
  const requests = log.events.flatMap(({ params }) => (params?.url && params.initiator !== undefined ? [params] : []));
  expect(requests.some(({ url }) => url?.endsWith('/from-the-page'))).toBe(true);
  const own = requests.filter(({ initiator }) => initiator?.startsWith('chrome-extension://'));
  expect(own.filter(({ url }) => !url?.startsWith('chrome-extension://'))).toEqual([]);
  // And LinkedIn's side: two visits, the icon a browser asks for, and the page's own request above.
  const asked = linkedin.requests.filter((path) => path !== '/favicon.ico');
  expect(asked).toEqual(['/sales/ssi', '/sales/ssi', '/from-the-page']);

  await linkedin.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('the page cannot find the extension (promise 5)', async ({ context, linkedin, extensionId, worker }) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 200 });
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('20');

  const found = await page.evaluate(async (id) => {
    const files = ['manifest.json', 'icons/icon-16.png', 'popup/index.html', 'content.js', '_locales/en/messages.json'];
    const reachable: string[] = [];
    for (const file of files) {
      const picture = new Image();
      const loaded = new Promise<boolean>((resolve) => {
        picture.onload = () => resolve(true);
        picture.onerror = () => resolve(false);
      });
      picture.src = `chrome-extension://${id}/${file}`;
      const fetched = await fetch(`chrome-extension://${id}/${file}`).then(
        () => true,
        () => false,
      );
      if (fetched || (await loaded)) reachable.push(file);
    }
    const markup = document.documentElement.outerHTML;
    return {
      reachable,
      addresses: /(chrome|moz)-extension/.test(markup),
      name: /ssi[- ]?scorecard/i.test(markup),
      runtime: typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime?.sendMessage,
    };
  }, extensionId);
  expect(found).toEqual({ reachable: [], addresses: false, name: false, runtime: 'undefined' });
});

test('the page looks the same to its own scripts with and without the extension (promise 5)', async ({
  context,
  linkedin,
  worker,
}) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 200 });
  const look = () => {
    const page = document.documentElement.cloneNode(true) as HTMLElement;
    // Behind head and body: the one element that holds the badges. Everything else must be the same to the byte.
    const added = [...page.children].slice(2);
    for (const element of added) element.remove();
    return {
      added: added.map((element) => element.outerHTML),
      markup: page.outerHTML,
      globals: Object.getOwnPropertyNames(window).sort(),
      styles: document.adoptedStyleSheets.length + document.styleSheets.length,
    };
  };
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('20');
  await expect.poll(() => page.evaluate(() => document.documentElement.children.length)).toBe(3);
  const withExtension = await page.evaluate(look);

  const profile = await mkdtemp(join(tmpdir(), 'ssi-scorecard-profile-'));
  const plain = await launchChromium({ executable: chromiumExecutable(), profile, linkedin });
  const plainPage = plain.pages()[0] ?? (await plain.newPage());
  await plainPage.goto(ssiPageAddress);
  await plainPage.locator('progress').first().waitFor();
  const without = await plainPage.evaluate(look);
  await plain.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });

  expect(withExtension).toEqual({ ...without, added: ['<div></div>'] });
});
