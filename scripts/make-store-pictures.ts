// The stores' pictures: the real extension in a real browser with a made-up history, set on a plain ground with a line of words.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'temporal-polyfill/global';
import type { BrowserContext, Page } from '@playwright/test';
import type { Action } from '../src/core/rows/action';
import { tips } from '../src/core/advice/tips';
import { BadgesDriver, historyBefore, memberOfPictures, setGoal } from '../tests/e2e/badges-driver';
import { extensionIdOf, extensionWorker, launchChromium } from '../tests/e2e/launch-chromium';
import { sampleNow } from '../tests/e2e/popup-sample';
import { putStored, weekOfPictures, type Stored } from '../tests/e2e/popup-states';
import { putSnapshots } from '../tests/e2e/stored-snapshots';
import { startLinkedInServer, type LinkedInServer } from '../tests/linkedin/linkedin-server';
import { languages } from '../tests/linkedin/page-words';
import { ssiPage } from '../tests/linkedin/ssi-page';
import { runMain, SetUpProblem } from './set-up-problem.mjs';

const repository = join(import.meta.dirname, '..');
const destination = join(repository, 'store', 'pictures');
const icon = readFileSync(join(repository, 'docs/icon/icon.svg'), 'utf8');

/** What the made-up member did: tips in place of notes, for those have words in every language. */
const actions = weekOfPictures.actions?.map(({ kind: _, ...action }): Action => {
  const tip = tips.find(({ pillar }) => pillar === action.pillar)?.id ?? 'people_best_client';
  return { ...action, pillar: action.pillar ?? 'people', kind: 'tip', tip };
});

const stored: Stored = {
  ...weekOfPictures,
  ...(actions && { actions }),
  local: { 'last-export': sampleNow - 7 * 86_400_000 },
};

type Theme = 'light' | 'dark';

const pictures = ['popup', 'scorecard', 'badges', 'panel', 'dark'] as const;

/** The words on the pictures in one language: title and line of each, and the tile's line. */
type PictureWords = Readonly<Record<(typeof pictures)[number], readonly [title: string, line: string]>> & {
  readonly tile: string;
};

const wordsOf = JSON.parse(readFileSync(join(repository, 'store/picture-words.json'), 'utf8')) as Readonly<
  Record<string, PictureWords>
>;

/** One picture for the stores: the words, and where the product's own picture stands. */
interface Composition {
  readonly name: (typeof pictures)[number];
  readonly theme: Theme;
  /** `side` puts a narrow picture beside the words, `below` a wide one under them, cut off by the lower edge. */
  readonly place: 'side' | 'below';
  /** Width of the product's picture in the composition, CSS pixels. */
  readonly width: number;
  readonly shot: Buffer;
}

const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

/** How each page begins: from right to left where the language is. */
const opening = (language: string): string =>
  `<!doctype html><html lang="${language.replace('_', '-')}"${language === 'ar' ? ' dir="rtl"' : ''}><meta charset="utf-8">`;

const ground = (theme: Theme): string =>
  theme === 'light'
    ? '--canvas: #eceef2; --ink: #15171c; --soft: #545a66; --line: #d9dce3; --shade: rgb(21 23 28 / 16%);'
    : '--canvas: #0b0c0f; --ink: #f2f3f5; --soft: #a9afbb; --line: #2a2d35; --shade: rgb(0 0 0 / 60%);';

const base = (theme: Theme): string => `
  :root { ${ground(theme)} }
  * { box-sizing: border-box; margin: 0; }
  body { width: 100vw; height: 100vh; overflow: hidden; background: var(--canvas); color: var(--ink); font-family: system-ui, sans-serif; }
  h1 { font-weight: 650; letter-spacing: -0.02em; text-wrap: balance; }
  p { color: var(--soft); text-wrap: pretty; }
  :lang(ja) { word-break: auto-phrase; }
  svg { display: block; }
  .shot { display: block; border-radius: 14px; border: 1px solid var(--line); box-shadow: 0 24px 60px var(--shade); }`;

