import { readingCases, refusedCases } from '../linkedin/reading-cases';
import { expect, test } from './firefox-test';
import { expectedRead, readDocument, readerScript, sampleOfReadingCases } from './reader-in-page';
import { readAllSnapshots } from './stored-snapshots';

test(
  'Firefox reads every layout in every language exactly, and no page that must not be read',
  { tag: '@long' },
  async ({ firefox }) => {
    const page = await firefox.newPage();
    await page.addScriptTag({ content: await readerScript() });
    for (const sample of sampleOfReadingCases()) {
      await page.setContent(sample.html);
      expect.soft(await page.evaluate(readDocument, '/sales/ssi'), sample.name).toEqual(expectedRead(sample));
    }
    for (const { name, html, pathname = '/sales/ssi', state } of refusedCases()) {
      await page.setContent(html);
      expect.soft(await page.evaluate(readDocument, pathname), name).toEqual({ state });
    }
  },
);

test(
  'the extension in Firefox stores what each layout says, and of a page without a score only why',
  { tag: '@long' },
  async ({ firefox, linkedin, openExtensionPage }) => {
    const popup = await openExtensionPage('popup/index.html');
    const page = await firefox.newPage();
    const visit = async (html: string) => {
      linkedin.respond = () => html;
      await page.bringToFront();
      await page.goto('https://www.linkedin.com/sales/ssi');
    };

    const withdrawn = refusedCases().find(({ state }) => state === 'access-ended')!;
    await visit(withdrawn.html);
    const pageState = async () => {
      const { browser } = globalThis as unknown as { browser: typeof chrome };
      return (await browser.storage.local.get('page-state'))['page-state'];
    };
    await expect.poll(() => popup.evaluate(pageState)).toMatchObject({ state: 'access-ended' });
    expect(await popup.evaluate(readAllSnapshots)).toEqual([]);

    // All the same day and member: each visit takes the place of the one before.
    const served = ['tables ar free', 'embedded ja free', 'bare hi no-averages'];
    for (const name of served) {
      const { html, expected } = readingCases().find(
        (each) => `${each.layout} ${each.language} ${each.kind}` === name,
      )!;
      await visit(html);
      await expect
        .poll(() => popup.evaluate(readAllSnapshots), { message: name })
        .toEqual([
          {
            ...expected,
            // Several ways may read one page.
            source: expect.any(String) as unknown,
            member: 'unknown',
            day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown,
            readAt: expect.any(Number) as unknown,
          },
        ]);
    }
  },
);
