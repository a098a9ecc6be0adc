import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTip, otherTips, type TipQuestion } from '../../src/core/advice/choose-tip';
import { putOff, taken, takenTips, tickedSteps } from '../../src/core/advice/taken-tip';
import { isTicked, withTick } from '../../src/core/advice/ticked-steps';
import { tipDone } from '../../src/core/advice/tip-done';
import { findTip } from '../../src/core/advice/tips';
import { sampleSnapshot } from './sample-snapshot';

const today = '2026-10-23';
const member = 'unknown';
const scores = { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 };
const ask = (changes: Partial<TipQuestion> = {}): TipQuestion => ({
  history: [sampleSnapshot({ day: today, scores })],
  actions: [],
  choices: [],
  today,
  ...changes,
});
const take = (tip: string, at: number, ticked = 0) => taken({ member, tip, ticked }, at);
const done = (tip: string, at: number, day = today) => tipDone(findTip(tip)!, member, day, at);
const [first = '', second = ''] = otherTips(ask()).map(({ tip }) => tip.id);

describe('a tip that is taken', () => {
  test('is the current one, whichever has its turn, and the one that was taken last of several', () => {
    expect(chooseTip(ask())?.tip.id).not.toBe('insights_comments');
    const choices = [take(second, 1), take('insights_comments', 3), take(first, 2)];
    expect(chooseTip(ask({ choices }))).toMatchObject({ tip: { id: 'insights_comments' }, pillar: 'insights' });
    expect(takenTips({ actions: [], choices }).map(({ id }) => id)).toEqual(['insights_comments', first, second]);
  });

  test('stays when its pillar is asked for, and gives way to another pillar that is', () => {
    const choices = [take('insights_comments', 1)];
    expect(chooseTip(ask({ choices, pillar: 'insights' }))?.tip.id).toBe('insights_comments');
    expect(chooseTip(ask({ choices, pillar: 'brand' }))?.pillar).toBe('brand');
  });

  test('stays without a reading', () => {
    expect(chooseTip(ask({ history: [], choices: [take(first, 1)] }))?.tip.id).toBe(first);
  });

  test('says that its pillar is the weakest only when it is', () => {
    expect(chooseTip(ask({ choices: [take(first, 1)] }))?.reason.kind).toBe('weakest');
    expect(chooseTip(ask({ choices: [take('insights_comments', 1)] }))?.reason.kind).not.toBe('weakest');
  });

  test.each([
    ['done', { choices: [take(first, 1)], actions: [done(first, 2)] }],
    ['put off', { choices: [putOff({ member, tip: first, ticked: 1 }, today, 2)] }],
    ['dismissed', { choices: [{ member, tip: first, choice: 'dismissed' as const }] }],
  ])('is no longer the current one once it is %s', (_, changes) => {
    expect(chooseTip(ask({ choices: [take(first, 1)] }))?.tip.id).toBe(first);
    expect(takenTips({ actions: [], ...changes })).toEqual([]);
    expect(chooseTip(ask(changes))?.tip.id).not.toBe(first);
  });

  test('that is done begins anew when it comes back, without its ticks', () => {
    const record = { choices: [take(first, 1, 3)], actions: [done(first, 2, '2026-01-01')] };
    expect(takenTips(record)).toEqual([]);
    expect(tickedSteps(first, record)).toBe(0);
    expect(tickedSteps(first, { ...record, choices: [take(first, 3, 1)] })).toBe(1);
  });

  test('that was put off for a week has its ticks again', () => {
    const choices = [putOff({ member, tip: first, ticked: 2 }, today, 1)];
    expect(choices[0]).toMatchObject({ choice: 'later', until: '2026-10-30' });
    expect(tickedSteps(first, { actions: [], choices })).toBe(2);
  });
});

test('whatever is ticked in whatever order, each step is ticked when it was changed an odd number of times', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 7 })), (steps) => {
      const ticked = steps.reduce(withTick, 0);
      for (let step = 0; step < 8; step += 1)
        expect(isTicked(ticked, step)).toBe(steps.filter((one) => one === step).length % 2 === 1);
      expect(ticked).toBeLessThan(256);
    }),
  );
});
