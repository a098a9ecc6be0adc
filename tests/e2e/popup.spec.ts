import { chromium, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, daysBetween } from '../../src/core/score/local-day';
import { casesOf, tagsOf } from '../long-runs';
import { axeFindings } from './axe-findings';
import { expectPicture } from './expect-picture';
import { expect, test, pageTest } from './extension-test';
import { openStored } from './open-stored';
import { sampleGoal, sampleHistory, sampleReading, sampleToday } from './popup-sample';
import { popupStateCases, popupStates, showPopup, type Stored } from './popup-states';
import { setText } from './set-text';

test.use({ language: 'en-GB', scale: 2 });

/** The popup as a page of its size, at the instant of the design's pictures. */
async function openPopup(openExtensionPage: (path: string) => Promise<Page>, stored: Stored): Promise<Page> {
  return openStored(openExtensionPage, 'popup/index.html', stored, { width: 400, height: 600, ready: '.head' });
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent.trim() ?? '';
  });

for (const { name, long } of popupStateCases) {
  pageTest(
    `the popup "${name}" looks as it should, fits, and axe finds nothing, light and dark`,
    { tag: tagsOf(long !== true, '@picture') },
    async ({ openExtensionPage }) => {
      const page = await openPopup(openExtensionPage, popupStates[name]);
      // It is loaded when it is needed, and takes the focus then.
      if (name === 'which-set') await page.locator('.set :focus').waitFor();
      // A notice takes it once it is painted.
      if ((await page.locator('.notice').count()) > 0) await page.locator('#popup :focus').waitFor();
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        // The first focus has its own test; the design's pictures show the state without it.
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        const size = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.scrollHeight,
        ]);
        expect(size, 'no scrolling in 400 by 600').toEqual([400, 600]);
        const { violations } = await axeFindings(page, undefined, theme === 'light' ? 'all' : 'colours');
        expect(violations).toEqual([]);
        const height = await page
          .locator('#popup')
          .evaluate((popup) => Math.ceil(popup.getBoundingClientRect().height));
        await expectPicture(page, `popup-${name}${theme === 'dark' ? '-dark' : ''}`, {
          clip: { x: 0, y: 0, width: 400, height },
        });
      }
    },
  );
}

pageTest(
  'the crosshair and a pillar’s own history look as they should',
  { tag: '@picture' },
  async ({ openExtensionPage }) => {
    const page = await openPopup(openExtensionPage, popupStates.rest);
    const chart = page.getByRole('slider');
    const box = (await chart.boundingBox())!;
    await page.mouse.move(box.x + 252.5, box.y + 50);
    await expect(page.getByText('Shared an article')).toBeVisible();
    await expect(page.locator('.readout')).toHaveText(/^58\.0\+1\.0Tue,? 22 Sept?$/);
    await expectPicture(page, 'popup-crosshair');
    await page.mouse.move(0, 0);
    await expect(page.locator('.readout')).toHaveText('+11.2in 3 months');
    await page.getByRole('button', { name: /^Insights:/ }).click();
    await expect(page.getByRole('slider', { name: 'History of Insights' })).toBeVisible();
    await page.mouse.move(0, 0);
    await expectPicture(page, 'popup-pillar');
  },
);

