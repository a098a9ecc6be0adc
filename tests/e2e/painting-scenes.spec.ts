// How LinkedIn may paint a score in time, in the built extension: whatever is seen on the way, what stays in the store is the member's own of today. All
// scenes against a clock that only the test moves are in `tests/dom/painting-scenes.test.ts`; here are those in which browsers have a say.
import type { Page } from '@playwright/test';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { pillars } from '../../src/core/score/pillar';
import { countUp, memberOfScenes, pageOfFrames, paintingScenes } from '../linkedin/painting-scenes';
import { ssiPage } from '../linkedin/ssi-page';
import { casesOf, longRuns } from '../long-runs';
import { expect, ssiPageAddress, test } from './extension-test';
import { histories, newIn, patiently } from './painting-histories';
import { readStored, startAnew } from './stored-snapshots';

const nothing = { stored: [], aside: [] };
const own = { stored: [pillars.map((pillar) => memberOfScenes.scores[pillar])], aside: [] };

test('whatever a page paints on the way, what stays is right', async ({ context, linkedin, worker }) => {
  test.setTimeout(longRuns(90_000, 600_000));
  const softly = expect.configure({ soft: true });
  const stored = () => worker.evaluate(readStored);
  const start = async (html: string, history: readonly Snapshot[]): Promise<Page> => {
    await worker.evaluate(startAnew, history);
    linkedin.respond = ({ pathname }) => (pathname === '/sales/ssi' ? html : '<p>Feed');
    return context.newPage();
  };
  const visit = async (html: string, history: readonly Snapshot[]): Promise<Page> => {
    const page = await start(html, history);
    await page.goto(ssiPageAddress);
    return page;
  };
  // The worker makes the store when it is installed.
  await expect.poll(() => worker.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);

  for (const [title, history] of histories()) {
    const ends = async () => newIn(await stored(), history);
    for (const scene of casesOf(paintingScenes).filter(({ stored: scores }) => scores !== undefined)) {
      const { name, frames, step, isStrange } = scene;
      await test.step(`${name}, ${title}`, async () => {
        const scores = [pillars.map((pillar) => scene.stored![pillar])];
        const isAsked = isStrange === true && history.length > 0;
        const page = await visit(pageOfFrames(frames, step), history);
        // The last of what was painted: nothing else is to come.
        await softly
          .poll(ends, patiently)
          .toEqual(isAsked ? { stored: [], aside: scores } : { stored: scores, aside: [] });
        await page.close();
      });
    }

    // On a fresh install it depends on how busy the computer is: where the worker was quicker, what it acknowledged stays (docs/page.md).
    if (history.length === 0) continue;
    await test.step(`closed in the second step, ${title}`, async () => {
      const page = await visit(pageOfFrames(countUp(), 900), history);
      await expect.poll(() => page.locator('figcaption').first().textContent()).toMatch(/^13 /);
      await page.close();
      await softly.poll(ends, patiently).toEqual(nothing);
    });
  }

  await test.step('counts up in every frame of a tab that nobody sees, until it is shown', async () => {
    const ends = async () => newIn(await stored(), []);
    const page = await visit(ssiPage(memberOfScenes, { painting: { after: 300, step: 0, frames: countUp() } }), []);
    await softly.poll(ends, patiently).toEqual(own);
    await page.close();
  });
});
