import { describe, expect, test } from 'vitest';
import { badgeNumbers, type BadgeQuestion } from '../../src/core/meaning/badge-numbers';
import type { Goal } from '../../src/core/rows/goal';
import { currentGoal } from '../../src/core/meaning/current-goal';
import { addDays } from '../../src/core/score/local-day';
import { taken } from '../../src/core/advice/taken-tip';
import { chooseTip } from '../../src/core/advice/choose-tip';
import { sampleSnapshot } from './sample-snapshot';

const today = '2026-05-12';
const scores = { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 };
const weekBefore = { brand: 17.3, people: 11.6, insights: 13.7, relationships: 18.6 };
const industry = { total: 46, scores: { brand: 12.4, people: 12, insights: 9.1, relationships: 12.5 } };
const latest = sampleSnapshot({ day: today, scores, average: { industry } });

function ask(changes: Partial<BadgeQuestion> = {}) {
  return badgeNumbers({ history: [latest], actions: [], choices: [], goals: [], today, shown: true, ...changes });
}

function goal(changes: Partial<Goal>): Goal {
  return { id: 'a', member: 'unknown', of: 'total', target: 70, from: 56.8, setOn: '2026-01-01', ...changes };
}

describe('the numbers for the badges', () => {
  test('are none without a reading', () => {
    expect(ask({ history: [] })).toBeUndefined();
  });

  test('of a first reading are lines of one point, no change, and a tip for the lowest pillar', () => {
    const first = ask();
    expect(first).toMatchObject({ shown: true, weakest: 'people', pillars: { people: { line: [[0, 11.2]] } } });
    expect(first).not.toHaveProperty('change');
    expect(first).not.toHaveProperty('goal');
    expect(first?.tip).toMatchObject({ pillar: 'people', ticked: 0, reason: { kind: 'weakest', belowIndustry: 0.8 } });
  });

  test('compare with the reading a week before and go back 30 days, today included', () => {
    const days = [40, 30, 29, 7].map((ago) => sampleSnapshot({ day: addDays(today, -ago), scores: weekBefore }));
    const numbers = ask({ history: [...days, latest] });
    expect(numbers?.change).toEqual({ amount: 1.8, normal: false });
    expect(numbers?.pillars.people).toEqual({
      change: { amount: -0.4, normal: false },
      line: [
        [29, 11.6],
        [7, 11.6],
        [0, 11.2],
      ],
    });
  });

  test('say that a change is one of the member’s normal weeks', () => {
    const weeks = Array.from({ length: 12 }, (_, week) =>
      sampleSnapshot({
        day: addDays(today, -7 * (week + 1)),
        scores: { ...weekBefore, people: 11.6 + (week % 2) * 0.4 },
      }),
    );
    const numbers = ask({ history: [...weeks, latest] });
    expect(numbers?.pillars.people.change).toEqual({ amount: -0.4, normal: true });
    expect(numbers?.pillars.insights.change).toEqual({ amount: 1.2, normal: false });
    expect(numbers?.change).toEqual({ amount: 1.8, normal: false });
  });

  test('tell how near the goal is, by the newest goal that is not reached', () => {
    expect(ask({ goals: [goal({})] })?.goal).toEqual({ target: 70, band: 'on-the-way' });
    expect(ask({ goals: [goal({ target: 63.5 })] })?.goal).toEqual({ target: 63.5, band: 'almost' });
    const reached = goal({ id: 'b', target: 60, reachedOn: '2026-05-01' });
    expect(ask({ goals: [goal({}), reached] })?.goal?.target).toBe(70);
    expect(ask({ goals: [reached] })?.goal).toEqual({ target: 60, band: 'reached' });
    expect(ask({ goals: [goal({ of: 'people', target: 15 })] })).not.toHaveProperty('goal');
  });

  test('have no tip that was done within its time', () => {
    const first = ask()?.tip?.tip.id ?? '';
    const done = {
      kind: 'tip',
      id: 'x',
      member: 'unknown',
      day: today,
      pillar: 'people',
      recordedAt: 0,
      tip: first,
    } as const;
    expect(ask({ actions: [done] })?.tip?.tip.id).not.toBe(first);
  });
});

test('the badge has the tip of all places: the one that is taken, with its ticks', () => {
  const record = {
    history: [latest],
    actions: [],
    choices: [taken({ member: 'unknown', tip: 'insights_comments', ticked: 1 }, 5)],
  };
  expect(ask(record)?.tip).toMatchObject({ pillar: 'insights', ticked: 1 });
  expect(ask(record)?.tip?.tip).toBe(chooseTip({ ...record, today })?.tip);
});

test('there is no current goal without goals', () => {
  expect(currentGoal([], 'total')).toBeUndefined();
});
