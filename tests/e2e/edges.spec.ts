import type { Page } from '@playwright/test';
import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { expect, ssiPageAddress, test } from './extension-test';

const sentence = 'Something went wrong in SSI Scorecard itself.';

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
      throw new TypeError('Anna has sixty-one');
    };
  });
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  const popup = await openExtensionPage('popup/index.html');
  await expect(popup.getByText(sentence)).toBeVisible();
  const report = await copiedReport(popup);
  expect(report).toMatch(/^SSI Scorecard \d+\.\d+\.\d+\nTypeError\nbackground\.js:\d+:\d+/);
  expect(report).not.toMatch(/Anna|sixty/);
  const scorecard = await openExtensionPage('scorecard/index.html');
  await expect(scorecard.getByText(sentence)).toBeVisible();
  expect(await storedSnapshots()).toEqual([]);

  await worker.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
  await page.reload();
  await expect.poll(storedSnapshots).toHaveLength(1);
  await expect(popup.getByText(sentence)).toHaveCount(0);
  await expect(scorecard.getByText(sentence)).toHaveCount(0);
});

test(
  'a mistake in what the worker does by itself is told, too',
  { tag: '@long' },
  async ({ openExtensionPage, worker }) => {
    const popup = await openExtensionPage('popup/index.html');
    await worker.evaluate(() => {
      Date.now = () => {
        throw new TypeError('Anna has sixty-one');
      };
    });
    await popup.evaluate(() => chrome.storage.local.set({ 'selected-member': 'x' }));
    await expect(popup.getByText(sentence)).toBeVisible();
  },
);

for (const path of ['popup/index.html', 'scorecard/index.html']) {
  test(`a mistake in what ${path} reads is told with a report, instead of a blank page`, async ({
    openExtensionPage,
  }) => {
    const page = await openExtensionPage('manifest.json');
    await page.addInitScript(() => {
      IDBDatabase.prototype.transaction = () => {
        throw new TypeError('Anna has sixty-one');
      };
    });
    await page.goto(new URL(path, page.url()).href);
    await expect(page.getByText(sentence)).toBeVisible();
    const report = await copiedReport(page);
    expect(report).toMatch(/^SSI Scorecard \d+\.\d+\.\d+\nTypeError\n/);
    expect(report).not.toMatch(/Anna|sixty/);
  });
}

test.describe('where the system’s time zone has no name', () => {
  test.use({ timeZone: 'Foo/Bar' });

  test(
    'popup and scorecard show the score, and the page is read on UTC’s day',
    { tag: '@long' },
    async ({ context, linkedin, openExtensionPage, storedSnapshots, worker }) => {
      expect(await worker.evaluate(() => Temporal.Now.timeZoneId())).toBe('Etc/Unknown');
      linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 100 });
      await (await context.newPage()).goto(ssiPageAddress);
      await expect.poll(storedSnapshots).toHaveLength(1);
      const [{ day, readAt } = { day: '', readAt: 0 }] = await storedSnapshots();
      expect(day).toBe(new Date(readAt).toISOString().slice(0, 10));
      await expect((await openExtensionPage('popup/index.html')).locator('.ring-number')).toHaveText('20');
      await expect((await openExtensionPage('scorecard/index.html')).locator('.ring-number').first()).toHaveText('20');
    },
  );
});
