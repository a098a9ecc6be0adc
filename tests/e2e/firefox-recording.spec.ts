import type { Page } from 'puppeteer-core';
import { memberOfJune2026, type StandInMember } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { setBackgroundClock } from './firefox-background-clock';
import { expect, test } from './firefox-test';
import { readAllSnapshots } from './stored-snapshots';

const address = 'https://www.linkedin.com/sales/ssi';
const noon = Date.parse('2026-05-12T12:00:00Z');
const day = 86_400_000;
const changed: StandInMember = { ...memberOfJune2026, scores: { ...memberOfJune2026.scores, people: 3.98 } };

/** Whatever is slow on a busy machine: Firefox starts, paints, and only then is there something to read. */
const patiently = { timeout: 20_000 };

test.beforeEach(({ linkedin }) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 300 });
});

const stored = (page: Page) => () => page.evaluate(readAllSnapshots);

test('Firefox reads the page by itself, stores exactly one snapshot with the captured numbers, and shows it in popup and toolbar', async ({
  firefox,
  openExtensionPage,
}) => {
  const popup = await openExtensionPage('popup/index.html');
  const page = await firefox.newPage();
  await page.bringToFront();
  await page.goto(`${address}?src=nav&trk=x`);
  await expect.poll(stored(popup), patiently).toEqual([
    {
      member: 'unknown',
      day: new Date().toISOString().slice(0, 10),
      readAt: expect.any(Number) as unknown,
      source: 'bars',
      shownTotal: 20,
      total: 13.118002 + 3.68 + 0.29999998 + 2.6077502,
      scores: { brand: 13.118002, people: 3.68, insights: 0.29999998, relationships: 2.6077502 },
      rank: { industry: 75, network: 81 },
      average: { industry: { total: 31 }, network: { total: 33 } },
      industry: 'Software Development',
      language: 'en',
    },
  ]);
  await popup.bringToFront();
  const shown = () => popup.evaluate(() => document.body.textContent);
  for (const text of ['20', '13.1', '3.7', '0.3', '2.6', 'Top 75%', 'Top 81%']) {
    await expect.poll(shown, { message: text }).toContain(text);
  }
  await expect.poll(() => popup.evaluate(() => chrome.action.getBadgeText({}))).toBe('20');
  expect(await popup.evaluate(() => chrome.action.getTitle({}))).toBe('SSI 20, updated today');
});

test(
  'in Firefox a second visit the same day keeps one snapshot, the last; an earlier clock changes nothing; the next day makes two',
  { tag: '@long' },
  async ({ firefox, linkedin, openExtensionPage }) => {
    const own = await openExtensionPage('icons/icon-16.png');
    await setBackgroundClock(own, noon);
    const page = await firefox.newPage();
    await page.bringToFront();
    await page.goto(address);
    await expect.poll(stored(own), patiently).toMatchObject([{ day: '2026-05-12', scores: { people: 3.68 } }]);

    linkedin.respond = () => ssiPage(changed, { paintAfter: 300 });
    await setBackgroundClock(own, noon - 60_000);
    // Open pages are told of every recorded reading, whatever became of it.
    await own.evaluate(() => {
      const told = globalThis as unknown as { told: number };
      told.told = 0;
      new BroadcastChannel('ssi-scorecard-changes').onmessage = () => (told.told += 1);
    });
    await page.goto(address);
    await expect
      .poll(() => own.evaluate(() => (globalThis as unknown as { told: number }).told), patiently)
      .toBeGreaterThan(0);
    expect(await stored(own)()).toMatchObject([{ readAt: noon, scores: { people: 3.68 } }]);

    await setBackgroundClock(own, noon + 60_000);
    await page.goto(address);
    await expect.poll(stored(own), patiently).toMatchObject([{ day: '2026-05-12', scores: { people: 3.98 } }]);

    await setBackgroundClock(own, noon + day);
    await page.goto(address);
    await expect.poll(stored(own), patiently).toMatchObject([{ day: '2026-05-12' }, { day: '2026-05-13' }]);
    expect(await stored(own)()).toHaveLength(2);
  },
);

test(
  'in Firefox a stopped background is woken by the reading, and tabs opened at the same second give one snapshot',
  { tag: '@long' },
  async ({ firefox, system, openExtensionPage }) => {
    const own = await openExtensionPage('icons/icon-16.png');
    await system.stopBackground();
    const pages = await Promise.all(Array.from({ length: 3 }, () => firefox.newPage()));
    await Promise.all(pages.map((page) => page.goto(address)));
    // A tab in the background may not paint: each is shown once.
    for (const page of pages) {
      await page.bringToFront();
      await page.waitForSelector('progress');
    }
    await expect.poll(stored(own), patiently).toMatchObject([{ shownTotal: 20 }]);
  },
);
