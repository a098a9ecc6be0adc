import type { BrowserContext, Page } from '@playwright/test';
import { casesOf, longRuns } from '../long-runs';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { sampleSnapshot } from '../unit/sample-snapshot';
import { expect, ssiPageAddress, test } from './extension-test';
import { expectNoNotification, expectOneTabMore, fridayAtNine, ReminderDriver, weeklyAt } from './reminder-driver';
import { stopWorker } from './stop-worker';
import { setWorkerClock } from './worker-clock';

const minute = 60_000;

const wakes = longRuns(5, 20);

function at(local: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
}

/** A zone in which it is about noon now, so that an hour more or less is the same day. */
function zoneAtNoon(): string {
  const offset = 12 - new Date().getUTCHours();
  // These names have their signs the other way round.
  return offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

test.describe('the alarm', () => {
  const timeZone = zoneAtNoon();
  test.use({ timeZone });

  test(`keeps its time over ${wakes} stops and wakes of the worker`, async ({
    context,
    extensionId,
    openExtensionPage,
  }) => {
    const driver = new ReminderDriver(await openExtensionPage('manifest.json'));
    await driver.choose(weeklyAt(Temporal.Now.zonedDateTimeISO(timeZone).add({ hours: 2 })));
    await expect.poll(() => driver.tick()).toBeDefined();
    await driver.look();
    const tick = await driver.tick();
    for (let time = 1; time <= wakes; time += 1) {
      await stopWorker(context, extensionId);
      // Something wakes the worker; it has looked when it has put its badge in order again.
      const page = await openExtensionPage('manifest.json');
      await page.evaluate(async () => {
        await chrome.action.setBadgeText({ text: '?' });
        await chrome.storage.local.set({ 'selected-member': String(Math.random()) });
      });
      await expect.poll(() => page.evaluate(() => chrome.action.getBadgeText({}))).toBe('');
      expect(await driver.tick()).toBe(tick);
      await page.close();
    }
  });

  /** Takes the alarm away, as from outside, with the worker stopped. Returns where it stood, in epoch milliseconds. */
  async function takeAlarmAway(page: Page, context: BrowserContext, extensionId: string): Promise<number | undefined> {
    const driver = new ReminderDriver(page);
    await driver.choose(weeklyAt(Temporal.Now.zonedDateTimeISO(timeZone).add({ hours: 2 })));
    await driver.look();
    const tick = await driver.tick();
    await stopWorker(context, extensionId);
    await page.evaluate(() => chrome.alarms.clear('reminder'));
    return tick;
  }

  test(
    'comes back at the next wake when it was deleted',
    { tag: '@long' },
    async ({ context, extensionId, openExtensionPage }) => {
      const page = await openExtensionPage('manifest.json');
      const tick = await takeAlarmAway(page, context, extensionId);
      const driver = new ReminderDriver(page);
      expect(await driver.tick()).toBeUndefined();
      // A message is refused, and wakes the worker all the same.
      await page.evaluate(() => chrome.runtime.sendMessage('wake'));
      await expect.poll(() => driver.tick()).toBe(tick);
    },
  );

  test(
    'is there again when the extension was switched off and on, though nothing happens then',
    { tag: '@long' },
    async ({ context, extensionId, openExtensionPage }) => {
      // Chromium keeps the alarm meanwhile; whoever takes it away finds out whether the worker starts.
      const tick = await takeAlarmAway(await openExtensionPage('manifest.json'), context, extensionId);
      const settings = await context.newPage();
      await settings.goto('chrome://extensions');
      for (const enabled of [false, true]) {
        await settings.evaluate(([id, on]) => chrome.management.setEnabled(id, on), [extensionId, enabled] as const);
      }
      const again = new ReminderDriver(await openExtensionPage('manifest.json'));
      await expect.poll(() => again.tick()).toBe(tick);
    },
  );

  test('is replaced once when the setting changes, and then stays', { tag: '@long' }, async ({ openExtensionPage }) => {
    const driver = new ReminderDriver(await openExtensionPage('manifest.json'));
    const now = Temporal.Now.zonedDateTimeISO(timeZone);
    await driver.choose(weeklyAt(now.add({ hours: 2 })));
    const expected = (hours: number) =>
      now.add({ hours }).round({ smallestUnit: 'minute', roundingMode: 'floor' }).epochMilliseconds;
    await expect.poll(() => driver.tick()).toBe(expected(2));
    await driver.choose(weeklyAt(now.add({ hours: 3 })));
    await expect.poll(() => driver.tick()).toBe(expected(3));
    for (let time = 1; time <= 3; time += 1) {
      await driver.look();
      expect(await driver.tick()).toBe(expected(3));
    }
  });

  test('goes when neither reminders nor the toolbar need it', { tag: '@long' }, async ({ openExtensionPage }) => {
    const page = await openExtensionPage('manifest.json');
    const driver = new ReminderDriver(page);
    await driver.choose(fridayAtNine);
    await driver.look();
    await page.evaluate(() => chrome.storage.local.set({ settings: { reminder: { rhythm: 'off' }, toolbar: false } }));
    await expect.poll(() => driver.tick()).toBeUndefined();
  });

  for (const { worker } of casesOf([{ worker: 'awake' }, { worker: 'asleep', long: true }] as const)) {
    test(`rings by itself, and the reminder is there, the worker ${worker} until then`, async ({
      openExtensionPage,
      context,
      extensionId,
    }) => {
      const driver = new ReminderDriver(await openExtensionPage('manifest.json'));
      // Days and times have whole minutes; a reminder that was put off has its instant.
      const snoozedUntil = Date.now() + 5_000;
      await driver.choose(weeklyAt(Temporal.Now.zonedDateTimeISO(timeZone).add({ hours: 2 })), {
        since: 0,
        snoozedUntil,
      });
      await expect.poll(() => driver.tick()).toBe(snoozedUntil);
      // One that starts looks anyway; one that is awake has to hear the alarm.
      if (worker === 'asleep') await stopWorker(context, extensionId);
      expect(await driver.notifications()).toEqual([]);
      await expect.poll(() => driver.notifications(), { timeout: 20_000 }).toHaveLength(1);
      expect(Date.now()).toBeGreaterThanOrEqual(snoozedUntil);
    });
  }
});

test.describe('in Berlin', () => {
  const timeZone = 'Europe/Berlin';
  test.use({ timeZone });

  for (const { title, before, after } of casesOf([
    { title: 'the clock goes forward', before: '2027-03-26', after: '2027-04-02' },
    { title: 'the clock goes back', before: '2027-10-29', after: '2027-11-05', long: true },
  ] as const)) {
    test(`over the weekend when ${title}, Friday 09:00 stays 09:00 and comes once a week`, async ({ worker }) => {
      const driver = new ReminderDriver(worker);
      await setWorkerClock(worker, at(`${before}T08:00`, timeZone));
      await driver.choose(fridayAtNine, { since: at(`${before}T07:00`, timeZone) });
      for (const [local, count] of [
        [`${before}T08:59`, 0],
        [`${before}T09:00`, 1],
        [`${before}T09:30`, 0],
        [`${after}T08:59`, 0],
        [`${after}T09:00`, 1],
        [`${after}T10:00`, 0],
      ] as const) {
        await driver.dismiss();
        await setWorkerClock(worker, at(local, timeZone));
        await driver.look();
        await expectNotifications(driver, count, local);
      }
    });
  }

  test('a clock that is set back brings no second one', { tag: '@long' }, async ({ worker }) => {
    const driver = new ReminderDriver(worker);
    await setWorkerClock(worker, at('2027-10-15T09:00', timeZone));
    await driver.choose(fridayAtNine, { since: at('2027-10-15T08:00', timeZone) });
    await driver.look();
    await expectNotifications(driver, 1, 'first');
    await driver.dismiss();
    for (const local of ['2027-10-15T08:30', '2027-10-15T09:00', '2027-10-08T12:00', '2027-10-10T12:00']) {
      await setWorkerClock(worker, at(local, timeZone));
      await driver.look();
      await expectNotifications(driver, 0, local);
    }
    await setWorkerClock(worker, at('2027-10-22T09:00', timeZone));
    await driver.look();
    await expectNotifications(driver, 1, 'the next week');
  });

  test('in quiet hours it waits for their end', { tag: '@long' }, async ({ worker }) => {
    const driver = new ReminderDriver(worker);
    await setWorkerClock(worker, at('2027-10-15T22:00', timeZone));
    await driver.choose(
      { ...fridayAtNine, quiet: { from: '20:00', to: '08:00' } },
      { since: at('2027-10-15T08:00', timeZone) },
    );
    for (const [local, count] of [
      ['2027-10-15T22:00', 0],
      ['2027-10-16T07:59', 0],
      ['2027-10-16T08:00', 1],
    ] as const) {
      await setWorkerClock(worker, at(local, timeZone));
      await driver.look();
      await expectNotifications(driver, count, local);
    }
  });
});

test.describe('a click', () => {
  const now = Date.parse('2027-10-15T09:00:00Z');
  const since = now - 60 * minute;
  const monthAgo = sampleSnapshot({ day: '2027-09-15', scores: memberOfJune2026.scores });

  test.beforeEach(({ linkedin }) => {
    linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 200 });
  });

  test('on "not read" opens the SSI page in exactly one tab; the reading clears it and answers with the digest', async ({
    context,
    seedSnapshots,
    worker,
  }) => {
    const driver = new ReminderDriver(worker);
    await seedSnapshots([
      monthAgo,
      sampleSnapshot({ day: '2027-10-08', scores: { ...memberOfJune2026.scores, people: 2.88 } }),
    ]);
    await setWorkerClock(worker, now);
    await driver.choose(fridayAtNine, { since });
    await expect.poll(() => driver.notifications()).toEqual(['reminder reading-wanted open-ssi-page skip-week']);

    const before = context.pages();
    await driver.click('reminder reading-wanted open-ssi-page skip-week');
    await expectOneTabMore(context, before, ssiPageAddress);
    await expect.poll(() => driver.notifications()).toEqual([expect.stringMatching(/^answer digest/)]);

    // Its button opens one more: the scorecard.
    const [answer = ''] = await driver.notifications();
    const then = context.pages();
    await driver.click(answer, 0);
    await expectOneTabMore(context, then, '/scorecard/index.html');
    expect(await driver.notifications()).toEqual([]);
  });

  test(
    'with the SSI page open already shows that tab and opens none',
    { tag: '@long' },
    async ({ context, worker, linkedin, storedSnapshots }) => {
      const driver = new ReminderDriver(worker);
      const page = await context.newPage();
      await page.goto(ssiPageAddress);
      await expect.poll(storedSnapshots).toHaveLength(1);
      await setWorkerClock(worker, now);
      await driver.choose(fridayAtNine, { since });
      await expect.poll(() => driver.notifications()).toHaveLength(1);
      const before = context.pages().length;
      const visits = linkedin.requests.filter((path) => path === '/sales/ssi').length;
      await driver.click((await driver.notifications())[0] ?? '', 0);
      await expect.poll(() => linkedin.requests.filter((path) => path === '/sales/ssi').length).toBe(visits + 1);
      await expect.poll(storedSnapshots).toHaveLength(2);
      expect(context.pages()).toHaveLength(before);
    },
  );

  test('opens the SSI page though another tab hangs', { tag: '@long' }, async ({ context, worker, linkedin }) => {
    const driver = new ReminderDriver(worker);
    linkedin.respond = (url) =>
      url.search === '?hang'
        ? { status: 200, body: '<script>setTimeout(() => { for (;;); }, 300)</script>' }
        : ssiPage(memberOfJune2026, { paintAfter: 200 });
    const hung = await context.newPage();
    await hung.goto(`${ssiPageAddress}?hang`);
    await setWorkerClock(worker, now);
    await driver.choose(fridayAtNine, { since });
    await expect.poll(() => driver.notifications()).toHaveLength(1);
    await expect.poll(() => hangs(hung)).toBe(true);
    const before = context.pages();
    await driver.click((await driver.notifications())[0] ?? '');
    await expectOneTabMore(context, before, ssiPageAddress);
  });

  test('opens a window where none is open', { tag: '@long' }, async ({ context, worker }) => {
    const driver = new ReminderDriver(worker);
    await setWorkerClock(worker, now);
    await driver.choose(fridayAtNine, { since });
    await expect.poll(() => driver.notifications()).toHaveLength(1);
    for (const page of context.pages()) await page.close();
    expect(await worker.evaluate(async () => (await chrome.windows.getAll()).length)).toBe(0);
    await driver.click((await driver.notifications())[0] ?? '');
    await expectOneTabMore(context, [], ssiPageAddress);
    expect(await worker.evaluate(async () => (await chrome.windows.getAll()).length)).toBe(1);
  });

  test('on "Skip this week" opens nothing, and the week is skipped', { tag: '@long' }, async ({ context, worker }) => {
    const driver = new ReminderDriver(worker);
    await setWorkerClock(worker, now);
    await driver.choose(fridayAtNine, { since });
    await expect.poll(() => driver.notifications()).toHaveLength(1);
    const before = context.pages().length;
    await driver.click((await driver.notifications())[0] ?? '', 1);
    await expect.poll(async () => (await driver.state()).skippedWeek).toBe('2027-10-11');
    expect(await driver.notifications()).toEqual([]);
    expect(context.pages()).toHaveLength(before);
  });

  test('reading the page without a click clears the reminder, and nothing answers', async ({
    context,
    worker,
    storedSnapshots,
  }) => {
    const driver = new ReminderDriver(worker);
    await setWorkerClock(worker, now);
    await driver.choose(fridayAtNine, { since });
    await expect.poll(() => driver.notifications()).toHaveLength(1);
    const page = await context.newPage();
    await page.goto(ssiPageAddress);
    await expect.poll(storedSnapshots).toHaveLength(1);
    await expect.poll(() => driver.notifications()).toEqual([]);
    await expectNoNotification(driver);
  });

  for (const { hideNumbers, title } of [
    { hideNumbers: false, title: 'SSI 41, up 1.0 this week' },
    { hideNumbers: true, title: 'Your week in SSI' },
  ]) {
    test(`a page read this week brings the digest, ${hideNumbers ? 'without' : 'with'} numbers`, async ({
      worker,
      seedSnapshots,
    }) => {
      const driver = new ReminderDriver(worker);
      await seedSnapshots([
        sampleSnapshot({ day: '2027-10-07', scores: { brand: 10, people: 10, insights: 10, relationships: 10 } }),
        sampleSnapshot({ day: '2027-10-14', scores: { brand: 11, people: 10, insights: 10, relationships: 10 } }),
      ]);
      await setWorkerClock(worker, now);
      const created = worker.evaluate(
        () =>
          new Promise<{ title?: string | undefined; message?: string | undefined }>((resolve) => {
            const create = chrome.notifications.create.bind(chrome.notifications) as (...given: unknown[]) => unknown;
            Object.assign(chrome.notifications, {
              create: (...given: [string, { title: string; message: string }]) => {
                resolve(given[1]);
                return create(...given);
              },
            });
          }),
      );
      await driver.choose({ ...fridayAtNine, hideNumbers }, { since });
      await expect.poll(() => driver.notifications()).toHaveLength(1);
      expect(await created).toMatchObject({ title });
    });
  }

  test('a goal that today’s reading reaches is told at once, and written down', async ({
    context,
    worker,
    seedSnapshots,
  }) => {
    const driver = new ReminderDriver(worker);
    await seedSnapshots([monthAgo]);
    await setWorkerClock(worker, now + 2 * 24 * 60 * minute);
    await driver.choose(fridayAtNine, {
      since,
      last: { kind: 'digest', dueOn: '2027-10-15', shownOn: '2027-10-15', at: now },
    });
    await worker.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('ssi-scorecard');
          opening.onerror = () => reject(new Error('The store did not open.'));
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('goals', 'readwrite');
            transaction
              .objectStore('goals')
              .put({ id: 'g', member: 'unknown', of: 'total', target: 18, from: 15, setOn: '2027-09-01' });
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    const page = await context.newPage();
    await page.goto(ssiPageAddress);
    await expect.poll(() => driver.notifications()).toEqual(['answer goal set-goal open-scorecard']);
    await expect.poll(async () => (await driver.state()).toldGoals).toEqual(['g']);
    // The page paints again: it is told once.
    await driver.dismiss();
    await page.reload();
    await page.locator('progress').first().waitFor();
    await expectNoNotification(driver);
  });
});

/** Exactly so many, after a look. */
async function expectNotifications(driver: ReminderDriver, count: 0 | 1, when: string): Promise<void> {
  if (count === 1) await expect.poll(() => driver.notifications(), { message: when }).toHaveLength(1);
  else await expectNoNotification(driver, when);
}

/** Whether a page answers nothing any more. */
async function hangs(page: Page): Promise<boolean> {
  return Promise.race([page.evaluate(() => false), new Promise<boolean>((resolve) => setTimeout(resolve, 300, true))]);
}
