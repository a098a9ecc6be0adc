import { longRuns } from '../long-runs';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { setBackgroundClock } from './firefox-background-clock';
import { expect, test } from './firefox-test';
import { fridayAtNine, ReminderDriver, weeklyAt } from './reminder-driver';
import { readAllSnapshots } from './stored-snapshots';

const wakes = longRuns(5, 20);

const ssiPageAddress = 'https://www.linkedin.com/sales/ssi';

/** The tests' Firefox lives in UTC. */
const hoursFromNow = (hours: number) => Temporal.Now.zonedDateTimeISO('UTC').add({ hours });

const startOfTomorrow = () => hoursFromNow(24).startOfDay().epochMilliseconds;

/** When the one alarm stands for a reminder at `time`: then, or at the start of the next day, whichever comes first. */
const tickAt = (time: Temporal.ZonedDateTime) =>
  Math.min(time.round({ smallestUnit: 'minute', roundingMode: 'floor' }).epochMilliseconds, startOfTomorrow());

test.describe('the alarm in Firefox', () => {
  test('stands right after the installation, for the start of the next day, when the toolbar has to tell another freshness, or the reminder before it', async ({
    openExtensionPage,
  }) => {
    const driver = new ReminderDriver(await openExtensionPage('icons/icon-16.png'));
    // Reminders begin once the page of the installation has shown its switch; until then only the toolbar needs a look.
    const nineOClock = hoursFromNow(0).startOfDay().with({ hour: 9 });
    const reminder = [0, 1].map((days) => nineOClock.add({ days })).find((at) => at.epochMilliseconds > Date.now());
    await expect.poll(() => driver.tick()).toBeDefined();
    expect([startOfTomorrow(), tickAt(reminder!)]).toContain(await driver.tick());
  });

  test(
    `keeps its time over ${wakes} stops and wakes of the background`,
    { tag: '@long' },
    async ({ system, openExtensionPage }) => {
      const own = await openExtensionPage('icons/icon-16.png');
      const driver = new ReminderDriver(own);
      const due = hoursFromNow(2);
      await driver.choose(weeklyAt(due));
      await expect.poll(() => driver.tick()).toBe(tickAt(due));
      for (let time = 1; time <= wakes; time += 1) {
        await system.stopBackground();
        // Something wakes the background; it has looked when it has put its badge in order again.
        await own.evaluate(async () => {
          await chrome.action.setBadgeText({ text: '?' });
          await chrome.storage.local.set({ 'selected-member': String(Math.random()) });
        });
        await expect.poll(() => own.evaluate(() => chrome.action.getBadgeText({}))).toBe('');
        expect(await driver.tick()).toBe(tickAt(due));
      }
    },
  );

  test(
    'comes back at the next wake when it was deleted, and moves once when the setting changes',
    { tag: '@long' },
    async ({ system, openExtensionPage }) => {
      const own = await openExtensionPage('icons/icon-16.png');
      const driver = new ReminderDriver(own);
      const due = hoursFromNow(2);
      await driver.choose(weeklyAt(due));
      await expect.poll(() => driver.tick()).toBe(tickAt(due));
      await system.stopBackground();
      await own.evaluate(() => chrome.alarms.clear('reminder'));
      expect(await driver.tick()).toBeUndefined();
      // A message is refused, and wakes the background all the same.
      expect(await own.evaluate(() => chrome.runtime.sendMessage('wake'))).toEqual({
        ok: false,
        error: 'message-refused',
      });
      await expect.poll(() => driver.tick()).toBe(tickAt(due));

      const later = due.add({ hours: 1 });
      await driver.choose(weeklyAt(later));
      await expect.poll(() => driver.tick()).toBe(tickAt(later));
      for (let time = 1; time <= 3; time += 1) {
        await driver.look();
        expect(await driver.tick()).toBe(tickAt(later));
      }
    },
  );

  test(
    'is there again when the extension was switched off and on',
    { tag: '@long' },
    async ({ system, openExtensionPage }) => {
      const driver = new ReminderDriver(await openExtensionPage('icons/icon-16.png'));
      const due = hoursFromNow(2);
      await driver.choose(weeklyAt(due));
      await expect.poll(() => driver.tick()).toBe(tickAt(due));
      await system.switchOffAndOn();
      const again = new ReminderDriver(await openExtensionPage('icons/icon-16.png'));
      await expect.poll(() => again.tick()).toBe(tickAt(due));
    },
  );

  test('rings by itself while the background is stopped, and the reminder is there', async ({
    system,
    openExtensionPage,
  }) => {
    const driver = new ReminderDriver(await openExtensionPage('icons/icon-16.png'));
    // Days and times have whole minutes; a reminder that was put off has its instant.
    const snoozedUntil = Date.now() + 5_000;
    await driver.choose(weeklyAt(hoursFromNow(2)), { since: 0, snoozedUntil });
    await expect.poll(() => driver.tick()).toBe(snoozedUntil);
    await system.stopBackground();
    expect(await driver.notifications()).toEqual([]);
    await expect
      .poll(() => driver.notifications(), { timeout: 20_000 })
      .toEqual(['reminder reading-wanted open-ssi-page skip-week']);
    expect(Date.now()).toBeGreaterThanOrEqual(snoozedUntil);
  });
});

