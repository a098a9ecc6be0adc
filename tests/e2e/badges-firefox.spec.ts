import { ssiPage } from '../linkedin/ssi-page';
import { memberOfPictures } from './badges-driver';
import { expect, test } from './firefox-test';

test('Firefox shows "Start here" in the page, which opens for a real click only', async ({ firefox, linkedin }) => {
  linkedin.respond = () => ssiPage(memberOfPictures, { paintAfter: 300 });
  const page = await firefox.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.setViewport({ width: 1200, height: 900 });
  await page.bringToFront();
  await page.goto('https://www.linkedin.com/sales/ssi');

  // Where a pointer meets our element, on a grid of 8 pixels: all that even a test can see of a closed root here.
  const met = () =>
    page.evaluate(() => {
      const host = document.documentElement.children[2];
      const points: { x: number; y: number }[] = [];
      for (let y = 0; y < innerHeight; y += 8) {
        for (let x = 0; x < innerWidth; x += 8) {
          if (host && document.elementFromPoint(x, y) === host) points.push({ x, y });
        }
      }
      return points;
    });
  await expect.poll(async () => (await met()).length, { timeout: 20_000 }).toBeGreaterThan(12);
  const label = await page.evaluate(() => {
    const { right, top, bottom } = document
      .querySelectorAll('.user-ssi-score__sub-score-label-text')[1]!
      .getBoundingClientRect();
    return { right, top, bottom };
  });
  // Beside the total stands for a while that the reading is saved, which can be clicked, too.
  const button = (await met()).filter(({ y }) => y >= label.top && y <= label.bottom);
  const { x, y } = button[Math.floor(button.length / 2)]!;
  expect(x).toBeGreaterThan(label.right);
  expect(await page.evaluate(() => document.documentElement.children[2]?.outerHTML)).toBe('<div></div>');

  const before = (await met()).length;
  await page.evaluate(() => (document.documentElement.children[2] as HTMLElement).click());
  expect((await met()).length).toBeLessThanOrEqual(before);
  await page.mouse.click(x, y);
  await expect.poll(async () => (await met()).length).toBeGreaterThan(button.length * 5);
  expect(said).toEqual([]);
});

test(
  'in Firefox an update with the page open leaves the badges of the new version, and nothing of the old',
  { tag: '@long' },
  async ({ firefox, linkedin, updateExtension }) => {
    linkedin.respond = () => ssiPage(memberOfPictures, { paintAfter: 300 });
    const page = await firefox.newPage();
    await page.bringToFront();
    await page.goto('https://www.linkedin.com/sales/ssi');
    const hosts = () =>
      page.evaluate(() => [...document.documentElement.children].slice(2).map((host) => host.outerHTML));
    await expect.poll(hosts, { timeout: 20_000 }).toEqual(['<div></div>']);
    await page.evaluate(() => {
      const old = document.documentElement.children[2];
      const isNew = () => !old?.isConnected && document.documentElement.children.length > 2;
      Object.assign(window, { isNew });
    });
    await updateExtension();
    await expect.poll(() => page.evaluate(() => (window as unknown as { isNew: () => boolean }).isNew())).toBe(true);
    expect(await hosts()).toEqual(['<div></div>']);
  },
);
