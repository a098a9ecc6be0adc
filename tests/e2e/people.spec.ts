import { axeFindings } from './axe-findings';
import { expect, test, pageTest } from './extension-test';
import { openScorecard } from './open-scorecard';
import { expectPicture } from './expect-picture';
import { exportOf, scorecardWithPeople } from './people-sample';
import { scorecardOfPictures } from './popup-states';

test.use({ language: 'en-GB' });

const own = 'a'.repeat(64);

pageTest(
  'files of three people are taken in, one after a question, looked at, deleted and brought back',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, scorecardOfPictures);
    const navigation = page.locator('.page-nav');
    await expect(navigation.getByRole('link', { name: 'People' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Open someone else’s file' }).click();
    await expect(page.getByText('Nobody yet.')).toBeVisible();
    const choose = async (...files: ReturnType<typeof exportOf>[]) =>
      page.locator('input[type=file]').setInputFiles(files);
    await choose(exportOf('Ben.json', 'b'.repeat(64)));
    await page.getByRole('button', { name: 'Add 1 file' }).click();
    await expect(page.getByRole('heading', { name: '1 person' })).toBeVisible();
    await expect(navigation.getByRole('link', { name: 'People' })).toBeVisible();

    const csv =
      'date,total,brand,people,insights,relationships\n2026-10-09,40,10,10,10,10\n2026-10-16,44,11,11,11,11\n';
    await choose(
      exportOf('amira-ssi.json', 'c'.repeat(64)),
      { name: 'SSI_Gustav.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
      exportOf('ssi-scorecard.json', 'unknown'),
      { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"of": "something else"}') },
    );
    await page.getByRole('button', { name: 'That’s right' }).click();
    await expect(page.locator('.people-line')).toHaveCount(4);
    const add = page.getByRole('button', { name: 'Add 3 files' });
    await expect(add).toBeDisabled();
    await expect(page.getByText('1 question left')).toBeVisible();
    await page.getByRole('group', { name: 'Is this Ben or someone new?' }).getByRole('button', { name: 'Ben' }).click();
    await add.click();
    await expect(page.locator('.toast')).toContainText('3 files added.');
    const names = page.locator('.people-name bdi');
    await expect(names).toHaveText(['Amira', 'Ben', 'Gustav']);

    await page.getByRole('button', { name: /Amira/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const person = page.getByRole('region', { name: 'Ben' });
    await expect(person.getByRole('heading', { name: 'Ben' })).toBeFocused();
    await expect(person).toContainText('12 readings');
    expect((await axeFindings(page)).violations).toEqual([]);

    await person.getByRole('button', { name: 'Open scorecard' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ben' })).toBeFocused();
    await expect(page.locator('#history')).toContainText('Right people');
    // Nothing to change, and no forecast, which speaks to the member of their own readings.
    await expect(page.getByRole('button', { name: /Add a reading|Forecast/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'All people' }).click();

    await person.getByRole('button', { name: 'More' }).click();
    await person.getByRole('button', { name: 'Delete' }).click();
    await expect(names).toHaveText(['Amira', 'Gustav']);
    const undo = page.locator('.toast').getByRole('button', { name: 'Undo' });
    await expect(undo).toBeFocused();
    await undo.click();
    await expect(names).toHaveText(['Amira', 'Ben', 'Gustav']);
  },
);

pageTest.describe('pictures', () => {
  pageTest.use({ scale: 2 });
  pageTest('"people" looks as it should', { tag: ['@long', '@picture'] }, async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, scorecardWithPeople, '#people');
    await page.setViewportSize({ width: 1200, height: 720 });
    await page.locator('.people-who').nth(2).click();
    await expect(page.locator('.person-done')).toBeVisible();
    await page.mouse.move(0, 0);
    await expectPicture(page, 'people', { fullPage: true });
  });
});

pageTest('an ordinary import of somebody else’s file asks, and puts it under People', async ({ openExtensionPage }) => {
  const page = await openScorecard(openExtensionPage, {
    ...scorecardOfPictures,
    members: [{ id: own, since: 1 }],
    snapshots: scorecardOfPictures.snapshots.map((row) => ({ ...row, member: own })),
  });
  const rows = Array.from({ length: 9 }, (_, index) => `2026-10-0${index + 1},30,8,7,7,8`);
  const csv = ['date,total,brand,people,insights,relationships', ...rows].join('\n');
  await page
    .locator('#data input[type=file]')
    .setInputFiles({ name: 'Gustav.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.locator('#data')).toContainText('The days in this file don’t match yours: 9 of 9 are different.');
  await page.getByRole('button', { name: 'Put under People' }).click();
  await page.getByRole('button', { name: 'That’s right' }).click();
  await expect(page.locator('.people-line input')).toHaveValue('Gustav');
  await page.getByRole('button', { name: 'Add 1 file' }).click();
  await expect(page.locator('.people-name bdi')).toHaveText(['Gustav']);
});

pageTest(
  'the page of people fits and has no findings, from 320 pixels on, dark and forced',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, scorecardWithPeople, '#people');
    await page.locator('.person-head').waitFor();
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect((await axeFindings(page)).violations).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'active' });
    expect((await axeFindings(page, undefined, 'all but colours')).violations).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' });
    for (const width of [1000, 700, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      await expect.poll(fits).toBe(true);
      await page.locator('.people-who').nth(2).click();
      await expect(page.locator('.people-table')).toBeHidden();
      await expect.poll(fits).toBe(true);
      expect((await axeFindings(page, undefined, 'all but colours')).violations).toEqual([]);
      await page.getByRole('button', { name: 'All people' }).click();
      await expect(page.locator('.people-who').nth(2)).toBeFocused();
    }
  },
);
