import type { Worker } from '@playwright/test';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { sampleSnapshot } from '../unit/sample-snapshot';
import { expect, ssiPageAddress, test } from './extension-test';
import { ReminderDriver } from './reminder-driver';
import { setWorkerClock } from './worker-clock';

const scores = { brand: 20, people: 15, insights: 14, relationships: 14 };
const history = [
  sampleSnapshot({ day: '2027-10-08', scores: { ...scores, insights: 12.2 } }),
  sampleSnapshot({ day: '2027-10-15', scores }),
];

async function toolbar(worker: Worker) {
  return worker.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
    background: (await chrome.action.getBadgeBackgroundColor({})).join(' '),
  }));
}

test('the icon tells the total, the change and how fresh it is, and turns pale from day 8 on', async ({
  worker,
  seedSnapshots,
}) => {
  await seedSnapshots(history);
  const driver = new ReminderDriver(worker);
  const fresh = '91 96 112 255';
  for (const [today, expected] of [
    ['2027-10-15', { text: '63', title: 'SSI 63, up 1.8 in 7 days, updated today', background: fresh }],
    ['2027-10-16', { text: '63', title: 'SSI 63, up 1.8 in 7 days, updated yesterday', background: fresh }],
    ['2027-10-22', { text: '63', title: 'SSI 63, up 1.8 in 7 days, updated 7 days ago', background: fresh }],
    ['2027-10-23', { text: '63', title: 'SSI 63, last updated 8 days ago', background: '228 230 235 255' }],
  ] as const) {
    await setWorkerClock(worker, Date.parse(`${today}T12:00:00Z`));
    await driver.look();
    await expect.poll(() => toolbar(worker)).toEqual(expected);
  }
});

test(
  'the setting takes the score off the icon and brings it back',
  { tag: '@long' },
  async ({ worker, seedSnapshots }) => {
    await setWorkerClock(worker, Date.parse('2027-10-15T12:00:00Z'));
    await seedSnapshots(history);
    await worker.evaluate(() => chrome.storage.local.set({ settings: { toolbar: false } }));
    await expect.poll(() => toolbar(worker)).toMatchObject({ text: '', title: 'SSI Scorecard' });
    await worker.evaluate(() => chrome.storage.local.set({ settings: { toolbar: true } }));
    await expect
      .poll(() => toolbar(worker))
      .toMatchObject({ text: '63', title: 'SSI 63, up 1.8 in 7 days, updated today' });
  },
);

test('a visit while signed out is told in the title, and the next reading takes it back', async ({
  context,
  linkedin,
  worker,
}) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 100 });
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  await expect.poll(() => toolbar(worker)).toMatchObject({ text: '20', title: 'SSI 20, updated today' });
  await worker.evaluate(() => chrome.storage.local.set({ 'page-state': { state: 'signed-out', at: Date.now() } }));
  await expect
    .poll(() => toolbar(worker))
    .toMatchObject({ text: '20', title: 'Signed out: sign in to LinkedIn to read your SSI. SSI 20, updated today' });
  await page.reload();
  await expect.poll(() => toolbar(worker)).toMatchObject({ text: '20', title: 'SSI 20, updated today' });
});
