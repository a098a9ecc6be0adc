import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tipStatus } from '../../src/core/advice/choose-tip';
import { minutesOf, minutesOver, proposePlan, tipsToPlan, type PlanQuestion } from '../../src/core/advice/propose-plan';
import { tipDone } from '../../src/core/advice/tip-done';
import { findTip, tips } from '../../src/core/advice/tips';
import { planOn, planSteps, weekToPlan } from '../../src/core/advice/week-plan';
import { allHabits, habits, isTicked, withTick } from '../../src/core/rows/habit';
import { ownChecks, type OwnCheck } from '../../src/core/rows/own-check';
import type { Plan } from '../../src/core/rows/plan';
import { planMinutes } from '../../src/core/rows/plan-minutes';
import { addDays, localDayOf, mondayOf } from '../../src/core/score/local-day';
import { pillars } from '../../src/core/score/pillar';
import { anyHistory } from './history-of';
import { sampleSnapshot } from './sample-snapshot';

/** A Friday, and the Monday of its week. */
const today = '2026-11-27';
const week = '2026-11-23';
const member = 'unknown';
const plan = (changes: Partial<Plan> = {}): Plan => ({ member, week, minutes: 30, tips: {}, ...changes });
const reading = (day: string, brand: number, people: number, insights: number, relationships: number) =>
  sampleSnapshot({ day, scores: { brand, people, insights, relationships } });
const ask = (changes: Partial<PlanQuestion> = {}): PlanQuestion => ({
  history: [reading(today, 17.6, 11.2, 14.9, 19.3)],
  actions: [],
  choices: [],
  plans: [],
  checks: [],
  today,
  week,
  ...changes,
});
const total = (of: Plan['tips']) => pillars.reduce((sum, pillar) => sum + minutesOf(of[pillar]), 0);
const check = (on: string, ...ticked: (keyof OwnCheck['ticks'])[]): OwnCheck => ({
  member,
  week: on,
  ticks: Object.fromEntries(ticked.map((habit) => [habit, 1])),
  changedAt: 1,
});