test('everything can be done with the keyboard, in the order of the design', async ({ openExtensionPage, context }) => {
  const page = await openPopup(openExtensionPage, popupStates.rest);
  const stops: string[] = [];
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  expect(stops.map((stop) => stop.replace(/:.*/, ''))).toEqual([
    'Open my SSI page',
    'Open scorecard',
    'Settings',
    'Goal 70',
    '3 months',
    'History of your total',
    'Professional brand',
    'Open beside LinkedIn',
    'Done',
    'Another',
    'More',
    'Steps',
  ]);

  await page.getByRole('radio', { name: '3 months' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '1 year' })).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.readout')).toContainText('since 18 Aug 2025');
  await page.keyboard.press('ArrowLeft');

  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /^Fri,? 9 Oct: 61\.2, /);
  await page.keyboard.press('Escape');
  await expect(page.locator('.readout')).toHaveText(/in 1 year$/);

  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('slider', { name: 'History of Right people' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('slider', { name: 'History of your total' })).toBeVisible();

  await page.getByRole('button', { name: /^Goal 70:/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: '70', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Goal 70:/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('spinbutton', { name: 'Goal' })).toHaveAttribute('aria-valuenow', '76');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Goal 76 is set.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Goal 70:/ })).toBeFocused();

  await page.getByRole('button', { name: 'Done' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Done. On 30 Oct you’ll see what followed.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open beside LinkedIn' })).toBeFocused();
  const title = await page.locator('.tip-title').textContent();
  await page.getByRole('button', { name: 'Another' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.tip-title')).not.toHaveText(title!);

  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open beside LinkedIn' }).focus();
  // The popup closes itself then, perhaps before the key is up again.
  await page.keyboard.press('Enter').catch((error: unknown) => expect(String(error)).toContain('closed'));
  expect((await opened).url()).toMatch(/^https:\/\/www\.linkedin\.com\//);
});

pageTest(
  'a goal is set in place and one that was reached proposes the next, without scrolling, and axe finds nothing',
  { tag: '@picture' },
  async ({ openExtensionPage }) => {
    const page = await openPopup(openExtensionPage, popupStates.rest);
    const look = async (name: string) => {
      await page.mouse.move(0, 0);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      const { scrollWidth, scrollHeight } = await page.evaluate(() => {
        const { scrollWidth: width, scrollHeight: height } = document.documentElement;
        return { scrollWidth: width, scrollHeight: height };
      });
      expect([scrollWidth, scrollHeight], 'no scrolling in 400 by 600').toEqual([400, 600]);
      expect((await axeFindings(page, undefined, 'all')).violations).toEqual([]);
      await expectPicture(page, name);
    };
    await page.getByRole('button', { name: /^Goal 70:/ }).click();
    await expect(page.getByRole('radio', { name: '70', exact: true })).toBeChecked();
    await look('popup-goal');
    await showPopup(page, {
      ...popupStates.rest,
      goals: [{ ...sampleGoal, target: 63, setOn: '2026-07-31', reachedOn: sampleToday }],
    });
    await expect(page.getByText('Goal 63 reached in 11 weeks')).toBeVisible();
    await expect(page.getByRole('radio', { name: '70', exact: true })).toBeChecked();
    await look('popup-reached');
    await page.getByRole('button', { name: 'Set goal' }).click();
    await expect(page.getByText('Goal 70 is set.')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight), 'no scrolling').toBe(600);
  },
);

pageTest('in a narrow window nothing is cut', { tag: '@long' }, async ({ openExtensionPage }) => {
  const page = await openPopup(openExtensionPage, popupStates.rest);
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const outside = await page.evaluate(
      (right) =>
        [...document.querySelectorAll('button, .pillar-change, h1, h2')]
          .filter((element) => !element.classList.contains('visually-hidden'))
          .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.left < 0 || box.right > right;
          })
          .map((element) => element.textContent),
      width,
    );
    expect(outside).toEqual([]);
  }
});

pageTest('the first focus is on the one thing to do', { tag: '@long' }, async ({ openExtensionPage }) => {
  const page = await openPopup(openExtensionPage, popupStates.empty);
  await expect(page.getByRole('button', { name: 'Open my SSI page' })).toBeFocused();
  for (const state of ['stale', 'not-recognised', 'signed-out'] as const) {
    await showPopup(page, popupStates[state]);
    await expect(page.locator('.notice .button-primary')).toBeFocused();
  }
});

test('a reading that arrives while the popup is open shows at once', async ({ openExtensionPage }) => {
  const page = await openPopup(openExtensionPage, { snapshots: sampleHistory('2026-10-15') });
  await expect(page.locator('.ring-number')).toHaveText('62');
  await page.evaluate(async (snapshot) => {
    await new Promise((resolve) => {
      const opening = indexedDB.open('ssi-scorecard');
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('snapshots', 'readwrite');
        transaction.objectStore('snapshots').put(snapshot);
        transaction.oncomplete = () => {
          opening.result.close();
          resolve(undefined);
        };
      };
    });
    new BroadcastChannel('ssi-scorecard-changes').postMessage('changed');
  }, sampleReading(sampleToday));
  await expect(page.locator('.ring-number')).toHaveText('63');
  await expect(page.locator('.head-freshness')).toHaveText('Updated today, 09:14');
});