function compositionHtml({ name, theme, place, width, shot }: Composition, language: string): string {
  const [title = '', line = ''] = wordsOf[language]?.[name] ?? [];
  const style =
    place === 'side'
      ? `main { height: 100%; display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 88px; padding-inline: 104px 120px; }
         svg { width: 60px; height: 60px; margin-bottom: 28px; } h1 { font-size: 50px; line-height: 1.12; } p { font-size: 23px; line-height: 1.45; margin-top: 18px; }`
      : `main { display: flex; flex-direction: column; align-items: center; padding-top: 48px; }
         .words { text-align: center; max-width: 1080px; margin-bottom: 34px; } svg { display: none; }
         h1 { font-size: 40px; line-height: 1.15; } p { font-size: 21px; line-height: 1.4; margin-top: 10px; }`;
  return `${opening(language)}<style>${base(theme)} ${style}</style>
    <main><div class="words">${icon}<h1>${title}</h1><p>${line}</p></div><img class="shot" width="${width}" src="${dataUrl(shot)}" alt=""></main>`;
}

function tileHtml(popup: Buffer, language: string): string {
  return `${opening(language)}<style>${base('light')}
    main { position: relative; height: 100%; overflow: hidden; padding-block-start: 40px; padding-inline-start: 32px; }
    svg { width: 44px; height: 44px; margin-bottom: 20px; }
    h1 { font-size: 27px; line-height: 1.1; } p { font-size: 16px; line-height: 1.35; margin-top: 10px; width: 150px; }
    .shot { position: absolute; inset-inline-start: 206px; top: 30px; border-radius: 10px; }</style>
    <main>${icon}<h1>SSI<br>Scorecard</h1><p>${wordsOf[language]?.tile ?? ''}</p><img class="shot" width="300" src="${dataUrl(popup)}" alt=""></main>`;
}

/** One of the extension's own pages at the sample's instant, with the sample stored. */
async function openOwnPage(context: BrowserContext, address: string, size: { width: number; height: number }) {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.clock.setFixedTime(sampleNow);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.goto(address);
  await page.locator('main, .page, .head').first().waitFor();
  await page.evaluate(putStored, JSON.stringify(stored));
  await page.reload();
  return page;
}

const still = { animations: 'disabled', scale: 'device' } as const;

