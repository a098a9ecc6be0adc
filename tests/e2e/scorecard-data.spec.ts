import { rowVersion } from '../../src/core/rows/upgrade-row';
import type { Page, Worker } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { ssiPage } from '../linkedin/ssi-page';
import { casesOf } from '../long-runs';
import { axeFindings } from './axe-findings';
import { memberOfPictures } from './badges-driver';
import { expect, ssiPageAddress, test, pageTest } from './extension-test';
import { installInto, blockNotifications, launchInstalled } from './installed-profile';
import { extensionIdOf, extensionWorker } from './launch-chromium';
import { openScorecard, showScorecard } from './open-scorecard';
import { sampleHistory, sampleNow, sampleReading, sampleToday } from './popup-sample';
import { popupStates, putStored, scorecardOfPictures, weekOfPictures } from './popup-states';
import { stopWorker } from './stop-worker';
import { setWorkerClock } from './worker-clock';

test.use({ language: 'en-GB' });

const everyDay = sampleHistory().length;

/** Says that something stored has changed, as the store does. */
function announce(): void {
  const channel = new BroadcastChannel('ssi-scorecard-changes');
  channel.postMessage('changed');
  channel.close();
}

pageTest(
  'two fingers zoom the chart in and out, and one moves the crosshair',

  { tag: '@long' },
  async ({ openExtensionPage, context }) => {
    const page = await openScorecard(openExtensionPage, scorecardOfPictures);
    const chart = page.getByRole('slider', { name: 'History of your scores' });
    const box = (await chart.boundingBox())!;
    const session = await context.newCDPSession(page);
    const y = box.y + 80;
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly number[]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: places.map((x, id) => ({ x: box.x + x, y, id })),
      });
    const pinch = async (from: readonly [number, number], to: readonly [number, number]) => {
      await touch('touchStart', from);
      for (const part of [0.25, 0.5, 0.75, 1]) {
        await touch('touchMove', [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
      }
      await touch('touchEnd', []);
    };
    const daysSeen = async () => {
      const [, from, to] =
        /^\S+ (.+) to (.+)$/.exec((await page.locator('.history-summary').textContent()) ?? '') ?? [];
      return (Date.parse(`${to} 2026`) - Date.parse(`${from} 2026`)) / 86_400_000;
    };
    await pinch([200, 300], [120, 420]);
    await expect(page.getByRole('radio', { name: '3 months' })).not.toBeChecked();
    const near = await daysSeen();
    expect(near).toBeGreaterThan(7);
    expect(near).toBeLessThan(60);
    await pinch([120, 420], [200, 340]);
    await expect.poll(daysSeen).toBeGreaterThan(near);

    await touch('touchStart', [250]);
    await touch('touchMove', [300]);
    await expect(page.locator('.chart-date')).toBeVisible();
    await touch('touchEnd', []);
  },
);

pageTest('the share picture is copied as a PNG', async ({ openExtensionPage, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openScorecard(openExtensionPage, scorecardOfPictures, '#share');
  await page.getByRole('button', { name: 'Copy picture' }).click();
  await expect(page.getByText('Copied. Paste it anywhere you like.')).toBeVisible();
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item!.getType('image/png'));
    return [picture.width, picture.height];
  });
  expect(size).toEqual([1200, 627]);
});

/** Deletes the database, as a browser that clears its storage does. */
async function loseDatabase(realm: Pick<Worker, 'evaluate'>): Promise<void> {
  await realm.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deletion = indexedDB.deleteDatabase('ssi-scorecard');
        deletion.onsuccess = () => resolve();
        deletion.onerror = () => reject(deletion.error ?? new Error('The database was not deleted.'));
      }),
  );
}

test('a history that the browser has lost is noticed and comes back from the automatic copy', async ({
  openExtensionPage,
  context,
  extensionId,
  storedSnapshots,
  worker,
}) => {
  const page = await openScorecard(openExtensionPage, scorecardOfPictures);
  const before = await storedSnapshots();
  // The worker makes the copy when it starts.
  await stopWorker(context, extensionId);
  await page.evaluate(() => chrome.alarms.create('wake', { when: Date.now() }));
  // The one that comes with the history of the pictures is damaged, and makes way for a whole one.
  const copied = () =>
    page.evaluate(async () => {
      const { 'automatic-copy': copy } = await chrome.storage.local.get('automatic-copy');
      return typeof copy === 'string' && copy !== '';
    });
  await expect.poll(copied).toBe(true);

  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  await loseDatabase(worker);
  await page.goto(`chrome-extension://${extensionId}/scorecard/index.html`);
  const notice = page.locator('.page > .notice');
  await expect(notice).toContainText('Some days are missing');
  await expect(notice).toContainText(`${everyDay} days are missing here`);
  await page.getByRole('button', { name: 'Restore them' }).click();
  await expect(page.locator('#overview')).toContainText('63');
  await expect(notice).toHaveCount(0);
  expect(await storedSnapshots()).toEqual(before);
});

