import { expect, test } from 'vitest';
import { changeOver, nextComparisonDay } from '../../src/core/meaning/change';
import { chooseTip } from '../../src/core/advice/choose-tip';
import { weeklyDigest } from '../../src/core/meaning/digest';
import { forecast } from '../../src/core/meaning/forecast';
import type { Goal } from '../../src/core/rows/goal';
import { totalOf } from '../../src/core/score/pillar';
import { findRescalings } from '../../src/core/meaning/rescaling';
import { weeklyRhythm } from '../../src/core/meaning/rhythm';
import { normalWiggle } from '../../src/core/meaning/trend';
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
    const found = forecast(history, goal, today);
    const chosen = chooseTip(question);
    const digest = weeklyDigest({ ...question, goals: [goal] });
    return [
      `${today}: ${latest.shownTotal}`,
      change ? `${change.amount} since ${change.from.day}` : `next comparison ${nextComparisonDay(history, today)}`,
      `normal ±${normalWiggle(history, 'total') ?? '?'}`,
      found.state === 'none' ? `no forecast: ${found.reason}, ${found.toGo} to go` : found.state,
      `weakest ${weakestPillar(latest.scores, latest.average.industry?.scores)}`,
      `${chosen?.tip.id} (${chosen?.reason.kind})`,
      `${weeklyRhythm(history, today).weeks} weeks`,
      `digest ${digest.case}${'withinNormal' in digest && digest.withinNormal ? ', normal' : ''}`,
    ].join(' · ');
  });
  expect(findRescalings(series)).toEqual([]);
  expect(said).toMatchInlineSnapshot(`
    [
      "2026-04-27: 53 · next comparison 2026-05-04 · normal ±? · no forecast: too-few-readings, 17.4 to go · weakest people · people_days (weakest) · 1 weeks · digest no-comparison",
      "2026-05-12: 53 · next comparison 2026-05-19 · normal ±? · no forecast: too-few-readings, 17.2 to go · weakest people · people_voices (weakest) · 2 weeks · digest no-comparison",
      "2026-05-13: 52 · next comparison 2026-05-19 · normal ±? · no forecast: not-rising, 18 to go · weakest people · people_voices (weakest) · 2 weeks · digest no-comparison",
      "2026-05-14: 52 · next comparison 2026-05-19 · normal ±? · no forecast: not-rising, 18 to go · weakest people · people_voices (weakest) · 2 weeks · digest no-comparison",
      "2026-05-16: 53 · next comparison 2026-05-19 · normal ±? · no forecast: not-rising, 17.4 to go · weakest people · people_voices (weakest) · 2 weeks · digest no-comparison",
      "2026-05-17: 53 · -0.2 since 2026-05-12 · normal ±? · no forecast: not-rising, 17.4 to go · weakest people · people_voices (weakest) · 2 weeks · digest drop",
      "2026-05-18: 53 · -0.2 since 2026-05-12 · normal ±0.7 · no forecast: not-rising, 17.4 to go · weakest people · people_companies (weakest) · 3 weeks · digest drop, normal",
      "2026-05-19: 53 · -0.2 since 2026-05-12 · normal ±0.7 · no forecast: not-rising, 17.4 to go · weakest people · people_companies (weakest) · 3 weeks · digest drop, normal",
      "2026-05-31: 53 · -0.2 since 2026-05-12 · normal ±0.7 · no forecast: too-few-readings, 17.4 to go · weakest people · people_best_client (weakest) · 3 weeks · digest not-read",
    ]
  `);
});
