import { test as base, expect, type Worker } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { startLinkedInServer } from '../linkedin/linkedin-server';
import { ssiPage } from '../linkedin/ssi-page';
import { sampleSnapshot } from '../unit/sample-snapshot';
import { ssiPageAddress } from './extension-test';
import { blockNotifications, installInto, launchInstalled } from './installed-profile';
import { extensionWorker } from './launch-chromium';
import { expectNoNotification, ReminderDriver, weeklyAt } from './reminder-driver';
import { putSnapshots } from './stored-snapshots';

const day = 86_400_000;
const hour = 3_600_000;
/** Six hours behind UTC; these names have their signs the other way round. */
const sixHoursBehind = 'Etc/GMT+6';

/** A profile in which the extension is installed for good; see installed-profile.ts. */
const test = base.extend<{ profile: string }>({
  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ssi-scorecard-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Starts the browser, does something in the extension's worker, and closes the browser. */
async function session<Value>(
  profile: string,
  timeZone: string,
  work: (worker: Worker) => Promise<Value>,
): Promise<Value> {
  const context = await launchInstalled(profile, { timeZone });
  try {
    // Nothing was opened: the worker is there because the browser has started.
    return await work(await extensionWorker(context));
  } finally {
    await context.close();
  }
}

/** What a start of the browser brings: the notifications that stand after a look, and when the last reminder came. */
async function start(profile: string, timeZone: string): Promise<{ notified: number; lastAt: number | undefined }> {
  const started = Date.now();
  return session(profile, timeZone, async (worker) => {
    const driver = new ReminderDriver(worker);
    await driver.look();
    expect(await driver.tick()).toBeGreaterThan(Date.now());
    const lastAt = (await driver.state()).last?.at;
    // What comes is remembered first, so the memory says whether there is anything to wait for.
    if (lastAt !== undefined && lastAt >= started) {
      await expect.poll(async () => (await driver.notifications()).length, { message: 'remembered and shown' }).toBe(1);
    }
    return { notified: (await driver.notifications()).length, lastAt };
  });
}

function ago(milliseconds: number, timeZone = 'UTC'): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Date.now() - milliseconds).toZonedDateTimeISO(timeZone);
}

for (const { title, due, last, count } of [
  {
    title: 'due an hour ago, while the browser was closed: one',
    due: hour,
    last: 7 * day + hour,
    count: 1,
  },
  { title: 'two weeks asleep: one, not two', due: hour, last: 14 * day + hour, count: 1 },
  { title: 'due an hour ago, and it came then: none', due: hour, last: hour, count: 0 },
  { title: 'missed by more than two days: none', due: 2 * day + hour, last: 9 * day + hour, count: 0 },
]) {
  test(`after a restart of the browser: ${title}`, { tag: '@long' }, async ({ profile }) => {
    // What is due an hour ago here is not due for hours in the zone where it is chosen.
    const chosenIn = count === 1 ? sixHoursBehind : 'UTC';
    await installInto(profile, { timeZone: chosenIn });
    const cameOn = ago(last).toPlainDate().toString();
    await session(profile, chosenIn, async (worker) => {
      const driver = new ReminderDriver(worker);
      await driver.choose(weeklyAt(ago(due)), {
        last: { kind: 'reading-wanted', dueOn: cameOn, shownOn: cameOn, at: Date.now() - last },
      });
      await expectNoNotification(driver);
    });
    const first = await start(profile, 'UTC');
    expect(first.notified).toBe(count);
    for (let again = 1; again <= 2; again += 1) {
      expect(await start(profile, 'UTC')).toEqual({ notified: 0, lastAt: first.lastAt });
    }
  });
}

test(
  'a flight that makes it later by six hours brings the reminder once, also after the flight back',
  { tag: '@long' },
  async ({ profile }) => {
    const home = sixHoursBehind;
    await installInto(profile, { timeZone: home });
    await session(profile, home, async (worker) => {
      const driver = new ReminderDriver(worker);
      await driver.choose(weeklyAt(ago(-3 * hour, home)));
      await expectNoNotification(driver);
    });
    expect((await start(profile, home)).notified).toBe(0);
    const abroad = await start(profile, 'UTC');
    expect(abroad.notified).toBe(1);
    expect(await start(profile, home)).toEqual({ notified: 0, lastAt: abroad.lastAt });
    expect(await start(profile, 'UTC')).toEqual({ notified: 0, lastAt: abroad.lastAt });
  },
);

test(
  'a flight that makes it earlier by six hours: it is due again by the clock there, and does not come again',
  { tag: '@long' },
  async ({ profile }) => {
    const away = sixHoursBehind;
    await installInto(profile, { timeZone: 'UTC' });
    await session(profile, 'UTC', async (worker) => {
      const driver = new ReminderDriver(worker);
      await driver.choose(weeklyAt(ago(3 * hour)));
      await expect.poll(() => driver.notifications()).toHaveLength(1);
    });
    const first = await start(profile, away);
    expect(first.notified).toBe(0);
    expect(await start(profile, 'UTC')).toEqual({ notified: 0, lastAt: first.lastAt });
  },
);

test(
  'with notifications blocked the toolbar marks that a reading is due, until the page is read',
  { tag: '@long' },
  async ({ profile }) => {
    const linkedin = await startLinkedInServer({ respond: () => ssiPage(memberOfJune2026, { paintAfter: 200 }) });
    const id = await installInto(profile, { timeZone: 'UTC' });
    await blockNotifications(profile, id);
    const context = await launchInstalled(profile, { timeZone: 'UTC', linkedin });
    const worker = await extensionWorker(context);
    expect(await worker.evaluate(() => chrome.notifications.getPermissionLevel())).toBe('denied');
    const badge = () => worker.evaluate(() => chrome.action.getBadgeText({}));
    await new ReminderDriver(worker).choose(weeklyAt(ago(hour)));
    await expect.poll(badge).toBe('•');
    expect(await worker.evaluate(() => chrome.action.getTitle({}))).toBe('Time for a reading: open your SSI page');

    const page = await context.newPage();
    await page.goto(ssiPageAddress);
    await expect.poll(badge).toBe('20');
    expect(await worker.evaluate(() => chrome.action.getTitle({}))).toBe('SSI 20, updated today');
    await context.close();
    await linkedin.close();
  },
);

test('right after the browser has started, before any page is opened, the toolbar shows the score', async ({
  profile,
}) => {
  await installInto(profile, { timeZone: 'UTC' });
  const today = ago(0).toPlainDate();
  const scores = { brand: 20, people: 15, insights: 14, relationships: 14 };
  await session(profile, 'UTC', async (worker) => {
    await expect.poll(() => worker.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
    await worker.evaluate(putSnapshots, [
      sampleSnapshot({ day: today.subtract({ days: 7 }).toString(), scores: { ...scores, insights: 12.2 } }),
      sampleSnapshot({ day: today.toString(), scores }),
    ]);
  });
  await session(profile, 'UTC', async (worker) => {
    await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('63');
    expect(await worker.evaluate(() => chrome.action.getTitle({}))).toBe('SSI 63, up 1.8 in 7 days, updated today');
  });
});