pageTest(
  'motion comes only with a new reading, and never when it is not wanted',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openPopup(openExtensionPage, popupStates.rest);
    // They are over at once in the tests' browsers: what counts is how many begin that take time, on this page or the one before it is loaded anew.
    let motions = 0;
    await page.exposeFunction('motionBegan', () => (motions += 1));
    await page.addInitScript(() => {
      const tell = ({ target }: AnimationEvent) => {
        if (getComputedStyle(target as Element).getPropertyValue('--d-draw') !== '0ms')
          (globalThis as unknown as { motionBegan: () => void }).motionBegan();
      };
      addEventListener('animationstart', tell, true);
    });
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.reload();
    await page.locator('.hero').waitFor();
    expect(motions).toBe(0);
    await showPopup(page, { ...popupStates.rest, local: { 'drawn-reading': 1 } });
    await expect.poll(() => motions).toBeGreaterThan(0);
    const before = motions;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await showPopup(page, { ...popupStates.rest, local: { 'drawn-reading': 1 } });
    await expect(page.locator('.ring-drawn')).toHaveCount(4);
    expect(motions).toBe(before);
  },
);

for (const { language } of casesOf([{ language: 'de' }, { language: 'en-GB', long: true }])) {
  test.describe(`with large text in ${language}`, () => {
    test.use({ language });

    pageTest(
      `text of twice its size cuts nothing and needs no sideways scrolling, in ${language}`,
      async ({ openExtensionPage }) => {
        const page = await openPopup(openExtensionPage, popupStates.rest);
        for (const state of ['rest', 'first', 'stale', 'not-recognised', 'empty'] as const) {
          await showPopup(page, popupStates[state]);
          await setText(page, 'twice as large');
          await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
          const cut = await page.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>('#popup *')]
              .filter((element) => !element.closest('.visually-hidden, svg') && element.childElementCount === 0)
              .filter((element) => {
                const box = element.getBoundingClientRect();
                return element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden'
                  ? true
                  : box.right > 400.5 || box.left < -0.5;
              })
              .map((element) => element.textContent),
          );
          expect(cut, state).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBe(400);
        }
      },
    );
  });
}

pageTest('forced colours leave every part visible', async ({ openExtensionPage }) => {
  const page = await openPopup(openExtensionPage, popupStates.rest);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const colours = await page.evaluate(() => {
    const of = (selector: string, property: string) =>
      getComputedStyle(document.querySelector(selector)!).getPropertyValue(property);
    const canvas = getComputedStyle(document.body).backgroundColor;
    return {
      canvas,
      parts: [
        of('.ring .stroke-brand', 'stroke'),
        of('.chart-line', 'stroke'),
        of('.bar-part', 'background-color'),
        of('.bar-tick', 'background-color'),
        of('.goal-part', 'background-color'),
        of('.button-primary', 'background-color'),
      ],
    };
  });
  for (const part of colours.parts) expect(part).not.toBe(colours.canvas);
});

test.describe('in a language that runs from right to left', () => {
  test.use({ language: 'ar' });

  pageTest('the popup is mirrored, and time in its chart with it', { tag: '@long' }, async ({ openExtensionPage }) => {
    const page = await openPopup(openExtensionPage, popupStates.rest);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const middle = async (selector: string) => {
      const box = (await page.locator(selector).first().boundingBox())!;
      return box.x + box.width / 2;
    };
    expect(await middle('.ring')).toBeGreaterThan(200);
    expect(await middle('.head-ways')).toBeLessThan(200);
    expect(await middle('.chart-dot.fill-total')).toBeLessThan(100);
    const chart = page.getByRole('slider');
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    const today = Number(await chart.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowRight');
    expect(Number(await chart.getAttribute('aria-valuenow'))).toBe(today - 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  });
});

test('a history from a newer version is shown, and nothing is written', async ({ openExtensionPage }) => {
  const page = await openPopup(openExtensionPage, popupStates.rest);
  await page.goto('about:blank');
  const other = await openExtensionPage('manifest.json');
  await other.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('ssi-scorecard', 99);
        opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
        opening.onsuccess = () => {
          opening.result.close();
          resolve(undefined);
        };
      }),
  );
  const popup = await openExtensionPage('popup/index.html');
  await expect(popup.getByText('Your history was saved by a newer version.')).toBeVisible();
  await expect(popup.locator('.ring-number')).toHaveText('63');
  await expect(popup.locator('.tip')).toHaveCount(0);
});

