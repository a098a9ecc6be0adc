import { reload, showStored } from './firefox-own-page';
import { expect, test } from './firefox-test';
import { wholeScorecard } from './open-scorecard';
import { popupStates } from './popup-states';

/** The pages that begin with what they drew the last time; `changing` is pressed until what is shown has changed. */
const pages = {
  popup: { ready: '.hero', changing: ['.tip-another'] },
  scorecard: { ready: wholeScorecard, changing: ['#overview .more-button', '#overview .more-item'] },
} as const;

for (const [name, { ready, changing }] of Object.entries(pages)) {
  const key = `${name}-frame`;
  test(
    `the next opening of the ${name} in Firefox begins with what the last one drew, and after a change with nothing`,
    { tag: '@long' },
    async ({ openExtensionPage }) => {
      const page = await openExtensionPage(`${name}/index.html`);
      await page.setViewport({ width: 1280, height: 900 });
      await showStored(page, { ...popupStates.rest, local: { 'persist-asked': true } }, ready);
      const kept = () => page.evaluate(async (of) => Boolean((await chrome.storage.session.get(of))[of]), key);
      await expect.poll(kept).toBe(true);
      // What the frame says of the document and nobody draws: it tells that the frame was drawn.
      await page.evaluate(async (of) => {
        const frame = (await chrome.storage.session.get<Record<string, { drawn: string }>>(of))[of];
        const [document, inRoot] = JSON.parse(frame?.drawn ?? '') as [object, unknown];
        const drawn = JSON.stringify([{ ...document, 'data-kept': '' }, inRoot]);
        await chrome.storage.session.set({ [of]: { ...frame, drawn } });
      }, key);
      const isDrawn = () => page.evaluate(() => 'kept' in document.documentElement.dataset);
      await reload(page, ready);
      expect(await isDrawn()).toBe(true);

      // Alive, in Firefox too.
      await expect
        .poll(async () => {
          for (const selector of changing) {
            await page.evaluate((of) => document.querySelector<HTMLElement>(of)?.click(), selector);
          }
          return kept();
        })
        .toBe(false);
      await reload(page, ready);
      expect(await isDrawn()).toBe(false);
      expect(await page.$eval('.ring-number', (ring) => ring.textContent)).toBe('63');
    },
  );
}
