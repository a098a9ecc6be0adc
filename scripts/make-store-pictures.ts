// The stores' pictures: the real extension in a real browser with a made-up history, set on a plain ground with a line of words.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'temporal-polyfill/global';
import type { BrowserContext, Page } from '@playwright/test';
import type { Action } from '../src/core/rows/action';
import type { Goal } from '../src/core/rows/goal';
import { BadgesDriver, historyBefore, memberOfPictures, setGoal } from '../tests/e2e/badges-driver';
import { extensionIdOf, extensionWorker, launchChromium } from '../tests/e2e/launch-chromium';
import { sampleActions, sampleGoal, sampleHistory, sampleNow } from '../tests/e2e/popup-sample';
import { putStored, type Stored } from '../tests/e2e/popup-states';
import { putSnapshots } from '../tests/e2e/stored-snapshots';
import { startLinkedInServer, type LinkedInServer } from '../tests/linkedin/linkedin-server';
import { ssiPage } from '../tests/linkedin/ssi-page';
import { runMain, SetUpProblem } from './set-up-problem.mjs';

const repository = join(import.meta.dirname, '..');
const destination = join(repository, 'store', 'pictures');
const icon = readFileSync(join(repository, 'docs/icon/icon.svg'), 'utf8');

/** What the made-up member did, in words a member would use; the dates and pillars are those of the sample. */
const deeds = [
  'Searched for ten people like my best customer',
  'Looked at who viewed my profile',
  'Rewrote my About section',
  'Shared an article with an opinion',
  'Commented on customers’ posts',
  'Sent five personal invitations',
  'Answered a question about pricing',
];

const actions = sampleActions.map((action, index): Action =>
  action.kind === 'note' ? { ...action, text: deeds[index] ?? action.text } : action,
);

const goals: readonly Goal[] = [
  sampleGoal,
  { ...sampleGoal, id: 'goal-2', of: 'people', target: 13, from: 10, setOn: '2026-08-06' },
];

const stored: Stored = {
  snapshots: sampleHistory(),
  actions,
  goals: [sampleGoal],
  local: { 'last-export': sampleNow - 7 * 86_400_000 },
};

type Theme = 'light' | 'dark';

interface Words {
  readonly title: string;
  readonly lines: readonly string[];
}

/** One picture for the stores: the words, and where the product's own picture stands. */
interface Composition {
  readonly name: string;
  readonly theme: Theme;
  readonly words: Words;
  /** `side` puts a narrow picture beside the words, `below` a wide one under them, cut off by the lower edge. */
  readonly place: 'side' | 'below';
  /** Width of each column in the composition, CSS pixels. */
  readonly widths: readonly number[];
  /** Pictures of the product: columns side by side, each from top to bottom. */
  readonly shots: readonly (readonly Buffer[])[];
}

const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

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
  svg { display: block; }
  .columns { display: flex; gap: 20px; }
  .shot { display: block; margin-bottom: 20px; border-radius: 14px; border: 1px solid var(--line); box-shadow: 0 24px 60px var(--shade); }`;

function compositionHtml({ theme, words, place, widths, shots }: Composition): string {
  const [title, lines] = [words.title, words.lines.map((line) => `<p>${line}</p>`).join('')];
  const columns = shots.map((column, index) => {
    const images = column.map((png) => `<img class="shot" width="${widths[index] ?? 0}" src="${dataUrl(png)}" alt="">`);
    return `<div>${images.join('')}</div>`;
  });
  const style =
    place === 'side'
      ? `main { height: 100%; display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 88px; padding: 0 120px 0 104px; }
         svg { width: 60px; height: 60px; margin-bottom: 28px; } h1 { font-size: 50px; line-height: 1.12; } p { font-size: 23px; line-height: 1.45; margin-top: 18px; }`
      : `main { display: flex; flex-direction: column; align-items: center; padding-top: 48px; }
         .words { text-align: center; max-width: 1080px; margin-bottom: 34px; } svg { display: none; }
         h1 { font-size: 40px; line-height: 1.15; } p { font-size: 21px; line-height: 1.4; margin-top: 10px; }`;
  return `<!doctype html><meta charset="utf-8"><style>${base(theme)} ${style}</style>
    <main><div class="words">${icon}<h1>${title}</h1>${lines}</div><div class="columns">${columns.join('')}</div></main>`;
}

function tileHtml(popup: Buffer): string {
  return `<!doctype html><meta charset="utf-8"><style>${base('light')}
    main { position: relative; height: 100%; padding: 40px 0 0 32px; }
    svg { width: 44px; height: 44px; margin-bottom: 20px; }
    h1 { font-size: 27px; line-height: 1.1; } p { font-size: 16px; line-height: 1.35; margin-top: 10px; width: 150px; }
    .shot { position: absolute; left: 206px; top: 30px; border-radius: 10px; }</style>
    <main>${icon}<h1>SSI<br>Scorecard</h1><p>Your Social Selling Index, with a&nbsp;past.</p><img class="shot" width="300" src="${dataUrl(popup)}" alt=""></main>`;
}

/** One of the extension's own pages at the sample's instant, with the sample stored. */
async function openOwnPage(context: BrowserContext, address: string, size: { width: number; height: number }) {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.clock.setFixedTime(sampleNow);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.goto(address);
  await page.locator('main, .page, .head').first().waitFor();
  await page.evaluate(putStored, stored);
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

/** A card of the scorecard without the empty space that a taller neighbour gives it. */
async function takeCard(page: Page, id: string): Promise<Buffer> {
  const clip = await page.locator(`#${id}`).evaluate((card) => {
    const { left, top, width } = card.getBoundingClientRect();
    const end = Math.max(...[...card.children].map((child) => child.getBoundingClientRect().bottom));
    const height = end - top + parseFloat(getComputedStyle(card).paddingBottom);
    return { x: left + window.scrollX, y: top + window.scrollY, width, height };
  });
  return page.screenshot({ ...still, fullPage: true, clip });
}

