import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/core/rows/action';
import { effectsByKind, effectsOf } from '../../src/core/meaning/journal';
import { addDays } from '../../src/core/score/local-day';
import { forEachPillar } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { historyInAnyOrder, shifted } from './history-of';
import { sampleSnapshot } from './sample-snapshot';
import { seededRandom } from './seeded-random';

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
  const first = '2025-01-01';
  const on = (index: number) => addDays(first, index);
  const today = on(600);
  /** Insights on each of 600 days. */
  const daily = (score: (index: number) => number) =>
    insights(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [on(index), score(index)])));
  const kindsOf = (history: Snapshot[], actions: readonly Action[]) =>
    effectsByKind(history, effectsOf(history, actions, today), today);
  const every = (days: number, count: number, from = 40) =>
    Array.from({ length: count }, (_, index) => done(on(from + days * index)));

  /** A pillar that rises by 2 the day after each of six days, a little every time, and else falls slowly back. */
  const answering = daily((index) => {
    const since = (index - 41) % 80;
    return index < 41 || since >= 40 ? 10 : 12 - since / 20;
  });

  test('is named with its counts, and how often a rise followed on other days', () => {
    expect(kindsOf(answering, every(80, 6))).toEqual([
      { kind: 'tip', tip: 'insights_comments', pillar: 'insights', count: 6, rises: 6, otherwise: 1 },
    ]);
  });

  test('is told from five of a kind on', () => {
    expect(kindsOf(answering, every(80, 4))).toEqual([]);
    expect(kindsOf(answering, every(80, 5))).toMatchObject([{ count: 5, rises: 5 }]);
  });

  test('counts of actions nearer than 28 days only the first', () => {
    const often = every(80, 6).flatMap((action) => [
      action,
      done(addDays(action.day, 20)),
      done(addDays(action.day, 27)),
    ]);
    expect(kindsOf(answering, often)).toEqual(kindsOf(answering, every(80, 6)));
  });

  test('is nothing where the pillar rises anyway: every day is followed by a rise', () => {
    expect(
      kindsOf(
        daily((index) => 5 + index / 50),
        every(80, 6),
      ),
    ).toEqual([]);
  });

  test('is nothing where fewer than six in ten were followed by a rise', () => {
    // Every other one of the days that were followed by a rise, and as many that were not.
    const half = [...every(80, 3), ...every(80, 3, 80)];
    expect(effectsOf(answering, half, today).filter(({ net = 0 }) => net >= 0.1)).toHaveLength(3);
    expect(kindsOf(answering, half)).toEqual([]);
  });

  test('is held to a stricter measure the more kinds are asked', () => {
    // Five rises of five come in few shifts of all, yet in too many of them to be the luck of one of thirteen kinds.
    const others = Array.from({ length: 12 }, (_, kind) =>
      every(80, 5, 90).map((action) => ({ ...action, tip: `${kind}`, id: `${kind} ${action.day}` })),
    ).flat();
    expect(kindsOf(answering, every(80, 5))).toMatchObject([{ tip: 'insights_comments', count: 5, rises: 5 }]);
    expect(kindsOf(answering, [...every(80, 5), ...others])).toEqual([]);
  });

  test('leaves out what is not over and what is older than five years', () => {
    expect(kindsOf(answering, [...every(80, 4), done(addDays(today, -14))])).toEqual([]);
    const later = addDays(on(360), 1826);
    const effects = (at: string) => effectsByKind(answering, effectsOf(answering, every(80, 5), at), at);
    expect(effects(addDays(on(40), 1826))).toHaveLength(1);
    expect(effects(later)).toEqual([]);
  });

  test('counts own notes by pillar', () => {
    const notes = every(80, 6).map(({ id, member, day, pillar, recordedAt }): Action => {
      return { kind: 'note', text: 'Coffee', id, member, day, recordedAt, ...(pillar && { pillar }) };
    });
    expect(kindsOf(answering, notes)).toEqual([{ kind: 'note', pillar: 'insights', count: 6, rises: 6, otherwise: 1 }]);
  });

  test('is hardly ever named when actions do nothing: of 40 made-up members with four kinds each, few', () => {
    const { uniform, normal } = seededRandom(11);
    const named = Array.from({ length: 40 }, () => {
      let level = 12;
      const history = daily(() => (level = Math.min(25, Math.max(0, level + normal() * 0.15))));
      const actions = ['a', 'b', 'c', 'd'].flatMap((tip) =>
        Array.from({ length: 12 }, (_, index) => done(on(Math.floor(uniform() * 570)), { tip, id: `${tip}${index}` })),
      );
      return kindsOf(history, actions).length;
    });
    expect(named.filter((count) => count > 0).length).toBeLessThanOrEqual(6);
  });
});
