import type { Page, Worker } from '@playwright/test';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { expect, ssiPageAddress, test } from './extension-test';
import { sampleHistory } from './popup-sample';
import { putStored } from './popup-states';

const sentence = 'Something in SSI Scorecard itself went wrong.';

/** The worker's next look at what day it is throws, until `mend`. */
async function breakWorker(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const { now } = Date;
    Object.assign(globalThis, { mend: () => (Date.now = now) });
    Date.now = () => {
      // Whoever tells of it needs the clock, too.
      if (new Error('').stack?.includes('answering') !== true) throw new TypeError('Anna has 61');
      return now();
    };
  });
}

async function mendWorker(worker: Worker): Promise<void> {
  await worker.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
}

/** Copies the report that stands in the page. */
async function copiedReport(page: Page): Promise<string> {
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.body.dataset['copied'] = text;
      return Promise.resolve();
    };
  });
  await page.getByRole('button', { name: 'Copy report' }).first().click();
  await expect(page.getByText('Copied').first()).toBeVisible();
  return (await page.locator('body').getAttribute('data-copied')) ?? '';
}

test('a mistake in the worker’s answer is told by popup and scorecard with a report that names nobody, until the next good reading', async ({
  context,
  linkedin,
  openExtensionPage,
  storedSnapshots,
  worker,
}) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 100 });
  await worker.evaluate(() => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
    Object.assign(globalThis, { mend: () => Object.defineProperty(IDBObjectStore.prototype, 'put', put) });
    IDBObjectStore.prototype.put = () => {
      throw new TypeError('Anna has 61');
    };
  });
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  const popup = await openExtensionPage('popup/index.html');
  await expect(popup.getByText(sentence)).toBeVisible();
  const report = await copiedReport(popup);
  expect(report).toMatch(/^SSI Scorecard \d+\.\d+\.\d+\nTypeError\nbackground\.js:\d+:\d+/);
  expect(report).not.toMatch(/Anna|61/);
  const scorecard = await openExtensionPage('scorecard/index.html');
  await expect(scorecard.getByText(sentence)).toBeVisible();
  expect(await storedSnapshots()).toEqual([]);

  await mendWorker(worker);
  await page.reload();
  await expect.poll(storedSnapshots).toHaveLength(1);
  await expect(popup.getByText(sentence)).toHaveCount(0);
  await expect(scorecard.getByText(sentence)).toHaveCount(0);
});

test('a mistake in what the worker does by itself is told, too', async ({ openExtensionPage, worker }) => {
  const popup = await openExtensionPage('popup/index.html');
  await breakWorker(worker);
  await popup.evaluate(() => chrome.storage.local.set({ 'selected-member': 'x' }));
  await expect(popup.getByText(sentence)).toBeVisible();
  await mendWorker(worker);
});

test('a row that breaks one card of the scorecard leaves the other cards, and the popup says so instead of staying blank', async ({
  openExtensionPage,
}) => {
  const page = await openExtensionPage('scorecard/index.html');
  const broken = { id: 'a', member: 'unknown', kind: 'note', day: 'no day', text: 'Anna has 61', recordedAt: 1 };
  await page.evaluate(putStored, { snapshots: sampleHistory(), actions: [broken as never] });
  await page.reload();
  await expect(page.locator('.failure').first()).toContainText(sentence);
  await expect(page.getByRole('heading', { name: 'Your data' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  const report = await copiedReport(page);
  expect(report).toContain('RangeError');
  expect(report).not.toMatch(/Anna|no day/);

  const popup = await openExtensionPage('popup/index.html');
  await expect(popup.getByText(sentence)).toBeVisible();
});

test.describe('where the system’s time zone has no name', () => {
  test.use({ timeZone: 'Foo/Bar' });

  test('popup and scorecard show the score, and the page is read on UTC’s day', async ({
    context,
    linkedin,
    openExtensionPage,
    storedSnapshots,
    worker,
  }) => {
    expect(await worker.evaluate(() => Temporal.Now.timeZoneId())).toBe('Etc/Unknown');
    linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 100 });
    await (await context.newPage()).goto(ssiPageAddress);
    await expect.poll(storedSnapshots).toHaveLength(1);
    const [{ day, readAt } = { day: '', readAt: 0 }] = await storedSnapshots();
    expect(day).toBe(new Date(readAt).toISOString().slice(0, 10));
    await expect((await openExtensionPage('popup/index.html')).locator('.ring-number')).toHaveText('20');
    await expect((await openExtensionPage('scorecard/index.html')).locator('.ring-number').first()).toHaveText('20');
  });
});
