import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { expect, test } from './firefox-test';
import { readAllSnapshots } from './stored-snapshots';

test('Firefox reads the page by itself, stores one snapshot and shows it in the popup', async ({
  firefox,
  linkedin,
  openExtensionPage,
}) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 300 });
  const popup = await openExtensionPage('popup/index.html');
  const page = await firefox.newPage();
  await page.goto('https://www.linkedin.com/sales/ssi');
  await expect
    .poll(() => popup.evaluate(readAllSnapshots), { timeout: 20_000 })
    .toMatchObject([
      {
        shownTotal: 20,
        scores: { brand: 13.118002, people: 3.68, insights: 0.29999998, relationships: 2.6077502 },
        rank: { industry: 75, network: 81 },
      },
    ]);
  await popup.bringToFront();
  await expect.poll(() => popup.evaluate(() => document.body.textContent)).toContain('13.1');
});