for (const { answer, day } of [
  { answer: '3 April 2024', day: '2024-04-03' },
  { answer: '4 March 2024', day: '2024-03-04' },
]) {
  pageTest(
    `a date with two meanings is asked about, and no answer is chosen beforehand: ${answer}`,
    { tag: '@long' },
    async ({ openExtensionPage, storedSnapshots }) => {
      const page = await openScorecard(openExtensionPage, { snapshots: [sampleReading(sampleToday)] });
      await page.locator('input[type=file]').setInputFiles({
        name: 'scores.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('date,total,brand,people,insights,relationships\n03/04/2024,50,12,13,12,13\n'),
      });
      const question = page.getByRole('group', { name: 'What does 03/04/2024 mean in this file?' });
      await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Show preview' })).toBeDisabled();
      await question.getByRole('radio', { name: answer }).check();
      await page.getByRole('button', { name: 'Show preview' }).click();
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await expect
        .poll(async () => (await storedSnapshots()).map((snapshot) => snapshot.day))
        .toEqual([day, sampleToday]);
    },
  );
}

/** Two files as somebody drops them on the page. */
async function drop(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  const held = await page.evaluateHandle((wanted) => {
    const transfer = new DataTransfer();
    for (const { name, text } of wanted) transfer.items.add(new File([text], name, { type: 'text/csv' }));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: held });
  await expect(page.locator('.drop-target')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: held });
  await expect(page.locator('.drop-target')).toHaveCount(0);
}

for (const part of ['#tips', '']) {
  pageTest(
    `several files are dropped on the page${part && ` about ${part.slice(1)}`}, seen as one, and one that cannot be read is left out`,
    { tag: '@long' },
    async ({ openExtensionPage, storedSnapshots }) => {
      const page = await openScorecard(openExtensionPage, { snapshots: [sampleReading(sampleToday)] }, part);
      const heading = 'day,total,brand,people,insights,relationships\n';
      await drop(page, [
        { name: 'january.csv', text: `${heading}2024-01-01,50,12,13,12,13\n` },
        { name: 'notes.csv', text: 'nothing of a score\n' },
        { name: 'march.csv', text: `${heading}2024-03-01,52,13,13,13,13\n` },
      ]);
      await expect(page.locator('.import-failed')).toContainText('notes.csv');
      expect(await storedSnapshots()).toHaveLength(1);
      await page.getByRole('button', { name: 'Skip this file' }).click();
      const preview = page.locator('.import-preview');
      await expect(preview.getByRole('heading', { name: 'Preview' })).toBeFocused();
      await expect(preview).toContainText('january.csv, march.csv');
      await expect(preview).toContainText('2 days, 1 Jan 2024 to 1 Mar 2024');
      await expect(preview).toContainText('from 50.0 to 52.0');
      expect((await axeFindings(page)).violations).toEqual([]);
      await preview.getByRole('button', { name: 'Import', exact: true }).click();
      await expect
        .poll(async () => (await storedSnapshots()).map(({ day }) => day))
        .toEqual(['2024-01-01', '2024-03-01', sampleToday]);
    },
  );
}

test(
  'one profile is deleted, after a question, and the others stay',
  { tag: '@long' },
  async ({ openExtensionPage, storedSnapshots }) => {
    const page = await openScorecard(openExtensionPage, popupStates.profiles);
    await page.getByRole('button', { name: 'Delete profile: Profile 2' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete Profile 2 with 1 reading?' });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(await storedSnapshots()).toHaveLength(everyDay + 1);
    await page.getByRole('button', { name: 'Delete profile: Profile 2' }).click();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.poll(storedSnapshots).toHaveLength(everyDay);
    await expect(page.locator('.member-switch')).toHaveCount(0);
    await expect(page.locator('#overview')).toContainText('63');
  },
);

test(
  'after 90 days without an export the page says so, until there is one',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, {
      ...scorecardOfPictures,
      local: { 'last-export': sampleNow - 91 * 86_400_000 },
    });
    await expect(page.locator('#data')).toContainText('Time to export a copy');
    await expect(page.locator('#data')).toContainText('Your last export was on 17 Jul.');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export JSON' }).click(),
    ]);
    expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toMatchObject({
      format: 'ssi-scorecard',
      version: rowVersion,
    });
    await expect(page.locator('#data')).not.toContainText('Time to export a copy');
    await showScorecard(page, { ...scorecardOfPictures, local: { 'last-export': sampleNow - 89 * 86_400_000 } });
    await expect(page.locator('.data-promise')).toBeVisible();
    await expect(page.locator('#data')).not.toContainText('Time to export a copy');
  },
);

