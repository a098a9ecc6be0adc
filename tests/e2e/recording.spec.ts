import { memberOfJune2026, type StandInMember } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { expect, ssiPageAddress, test } from './extension-test';
import { setWorkerClock } from './worker-clock';
import { casesOf } from '../long-runs';

const day = 86_400_000;
const changed: StandInMember = { ...memberOfJune2026, scores: { ...memberOfJune2026.scores, people: 3.98 } };

test.beforeEach(({ linkedin }) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 300 });
});

test('opening the page and doing nothing stores exactly one snapshot with the captured numbers to the last digit', async ({
  context,
  storedSnapshots,
  openExtensionPage,
  worker,
}) => {
  const page = await context.newPage();
  await page.goto(`${ssiPageAddress}?src=nav&trk=x`);
  await expect.poll(storedSnapshots).toHaveLength(1);
  const [snapshot] = await storedSnapshots();
  expect(snapshot).toEqual({
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
  });

  const popup = await openExtensionPage('popup/index.html');
  const shown = popup.locator('body');
  for (const text of ['20', '13.1', '3.7', '0.3', '2.6', 'Top 75%', 'Top 81%']) await expect(shown).toContainText(text);
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('20');
});

test('a second visit the same day keeps one snapshot, the last; the next day makes two', async ({
  context,
  linkedin,
  storedSnapshots,
  worker,
}) => {
  const noon = Date.parse('2026-05-12T12:00:00Z');
  await setWorkerClock(worker, noon);
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  await expect.poll(storedSnapshots).toMatchObject([{ day: '2026-05-12', scores: { people: 3.68 } }]);

  linkedin.respond = () => ssiPage(changed, { paintAfter: 300 });
  await setWorkerClock(worker, noon + 60_000);
  await page.goto(ssiPageAddress);
  await expect.poll(storedSnapshots).toMatchObject([{ day: '2026-05-12', scores: { people: 3.98 } }]);

  await setWorkerClock(worker, noon + day);
  await page.goto(ssiPageAddress);
  await expect.poll(storedSnapshots).toMatchObject([{ day: '2026-05-12' }, { day: '2026-05-13' }]);
  expect(await storedSnapshots()).toHaveLength(2);
});

test('a clock set back does not let an earlier reading replace a later one of that day', async ({
  context,
  linkedin,
  storedSnapshots,
  worker,
}) => {
  const noon = Date.parse('2026-05-12T12:00:00Z');
  await setWorkerClock(worker, noon);
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  await expect.poll(storedSnapshots).toHaveLength(1);
  linkedin.respond = () => ssiPage(changed, { paintAfter: 300 });
  await setWorkerClock(worker, noon - 3_600_000);
  // Open pages are told of every recorded reading, whatever became of it.
  const recorded = worker.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new BroadcastChannel('ssi-scorecard-changes').onmessage = () => resolve();
      }),
  );
  await page.goto(ssiPageAddress);
  await recorded;
  expect(await storedSnapshots()).toMatchObject([{ readAt: noon, scores: { people: 3.68 } }]);
});

test('tabs opened at the same second give one snapshot', async ({ context, storedSnapshots }) => {
  const pages = await Promise.all(Array.from({ length: 5 }, () => context.newPage()));
  await Promise.all(pages.map((page) => page.goto(ssiPageAddress)));
  // A tab in the background may not paint: each is shown once.
  for (const page of pages) {
    await page.bringToFront();
    await page.locator('progress').first().waitFor();
  }
  await expect.poll(storedSnapshots).toHaveLength(1);
});

for (const { title, timeZone, instant, localDay } of casesOf([
  {
    title: '19:43 in Los Angeles',
    timeZone: 'America/Los_Angeles',
    instant: '2026-05-13T02:43:00Z',
    localDay: '2026-05-12',
    long: true,
  },
  {
    title: '08:00 in Auckland',
    timeZone: 'Pacific/Auckland',
    instant: '2026-05-12T20:00:00Z',
    localDay: '2026-05-13',
    long: true,
  },
  {
    title: 'Kiritimati',
    timeZone: 'Pacific/Kiritimati',
    instant: '2026-05-12T10:30:00Z',
    localDay: '2026-05-13',
    long: true,
  },
  {
    title: 'the last minute of the 23-hour day',
    timeZone: 'America/Los_Angeles',
    instant: '2026-03-09T06:59:00Z',
    localDay: '2026-03-08',
  },
  {
    title: 'the last minute of the 25-hour day',
    timeZone: 'America/Los_Angeles',
    instant: '2026-11-02T07:59:00Z',
    localDay: '2026-11-01',
    long: true,
  },
])) {
  test.describe('the local day', () => {
    test.use({ timeZone });

    test(`is right: ${title}`, async ({ context, storedSnapshots, worker }) => {
      await setWorkerClock(worker, Date.parse(instant));
      const page = await context.newPage();
      await page.goto(ssiPageAddress);
      await expect.poll(storedSnapshots).toMatchObject([{ day: localDay, readAt: Date.parse(instant) }]);
    });
  });
}