describe('a plan that is proposed', () => {
  test('begins with the lowest pillar, which may take half of the time', () => {
    const proposed = proposePlan(ask());
    expect(proposed).toMatchObject({ minutes: 30, lowest: 'people' });
    expect(minutesOf(proposed.tips.people)).toBeGreaterThan(0);
    expect(minutesOf(proposed.tips.people)).toBeLessThanOrEqual(15);
    expect(Object.keys(proposePlan(ask(), { minutes: 10 }).tips)).toContain('people');
  });

  test('has room for all four pillars in an hour', () => {
    expect(Object.keys(proposePlan(ask(), { minutes: 60 }).tips).sort()).toEqual([...pillars].sort());
  });

  test('gives a turn to what rested last week', () => {
    // Newcomers have so small actions that all four fit.
    const history = ['2026-08-07', today].map((day) => reading(day, 17.6, 11.2, 14.9, 19.3));
    const { tips: first } = proposePlan(ask({ history }));
    const [last] = pillars.filter((pillar) => first[pillar] === undefined);
    expect(last).toBeDefined();
    const before = plan({ week: '2026-11-16', tips: first });
    expect(Object.keys(proposePlan(ask({ history, plans: [before] })).tips)).toContain(last);
  });

  test('goes on with the time and the pillars that the member chose last', () => {
    const before = plan({ week: '2026-11-16', minutes: 60, cares: { brand: true, insights: true } });
    const proposed = proposePlan(ask({ plans: [before] }));
    expect(proposed.minutes).toBe(60);
    expect(Object.keys(proposed.tips).sort()).toEqual(['brand', 'insights']);
  });

  test('has nothing of a pillar that the member does not want, and keeps what is done', () => {
    const keep = { brand: 'brand_useful_post' };
    const proposed = proposePlan(ask(), { pillars: ['brand', 'people'], keep });
    expect(proposed.tips.brand).toBe('brand_useful_post');
    expect(Object.keys(proposed.tips).sort()).toEqual(['brand', 'people']);
  });

  test('proposes again what was not done, and leaves out what is not due by the Monday it begins', () => {
    const [first] = tipsToPlan(ask(), 'people');
    const unfinished = plan({ week: '2026-11-16', tips: { people: first!.id } });
    expect(tipsToPlan(ask({ plans: [unfinished] }), 'people')[0]).toBe(first);
    const next = addDays(week, 7);
    const doneOn = (day: string) =>
      tipsToPlan(ask({ week: next, actions: [tipDone(first!, member, day, 1)] }), 'people').includes(first!);
    expect(doneOn(addDays(next, -first!.every))).toBe(true);
    expect(doneOn(addDays(next, 1 - first!.every))).toBe(false);
  });

  test('says in which pillars nothing is left', () => {
    const choices = tips
      .filter(({ pillar }) => pillar === 'insights')
      .map(({ id }) => ({ member, tip: id, choice: 'dismissed' as const }));
    const proposed = proposePlan(ask({ choices }), { minutes: 60 });
    expect(proposed.exhausted).toEqual(['insights']);
    expect(proposed.tips).not.toHaveProperty('insights');
  });

  test('without a score goes by what the member ticked least, and by their check where it is newer than the score', () => {
    const ticked = check(week, ...habits.brand, ...habits.people, 'insights_share');
    expect(proposePlan(ask({ history: [], checks: [ticked] })).lowest).toBe('relationships');
    expect(proposePlan(ask({ checks: [ticked] })).lowest).toBe('people');
    const old = [reading('2026-09-01', 17.6, 11.2, 14.9, 19.3)];
    expect(proposePlan(ask({ history: old, checks: [ticked] })).lowest).toBe('relationships');
    expect(Object.keys(proposePlan(ask({ history: [] })).tips)).not.toEqual([]);
  });

  test('is never longer than asked for by more than five minutes, of open tips of their own pillar, always the same', () => {
    const done = fc.array(
      fc.record({ tip: fc.constantFrom(...tips), day: fc.integer({ min: 20_500, max: 20_560 }).map(localDayOf) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        anyHistory,
        done,
        fc.constantFrom(...planMinutes),
        fc.subarray([...pillars]),
        fc.integer({ min: 20_540, max: 20_560 }).map(localDayOf),
        (history, did, minutes, wanted, on) => {
          const actions = did.map(({ tip, day }) => tipDone(tip, member, day, 1));
          const question = ask({ history, actions, today: on, week: mondayOf(on) });
          const proposed = proposePlan(question, { minutes, pillars: wanted });
          expect(total(proposed.tips)).toBeLessThanOrEqual(minutes + minutesOver);
          for (const pillar of pillars) {
            const tip = findTip(proposed.tips[pillar] ?? '');
            if (!tip) continue;
            expect(wanted).toContain(pillar);
            expect(tip.pillar).toBe(pillar);
            expect(tipStatus(tip, { actions, choices: [], today: on }).state).toBe('open');
          }
          const reversed = { ...question, history: history.toReversed(), actions: actions.toReversed() };
          expect(proposePlan(reversed, { minutes, pillars: wanted })).toEqual(proposed);
        },
      ),
    );
  });
});

describe("a week's plan", () => {
  const tip = findTip('people_viewers')!;

  test('is for the week of its day; a first one made on a Saturday or Sunday is for the next, too', () => {
    expect(weekToPlan([], today)).toEqual({ week });
    expect(weekToPlan([], '2026-11-28')).toEqual({ week: '2026-11-30', from: '2026-11-28' });
    expect(weekToPlan([], '2026-11-29')).toEqual({ week: '2026-11-30', from: '2026-11-29' });
    expect(weekToPlan([plan({ week: '2026-11-16' })], '2026-11-29')).toEqual({ week });
  });

  test('is that of its days, and of the days before from which it counts', () => {
    const early = plan({ week: '2026-11-30', from: '2026-11-28' });
    expect(planOn([early], '2026-11-27')).toBeUndefined();
    for (const day of ['2026-11-28', '2026-11-30', '2026-12-06']) expect(planOn([early], day)).toBe(early);
    expect(planOn([early], '2026-12-07')).toBeUndefined();
    expect(planOn([plan(), early], '2026-11-28')).toEqual(plan());
  });

  test('is ticked by the journal, from its first day to its Sunday and no longer', () => {
    const isDone = (day: string, changes: Partial<Plan> = {}) =>
      planSteps(plan({ tips: { people: tip.id }, ...changes }), [tipDone(tip, member, day, 1)])[0]?.done?.day;
    expect(isDone(week)).toBe(week);
    expect(isDone('2026-11-29')).toBe('2026-11-29');
    expect(isDone('2026-11-22')).toBeUndefined();
    expect(isDone('2026-11-30')).toBeUndefined();
    expect(isDone('2026-11-22', { from: '2026-11-21' })).toBe('2026-11-22');
  });

  test('has its actions in the order of the pillars', () => {
    const steps = planSteps(plan({ tips: { relationships: 'a', brand: 'b' } }), []);
    expect(steps).toEqual([
      { pillar: 'brand', tip: 'b' },
      { pillar: 'relationships', tip: 'a' },
    ]);
  });
});

describe("the member's own check", () => {
  const empty: OwnCheck = { member, week, ticks: {}, changedAt: 1 };

  test('is ticked and unticked, any number of times', () => {
    const once = withTick(empty, 'brand_post', true);
    expect(isTicked(once, 'brand_post')).toBe(true);
    expect(withTick(once, 'brand_post', true)).toBe(once);
    const back = withTick(once, 'brand_post', false);
    expect(isTicked(back, 'brand_post')).toBe(false);
    expect(isTicked(withTick(back, 'brand_post', true), 'brand_post')).toBe(true);
  });

  test('has three habits for each pillar, each named after it', () => {
    for (const pillar of pillars) {
      expect(habits[pillar]).toHaveLength(3);
      for (const habit of habits[pillar]) expect(habit.startsWith(`${pillar}_`)).toBe(true);
    }
    expect(new Set(allHabits).size).toBe(12);
  });

  test('keeps the ticks that were made on two computers, and what was taken back after it', () => {
    const here = withTick(empty, 'brand_post', true);
    const there = withTick(withTick(empty, 'people_search', true), 'brand_post', true);
    const met = ownChecks.merge(here, there);
    expect([isTicked(met, 'brand_post'), isTicked(met, 'people_search')]).toEqual([true, true]);
    const back = withTick(met, 'brand_post', false);
    expect(isTicked(ownChecks.merge(back, here), 'brand_post')).toBe(false);
  });
});
