// What the engine writes in Node, as Chromium does, is read in Firefox, and the other way round: Base64, gzip and limits are the browser's own there.
import { Computer } from '../unit/in-memory-sync';
import { sampleHistory, sampleSnapshot } from '../unit/sample-snapshot';
import { pressButton, showStored } from './firefox-own-page';
import { expect, test } from './firefox-test';
import { readAllSnapshots } from './stored-snapshots';

test('Firefox takes in what another computer has written, and writes what that one takes in', async ({
  openExtensionPage,
}) => {
  const other = new Computer('0000000000ff', Date.now());
  for (const reading of sampleHistory('unknown', 40, 20_000)) other.record(reading);
  await other.step();
  expect(other.state.troubles).toEqual([]);

  const page = await openExtensionPage('scorecard/index.html');
  const own = sampleSnapshot({ day: '2026-05-12' });
  await showStored(page, { snapshots: [own] }, '.card');
  const before = await page.evaluate(readAllSnapshots);
  await page.evaluate((items) => chrome.storage.sync.set(items), other.area.items);
  await pressButton(page, 'Sync my computers');
  await expect.poll(async () => (await page.evaluate(readAllSnapshots)).length).toBe(41);
  await expect.poll(async () => Object.keys(await page.evaluate(() => chrome.storage.sync.get(null))).length).toBe(4);

  other.area.items = await page.evaluate(() => chrome.storage.sync.get(null));
  await other.step();
  expect(other.rows.snapshots).toHaveLength(41);
  expect(other.rows.snapshots).toContainEqual(before[0]);
});
