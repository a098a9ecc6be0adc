import type { BrowserContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { casesOf, tagsOf } from '../long-runs';
import { axeFindings } from './axe-findings';
import { expectPicture } from './expect-picture';
import { expect, test, pageTest } from './extension-test';
import { openScorecard, wholeScorecard } from './open-scorecard';
import { setPageClock } from './page-clock';
import { popupStates, scorecardOfPictures, totalsAlone, type Stored } from './popup-states';
import { setWorkerClock } from './worker-clock';
import {
  longHistory,
  sampleActions,
  sampleGoal,
  sampleHistory,
  sampleNow,
  sampleReading,
  sampleToday,
} from './popup-sample';

test.use({ language: 'en-GB' });

const full: Stored = popupStates.rest;

/** Two readings a week apart, and nothing else. */
const secondWeek: Stored = { snapshots: [sampleReading('2026-10-09'), sampleReading(sampleToday)] };

/** Another tab of the same browser with the scorecard. */
async function openSecond(context: BrowserContext, extensionId: string, part = ''): Promise<Page> {
  const page = await context.newPage();
  await setPageClock(page, sampleNow);
  await page.goto(`chrome-extension://${extensionId}/scorecard/index.html${part}`);
  await page.locator(wholeScorecard).first().waitFor();
  return page;
}

const states: readonly {
  readonly name: string;
  readonly stored: Stored;
  readonly part: string;
  readonly long?: true;
}[] = [
  { name: 'full', stored: full, part: '' },
  { name: 'empty', stored: popupStates.empty, part: '', long: true },
  { name: 'first reading', stored: popupStates.first, part: '', long: true },
  { name: 'second week', stored: secondWeek, part: '', long: true },
  { name: 'totals alone', stored: totalsAlone, part: '', long: true },
  { name: 'stale', stored: popupStates.stale, part: '', long: true },
  { name: 'two profiles', stored: popupStates.profiles, part: '', long: true },
  { name: 'whose numbers', stored: popupStates['kept-aside'], part: '', long: true },
  { name: 'tips', stored: full, part: '#tips', long: true },
  { name: 'share', stored: full, part: '#share', long: true },
  { name: 'about', stored: full, part: '#about', long: true },
  { name: 'welcome', stored: popupStates.empty, part: '#welcome', long: true },
];

for (const { name, stored, part } of casesOf(states)) {
  pageTest(`"${name}" fits wide and narrow, and axe finds nothing, light and dark`, async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, stored, part);
    for (const [width, colorScheme, rules] of [
      [1280, 'light', 'all'],
      [1280, 'dark', 'colours'],
      [360, 'dark', 'all but colours'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await axeFindings(page, undefined, rules);
      expect(violations, `${width} ${colorScheme}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
}

pageTest('shows the numbers of the design', async ({ openExtensionPage }) => {
  const page = await openScorecard(openExtensionPage, full);
  await expect(page.locator('#overview')).toContainText('63');
  await expect(page.locator('#overview')).toContainText('+1.8 vs 7 days ago');
  await expect(page.locator('#history')).toContainText('+11.2 in 3 months');
  await expect(page.locator('#weeks .is-today')).toContainText('63.0');
  await expect(page.locator('#data')).toContainText(`${sampleHistory().length} readings since 18 Aug 2025`);
});

pageTest(
  'of many years all cards come, and nothing that is seen first is moved by them',
  async ({ openExtensionPage }) => {
    const snapshots = longHistory(6);
    const page = await openScorecard(openExtensionPage, { ...full, snapshots });
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { readonly value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => setTimeout(() => resolve(sum)));
        }),
    );
    expect(moved).toBe(0);
    const cards = await page.locator('.card[id]').evaluateAll((all) => all.map(({ id }) => id));
    const lower = ['weeks', 'averages', 'journal', 'goals', 'data', 'settings'];
    expect(cards.filter((id) => id !== 'review' && id !== 'rhythm')).toEqual(['overview', 'plan', 'history', ...lower]);
    await expect(page.locator('#data')).toContainText(`${snapshots.length.toLocaleString('en-GB')} readings since`);
    await expect(page.locator('.page-footer')).toBeVisible();
  },
);

pageTest(
  'cards stand in two columns from 900 pixels on and end together; below there is one',
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, popupStates.first);
    const edges = async (card: string) => {
      const { x, y, width, height } = (await page.locator(card).boundingBox())!;
      return { start: Math.round(x), width: Math.round(width), end: Math.round(y + height) };
    };
    for (const width of [1280, 900]) {
      await page.setViewportSize({ width, height: 900 });
      expect((await edges('#overview')).end).toBe((await edges('#plan')).end);
      expect((await edges('#averages')).end).toBe((await edges('#journal')).end);
      expect((await edges('#history')).start).toBeGreaterThan((await edges('#overview')).start);
    }
    for (const width of [899, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const [first, second] = [await edges('#averages'), await edges('#journal')];
      expect([second.start, second.width]).toEqual([first.start, first.width]);
    }
    // The way to what the narrow head has no room for is seen, and leads there.
    const settings = page.getByRole('navigation').getByRole('link', { name: 'Settings' });
    await expect(settings).not.toBeInViewport({ ratio: 0.9 });
    await page.locator('.page-more-right').click();
    await expect(settings).toBeInViewport({ ratio: 0.9 });
    await expect(page.locator('.page-more-right')).toHaveCount(0);
  },
);

pageTest('parts have addresses, and the back button leads back', async ({ openExtensionPage }) => {
  const page = await openScorecard(openExtensionPage, full, '#journal');
  await expect(page.locator('#journal')).toBeInViewport();
  await page.getByRole('link', { name: 'Tips' }).click();
  await expect(page.getByRole('heading', { name: 'All tips' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tips' })).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(page.locator('#journal')).toBeInViewport();
});

pageTest(
  'the chart zooms by dragging, by wheel and by keys, and says what a day was',
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, full);
    const chart = page.getByRole('slider', { name: 'History of your scores' });
    const box = (await chart.boundingBox())!;
    await expect(page.getByRole('radio', { name: '3 months' })).toBeChecked();

    const relationships = page.getByRole('button', { name: 'Relationships', exact: true });
    await expect(relationships).toHaveText('19.3Relationships');
    await page.mouse.move(box.x + 200, box.y + 80);
    await expect(page.locator('.chart-date')).toHaveText(/^\S+ \d+ \S+$/);
    await expect(relationships).not.toContainText('19.3');
    await expect(page.locator('.readout')).toHaveText('Top 12% in industry \u00b7 Top 30% in network');
    // Nothing but the date lies over the chart, and that on its axis.
    const [date, plot] = [
      await page.locator('.chart-date').boundingBox(),
      await page.locator('#history .chart-grid').last().boundingBox(),
    ];
    expect(date!.y).toBeGreaterThan(plot!.y);
    await page.mouse.down();
    await page.mouse.move(box.x + 350, box.y + 80, { steps: 5 });
    await page.mouse.up();
    await expect(page.getByRole('radio', { name: '3 months' })).not.toBeChecked();
    const zoomed = await page.locator('.history-summary').textContent();

    // The drag left the focus in the chart, so the wheel is the chart's.
    await chart.focus();
    await page.mouse.move(box.x + 300, box.y + 80);
    await page.mouse.wheel(0, 300);
    await expect(page.locator('.history-summary')).not.toHaveText(zoomed ?? '');

    await chart.press('0');
    await expect(page.getByRole('radio', { name: '3 months' })).toBeChecked();
    await page.getByRole('radio', { name: 'All time' }).click();
    await chart.press('End');
    await expect(chart).toHaveAttribute('aria-valuetext', /^Fri 16 Oct, Total 63\.0/);
    await chart.press('Shift+ArrowLeft');
    await expect(chart).toHaveAttribute('aria-valuetext', /^Fri 9 Oct, Total 61\.2/);
    await chart.press('+');
    await expect(page.getByRole('radio', { name: 'All time' })).not.toBeChecked();
    await chart.press('Escape');
    await expect(page.locator('.chart-date')).toHaveCount(0);
  },
);

pageTest('the chart shows more or less, is read as a table and saved as pictures', async ({ openExtensionPage }) => {
  const page = await openScorecard(openExtensionPage, full);
  const insights = page.getByRole('button', { name: 'Insights', exact: true });
  expect((await insights.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  await insights.press('Enter');
  await expect(insights).toHaveAttribute('aria-pressed', 'false');
  await expect(insights).toBeFocused();
  await expect(page.locator('.history .stroke-insights .chart-line')).toHaveCount(0);
  await page.getByRole('button', { name: 'Averages', exact: true }).click();
  await expect(page.locator('.chart-end', { hasText: 'Industry' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Rank', exact: true }).click();
  await expect(page.locator('.chart-end', { hasText: 'Industry' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Trend', exact: true }).click();
  await expect(page.locator('.chart-band').first()).toBeAttached();
  await expect(page.locator('.chart-fan')).toHaveAttribute('d', /^M.*Z$/);
  await expect(page.locator('.outlook-title').first()).toHaveText(/^Four weeks from now: \d+ to \d+\.$/);
  await page.getByRole('button', { name: 'Forecast', exact: true }).click();
  await expect(page.locator('.chart-fan')).toHaveCount(0);
  await page.getByRole('button', { name: 'Forecast', exact: true }).click();

  const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^PNG/ }).click()]);
  const bytes = await readFile(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(20_000);
  const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^SVG/ }).click()]);
  const text = await readFile(await svg.path(), 'utf8');
  expect(text).toMatch(/^<svg /);
  expect(text).toContain('63.0');
  expect(text).not.toContain('class=');
  // It is looked at on other days, by others, and elsewhere.
  expect(text).toContain('16 October 2026');
  expect(text).toContain('SSI Scorecard');
  expect(text).toContain('>16 Oct 2026<');
  expect(text).not.toContain('>Today<');

  await page.locator('#history').getByRole('button', { name: 'Table' }).click();
  // What acts on the chart alone is away with it.
  await expect(page.locator('#history .toggle')).toHaveText(['Forecast']);
  // The next four weeks stand over what was read.
  await expect(page.locator('#history tbody tr').nth(0)).toContainText(/Fri 13 Nov.*\d+ to \d+/);
  await expect(page.locator('#history tbody tr').nth(4)).toContainText('Fri 16 Oct');
});

pageTest(
  'a goal is set, changed, deleted and brought back by keyboard alone, and outlives a reload',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, { ...full, goals: [] });
    await expect(page.locator('#goals')).toContainText('No goal yet.');
    // In the overview as in the popup.
    await page.getByRole('button', { name: 'Set a goal' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: '70' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#goals')).toContainText('Total 70');
    await page.locator('#overview').getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(page.locator('#goals')).toContainText('No goal yet.');
    await page.getByRole('button', { name: 'Add a goal' }).press('Enter');
    await expect(page.getByLabel('Goal', { exact: true })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('75');
    await page.keyboard.press('Enter');
    await expect(page.locator('#goals')).toContainText('Total 75');
    await page.reload();
    await expect(page.locator('#goals')).toContainText('Total 75');

    await page.getByRole('button', { name: 'Delete goal: Total 75' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#goals')).toContainText('No goal yet.');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#goals')).toContainText('Total 75');

    await page.getByRole('button', { name: 'Edit goal: Total 75' }).click();
    await page.getByLabel('Goal', { exact: true }).fill('60');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const goal = page.getByLabel('Goal', { exact: true });
    await expect(goal).toHaveAccessibleDescription(/You are already at 63\.0\./);
    await expect(goal).toBeFocused();
    await goal.fill('80');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.locator('#goals')).toContainText('Total 80');
  },
);

pageTest(
  'a reading is typed, corrected, deleted and brought back by keyboard alone, and says that it was typed',
  async ({ openExtensionPage, storedSnapshots }) => {
    const page = await openScorecard(openExtensionPage, popupStates.first);
    const history = page.locator('#history');
    await history.getByRole('button', { name: 'Add a reading' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Add a reading' });
    await expect(form.getByLabel('Professional brand')).toBeFocused();
    await expect(form).toContainText('You already have 16 Oct, with 63.0');
    await form.getByLabel('Day').fill('2026-10-12');
    await expect(form).not.toContainText('already here');
    await form.getByLabel('Professional brand').focus();
    for (const number of ['17,5', '11.3', '14.1', '18.7', '64', '13']) {
      await page.keyboard.type(number);
      await page.keyboard.press('Tab');
    }
    await expect(form).toContainText('61.6 is not 64');
    await expect(form.getByRole('button', { name: 'Add this day' })).toBeDisabled();
    expect((await axeFindings(page, undefined, 'all')).violations).toEqual([]);
    await form.getByLabel('Total on the page').fill('62');
    await expect(form).toContainText('Adds up to 61.6');
    const day = form.getByLabel('Day');
    await day.fill('2026-10-17');
    await form.getByLabel('Total on the page').press('Enter');
    await expect(day).toHaveAccessibleDescription('Choose a day from 1 Jan 2014 to today.');
    await expect(day).toBeFocused();
    await day.fill('2026-10-12');
    await form.getByLabel('Total on the page').press('Enter');
    await expect(page.locator('.toast')).toContainText('12 Oct added.');
    await expect(form).toHaveCount(0);
    const typed = { day: '2026-10-12', source: 'by-hand', shownTotal: 62, rank: { industry: 13 } };
    expect(await storedSnapshots()).toMatchObject([typed, { day: sampleToday, source: 'bars' }]);

    await history.getByRole('button', { name: 'Table' }).click();
    const row = history.getByRole('row', { name: /^Mon 12 Oct by hand/ });
    // The table is loaded when it is asked for; until it stands these keys go past it.
    await expect(row).toBeVisible();
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Shift+Tab');
    await expect(history.getByRole('button', { name: 'Edit or delete Fri 16 Oct' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(row.getByLabel('Professional brand')).toBeFocused();
    await page.keyboard.type('18.5');
    await expect(history).toContainText('18.5 + 11.3 + 14.1 + 18.7 = 62.6');
    expect((await axeFindings(page, '#history', 'all')).violations).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(row).toContainText('62.6');
    await expect(row.getByRole('button')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(row).toContainText('61.6');

    await row.getByRole('button').press('Enter');
    await history.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
    await expect(row).toHaveCount(0);
    await expect(page.locator('.toast').getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(row).toContainText('61.6');

    await history.getByRole('button', { name: 'Edit or delete Fri 16 Oct' }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(history.getByRole('button', { name: 'Edit or delete Fri 16 Oct' })).toBeFocused();
    expect(await storedSnapshots()).toMatchObject([typed, { day: sampleToday, source: 'bars' }]);
    // It stands under the last change until there is another.
    await page.reload();
    await expect(page.locator('#data')).toContainText('A day entered by hand on 16 Oct.');
  },
);

pageTest(
  'a note is written, outlives a reload while being typed, is changed, deleted and brought back',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, full);
    await page.getByRole('button', { name: 'Add a note' }).click();
    await expect(page.getByLabel('What you did')).toBeFocused();
    await page.keyboard.type('Talked at the trade fair');
    await page.reload();
    await expect(page.getByLabel('What you did')).toHaveValue('Talked at the trade fair');
    await page.getByLabel('Pillar', { exact: true }).selectOption('relationships');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const entry = page.locator('.entry', { hasText: 'Talked at the trade fair' });
    await expect(entry).toContainText('Relationships');
    await page.reload();
    await expect(entry).toBeVisible();
    await expect(page.getByLabel('What you did')).toHaveCount(0);
    await page.getByRole('button', { name: 'Edit: Talked at the trade fair' }).click();
    await page.getByLabel('Pillar', { exact: true }).selectOption({ label: 'No pillar' });
    await page.getByLabel('What you did').fill('Talked at two fairs');
    await page.keyboard.press('Enter');
    await expect(page.locator('.entry', { hasText: 'Talked at two fairs' })).toContainText('No pillar');
    await expect(page.locator('.chart-written', { hasText: 'Talked at two fairs' })).toHaveCount(1);
    await page.getByRole('button', { name: 'Delete: Talked at two fairs' }).press('Enter');
    await expect(page.locator('.entry', { hasText: 'Talked at two fairs' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.entry', { hasText: 'Talked at two fairs' })).toBeVisible();
  },
);

pageTest(
  'settings are saved at once and apply in all open pages',

  { tag: '@long' },
  async ({ openExtensionPage, context, extensionId }) => {
    const page = await openScorecard(openExtensionPage, full);
    const second = await openSecond(context, extensionId);
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark');
    await second.getByLabel('Day of the week').selectOption({ label: 'Monday' });
    await expect(page.getByLabel('Day of the week')).toHaveValue('1');
    await page.getByRole('switch', { name: 'Quiet hours' }).press('Space');
    await expect(second.getByRole('switch', { name: 'Quiet hours' })).not.toBeChecked();
    await page.getByRole('switch', { name: 'Reminder' }).click();
    await expect(second.getByLabel('Day of the week')).toHaveCount(0);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('switch', { name: 'Reminder' })).not.toBeChecked();
  },
);

pageTest('two scorecards side by side agree', { tag: '@long' }, async ({ openExtensionPage, context, extensionId }) => {
  const page = await openScorecard(openExtensionPage, { ...full, goals: [] });
  const second = await openSecond(context, extensionId);
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(second.locator('#goals')).toContainText('Total 70');
  await second.getByRole('button', { name: 'Delete goal: Total 70' }).click();
  await expect(page.locator('#goals')).toContainText('No goal yet.');
});

pageTest('a tip is done, put away and brought back', { tag: '@long' }, async ({ openExtensionPage }) => {
  const page = await openScorecard(openExtensionPage, { ...full, actions: [] }, '#tips');
  const tip = page.locator('.tip-row', { hasText: 'Add a clear photo of your face' });
  await tip.locator('summary').click();
  await tip.getByRole('button', { name: 'Done' }).click();
  await expect(tip).toContainText('Done 16 Oct');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tip).not.toContainText('Done 16 Oct');
  await tip.getByRole('button', { name: 'Not for me' }).click();
  await expect(tip).toHaveCount(0);
  await page.getByLabel('Show tips that are not for me').check();
  await tip.locator('summary').click();
  await tip.getByRole('button', { name: 'Bring back' }).click();
  await page.getByLabel('Show tips that are not for me').uncheck();
  await expect(tip).toHaveCount(1);
});

test('export, delete everything, import: the same export again', async ({ openExtensionPage, storedSnapshots }) => {
  const page = await openScorecard(openExtensionPage, full);
  const before = await storedSnapshots();
  const exportJson = async (): Promise<string> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export JSON' }).click(),
    ]);
    return file.path();
  };
  const file = await exportJson();

  await page.getByRole('button', { name: 'Delete everything' }).click();
  const dialog = page.getByRole('dialog', { name: `Delete all ${before.length} readings?` });
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(page.locator('#data')).toContainText(`${before.length} readings`);
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.locator('#overview')).toContainText('Your score goes here');
  expect(await storedSnapshots()).toEqual([]);

  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.locator('.import-counts')).toHaveText(`${before.length} new days`);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.locator('#overview')).toContainText('63');
  expect(await storedSnapshots()).toEqual(before);
  expect(await readFile(await exportJson(), 'utf8')).toBe(await readFile(file, 'utf8'));

  // The same file twice changes nothing.
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.locator('.import')).toContainText('There’s nothing new in it.');
});

pageTest(
  'pasted rows are shown before anything is written, and an import is undone',
  { tag: '@long' },
  async ({ openExtensionPage, storedSnapshots }) => {
    const page = await openScorecard(openExtensionPage, full);
    const before = await storedSnapshots();
    const rows = [
      'day,total,brand,people,insights,relationships',
      '2024-01-01,50,12,13,12,13',
      '2024-01-02,120,30,30,30,30',
    ];
    await page.getByRole('button', { name: 'Paste text' }).click();
    await page.getByLabel('Rows from a spreadsheet, with headings').fill(rows.join('\n'));
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.locator('.import-counts')).toHaveText('1 new day');
    await expect(page.locator('.import-preview')).toContainText('1 row can’t be read and will be skipped');
    await expect(page.locator('.import-rejected')).toContainText('Row 3');
    expect(await storedSnapshots()).toEqual(before);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.poll(storedSnapshots).toHaveLength(before.length + 1);
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(storedSnapshots).toEqual(before);
  },
);

pageTest(
  'a file that is no export is refused with a sentence',
  { tag: '@long' },
  async ({ openExtensionPage, storedSnapshots }) => {
    const page = await openScorecard(openExtensionPage, full);
    const before = await storedSnapshots();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
    await expect(page.locator('.import-failed')).toHaveText(
      'x.jsonNo table of days and scores was found in this file. Nothing was changed.',
    );
    expect(await storedSnapshots()).toEqual(before);
  },
);

pageTest(
  'profiles are named, switched, made one and taken apart again',
  { tag: '@long' },
  async ({ openExtensionPage, storedSnapshots }) => {
    const page = await openScorecard(openExtensionPage, popupStates.profiles);
    const before = await storedSnapshots();
    const title = page.locator('.member-switch select');
    await expect(title.locator('option:checked')).toHaveText('Anna');
    await title.selectOption({ label: 'Profile 2' });
    await expect(page.locator('#data')).toContainText('1 reading, from 16 Oct');
    await page.getByLabel('Name of Profile 2').fill('Ben');
    await page.keyboard.press('Tab');
    await expect(title.locator('option:checked')).toHaveText('Ben');
    await page.getByLabel('Ben is the same person as').selectOption({ label: 'Anna' });
    await expect(title).toHaveCount(0);
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(storedSnapshots).toEqual(before);
  },
);

pageTest('a reading kept aside is answered for', async ({ openExtensionPage, storedSnapshots }) => {
  const page = await openScorecard(openExtensionPage, popupStates['kept-aside']);
  const before = await storedSnapshots();
  await page.locator('.page > .notice').getByRole('button', { name: 'They are mine' }).click();
  await expect.poll(storedSnapshots).toHaveLength(before.length + 1);
  await expect(page.getByText('Whose numbers are these?')).toHaveCount(0);
});

test('the welcome has its switches on and becomes the scorecard with the first reading', async ({
  openExtensionPage,
  seedSnapshots,
}) => {
  const page = await openScorecard(openExtensionPage, popupStates.empty, '#welcome');
  await expect(page.getByRole('heading', { name: 'Welcome to SSI Scorecard' })).toBeVisible();
  for (const name of ['Badges on my SSI page', 'Reminder']) {
    await expect(page.getByRole('switch', { name })).toBeChecked();
  }
  await seedSnapshots([sampleReading(sampleToday)]);
  await page.evaluate(() => {
    const channel = new BroadcastChannel('ssi-scorecard-changes');
    channel.postMessage('changed');
    channel.close();
  });
  await expect(page.locator('#overview')).toContainText('Your starting point');
});

pageTest(
  'the share picture is saved as a PNG of 1200 by 627, with name and ranks only when they are switched on',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, full, '#share');
    const picture = page.locator('.share-picture');
    await expect(picture).toContainText('16 October 2026');
    await expect(picture).not.toContainText('Top 12%');
    await page.getByRole('switch', { name: 'Show my ranks' }).click();
    await expect(picture).toContainText('Top 12% in industry');
    await page.getByRole('switch', { name: 'Show my name' }).click();
    await page.getByLabel('Name of Profile 1').fill('Anna');
    await page.keyboard.press('Tab');
    await expect(picture).toContainText('Anna');
    await page.getByRole('switch', { name: 'Show my name' }).click();
    await expect(picture).not.toContainText('Anna');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save picture' }).click(),
    ]);
    const bytes = await readFile(await file.path());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 627]);
  },
);

pageTest(
  'the page about the extension proves that nothing is requested and shows what is stored',
  async ({ openExtensionPage }) => {
    const page = await openScorecard(
      openExtensionPage,
      { ...full, actions: sampleActions, goals: [sampleGoal] },
      '#about',
    );
    await expect(page.locator('.facts')).toContainText("default-src 'none'");
    await expect(page.locator('.facts strong')).toHaveText('0');
    await page.getByRole('button', { name: 'Show everything stored' }).click();
    await expect(page.locator('.stored').first()).toContainText('"format": "ssi-scorecard"');
  },
);

test.describe('as pictures', () => {
  test.use({ scale: 2 });

  for (const [name, theme, width, part] of [
    ['scorecard', 'light', 1280, ''],
    ['scorecard-dark', 'dark', 1280, ''],
    ['scorecard-narrow', 'light', 360, ''],
    ['share', 'light', 1280, '#share'],
    ['welcome', 'light', 1280, '#welcome'],
  ] as const) {
    const tag = tagsOf(name === 'scorecard' || name === 'welcome', '@picture');
    pageTest(`"${name}" looks as it should`, { tag }, async ({ openExtensionPage, worker }) => {
      // Or the automatic copy would be made on the day of the test.
      await setWorkerClock(worker, sampleNow);
      const stored = name === 'welcome' ? popupStates.empty : scorecardOfPictures;
      const page = await openScorecard(openExtensionPage, stored, part);
      // What the browser counts grows with every line of ours, and is no part of how the page looks.
      await page.addInitScript(() => {
        navigator.storage.estimate = () => Promise.resolve({ usage: 691_000 });
      });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 720 });
      await page.reload();
      await page.locator(wholeScorecard).first().waitFor();
      if (part === '') await expect(page.locator('.facts')).toBeVisible();
      if (part === '#share') await page.getByRole('switch', { name: 'Show my ranks' }).click();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.mouse.move(0, 0);
      await expectPicture(page, name, { fullPage: true });
    });
  }
});
