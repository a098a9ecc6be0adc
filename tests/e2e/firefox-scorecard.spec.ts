import { rowVersion } from '../../src/core/rows/upgrade-row';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { axeFindings } from './axe-findings';
import { pressButton, reload, showStored, textOf } from './firefox-own-page';
import { expect, test } from './firefox-test';
import { wholeScorecard } from './open-scorecard';
import { sampleHistory, sampleReading, sampleToday } from './popup-sample';
import { popupStates, type Stored } from './popup-states';
import { readAllSnapshots } from './stored-snapshots';

async function openScorecard(
  openExtensionPage: (path: string) => Promise<Page>,
  stored: Stored,
  part = '',
): Promise<Page> {
  const page = await openExtensionPage(`scorecard/index.html${part}`);
  await page.setViewport({ width: 1280, height: 900 });
  await showStored(page, stored, wholeScorecard);
  return page;
}

const light = [
  ['', popupStates.rest],
  ['#tips', popupStates.rest],
  ['#share', popupStates.rest],
  ['#about', popupStates.rest],
  ['', popupStates.profiles],
  ['#welcome', popupStates.empty],
] as const;

/** What is seen, in which theme: in the dark the parts with the most colours. */
const seen: Readonly<Record<string, readonly (readonly [part: string, stored: Stored])[]>> = {
  light,
  dark: light.slice(0, 2),
};

for (const [theme, parts] of Object.entries(seen)) {
  test(
    `the scorecard fits wide and narrow in Firefox, and axe finds nothing, ${theme}`,
    { tag: '@long' },
    async ({ openExtensionPage }) => {
      const page = await openExtensionPage('scorecard/index.html');
      for (const [part, stored] of parts) {
        const what = `${part} with ${stored.snapshots.length} readings`;
        await page.evaluate((next) => history.replaceState(null, '', `${location.pathname}${next}`), part);
        await showStored(page, { ...stored, local: { ...stored.local, settings: { theme } } }, wholeScorecard);
        await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme);
        for (const width of [1280, 360]) {
          await page.setViewport({ width, height: 900 });
          expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(width);
          if (width === 360 && theme === 'dark') continue;
          // Narrow and wide have the same colours, and dark has another thing of them alone.
          const rules = theme === 'dark' ? 'colours' : width === 360 ? 'all but colours' : 'all';
          const { violations, passes } = await axeFindings(page, undefined, rules);
          expect.soft(violations, `${what} at ${width}`).toEqual([]);
          expect(passes).toContain(rules === 'all but colours' ? 'button-name' : 'color-contrast');
        }
      }
    },
  );
}

test('the scorecard in Firefox shows the numbers of the design, and its chart follows keys', async ({
  openExtensionPage,
}) => {
  const page = await openScorecard(openExtensionPage, popupStates.rest);
  expect(await textOf(page, '#overview')).toContain('+1.8 vs 7 days ago');
  expect(await textOf(page, '#history')).toContain('+11.2 in 3 months');
  expect(await textOf(page, '#weeks .is-today')).toContain('63.0');
  expect(await textOf(page, '#data')).toContain(`${sampleHistory().length} readings since`);

  const said = () => page.$eval('[role=slider]', (chart) => chart.getAttribute('aria-valuetext'));
  // Everything, which ends with the newest reading: the range of three months ends with the outlook's days.
  await page.click('#history [role=radio][aria-label="All time"]');
  await page.waitForSelector('#history [role=radio][aria-label="All time"][aria-checked=true]');
  await page.focus('[role=slider]');
  await page.keyboard.press('End');
  await expect.poll(said).toContain('Total 63.0');
  await page.keyboard.down('Shift');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.up('Shift');
  await expect.poll(said).toContain('Total 61.2');
});