async function takeScorecard(context: BrowserContext, origin: string) {
  const page = await openOwnPage(context, `${origin}/scorecard/index.html`, { width: 1280, height: 760 });
  await page.locator('.card').first().waitFor();
  await blur(page);
  const light = await page.screenshot(still);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  const dark = await page.screenshot(still);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.evaluate(putStored, { ...stored, goals });
  await page.reload();
  await page.locator('#goals').waitFor();
  const cards = {
    goals: await takeCard(page, 'goals'),
    averages: await takeCard(page, 'averages'),
    journal: await takeCard(page, 'journal'),
    data: await takeCard(page, 'data'),
  };
  await page.close();
  return { light, dark, cards };
}

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
}

/** Lets `use` have a browser with the extension in a new profile, and tidies up. */
async function withBrowser<Taken>(
  { executable, linkedin }: Browsers,
  use: (context: BrowserContext, origin: string) => Promise<Taken>,
): Promise<Taken> {
  const profile = mkdtempSync(join(tmpdir(), 'ssi-scorecard-pictures-'));
  const context = await launchChromium({
    executable,
    extension: join(repository, process.env['DIST'] ?? 'dist', 'chromium'),
    profile,
    linkedin,
    timeZone: 'UTC',
    language: 'en-GB',
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

await runMain(async () => {
  const executable = process.env['SSI_CHROMIUM'];
  if (executable === undefined) throw new SetUpProblem('No browser was named.', 'run "npm run package".');
  const linkedin = await startLinkedInServer({
    respond: (url) =>
      url.pathname === '/sales/ssi' ? ssiPage(memberOfPictures) : { status: 404, body: 'Only the SSI page is here.' },
  });
  try {
    const browsers = { executable, linkedin };
    const own = await withBrowser(browsers, async (context, origin) => ({
      popup: await takePopup(context, origin),
      scorecard: await takeScorecard(context, origin),
    }));
    const badges = await withBrowser(browsers, takeBadges);
    const compositions: readonly Composition[] = [
      {
        name: '1-popup',
        theme: 'light',
        words: {
          title: 'Ten seconds a week, and you know where you stand',
          lines: ['Your Social Selling Index: how much, which way, towards what, and what to do next.'],
        },
        place: 'side',
        widths: [472],
        shots: [[own.popup]],
      },
      {
        name: '2-scorecard',
        theme: 'light',
        words: {
          title: 'The history that LinkedIn does not show',
          lines: ['Every reading kept, in your own browser.'],
        },
        place: 'below',
        widths: [1120],
        shots: [[own.scorecard.light]],
      },
      {
        name: '3-badges',
        theme: 'light',
        words: {
          title: 'What changed, right where you look',
          lines: ['Beside the numbers of your own SSI page. Hidden with one click.'],
        },
        place: 'below',
        widths: [1120],
        shots: [[badges]],
      },
      {
        name: '4-journal-and-goals',
        theme: 'light',
        words: {
          title: 'See what your effort did',
          lines: ['A journal of what you did and how the pillar moved, goals with an honest outlook.'],
        },
        place: 'below',
        widths: [520, 580],
        shots: [
          [own.scorecard.cards.goals, own.scorecard.cards.averages],
          [own.scorecard.cards.journal, own.scorecard.cards.data],
        ],
      },
      {
        name: '5-dark',
        theme: 'dark',
        words: {
          title: 'Light or dark, as your system likes it',
          lines: ['No account, no server. Nothing leaves your browser.'],
        },
        place: 'below',
        widths: [1120],
        shots: [[own.scorecard.dark]],
      },
    ];
    const profile = mkdtempSync(join(tmpdir(), 'ssi-scorecard-pictures-'));
    const context = await launchChromium({ executable, profile, linkedin, scale: 1 });
    try {
      const page = await context.newPage();
      mkdirSync(destination, { recursive: true });
      for (const composition of compositions) {
        const picture = await draw(page, compositionHtml(composition), { width: 1280, height: 800 });
        writeFileSync(join(destination, `${composition.name}.png`), picture);
        console.log(`  store/pictures/${composition.name}.png`);
      }
      writeFileSync(join(destination, 'tile.png'), await draw(page, tileHtml(own.popup), { width: 440, height: 280 }));
      console.log('  store/pictures/tile.png');
    } finally {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  } finally {
    await linkedin.close();
  }
});