pageTest('a report is printed on two pages, without anything to press', async ({ openExtensionPage }) => {
  const page = await openScorecard(openExtensionPage, scorecardOfPictures);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark', reducedMotion: 'reduce' });
  // The goal, and the names at the lines' ends, say something whether they can be pressed or not.
  const toPress = page.locator('button:not(.chart-end, .goal-rest)').filter({ visible: true });
  await expect(toPress).toHaveCount(0);
  await expect(page.locator('#overview')).toBeVisible();
  const report = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  // Score, history and weeks on the first; averages, journal and goals on the second.
  expect(report.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
});

test('this week’s reminder is skipped, and that is taken back', { tag: '@long' }, async ({ openExtensionPage }) => {
  const page = await openScorecard(openExtensionPage, scorecardOfPictures);
  const settings = page.locator('#settings');
  await settings.getByRole('button', { name: 'Skip this week' }).click();
  await expect(settings).toContainText('No reminder this week.');
  await page.reload();
  await expect(settings).toContainText('No reminder this week.');
  await expect(settings.getByRole('button', { name: 'Skip this week' })).toHaveCount(0);
  await settings.getByRole('button', { name: 'Remind me after all' }).click();
  await expect(settings.getByRole('button', { name: 'Skip this week' })).toBeVisible();
  await settings.getByRole('button', { name: 'Skip this week' }).click();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect(settings).not.toContainText('No reminder this week.');
});

test('a reminder that came is put off until tomorrow', { tag: '@long' }, async ({ openExtensionPage, worker }) => {
  // By the real clock that tomorrow is long over, and the worker would remind at once.
  await setWorkerClock(worker, sampleNow);
  const at = Date.parse('2026-10-16T09:00:00Z');
  const page = await openScorecard(openExtensionPage, {
    ...popupStates.stale,
    local: {
      'reminder-state': {
        since: 0,
        schedule: 'weekly 5 09:00',
        last: { kind: 'reading-wanted', dueOn: sampleToday, shownOn: sampleToday, at },
      },
    },
  });
  const settings = page.locator('#settings');
  await settings.getByRole('button', { name: 'Remind me tomorrow' }).click();
  await expect(settings).toContainText('The reminder will come back on Sat 17 Oct.');
  await expect(settings.getByRole('button', { name: 'Remind me tomorrow' })).toHaveCount(0);
});

test('blocked notifications are told where reminders are chosen', { tag: '@long' }, async ({ profile }) => {
  const id = await installInto(profile);
  await blockNotifications(profile, id);
  const context = await launchInstalled(profile);
  try {
    expect(extensionIdOf(await extensionWorker(context))).toBe(id);
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/scorecard/index.html#settings`);
    await expect(page.locator('#settings .notice')).toContainText('Your browser blocks notifications');
  } finally {
    await context.close();
  }
});

const troubles: readonly { readonly state: keyof typeof popupStates; readonly title: string; readonly long?: true }[] =
  [
    { state: 'signed-out', title: 'LinkedIn asks you to sign in', long: true },
    { state: 'contract-chooser', title: 'LinkedIn asks for a contract', long: true },
    { state: 'access-ended', title: 'LinkedIn says your access to SSI has ended', long: true },
    { state: 'not-recognised', title: 'The SSI page looked different today' },
  ];

test('why the last visit gave no reading stands at the top, until a reading comes', async ({
  openExtensionPage,
  context,
  linkedin,
}) => {
  const page = await openScorecard(openExtensionPage, popupStates['signed-out']);
  const notice = page.locator('.page > .notice');
  for (const { state, title } of casesOf(troubles)) {
    await showScorecard(page, popupStates[state]);
    await expect(notice).toContainText(title);
    const { violations } = await axeFindings(page, '.page > .notice');
    expect(violations).toEqual([]);
  }
  linkedin.respond = () => ssiPage(memberOfPictures, { paintAfter: 60_000 });
  const opened = context.waitForEvent('page');
  await notice.getByRole('button', { name: 'Open my SSI page' }).click();
  expect((await opened).url()).toBe(ssiPageAddress);
  await (await opened).close();

  const stored = {
    ...popupStates['signed-out'],
    snapshots: [...sampleHistory('2026-10-15'), sampleReading(sampleToday, { readAt: sampleNow + 60_000 })],
  };
  await page.evaluate(putStored, JSON.stringify(stored));
  await page.evaluate(announce);
  await expect(page.locator('#overview')).toContainText('63');
  await expect(notice).toHaveCount(0);
});

pageTest(
  'forced colours leave the lines, bars, keys and switches of the scorecard visible',

  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, weekOfPictures);
    await page.locator('#goals .card-aside button').click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });
      const { canvas, parts, switches } = await page.evaluate(() => {
        const of = (selector: string, property: string) =>
          getComputedStyle(document.querySelector(selector)!).getPropertyValue(property);
        return {
          canvas: getComputedStyle(document.body).backgroundColor,
          switches: [...document.querySelectorAll('[role=switch]')].map((element) => [
            getComputedStyle(element, '::before').backgroundColor,
            getComputedStyle(element.firstElementChild!).backgroundColor,
          ]),
          parts: {
            ring: of('.ring .stroke-brand', 'stroke'),
            line: of('.history .stroke-people .chart-line', 'stroke'),
            bar: of('.goal .bar-part', 'background-color'),
            average: of('.average-dot', 'fill'),
            primary: of('.button-primary', 'background-color'),
          },
        };
      });
      for (const [name, colour] of Object.entries(parts)) expect(colour, name).not.toBe(canvas);
      // On and off.
      expect(new Set(switches.map(String)).size).toBe(2);
      for (const [ground, knob] of switches) expect(knob).not.toBe(ground);
      expect(await page.evaluate(coloursOfOurs), colorScheme).toEqual([]);
    }
  },
);