test(
  'settings are saved at once in Firefox and apply in all open pages',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, popupStates.rest);
    const second = await openExtensionPage('scorecard/index.html');
    await second.waitForSelector('.card');
    await page.bringToFront();
    await pressButton(page, 'Dark');
    const theme = (of: Page) => () => of.evaluate(() => document.documentElement.dataset['theme']);
    await expect.poll(theme(page)).toBe('dark');
    await expect.poll(theme(second)).toBe('dark');
    await pressButton(page, 'Reminder');
    await expect.poll(() => page.$('[aria-label="Day of the week"]')).toBeNull();
    await reload(page, '.card');
    expect(await theme(page)()).toBe('dark');
    expect(await page.$('[aria-label="Day of the week"]')).toBeNull();
  },
);

/** Chooses a file as the member does in the picker. */
async function chooseFile(page: Page, path: string): Promise<void> {
  const input = (await page.$('input[type=file]'))!;
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
}

test('export, delete everything, import in Firefox: the same export again', async ({
  openExtensionPage,
  savedFiles,
}) => {
  const page = await openScorecard(openExtensionPage, popupStates.rest);
  const before = await page.evaluate(readAllSnapshots);
  expect(before).toHaveLength(sampleHistory().length);
  const exported = async (name: string): Promise<string> => {
    const files = await savedFiles();
    await pressButton(page, name);
    const saved = async () => (await savedFiles()).filter((file) => !files.includes(file));
    await expect.poll(saved).toHaveLength(1);
    return (await saved())[0]!;
  };
  const file = await exported('Export JSON');
  const json = await readFile(file, 'utf8');
  expect(JSON.parse(json)).toMatchObject({ format: 'ssi-scorecard', version: rowVersion });
  const csv = await readFile(await exported('Export CSV'), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(before.length + 1);

  await pressButton(page, 'Delete everything');
  await page.waitForSelector('dialog[open]');
  expect(await textOf(page, 'dialog[open]')).toContain(`Delete all ${before.length} readings?`);
  await pressButton(page, 'Delete');
  await expect.poll(() => textOf(page, '#overview')).toContain('Your score goes here');
  expect(await page.evaluate(readAllSnapshots)).toEqual([]);
  expect(await page.evaluate(async () => Object.keys(await chrome.notifications.getAll()))).toEqual([]);

  await chooseFile(page, file);
  await expect.poll(() => textOf(page, '.import-counts')).toBe(`${before.length} new days`);
  await pressButton(page, 'Import');
  await expect.poll(() => textOf(page, '#overview')).toContain('63');
  expect(await page.evaluate(readAllSnapshots)).toEqual(before);
  expect((await readFile(await exported('Export JSON'), 'utf8')) === json, 'the same to the last character').toBe(true);

  // The same file twice changes nothing.
  await chooseFile(page, file);
  await expect.poll(() => textOf(page, '.import')).toContain('There’s nothing new in it.');
});

for (const name of ['two-days.xlsx', 'two-days.ods']) {
  test(
    `${name}, as LibreOffice saved it, is opened and imported in Firefox, too`,
    { tag: '@long' },
    async ({ openExtensionPage }) => {
      const page = await openScorecard(openExtensionPage, { snapshots: [sampleReading(sampleToday)] });
      await chooseFile(page, join(import.meta.dirname, '../fixtures/files/libreoffice', name));
      await expect.poll(() => textOf(page, '.import-preview')).toContain('2 days, Mar 1 to Mar 2');
      await pressButton(page, 'Import');
      const stored = async () => (await page.evaluate(readAllSnapshots)).map(({ day, total }) => [day, total]);
      await expect
        .poll(async () => (await stored()).slice(0, 2))
        .toEqual([
          ['2026-03-01', 52.5],
          ['2026-03-02', 53.25],
        ]);
    },
  );
}

test(
  'the share picture is saved as a PNG of 1200 by 627 in Firefox',
  { tag: '@long' },
  async ({ openExtensionPage, savedFiles }) => {
    const page = await openScorecard(openExtensionPage, popupStates.rest, '#share');
    await pressButton(page, 'Save picture');
    await expect.poll(savedFiles).toHaveLength(1);
    const bytes = await readFile((await savedFiles())[0]!);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 627]);
    // With nothing drawn on it, it would be a tenth of that.
    expect(bytes.length).toBeGreaterThan(20_000);
  },
);
