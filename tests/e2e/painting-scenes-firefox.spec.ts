// The same in Firefox, whose content scripts, hidden tabs and kept pages are others: see `painting-scenes.spec.ts`.
import type { Page } from 'puppeteer-core';
import { pillars } from '../../src/core/score/pillar';
import { countUp, memberOfScenes, pageOfFrames, paintingScenes } from '../linkedin/painting-scenes';
import { ssiPage } from '../linkedin/ssi-page';
import { casesOf, longRuns } from '../long-runs';
import { histories, newIn, patiently } from './painting-histories';
import { expect, test } from './firefox-test';
import { readStored, startAnew } from './stored-snapshots';

const address = 'https://www.linkedin.com/sales/ssi';
const own = [pillars.map((pillar) => memberOfScenes.scores[pillar])];

/** Scenes that end with a score: in real time, so few of them in `npm test`. */
const scenes = casesOf(paintingScenes).filter(({ stored }) => stored !== undefined);

for (const [title, history] of histories()) {
  test(
    `in Firefox, whatever a page paints on the way, what stays is right, ${title}`,
    { tag: '@long' },
    async ({ firefox, linkedin, openExtensionPage }) => {
      test.setTimeout(longRuns(60_000, 300_000));
      const store = await openExtensionPage('icons/icon-16.png');
      const ends = () => store.evaluate(readStored).then((stored) => newIn(stored, history));
      const open = async (html: string): Promise<Page> => {
        await store.evaluate(startAnew, history);
        linkedin.respond = ({ pathname }) => (pathname === '/sales/ssi' ? html : '<p>Feed');
        const page = await firefox.newPage();
        await page.bringToFront();
        await page.goto(address);
        return page;
      };

      for (const { name, frames, step, stored, isStrange } of scenes) {
        const page = await open(pageOfFrames(frames, step));
        const scores = [pillars.map((pillar) => stored![pillar])];
        const isAsked = isStrange === true && history.length > 0;
        const wanted = isAsked ? { stored: [], aside: scores } : { stored: scores, aside: [] };
        await expect.poll(ends, { ...patiently, message: name }).toEqual(wanted);
        await page.close();
      }

      const hidden = await open(ssiPage(memberOfScenes, { painting: { after: 300, step: 0, frames: countUp() } }));
      await store.bringToFront();
      await hidden.waitForFunction(() => document.visibilityState === 'hidden', { polling: 100 });
      expect(await ends()).toEqual({ stored: [], aside: [] });
      await hidden.bringToFront();
      await expect.poll(ends, { ...patiently, message: 'painted in a hidden tab' }).toEqual({ stored: own, aside: [] });
      await hidden.close();
    },
  );
}
