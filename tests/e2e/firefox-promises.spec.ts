import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { expect, test } from './firefox-test';

const address = 'https://www.linkedin.com/sales/ssi';

test('over a visit, the popup and the scorecard the extension in Firefox makes no request and opens no tab (promises 3 and 4)', async ({
  firefox,
  linkedin,
  system,
  openExtensionPage,
  extensionOrigin,
  requests,
}) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 200 });
  const popup = await openExtensionPage('popup/index.html');
  const page = await firefox.newPage();
  await page.bringToFront();
  await page.goto(address);
  await expect.poll(() => popup.evaluate(() => chrome.action.getBadgeText({})), { timeout: 20_000 }).toBe('20');
  await popup.bringToFront();
  await popup.waitForSelector('.hero');
  expect(await system.tabs()).toEqual([`${extensionOrigin}/popup/index.html`, address]);

  const scorecard = await openExtensionPage('scorecard/index.html');
  await scorecard.waitForSelector('.card');
  // A request that the page makes itself proves that the stand-in and the proxy see requests at all.
  await page.evaluate(() => fetch('/from-the-page'));
  const { paths, names } = requests();
  expect(paths.filter((path) => path !== '/favicon.ico')).toEqual(['/sales/ssi', '/from-the-page']);
  // Firefox itself asks its maker for news, with and without the extension, and gets none.
  const ofOthers = names.filter((name) => !/\.(mozilla|firefox)\.(com|net|org):443$/.test(name));
  expect(new Set(ofOthers)).toEqual(new Set(['www.linkedin.com:443']));
});

test('the page in Firefox cannot find the extension (promise 5)', async ({
  firefox,
  linkedin,
  openExtensionPage,
  extensionOrigin,
}) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 200 });
  const own = await openExtensionPage('icons/icon-16.png');
  const page = await firefox.newPage();
  await page.bringToFront();
  await page.goto(address);
  await expect.poll(() => page.evaluate(() => document.documentElement.children.length), { timeout: 20_000 }).toBe(3);
  expect(await own.evaluate(() => fetch('manifest.json').then(({ ok }) => ok))).toBe(true);

  // With the address that no page is told, even so.
  const found = await page.evaluate(async (origin) => {
    const reachable: string[] = [];
    for (const file of ['manifest.json', 'icons/icon-16.png', 'popup/index.html', 'content.js']) {
      const picture = new Image();
      const loaded = new Promise<boolean>((resolve) => {
        picture.onload = () => resolve(true);
        picture.onerror = () => resolve(false);
      });
      picture.src = `${origin}/${file}`;
      const fetched = await fetch(`${origin}/${file}`).then(
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
      added: [...document.documentElement.children].slice(2).map((element) => element.outerHTML),
      runtime: 'browser' in globalThis || 'chrome' in globalThis,
    };
  }, extensionOrigin);
  expect(found).toEqual({ reachable: [], addresses: false, name: false, added: ['<div></div>'], runtime: false });
});