test('a due reminder comes once in Firefox, without buttons; its click opens the SSI page in one tab, whose reading answers', async ({
  linkedin,
  system,
  openExtensionPage,
}) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 200 });
  const own = await openExtensionPage('icons/icon-16.png');
  const driver = new ReminderDriver(own);
  await driver.choose(weeklyAt(hoursFromNow(-1)));
  const wanted = 'reminder reading-wanted open-ssi-page skip-week';
  await expect.poll(() => driver.notifications()).toEqual([wanted]);
  const options = await own.evaluate(async (id) => {
    const shown = (await chrome.notifications.getAll()) as unknown as Record<string, object>;
    return shown[id];
  }, wanted);
  expect(options).toMatchObject({
    title: 'Your SSI this week?',
    message: expect.stringContaining('Open your SSI page'),
  });
  expect(options).not.toHaveProperty('buttons');
  for (let time = 1; time <= 3; time += 1) {
    await system.stopBackground();
    await driver.look();
    expect(await driver.notifications()).toEqual([wanted]);
  }

  // The click wakes a stopped background, too.
  await system.stopBackground();
  const before = await system.tabs();
  await system.clickNotification();
  await expect.poll(() => system.tabs()).toEqual([...before, ssiPageAddress]);
  await expect.poll(() => own.evaluate(readAllSnapshots), { timeout: 20_000 }).toHaveLength(1);
  // Nothing to compare a first reading with: the digest says so in place of the reminder.
  await expect.poll(() => driver.notifications()).toEqual([expect.stringMatching(/^answer digest/)]);
  expect(await system.tabs()).toEqual([...before, ssiPageAddress]);
});

test(
  'in Firefox reading the page by oneself takes the reminder away',
  { tag: '@long' },
  async ({ firefox, linkedin, openExtensionPage }) => {
    linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 200 });
    const driver = new ReminderDriver(await openExtensionPage('icons/icon-16.png'));
    await driver.choose(weeklyAt(hoursFromNow(-1)));
    await expect.poll(() => driver.notifications()).toHaveLength(1);
    const page = await firefox.newPage();
    await page.bringToFront();
    await page.goto(ssiPageAddress);
    await expect.poll(() => driver.notifications(), { timeout: 20_000 }).toEqual([]);
  },
);

test(
  'in Firefox Friday 09:00 comes once a week by a set clock, and a clock set back brings no second one',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const own = await openExtensionPage('icons/icon-16.png');
    const driver = new ReminderDriver(own);
    const at = (local: string) => Date.parse(`${local}Z`);
    await setBackgroundClock(own, at('2027-10-15T08:00'));
    await driver.choose(fridayAtNine, { since: at('2027-10-15T07:00') });
    for (const [local, count] of [
      ['2027-10-15T08:59', 0],
      ['2027-10-15T09:00', 1],
      ['2027-10-15T09:30', 0],
      ['2027-10-08T12:00', 0],
      ['2027-10-22T08:59', 0],
      ['2027-10-22T09:00', 1],
    ] as const) {
      await driver.dismiss();
      await setBackgroundClock(own, at(local));
      await driver.look();
      if (count === 1) await expect.poll(() => driver.notifications(), { message: local }).toHaveLength(1);
      else expect(await driver.notifications(), local).toEqual([]);
    }
  },
);