test.describe('as the real toolbar popup', () => {
  test.use({ scale: 1, browserArguments: ['--remote-debugging-port=0', '--screen-info={1600x1200}'] });

  test('it shows everything without scrolling, and Escape in a pillar does not close it', async ({
    openExtensionPage,
    worker,
    extensionId,
    profile,
  }) => {
    // A page in a window of its usual size: Chromium clamps a popup to its window. Its clock is the real one, so the days move to it.
    const page = await openExtensionPage('popup/index.html');
    const today = new Date().toISOString().slice(0, 10);
    const snapshots = sampleHistory().map((reading) => ({
      ...reading,
      day: addDays(reading.day, daysBetween(sampleToday, today)),
    }));
    await showPopup(page, { snapshots });
    await page.goto('about:blank');
    await worker.evaluate(() => chrome.action.openPopup());
    const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
    const second = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const popups = () =>
      second
        .contexts()
        .flatMap((context) => context.pages())
        .filter((candidate) => candidate.url().startsWith(`chrome-extension://${extensionId}/popup`));
    await expect.poll(() => popups().length).toBe(1);
    const popup = popups()[0]!;
    await expect(popup.locator('.ring-number')).toHaveText('63');
    await expect
      .poll(() => popup.evaluate(() => [innerWidth, document.documentElement.scrollHeight <= innerHeight]))
      .toEqual([400, true]);
    await popup.getByRole('button', { name: /^Insights:/ }).click();
    await expect(popup.getByRole('slider', { name: 'History of Insights' })).toBeVisible();
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('slider', { name: 'History of your total' })).toBeVisible();
    await second.close();
  });

  test(
    'it scrolls down, and not across, where all pages are zoomed to 175 %',
    { tag: '@long' },
    async ({ context, openExtensionPage, worker }) => {
      const settings = await context.newPage();
      await settings.goto('chrome://settings');
      await settings.evaluate(() => {
        // The settings page's own interface; it is in no type.
        const { settingsPrivate } = chrome as unknown as { settingsPrivate: { setDefaultZoom(zoom: number): void } };
        settingsPrivate.setDefaultZoom(1.75);
      });
      const page = await openExtensionPage('popup/index.html');
      await showPopup(page, popupStates.rest);
      await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(1.75);
      await worker.evaluate(() => chrome.action.openPopup());
      const real = () =>
        page.evaluate(() => {
          const [popup] = chrome.extension.getViews({ type: 'popup' });
          if (!popup?.document.querySelector('.ring-number')) return 'not drawn yet';
          const { scrollWidth, clientWidth, scrollHeight, clientHeight } = popup.document.documentElement;
          return { across: scrollWidth - clientWidth, isLonger: scrollHeight > clientHeight };
        });
      await expect.poll(real).toEqual({ across: 0, isLonger: true });
    },
  );
});

/** Asked in the page: what stood in the popup when the store was first opened. */
const stoodBefore = (page: Page) => page.evaluate(() => (globalThis as { stood?: string }).stood);

pageTest(
  'the next opening shows what the last one drew before it asks the store, and is the same then; after a change it waits for the store',
  async ({ openExtensionPage }) => {
    const page = await openPopup(openExtensionPage, popupStates.rest);
    await page.addInitScript(() => {
      const open = indexedDB.open.bind(indexedDB);
      indexedDB.open = (...asked) => {
        (globalThis as { stood?: string }).stood ??= document.querySelector('#popup')?.textContent ?? '';
        return open(...asked);
      };
    });
    const kept = () => page.evaluate(async () => (await chrome.storage.session.get('popup-frame'))['popup-frame']);
    const words = async () => {
      // The last thing that is drawn, for screen readers; no frame has it.
      await page.locator('#popup table').waitFor({ state: 'attached' });
      return page.evaluate(() => {
        document.querySelector('#popup table')?.parentElement?.remove();
        return document.querySelector('#popup')?.innerHTML;
      });
    };
    await expect.poll(kept).toBeTruthy();
    const first = await words();

    await page.reload();
    expect(await words()).toBe(first);
    expect(await stoodBefore(page)).toContain('Goal 70');
    expect((await axeFindings(page)).violations).toEqual([]);
    // It is alive: its buttons do what they say, which changes what is shown.
    const title = await page.locator('.tip-title').textContent();
    await page.getByRole('button', { name: 'Another' }).click();
    await expect(page.locator('.tip-title')).not.toHaveText(title ?? '');
    expect(await kept()).toBeNull();

    await page.reload();
    await page.locator('.tip-title').waitFor();
    expect(await stoodBefore(page)).toBe('');
    await expect(page.locator('.tip-title')).not.toHaveText(title ?? '');
  },
);
