import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/core/rows/action';
import { effectsByKind, effectsOf, type Effect } from '../../src/core/meaning/journal';
import { addDays } from '../../src/core/score/local-day';
import { forEachPillar } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { historyInAnyOrder, shifted } from './history-of';
import { sampleSnapshot } from './sample-snapshot';

const done = (day: string, changes: Partial<Extract<Action, { kind: 'tip' }>> = {}): Action => ({
  kind: 'tip',
  tip: 'insights_comments',
  id: day,
  member: 'unknown',
  day,
  pillar: 'insights',
  recordedAt: 0,
  ...changes,
});

const insights = (byDay: Readonly<Record<string, number>>, group?: number): Snapshot[] =>
  Object.entries(byDay).map(([day, score]) =>
    sampleSnapshot({
      day,
      scores: { brand: 17, people: 11, insights: score, relationships: 19 },
      average: group === undefined ? {} : { industry: { total: 35, scores: forEachPillar(() => group) } },
    }),
  );

describe('the effect of an action', () => {
  test('is the mean of the 14 days after less that of the 14 days up to it: 12.8 becomes 14.4, as in the pictures', () => {
    // 15 September is the 15th day back, 14 October the 15th after: both are left out.
    const history = insights({
      '2026-09-15': 0,
      '2026-09-16': 12.6,
      '2026-09-29': 13,
      '2026-09-30': 14.2,
      '2026-10-13': 14.6,
      '2026-10-14': 25,
    });
    expect(effectsOf(history, [done('2026-09-29')], '2026-10-16')).toEqual([
      {
        action: done('2026-09-29'),
        before: 12.8,
        after: 14.4,
        amount: 1.6,
        net: 1.6,
        day: 14,
        complete: true,
        rescaled: false,
      },
    ]);
  });

  test('is net of the industry where it is known on both sides, else of the network', () => {
    const [before] = insights({ '2026-09-29': 12 }, 5);
    const [after] = insights({ '2026-10-06': 14 }, 5.5);
    expect(effectsOf([before!, after!], [done('2026-09-29')], '2026-10-16')[0]).toMatchObject({
      amount: 2,
      group: { of: 'industry', amount: 0.5 },
      net: 1.5,
    });
    const asNetwork = ({ average: { industry }, ...reading }: Snapshot): Snapshot => ({
      ...reading,
      average: industry ? { network: industry } : {},
    });
    expect(effectsOf([asNetwork(before!), asNetwork(after!)], [done('2026-09-29')], '2026-10-16')[0]).toMatchObject({
      group: { of: 'network', amount: 0.5 },
      net: 1.5,
    });
    expect(effectsOf([before!, asNetwork(after!)], [done('2026-09-29')], '2026-10-16')[0]).not.toHaveProperty('group');
  });

  test.each([
    ['2026-10-12', 0, false],
    ['2026-10-16', 4, false],
    ['2026-10-26', 14, false],
    ['2026-10-27', 14, true],
  ])('on %s an action of 12 October is on day %d of 14', (today, day, complete) => {
    expect(effectsOf(insights({ '2026-10-12': 14 }), [done('2026-10-12')], today)[0]).toMatchObject({ day, complete });
  });

  test('says nothing about a side without a reading', () => {
    const [effect] = effectsOf(insights({ '2026-10-12': 14 }), [done('2026-10-12')], '2026-10-16');
    expect(effect).toMatchObject({ before: 14 });
    expect(effect).not.toHaveProperty('after');
    expect(effect).not.toHaveProperty('amount');
    expect(effect).not.toHaveProperty('net');
  });

  test('says when LinkedIn rescaled everybody in between', () => {
    const level = (day: string, by: number) =>
      sampleSnapshot({
        day,
        scores: { brand: 17 * by, people: 11 * by, insights: 12 * by, relationships: 19 * by },
        average: { industry: { total: Math.round(40 * by) }, network: { total: Math.round(50 * by) } },
      });
    const history = [level('2026-10-01', 1), level('2026-10-02', 0.9)];
    expect(effectsOf(history, [done('2026-09-29')], '2026-10-16')[0]?.rescaled).toBe(true);
    expect(effectsOf(history, [done('2026-09-17')], '2026-10-16')[0]?.rescaled).toBe(false);
    expect(effectsOf(history, [done('2026-10-14')], '2026-10-16')[0]?.rescaled).toBe(true);
    // The 14 days up to the 15th begin on the 2nd: all of them after it.
    expect(effectsOf(history, [done('2026-10-15')], '2026-10-16')[0]?.rescaled).toBe(false);
  });

  test('comes newest action first, of one day the one written down last', () => {
    const actions = [done('2026-10-01'), done('2026-10-03'), done('2026-10-03', { id: 'later', recordedAt: 9 })];
    expect(effectsOf([], actions, '2026-10-16').map(({ action }) => action.id)).toEqual([
      'later',
      '2026-10-03',
      '2026-10-01',
    ]);
  });

  test('adds up, and neither order nor shift of days changes it', () => {
    fc.assert(
      fc.property(historyInAnyOrder, fc.integer({ min: -999, max: 999 }), ([history, mixed], days) => {
        const today = '2026-03-20';
        const [effect] = effectsOf(history, [done('2026-02-10')], today);
        expect(effectsOf(mixed, [done('2026-02-10')], today)).toEqual([effect]);
        const moved = done(addDays('2026-02-10', days));
        expect(effectsOf(shifted(history, days), [moved], addDays(today, days))).toEqual([
          { ...effect, action: moved },
        ]);
        if (effect?.amount === undefined) return;
        expect((effect.before ?? NaN) + effect.amount).toBeCloseTo(effect.after ?? NaN, 10);
      }),
    );
  });
});

describe('what was followed by a rise', () => {
  const effect = (net: number | undefined, changes: Partial<Effect> = {}): Effect => ({
    action: done('2026-09-01'),
    day: 14,
    complete: true,
    rescaled: false,
    ...(net === undefined ? {} : { net }),
    ...changes,
  });

  test('is told from five of a kind on, with counts', () => {
    const four = [0.1, 0.5, 0, -0.3].map((net) => effect(net));
    expect(effectsByKind(four)).toEqual([]);
    expect(effectsByKind([...four, effect(1)])).toEqual([
      { kind: 'tip', tip: 'insights_comments', pillar: 'insights', count: 5, rises: 3 },
    ]);
  });

  test('leaves out what is not over, not known or rescaled', () => {
    const five = Array.from({ length: 5 }, () => effect(1));
    const out = [effect(1, { complete: false }), effect(undefined), effect(1, { rescaled: true })];
    expect(effectsByKind([...five, ...out])).toMatchObject([{ count: 5 }]);
    expect(effectsByKind([...five.slice(1), ...out])).toEqual([]);
  });

  test('counts own notes by pillar, and the kind with the most rises comes first', () => {
    const note = (net: number) =>
      effect(net, {
        action: {
          kind: 'note',
          text: 'Coffee',
          id: 'n',
          member: 'unknown',
          day: '2026-09-01',
          pillar: 'brand',
          recordedAt: 0,
        },
      });
    const tips = [1, 0, 0, 0, 0].map((net) => effect(net));
    const notes = [1, 1, 1, 0, 0].map(note);
    expect(effectsByKind([...tips, ...notes])).toEqual([
      { kind: 'note', pillar: 'brand', count: 5, rises: 3 },
      { kind: 'tip', tip: 'insights_comments', pillar: 'insights', count: 5, rises: 1 },
    ]);
  });
});
