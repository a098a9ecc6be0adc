// How LinkedIn may paint a score in time, in the built extension: whatever is seen on the way, what stays in the store is the member's own of today.
import type { BrowserContext, Page } from '@playwright/test';
import { pillars } from '../../src/core/score/pillar';
import { countUp, pageOfFrames, paintingScenes } from '../linkedin/painting-scenes';
import { casesOf } from '../long-runs';
import { expect, ssiPageAddress, test } from './extension-test';
import { newIn, patiently, yesterday } from './painting-histories';
import { readStored, startAnew } from './stored-snapshots';

/** A tab whose time is passed by hand: what takes LinkedIn seconds takes it as long as there is to do. */
async function patientTab(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page);
  return {
    /** Lets `milliseconds` pass in the page, and in between lets `look` look at what has come of it. */
    pass: async (milliseconds: number, look: () => Promise<unknown>) => {
      const slice = 2500;
      for (let passed = 0; passed < milliseconds; passed += slice) {
        const over = new Promise<void>((resolve) => session.once('Emulation.virtualTimeBudgetExpired', () => resolve()));
        await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: slice });
        await over;
        await look();
      }
    },
  };
}

for (const [title, history] of [
  ['on a fresh install', []],
  ['with a history', [yesterday()]],
] as const) {
  test(`whatever a page paints on the way, what stays is right, ${title}`, async ({ context, linkedin, worker }) => {
    test.setTimeout(180_000);
    const softly = expect.configure({ soft: true });
    const ends = async () => newIn(await worker.evaluate(readStored), history);
    const start = async (html: string): Promise<Page> => {
      await worker.evaluate(startAnew, history);
      linkedin.respond = () => html;
      return context.newPage();
    };
    await expect.poll(() => worker.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);

    for (const { name, html, lasts, stored, isStrange } of casesOf(paintingScenes)) {
      if (process.env['ONLY'] && !new RegExp(process.env['ONLY']).test(name)) continue;
      const page = await start(html);
      const tab = await patientTab(context, page);
      await page.goto(ssiPageAddress);
      await tab.pass(lasts, ends);
      const scores = stored ? [pillars.map((pillar) => stored[pillar])] : [];
      const wanted =
        isStrange && history.length > 0 ? { stored: [], aside: scores } : { stored: scores, aside: [] };
      await softly.poll(ends, { message: name, timeout: 2000 }).toEqual(wanted);
      await page.close();
    }

    await test.step('closed in the first step of counting up', async () => {
      const page = await start(pageOfFrames(countUp(), 900));
      await page.goto(ssiPageAddress);
      await expect.poll(ends, { ...patiently, intervals: [20] }).not.toEqual({ stored: [], aside: [] });
      await page.close();
      await softly.poll(ends, { timeout: 4000 }).toEqual({ stored: [], aside: [] });
    });
  });
}
