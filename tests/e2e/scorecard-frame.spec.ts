// The scorecard begins with what it drew when it was opened last: at once, untouched by what comes to life in it, and never once anything has changed.
import type { Page } from '@playwright/test';
import { defaultSettings } from '../../src/core/settings';
import { casesOf } from '../long-runs';
import { expect, pageTest, test } from './extension-test';
import { openScorecard, showScorecard, wholeScorecard } from './open-scorecard';
import { longHistory } from './popup-sample';
import { popupStates, totalsAlone, weekOfPictures, type Stored } from './popup-states';

test.use({ language: 'en-GB' });

/** What is left in the page when the store is asked for the first time, and what was touched of it later. */
interface Begun {
  readonly text: string;
  readonly theme: string | undefined;
  readonly touched: string[];
}

/** Runs in the page before its own scripts. */
function watchFrame(): void {
  const begun = { text: '', theme: undefined as string | undefined, touched: [] as string[] };
  Object.assign(globalThis, { begun });
  const open = indexedDB.open.bind(indexedDB);
  let asked = false;
  indexedDB.open = (...what) => {
    const root = document.querySelector<HTMLElement>('#scorecard');
    if (!asked && root) {
      asked = true;
      begun.text = root.innerText;
      begun.theme = document.documentElement.dataset['theme'];
      const drawn = new Set<Node>(root.querySelectorAll('*'));
      new MutationObserver((changes) => {
        for (const { type, target, attributeName, oldValue, removedNodes } of changes) {
          // What is added, the cards below in the place kept for them, touches nothing; nor does a text that is set as it was.
          const isTouched =
            type === 'childList'
              ? [...removedNodes].some((node) => drawn.has(node) && !(node as Element).matches('.coming'))
              : type === 'attributes' || oldValue !== target.nodeValue;
          const within = target instanceof Element ? target : target.parentElement;
          if (isTouched && drawn.has(within as Node))
            begun.touched.push(`${type} ${attributeName ?? ''} ${within?.outerHTML.slice(0, 200) ?? ''}`);
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterDataOldValue: true });
    }
    return open(...what);
  };
}

const begunIn = (page: Page): Promise<Begun> =>
  page.evaluate(() => (globalThis as unknown as { readonly begun: Begun }).begun);

const kept = (page: Page) =>
  page.evaluate(async () => (await chrome.storage.session.get('scorecard-frame'))['scorecard-frame']);

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.locator(wholeScorecard).first().waitFor();
}

/** Opens the scorecard with `stored`, and waits until its first frame is kept. */
async function showKept(page: Page, stored: Stored): Promise<void> {
  // What an opening asks once and remembers is a change like any other.
  await showScorecard(page, { ...stored, local: { 'persist-asked': true, ...stored.local } });
  await expect.poll(() => kept(page)).toBeTruthy();
}

const states: readonly { readonly name: string; readonly stored: Stored; readonly long?: true }[] = [
  { name: 'a score and a goal', stored: popupStates.rest, long: true },
  {
    name: 'a week’s plan in dark colours',
    stored: { ...weekOfPictures, local: { ...weekOfPictures.local, settings: { ...defaultSettings, theme: 'dark' } } },
  },
  { name: 'a week’s plan', stored: weekOfPictures, long: true },
  { name: 'access that has ended', stored: popupStates['access-ended'] },
  { name: 'a page that was not understood', stored: popupStates['not-recognised'], long: true },
  { name: 'a tip that is open', stored: popupStates['tip-open'], long: true },
  { name: 'nothing read', stored: popupStates.empty, long: true },
  { name: 'one reading', stored: popupStates.first, long: true },
  { name: 'an old reading', stored: popupStates.stale, long: true },
  { name: 'totals alone', stored: totalsAlone, long: true },
  { name: 'several profiles', stored: popupStates.profiles, long: true },
  { name: 'a question whose reading it is', stored: popupStates['kept-aside'], long: true },
  { name: 'ten years', stored: { ...popupStates.rest, snapshots: longHistory(10) }, long: true },
];

pageTest(
  'whatever it shows, the next opening begins with it and nothing of that is touched when it comes to life',
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, popupStates.rest);
    await page.addInitScript(watchFrame);
    for (const { name, stored } of casesOf(states)) {
      await showKept(page, stored);
      await reload(page);
      const { text, theme, touched } = await begunIn(page);
      expect(text, name).toContain('Open my SSI page');
      expect(theme, name).toBe(name.includes('dark') ? 'dark' : undefined);
      expect(touched, name).toEqual([]);
    }
  },
);

pageTest('what it begins with is alive, and never older than the store', async ({ openExtensionPage }) => {
  const page = await openScorecard(openExtensionPage, popupStates.rest);
  await page.addInitScript(watchFrame);
  await showKept(page, popupStates.rest);
  await reload(page);
  expect((await begunIn(page)).text).toContain('Goal 70');
  await page.locator('#history').getByText('All', { exact: true }).click();
  await expect(page.locator('.history-summary')).toContainText('since 18 Aug 2025');
  // It changes what is shown.
  const title = page.locator('.overview-tip-title');
  const before = (await title.textContent()) ?? '';
  await page.locator('#overview').getByRole('button', { name: 'More' }).click();
  await page.locator('#overview').getByRole('button', { name: 'Another' }).click();
  await expect(title).not.toHaveText(before);
  expect(await kept(page)).toBeNull();
  await reload(page);
  expect((await begunIn(page)).text).toBe('');
  await expect(title).not.toHaveText(before);

  // Where the address leads further down, or to another page, what stands at the top is not drawn.
  await expect.poll(() => kept(page)).toBeTruthy();
  await page.goto(`${page.url().split('#')[0]}#tips`);
  await reload(page);
  expect((await begunIn(page)).text).toBe('');
  await expect(page.locator('#overview')).toHaveCount(0);
});

pageTest(
  'another width is another drawing, and one that had to be measured first is not kept',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, popupStates.rest);
    await page.addInitScript(watchFrame);
    await showKept(page, popupStates.rest);
    await page.setViewportSize({ width: 700, height: 900 });
    for (const opening of ['first', 'second']) {
      await reload(page);
      expect((await begunIn(page)).text, opening).toBe('');
      await expect(page.locator('#overview')).toContainText('63');
    }
  },
);
