import { addDays, localDayOf, millisecondsPerDay } from '../../src/core/score/local-day';
import { expect, test } from './extension-test';
import { sampleReading } from './popup-sample';

/** Letters of other scripts, and the Buddhist year. */
const foreign = /[\p{Script=Hangul}\p{Script=Thai}\p{Script=Hebrew}\p{Script=Han}]|25[67]\d/u;

// Three scripts, one of them from right to left, and one calendar of its own.
for (const language of ['th', 'he', 'ko', 'zh-TW']) {
  test.describe(`in a browser in ${language}, whose language we do not have`, () => {
    test.use({ language });

    test(
      'sentences, numbers and days are English, and the page says so',
      { tag: '@long' },
      async ({ openExtensionPage, seedSnapshots }) => {
        const today = localDayOf(Math.floor(Date.now() / millisecondsPerDay));
        const scores = { brand: 12.5, people: 8.25, insights: 9.5, relationships: 14.75 };
        await seedSnapshots([-400, -10, -3].map((days) => sampleReading(addDays(today, days), { scores })));
        for (const path of ['popup/index.html', 'scorecard/index.html']) {
          const page = await openExtensionPage(path);
          await expect(page.locator('body')).toContainText('3 days ago');
          expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
            'en',
            'ltr',
          ]);
          expect((await page.locator('body').innerText()).split('\n').filter((line) => foreign.test(line))).toEqual([]);
          await page.close();
        }
      },
    );
  });
}
