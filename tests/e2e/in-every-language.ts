import type { BrowserContext, Page, Worker } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { casesOf } from '../long-runs';
import type { Respond } from '../linkedin/linkedin-server';
import type { Language } from '../linkedin/page-words';
import { ssiPage } from '../linkedin/ssi-page';
import { BadgesDriver, historyBefore, memberOfPictures, setGoal } from './badges-driver';
import { builtExtension, chromiumExecutable, expect, test } from './extension-test';
import { extensionIdOf, launchChromium } from './launch-chromium';
import { copyInEachLanguage, type OneLanguageCopy } from './one-language-copies';
import { setPageClock } from './page-clock';
import { sampleNow } from './popup-sample';
import { putStored, type Stored } from './popup-states';
import type { FontSet } from './test-fonts';

interface InOneLanguage {
  readonly context: BrowserContext;
  /** The stand-in for LinkedIn. */
  readonly linkedin: { respond: Respond };
  /** Of the copy that speaks this language. */
  readonly worker: Worker;
  readonly copy: OneLanguageCopy;
  /** Its popup as a page of its size, at the instant of the design's pictures; nothing in it moves. */
  readonly popup: Page;
}

/** Longest words, and the other direction: what fits in these has fitted in the others. The long run has all. */
const inGate = ['ar', 'de'];

/** The extension's languages in two halves that take about as long: two workers look at them side by side. */
const locales = readdirSync('public/_locales').map((locale) => ({
  locale,
  ...(!inGate.includes(locale) && { long: true as const }),
}));
const halves = [0, 1].map((half) =>
  casesOf(locales)
    .filter((_, index) => index % 2 === half)
    .map(({ locale }) => locale),
);

interface LookedAt {
  readonly fonts: FontSet;
  readonly tag?: string | undefined;
}

/**
 * Tests that look at each of the extension's languages, one after another, in one browser with the fonts of one set, which has a copy of the
 * extension for each. What `look` expects softly does not keep it from the languages that come after.
 */
export function testInEveryLanguage(
  title: string,
  { fonts, tag }: LookedAt,
  look: (one: InOneLanguage) => Promise<void>,
): void {
  for (const half of halves) testInLanguages(title, { fonts, tag }, half, look);
}

function testInLanguages(
  title: string,
  { fonts, tag }: LookedAt,
  spoken: readonly string[],
  look: (one: InOneLanguage) => Promise<void>,
): void {
  test(
    `in every language ${title}: ${spoken.join(', ')}`,
    tag === undefined ? {} : { tag },
    async ({ profile, linkedin }) => {
      test.setTimeout(300_000);
      const copies = await copyInEachLanguage(builtExtension, `${profile}-languages`, spoken);
      const context = await launchChromium({
        executable: chromiumExecutable(),
        extension: copies.map(({ folder }) => folder).join(','),
        profile,
        linkedin,
        timeZone: 'UTC',
        fonts,
        keepsWelcome: true,
      });
      while (context.serviceWorkers().length < copies.length) await context.waitForEvent('serviceworker');
      // The page that each copy opens when it is installed would draw anew whatever its test stores.
      const welcomes = () => context.pages().filter((page) => page.url().endsWith('#welcome'));
      await expect.poll(() => welcomes().length).toBe(copies.length);
      await Promise.all(welcomes().map((page) => page.close()));
      for (const worker of context.serviceWorkers()) {
        const language = await worker.evaluate(() => chrome.i18n.getMessage('language_tag'));
        const copy = copies.find((one) => one.language === language);
        expect(copy, `the language "${language}"`).toBeDefined();
        const popup = await context.newPage();
        await popup.setViewportSize({ width: 400, height: 600 });
        await popup.emulateMedia({ reducedMotion: 'reduce' });
        await setPageClock(popup, sampleNow);
        await popup.goto(`chrome-extension://${extensionIdOf(worker)}/popup/index.html`);
        await look({ context, linkedin, worker, copy: copy!, popup });
        await popup.close();
      }
      await context.close();
      await rm(`${profile}-languages`, { recursive: true, force: true });
    },
  );
}

/** Every badge has a place in a window of usual size, and the one with the tip even in a narrow one. */
const everyBadge = ['brand', 'foot', 'insights', 'people', 'relationships', 'start', 'total'];

/** Expects softly that each badge finds its place on the SSI page in this language. What is stored is replaced. */
export async function expectEveryBadge({
  context,
  linkedin,
  worker,
  copy: { language, path },
}: InOneLanguage): Promise<void> {
  await worker.evaluate(putStored, JSON.stringify({ snapshots: historyBefore(memberOfPictures) } satisfies Stored));
  await setGoal(worker, 70);
  linkedin.respond = () => ssiPage(memberOfPictures, { language: language as Language });
  const page = await context.newPage();
  await page.setViewportSize({ width: 1200, height: 900 });
  await page.goto(`https://www.linkedin.com${path}`);
  const badges = new BadgesDriver(page);
  await expect.soft.poll(async () => (await badges.names()).sort(), { message: language }).toEqual(everyBadge);
  await page.setViewportSize({ width: 800, height: 600 });
  await expect.soft.poll(() => badges.names(), { message: `${language}, 800 pixels` }).toContain('start');
  await page.close();
}

/** Width and height of all there is in a page, in CSS pixels: more than its window has where it scrolls. */
export async function sizeOf(page: Page): Promise<[width: number, height: number]> {
  return page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
}