async function blur(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

async function takePopup(context: BrowserContext, origin: string): Promise<Buffer> {
  const page = await openOwnPage(context, `${origin}/popup/index.html`, { width: 400, height: 600 });
  await page.locator('.head').waitFor();
  await blur(page);
  const height = await page.locator('#popup').evaluate((popup) => Math.ceil(popup.getBoundingClientRect().height));
  const picture = await page.screenshot({ ...still, clip: { x: 0, y: 0, width: 400, height } });
  await page.close();
  return picture;
}

/** The panel as it stands beside LinkedIn: tip and plan, down to the end of the plan. */
async function takePanel(context: BrowserContext, origin: string): Promise<Buffer> {
  const page = await openOwnPage(context, `${origin}/panel/index.html`, { width: 360, height: 1400 });
  await page.locator('.review').waitFor();
  await blur(page);
  const height = await page.locator('.review').evaluate((review) => Math.floor(review.getBoundingClientRect().top) - 8);
  const picture = await page.screenshot({ ...still, clip: { x: 0, y: 0, width: 360, height } });
  await page.close();
  return picture;
}

async function takeScorecard(context: BrowserContext, origin: string) {
  const page = await openOwnPage(context, `${origin}/scorecard/index.html`, { width: 1280, height: 760 });
  await page.locator('.card').first().waitFor();
  await blur(page);
  const light = await page.screenshot(still);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  const dark = await page.screenshot(still);
  await page.close();
  return { light, dark };
}

/** The stand-in for LinkedIn's page speaks the browser's language. */
async function takeBadges(context: BrowserContext): Promise<Buffer> {
  const worker = await extensionWorker(context);
  await worker.evaluate(putSnapshots, historyBefore(memberOfPictures));
  await setGoal(worker, 70);
  const page = await context.newPage();
  // As tall as the whole page, so that nothing has to be scrolled.
  await page.setViewportSize({ width: 1120, height: 1400 });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.goto('https://www.linkedin.com/sales/ssi');
  const badges = new BadgesDriver(page);
  await waitUntil('The badges did not show.', async () => (await badges.names()).includes('start'));
  await badges.click('[data-badge="start"]');
  await waitUntil('The tip did not open.', async () => (await badges.box('[role="dialog"]')) !== undefined);
  await page.mouse.move(0, 0);
  const picture = await page.screenshot({ ...still, clip: { x: 0, y: 0, width: 1120, height: 760 } });
  await page.close();
  return picture;
}

async function waitUntil(problem: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new SetUpProblem(problem, 'run "npm test" to see what is wrong with the build.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Browsers {
  readonly executable: string;
  readonly linkedin: LinkedInServer;
  /** A folder of `public/_locales`. */
  readonly language: string;
}

/** Lets `use` have a browser with the extension in a new profile, and tidies up. */
async function withBrowser<Taken>(
  { executable, linkedin, language }: Browsers,
  use: (context: BrowserContext, origin: string) => Promise<Taken>,
): Promise<Taken> {
  const profile = mkdtempSync(join(tmpdir(), 'ssi-scorecard-pictures-'));
  const context = await launchChromium({
    executable,
    extension: join(repository, process.env['DIST'] ?? 'dist', 'chromium'),
    profile,
    linkedin,
    timeZone: 'UTC',
    language: language === 'en' ? 'en-GB' : language.replace('_', '-'),
    scale: 2,
  });
  try {
    return await use(context, `chrome-extension://${extensionIdOf(await extensionWorker(context))}`);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Draws `html` as a PNG of exactly that size. */
async function draw(page: Page, html: string, size: { width: number; height: number }): Promise<Buffer> {
  await page.setViewportSize(size);
  await page.setContent(html);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  // One pixel for each CSS pixel: the stores ask for an exact size.
  return page.screenshot({ animations: 'disabled', scale: 'css' });
}

/** Takes and writes the pictures of one language. */
async function makePictures(browsers: Browsers): Promise<void> {
  const { executable, linkedin, language } = browsers;
  const own = await withBrowser(browsers, async (context, origin) => ({
    popup: await takePopup(context, origin),
    panel: await takePanel(context, origin),
    scorecard: await takeScorecard(context, origin),
  }));
  const badges = await withBrowser(browsers, takeBadges);
  const compositions: readonly Composition[] = [
    { name: 'popup', theme: 'light', place: 'side', width: 472, shot: own.popup },
    { name: 'scorecard', theme: 'light', place: 'below', width: 1120, shot: own.scorecard.light },
    { name: 'badges', theme: 'light', place: 'below', width: 1120, shot: badges },
    { name: 'panel', theme: 'light', place: 'side', width: 384, shot: own.panel },
    { name: 'dark', theme: 'dark', place: 'below', width: 1120, shot: own.scorecard.dark },
  ];
  const profile = mkdtempSync(join(tmpdir(), 'ssi-scorecard-pictures-'));
  const context = await launchChromium({ executable, profile, linkedin, scale: 1 });
  try {
    const page = await context.newPage();
    const folder = join(destination, language);
    mkdirSync(folder, { recursive: true });
    for (const composition of compositions) {
      const picture = await draw(page, compositionHtml(composition, language), { width: 1280, height: 800 });
      writeFileSync(join(folder, `${pictures.indexOf(composition.name) + 1}-${composition.name}.png`), picture);
    }
    writeFileSync(
      join(folder, 'tile.png'),
      await draw(page, tileHtml(own.popup, language), { width: 440, height: 280 }),
    );
    console.log(`  store/pictures/${language}/`);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

await runMain(async () => {
  const executable = process.env['SSI_CHROMIUM'];
  if (executable === undefined) throw new SetUpProblem('No browser was named.', 'run "npm run package".');
  const asked = process.argv.slice(2);
  for (const language of asked.length > 0 ? asked : Object.keys(wordsOf)) {
    const spoken = languages.find((one) => one === language.replace('_', '-')) ?? 'en';
    const linkedin = await startLinkedInServer({
      respond: (url) =>
        url.pathname === '/sales/ssi'
          ? ssiPage(memberOfPictures, { language: spoken })
          : { status: 404, body: 'Only the SSI page is here.' },
    });
    try {
      await makePictures({ executable, linkedin, language });
    } finally {
      await linkedin.close();
    }
  }
});