/** Colours that are painted and none of the system's, by what has them; the product's own sign may keep its hues. Runs in the browser. */
function coloursOfOurs(): string[] {
  const probe = document.createElement('i');
  document.body.append(probe);
  const systems = ['Canvas', 'CanvasText', 'ButtonFace', 'ButtonText', 'ButtonBorder', 'Field', 'FieldText']
    .concat(['GrayText', 'Highlight', 'HighlightText', 'LinkText', 'SelectedItem', 'SelectedItemText', 'Mark'])
    .map((name) => {
      probe.style.backgroundColor = name;
      return getComputedStyle(probe).backgroundColor;
    });
  probe.remove();
  const found = new Set<string>();
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility() || element.closest('.mark')) continue;
    const style = getComputedStyle(element);
    const isDrawing = element instanceof SVGElement;
    for (const property of isDrawing ? ['fill', 'stroke'] : ['color', 'background-color', 'border-top-color']) {
      const colour = style.getPropertyValue(property);
      const isPainted =
        colour.startsWith('rgb(') && (property !== 'border-top-color' || style.borderTopWidth !== '0px');
      if (isPainted && !systems.includes(colour))
        found.add(`${element.localName}.${element.getAttribute('class')} ${property} ${colour}`);
    }
  }
  return [...found];
}

for (const kept of [false, true]) {
  test(
    `the scorecard ${kept ? 'says nothing of clearing where the browser keeps the history' : 'says that the history may be cleared where the browser does not keep it'}`,
    { tag: '@long' },
    async ({ openExtensionPage }) => {
      const page = await openExtensionPage('manifest.json');
      await page.addInitScript((answer) => {
        StorageManager.prototype.persist = () => Promise.resolve(answer);
        StorageManager.prototype.persisted = () => Promise.resolve(answer);
      }, kept);
      await page.goto(new URL('scorecard/index.html', page.url()).href);
      await showScorecard(page, popupStates.rest);
      await expect(page.getByRole('heading', { name: 'Your data' })).toBeVisible();
      await expect
        .poll(() => page.evaluate(() => chrome.storage.local.get('persist-asked')))
        .toEqual({ 'persist-asked': true });
      await expect(page.getByText('This browser doesn’t promise to keep your history')).toHaveCount(kept ? 0 : 1);
    },
  );
}
