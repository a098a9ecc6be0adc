import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './extension-test';
import { openScorecard } from './open-scorecard';
import { sampleReading, sampleToday } from './popup-sample';

test.use({ language: 'en-GB' });

const saved = join(import.meta.dirname, '../fixtures/files/libreoffice');

for (const name of ['two-days.xlsx', 'two-days.ods']) {
  test(
    `${name}, as LibreOffice saved it, is opened, shown and imported`,
    { tag: '@long' },
    async ({ openExtensionPage, storedSnapshots }) => {
      const page = await openScorecard(openExtensionPage, { snapshots: [sampleReading(sampleToday)] });
      await page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: await readFile(join(saved, name)) });
      const preview = page.locator('.import-preview');
      await expect(preview).toContainText('2 days, 1 Mar to 2 Mar');
      await expect(preview).toContainText('from 52.5 to 53.3');
      await preview.getByRole('button', { name: 'Import', exact: true }).click();
      await expect
        .poll(async () => (await storedSnapshots()).map(({ day, total, rank }) => [day, total, rank.industry]))
        .toEqual([
          ['2026-03-01', 52.5, 9],
          ['2026-03-02', 53.25, 8],
          [sampleToday, expect.any(Number), expect.any(Number)],
        ]);
    },
  );
}

test('a workbook of the old kind gets a sentence that says what to do, and pasting is offered', async ({
  openExtensionPage,
  storedSnapshots,
}) => {
  const page = await openScorecard(openExtensionPage, { snapshots: [sampleReading(sampleToday)] });
  await page.locator('input[type=file]').setInputFiles({
    name: 'old.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2048)]),
  });
  await expect(page.locator('.import-failed')).toContainText('save it as .xlsx or CSV');
  await page.locator('.import-failed').getByRole('button', { name: 'Paste text' }).click();
  await expect(page.getByLabel('Rows from a spreadsheet, with headings')).toBeVisible();
  expect(await storedSnapshots()).toHaveLength(1);
});
