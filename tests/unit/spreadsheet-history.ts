import { forEachPillar, pillars, totalOf } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { addDays } from '../../src/core/score/local-day';
import { sampleSnapshot } from './sample-snapshot';

/** Ninety days of float32 scores, as LinkedIn sends them, with ranks on some and averages on some: what a member takes to their spreadsheet. */
export function spreadsheetHistory(): Snapshot[] {
  return Array.from({ length: 90 }, (_, index) => {
    const scores = forEachPillar((pillar) => {
      const turn = pillars.indexOf(pillar) + 1;
      return Math.fround(9 + turn * 2 + Math.sin(index / (7 + turn)) * 2.5);
    });
    return sampleSnapshot({
      day: addDays('2026-02-01', index),
      scores,
      // LinkedIn prints the whole number; at a half it is not always the one that rounding gives.
      shownTotal: Math.floor(totalOf(scores) + 0.49),
      rank: index % 3 === 0 ? {} : { industry: 1 + (index % 40), network: 5 + (index % 30) },
      average: index % 5 === 0 ? {} : { industry: { total: 30 + (index % 9) }, network: { total: 35 } },
    });
  });
}
