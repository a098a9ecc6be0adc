// The demo's made-up year must tell its story on every day of the calendar, and agree with the page beside it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takenTips, tickedSteps } from '../../src/core/advice/taken-tip';
import { findTip } from '../../src/core/advice/tips';
import { planOn, planSteps } from '../../src/core/advice/week-plan';
import { changeOver, shown } from '../../src/core/meaning/change';
import type { Plan } from '../../src/core/rows/plan';
import { pillars, totalOf } from '../../src/core/score/pillar';
import { addDays, localDayOf } from '../../src/core/score/local-day';
import { sampleHistory } from '../linkedin/sample-history';
import { ssiPage } from '../linkedin/ssi-page';

// A year of readings each: few days say enough, for nothing but dates depends on them.
const parameters = { numRuns: 15 };
const anyDay = fc.integer({ min: 20_400, max: 30_000 }).map(localDayOf);

describe('the made-up year', () => {
  test('stands at 69.4 yesterday, 70 is reached by today for the first time, and 60 was on the way', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { snapshots, goals, todaysMember } = sampleHistory(today);
        expect(snapshots.at(-1)).toMatchObject({ day: addDays(today, -1), shownTotal: 69 });
        expect(shown(snapshots.at(-1)!.total)).toBe(69.4);
        expect(shown(totalOf(todaysMember.scores))).toBe(70.2);
        expect(snapshots.filter(({ total }) => shown(total) >= 70)).toEqual([]);
        expect(goals.map(({ of, target, reachedOn }) => [of, target, reachedOn !== undefined])).toEqual([
          ['total', 60, true],
          ['total', 70, false],
          ['people', 14, false],
        ]);
        const reachedOn = goals[0]!.reachedOn!;
        expect(snapshots.find(({ total }) => shown(total) >= 60)?.day).toBe(reachedOn);
      }),
      parameters,
    );
  });

  test('has a reading on a year of days, each once, the oldest first, with the total of its pillars, and seven notes', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { snapshots, actions } = sampleHistory(today);
        const days = snapshots.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days[0]).toBe(addDays(today, -365));
        expect(snapshots.filter(({ total, scores }) => total !== totalOf(scores))).toEqual([]);
        expect(new Set(snapshots.map(({ source }) => source))).toEqual(new Set(['sample']));
        const notes = actions.filter(({ kind }) => kind === 'note');
        expect(notes.length).toBe(7);
        expect(notes.filter(({ day }) => !days.includes(day) || day >= today)).toEqual([]);
      }),
      parameters,
    );
  });

  test('has a plan for this week with one of three ticks, one for the last with two, and a tip under way that is planned', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { actions, plans, choices } = sampleHistory(today);
        expect(planOn(plans, today)).toBe(plans[1]);
        const done = (plan: Plan) => planSteps(plan, actions).map((step) => step.done !== undefined);
        expect(plans.map(done)).toEqual([
          [true, true, false],
          [false, true, false],
        ]);
        expect(actions.filter(({ day }) => day > today)).toEqual([]);
        expect(
          plans.flatMap(({ tips }) =>
            pillars.filter((pillar) => tips[pillar] && findTip(tips[pillar])?.pillar !== pillar),
          ),
        ).toEqual([]);
        const [current] = takenTips({ actions, choices });
        expect(current?.id).toBe(plans[1]?.tips.people);
        expect(tickedSteps(current?.id ?? '', { actions, choices })).toBe(0b011);
        expect(current?.steps).toBe(3);
      }),
      parameters,
    );
  });

  test('changed since last week by what the stand-in says beside it', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { snapshots, todaysMember, changeSinceLastWeek } = sampleHistory(today);
        const read = {
          ...snapshots.at(-1)!,
          day: today,
          scores: todaysMember.scores,
          total: totalOf(todaysMember.scores),
        };
        expect(changeOver([...snapshots, read], 'total', 7, today)?.amount).toBe(changeSinceLastWeek);
        // Whole numbers are all the page says.
        expect(Number.isInteger(changeSinceLastWeek)).toBe(true);
        expect(ssiPage(todaysMember, { changeSinceLastWeek })).toContain(`Up ${changeSinceLastWeek} since last week`);
      }),
      parameters,
    );
  });
});
