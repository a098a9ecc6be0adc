import { expect, test } from 'vitest';
import { changeOver, nextComparisonDay } from '../../src/core/meaning/change';
import { chooseTip } from '../../src/core/advice/choose-tip';
import { weeklyDigest } from '../../src/core/meaning/digest';
import { goalOutlook } from '../../src/core/meaning/goal-outlook';
import { isNormal, normalWeek } from '../../src/core/meaning/normal-week';
import { inSteps, triedOutlook } from '../../src/core/meaning/outlook-record';
import type { Goal } from '../../src/core/rows/goal';
import { totalOf } from '../../src/core/score/pillar';
import { findRescalings } from '../../src/core/meaning/rescaling';
import { weeklyRhythm } from '../../src/core/meaning/rhythm';
import { weakestPillar } from '../../src/core/meaning/weakest-pillar';
import { capturedSeries } from '../linkedin/captured-members';
import { sampleSnapshot } from './sample-snapshot';

/** One real member, eight readings in three weeks, and what the product would have said on each of those days. */
test('on a real series nothing that is said is silly', () => {
  const series = capturedSeries().map(({ day, shownTotal, member: { scores, rank, average } }) =>
    sampleSnapshot({ day, shownTotal, scores, total: totalOf(scores), rank, average }),
  );
  const goal: Goal = { id: 'goal', member: 'unknown', of: 'total', target: 70, from: 52.6, setOn: '2026-04-27' };
  const said = [...series.map(({ day }) => day), '2026-05-31'].map((today) => {
    const history = series.filter(({ day }) => day <= today);
    const latest = history.at(-1)!;
    const question = { history, actions: [], choices: [], today };
    const change = changeOver(history, 'total', 7, today);
    const found = goalOutlook(history, goal, today)!;
    const range = triedOutlook(history, 'total', today).outlook?.range(28);
    const normal = normalWeek(history, 'total', today);
    const chosen = chooseTip(question);
    const digest = weeklyDigest({ ...question, goals: [goal] });
    return [
      `${today}: ${latest.shownTotal}`,
      change ? `${change.amount} since ${change.from.day}` : `next comparison ${nextComparisonDay(history, today)}`,
      normal ? `normal: ${change ? isNormal(change.amount, normal) : '?'}` : 'normal week not known',
      range ? `in four weeks ${inSteps(range.low, 1)} to ${inSteps(range.high, 1)}` : 'no outlook',
      `${found.state}${'toGo' in found ? `, ${found.toGo} to go` : ''}${found.state === 'too-early' ? ` from ${found.from}` : ''}`,
      `weakest ${weakestPillar(latest.scores, latest.average.industry?.scores)}`,
      `${chosen?.tip.id} (${chosen?.reason.kind})`,
      `${weeklyRhythm(history, today).weeks} weeks`,
      `digest ${digest.case}${'withinNormal' in digest && digest.withinNormal ? ', normal' : ''}`,
    ].join(' · ');
  });
  expect(findRescalings(series)).toEqual([]);
  expect(said).toMatchInlineSnapshot(`
    [
      "2026-04-27: 53 · next comparison 2026-05-04 · normal week not known · no outlook · too-early, 17.4 to go from 2026-05-11 · weakest people · people_days (weakest) · 1 weeks · digest no-comparison",
      "2026-05-12: 53 · next comparison 2026-05-19 · normal week not known · no outlook · too-early, 17.2 to go from 2026-05-13 · weakest people · people_days (weakest) · 2 weeks · digest no-comparison",
      "2026-05-13: 52 · next comparison 2026-05-19 · normal week not known · in four weeks 47 to 57 · not-rising, 18 to go · weakest people · people_days (weakest) · 2 weeks · digest no-comparison",
      "2026-05-14: 52 · next comparison 2026-05-19 · normal week not known · in four weeks 44 to 59 · not-rising, 18 to go · weakest people · people_days (weakest) · 2 weeks · digest no-comparison",
      "2026-05-16: 53 · next comparison 2026-05-19 · normal week not known · in four weeks 45 to 60 · not-rising, 17.4 to go · weakest people · people_days (weakest) · 2 weeks · digest no-comparison",
      "2026-05-17: 53 · -0.2 since 2026-05-12 · normal week not known · in four weeks 50 to 55 · not-rising, 17.4 to go · weakest people · people_days (weakest) · 2 weeks · digest drop",
      "2026-05-18: 53 · -0.2 since 2026-05-12 · normal week not known · in four weeks 49 to 56 · not-rising, 17.4 to go · weakest people · people_days (weakest) · 3 weeks · digest drop",
      "2026-05-19: 53 · -0.2 since 2026-05-12 · normal week not known · in four weeks 46 to 60 · not-rising, 17.4 to go · weakest people · people_days (weakest) · 3 weeks · digest drop",
      "2026-05-31: 53 · -0.2 since 2026-05-12 · normal week not known · in four weeks 46 to 60 · not-rising, 17.4 to go · weakest people · people_best_client (weakest) · 3 weeks · digest not-read",
    ]
  `);
});
