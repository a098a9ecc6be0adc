// The main job, once the project is set up: a real browser with the real extension reads the SSI page by itself and shows its popup.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import 'temporal-polyfill/global';
import type { BrowserContext, Page } from '@playwright/test';
import { localDayAt } from '../src/core/score/local-day';
import type { Snapshot } from '../src/core/rows/snapshot';
import { extensionIdOf, extensionWorker, launchChromium } from '../tests/e2e/launch-chromium';
import { putMade, putSnapshots, readAllSnapshots } from '../tests/e2e/stored-snapshots';
import { startLinkedInServer } from '../tests/linkedin/linkedin-server';
import { sampleHistory } from '../tests/linkedin/sample-history';
import { ssiPage } from '../tests/linkedin/ssi-page';
import { SetUpProblem, runMain } from './set-up-problem.mjs';

const repository = join(import.meta.dirname, '..');
const extension = join(repository, 'dist', 'chromium');
const pictures = join(repository, 'artifacts');
const address = 'https://www.linkedin.com/sales/ssi';

const whatToTry = `
The window stays open until you close it. What to try:
  1. The page (first tab): open "Start here" beside LinkedIn's numbers. "Open beside LinkedIn" shows the panel: tick the last step, then Done.
  2. The popup (second tab, or the icon in the toolbar): today reached the goal of 70. Set the next one, and point at the chart and its dots.
  3. The scorecard (third tab): tick an action of this week's plan, look at the week before in "Your week", export your data and import it again.
`;

/** Whether there is a screen to show a window on. */
function hasScreen(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return process.env['CI'] === undefined;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function chromiumPath(): string {
  const executable = process.env['SSI_CHROMIUM'];
  if (executable === undefined) throw new SetUpProblem('No browser was named.', 'start the demo with "npm start".');
  return executable;
}

/** Starts a browser, or says why it did not start. */
async function launch(options: Omit<Parameters<typeof launchChromium>[0], 'executable'>): Promise<BrowserContext> {
  const executable = chromiumPath();
  try {
    return await launchChromium({ executable, ...options });
  } catch (error) {
    throw new SetUpProblem(
      `The browser did not start: ${String(error).split('\n')[0] ?? ''}`,
      options.headless === false
        ? 'close a browser that may still use the same profile, or run "npm start -- --headless".'
        : 'let SSI_CHROMIUM name another Chromium and run the command again.',
    );
  }
}

/** The real page in a lasting profile: the member signs in, and the window stays until they close it. */
async function showLive(): Promise<void> {
  if (!hasScreen()) {
    throw new SetUpProblem(
      '"--live" needs a screen to sign in on, and there is none.',
      'run it on a desktop, or run "npm start".',
    );
  }
  const context = await launch({
    extension,
    profile: join(repository, '.cache', 'live-profile'),
    headless: false,
    viewport: null,
    keepsWelcome: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  try {
    await page.goto(address);
  } catch {
    throw new SetUpProblem('linkedin.com cannot be reached.', 'check your network and run the command again.');
  }
  console.log(
    'Sign in to LinkedIn in the window. The extension reads your SSI page by itself; click its icon to see your scorecard.',
  );
  console.log('Close the window to end. Your readings stay in .cache/live-profile for the next time.');
  await new Promise((resolve) => context.once('close', resolve));
}

/** The stand-in's page in a new profile with a sample history. */
async function showDemo(headless: boolean): Promise<void> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = localDayAt(Date.now(), timeZone);
  const { snapshots, actions, goals, plans, choices, todaysMember, changeSinceLastWeek } = sampleHistory(today);
  const linkedin = await startLinkedInServer({
    respond: (url) =>
      url.pathname === '/sales/ssi'
        ? ssiPage(todaysMember, { paintAfter: 2000, changeSinceLastWeek })
        : { status: 404, body: 'The stand-in has only the SSI page.' },
  });
  const profile = mkdtempSync(join(tmpdir(), 'ssi-scorecard-demo-'));
  let context: BrowserContext | undefined;
  try {
    context = await launch({
      extension,
      profile,
      linkedin,
      headless,
      viewport: { width: 1200, height: 900 },
      scale: 2,
    });
    const worker = await extensionWorker(context);
    const origin = `chrome-extension://${extensionIdOf(worker)}`;

    // The popup's page opens the store, so that the sample finds it made.
    const popup = await context.newPage();
    await popup.goto(`${origin}/popup/index.html`);
    await popup.locator('main').waitFor();
    await popup.evaluate(putSnapshots, snapshots);
    await popup.evaluate(putMade, { actions, goals, plans, 'tip-choices': choices });
    console.log(
      `A made-up year: ${snapshots.length} readings, ${actions.length} actions, ${goals.length} goals, a plan for the week; ${snapshots.at(-1)?.total.toFixed(1)} yesterday, and 70 is the goal.`,
    );

    console.log(`Opening ${address} (our stand-in; nothing leaves this machine) …`);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.bringToFront();
    await page.goto(address);
    const read = await waitForReading(popup, today);
    print(read);

    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.reload();
    await popup.getByText(String(read.shownTotal), { exact: true }).first().waitFor();
    const scorecard = await context.newPage();
    await scorecard.setViewportSize({ width: 1280, height: 900 });
    await scorecard.goto(`${origin}/scorecard/index.html`);
    await scorecard.getByText(String(read.shownTotal), { exact: true }).first().waitFor();
    if (headless) {
      const panel = await context.newPage();
      await panel.setViewportSize({ width: 360, height: 1440 });
      await panel.goto(`${origin}/panel/index.html`);
      await panel.locator('.review').waitFor();
      mkdirSync(pictures, { recursive: true });
      const picture = async (of: Page, name: string): Promise<void> => {
        await of.screenshot({
          path: join(pictures, name),
          animations: 'disabled',
          fullPage: of === scorecard,
        });
        console.log(`Picture: ${relative(repository, join(pictures, name))}`);
      };
      await picture(page, 'page.png');
      await picture(popup, 'popup.png');
      await picture(panel, 'panel.png');
      await picture(scorecard, 'scorecard.png');
      return;
    }
    await page.bringToFront();
    console.log(whatToTry);
    await new Promise((resolve) => context?.once('close', resolve));
  } finally {
    await context?.close();
    await linkedin.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Today's snapshot once the extension has stored it by itself. */
async function waitForReading(popup: Page, today: string): Promise<Snapshot> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const snapshots = await popup.evaluate(readAllSnapshots);
    const read = snapshots.find(({ day, source }) => day === today && source !== 'sample');
    if (read) return read;
    if (Date.now() > deadline) {
      throw new SetUpProblem(
        'The extension did not read the page within 30 seconds.',
        'run the command again; if it happens twice, please report it with what is printed above.',
      );
    }
    await popup.waitForTimeout(100);
  }
}

function print({ day, shownTotal, total, scores, rank, average, source }: Snapshot): void {
  console.log(`\nRead and stored for ${day} (from the page's ${source}):`);
  console.table({
    total: { value: shownTotal, exact: total },
    brand: { value: scores.brand },
    people: { value: scores.people },
    insights: { value: scores.insights },
    relationships: { value: scores.relationships },
    'rank in industry, top %': { value: rank.industry },
    'rank in network, top %': { value: rank.network },
    'average of industry': { value: average.industry?.total },
    'average of network': { value: average.network?.total },
  });
}

await runMain(async () => {
  if (process.argv.includes('--live')) await showLive();
  else await showDemo(process.argv.includes('--headless') || !hasScreen());
});
