import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/core/rows/action';
import { effectsByKind, effectsOf, type KindEffect } from '../../src/core/meaning/journal';
import { addDays } from '../../src/core/score/local-day';
import { forEachPillar, type Pillar } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { historyInAnyOrder, historyOf, shifted } from './history-of';
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

const noted = (day: string, pillar: Pillar): Action => ({ ...holiday(day), text: 'Coffee', pillar });

const holiday = (day: string): Extract<Action, { kind: 'note' }> => ({
  kind: 'note',
  text: 'Holiday',
  id: day,
  member: 'unknown',
  day,
  recordedAt: 0,
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

  test('takes the mean of what the group had on the days on which it is known', () => {
    const history = [
      ...insights({ '2026-09-27': 12 }, 5),
      ...insights({ '2026-09-28': 12 }),
      ...insights({ '2026-09-29': 12 }, 5.4),
      ...insights({ '2026-10-01': 14 }, 6),
      ...insights({ '2026-10-02': 14 }, 6.6),
      ...insights({ '2026-10-03': 14 }, 7.2),
    ];
    expect(effectsOf(history, [done('2026-09-29')], '2026-10-16')[0]).toMatchObject({
      amount: 2,
      group: { of: 'industry', amount: 1.4 },
      net: 0.6,
    });
  });

  test('is that of the total where the action is of no pillar, net of the total of the group', () => {
    const totals = historyOf({ '2026-09-29': 50, '2026-10-06': 53 });
    expect(effectsOf(totals, [holiday('2026-09-29')], '2026-10-16')[0]).toMatchObject({
      before: 50,
      after: 53,
      group: { of: 'industry', amount: 0 },
      net: 3,
    });
    const alone = totals.map((reading) => ({ ...reading, average: {} }));
    const [effect] = effectsOf(alone, [holiday('2026-09-29')], '2026-10-16');
    expect(effect).toMatchObject({ amount: 3, net: 3 });
    expect(effect).not.toHaveProperty('group');
  });

  test.each([
    ['2026-10-12', 0, false],
    ['2026-10-16', 4, false],
    ['2026-10-26', 14, false],
    ['2026-10-27', 14, true],
  ])('on %s an action of 12 October is on day %d of 14', (today, day, complete) => {
    expect(effectsOf(insights({ '2026-10-12': 14 }), [done('2026-10-12')], today)[0]).toMatchObject({ day, complete });
  });

  test.each([
    ['2026-10-12', { before: 14 }],
    ['2026-10-13', { after: 14 }],
    ['2026-11-30', {}],
  ])('says nothing about a side without a reading, as when the only one is of %s', (day, known) => {
    expect(effectsOf(insights({ [day]: 14 }), [done('2026-10-12')], '2026-10-16')).toStrictEqual([
      { action: done('2026-10-12'), ...known, day: 4, complete: false, rescaled: false },
    ]);
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
    expect(effectsOf(history, [done('2026-09-18')], '2026-10-16')[0]?.rescaled).toBe(true);
    expect(effectsOf(history, [done('2026-10-14')], '2026-10-16')[0]?.rescaled).toBe(true);
    // The 14 days up to the 15th begin on the 2nd: all of them after it.
    expect(effectsOf(history, [done('2026-10-15')], '2026-10-16')[0]?.rescaled).toBe(false);
  });

  test('comes newest action first, of one day the one written down last', () => {
    const newestFirst = [
      done('2026-10-03', { recordedAt: 9 }),
      done('2026-10-03', { recordedAt: 5 }),
      done('2026-10-02', { recordedAt: 7 }),
      done('2026-10-01', { recordedAt: 8 }),
    ];
    const written = fc.shuffledSubarray(newestFirst, { minLength: newestFirst.length });
    fc.assert(
      fc.property(written, (actions) => {
        expect(effectsOf([], actions, '2026-10-16').map(({ action }) => action)).toEqual(newestFirst);
      }),
    );
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

  /** A pillar that rises to 12 the day after each of some days, and else falls slowly back to 10. */
  const risingAfter = (indexes: readonly number[]) =>
    daily((index) => {
      const since = index - 1 - (indexes.findLast((risen) => risen < index) ?? -Infinity);
      return since >= 40 ? 10 : 12 - since / 20;
    });
  const answering = risingAfter([40, 120, 200, 280, 360, 440, 520]);
  /** So far apart that no two are as far from each other as any other two. */
  const unevenly = [40, 73, 110, 153, 204, 265, 338, 423, 520];
  const onDays = (indexes: readonly number[], changes: Parameters<typeof done>[1] = {}) =>
    indexes.map((index) => done(on(index), changes));
  const counted = (kinds: readonly KindEffect[]) => kinds.map(({ rises, count }) => `${rises} of ${count}`);

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

  test('is held to a stricter measure the more kinds are asked', () => {
    // Five rises of five come in few shifts of all, yet in too many of them to be the luck of one of thirteen kinds.
    const others = Array.from({ length: 12 }, (_, kind) =>
      every(80, 5, 90).map((action) => ({ ...action, tip: `${kind}`, id: `${kind} ${action.day}` })),
    ).flat();
    expect(kindsOf(answering, every(80, 5))).toMatchObject([{ tip: 'insights_comments', count: 5, rises: 5 }]);
    expect(kindsOf(answering, [...every(80, 5), ...others])).toEqual([]);
  });

  test('leaves out what is older than five years', () => {
    const later = addDays(on(360), 1826);
    const effects = (at: string) => effectsByKind(answering, effectsOf(answering, every(80, 5), at), at);
    expect(effects(addDays(on(40), 1826))).toHaveLength(1);
    expect(effects(later)).toEqual([]);
  });

  test('counts own notes by pillar', () => {
    const notes = every(80, 6).map(({ day }) => noted(day, 'insights'));
    expect(kindsOf(answering, notes)).toEqual([{ kind: 'note', pillar: 'insights', count: 6, rises: 6, otherwise: 1 }]);
  });

  test('is told of each tip, and of the own notes for each pillar, apart', () => {
    const history = risingAfter(unevenly).map(({ scores, ...reading }) => ({
      ...reading,
      scores: { ...scores, people: scores.insights },
    }));
    const actions = [
      ...onDays(unevenly, { tip: 'comment' }),
      ...onDays(unevenly.slice(1), { tip: 'share' }),
      ...unevenly.slice(2).map((index) => noted(on(index), 'insights')),
      ...unevenly.slice(3).map((index) => noted(on(index), 'people')),
    ];
    expect(kindsOf(history, actions)).toMatchObject([
      { kind: 'tip', tip: 'comment', pillar: 'insights', count: 9, rises: 9 },
      { kind: 'tip', tip: 'share', pillar: 'insights', count: 8, rises: 8 },
      { kind: 'note', pillar: 'insights', count: 7, rises: 7 },
      { kind: 'note', pillar: 'people', count: 6, rises: 6 },
    ]);
  });

  test.each([1, -1])(
    'comes by the part of rises, of like parts the one with more actions first (written %d)',
    (order) => {
      const [early, late] = [unevenly[0]!, 570];
      const days = [unevenly, unevenly.slice(0, 6), [...unevenly, late], [early, ...unevenly.slice(4), late]];
      const actions = days.flatMap((indexes, kind) => onDays(indexes, { tip: `${kind}`, recordedAt: kind * order }));
      expect(counted(kindsOf(risingAfter(unevenly), actions))).toEqual(['9 of 9', '6 of 6', '9 of 10', '6 of 7']);
    },
  );

  test('is told of two actions that are 28 days apart', () => {
    const near = [40, 68, 140, 225, 320];
    expect(counted(kindsOf(risingAfter(near), onDays(near)))).toEqual(['5 of 5']);
  });

  test('is a rise from a tenth of a point on', () => {
    const level = (height: number) =>
      daily((index) => (unevenly.some((day) => index > day && index < day + 20) ? 10 + height : 10));
    expect(counted(kindsOf(level(0.1), onDays(unevenly)))).toEqual(['9 of 9']);
    expect(kindsOf(level(0.04), onDays(unevenly))).toEqual([]);
  });

  test('is told where six in ten were followed by a rise, not where five were', () => {
    const ten = [...unevenly, 570];
    expect(counted(kindsOf(risingAfter(unevenly.slice(0, 6)), onDays(ten)))).toEqual(['6 of 10']);
    expect(kindsOf(risingAfter(unevenly.slice(0, 5)), onDays(ten))).toEqual([]);
  });

  test('is nothing where the actions are of no pillar', () => {
    expect(
      kindsOf(
        risingAfter(unevenly),
        unevenly.map((index) => holiday(on(index))),
      ),
    ).toEqual([]);
  });

  describe('leaves out an action', () => {
    const six = every(80, 6);
    const whole = (history: Snapshot[], at = today) => counted(effectsByKind(history, effectsOf(history, six, at), at));

    test('until the 14 days after it are over', () => {
      expect(whole(answering, on(454))).toEqual(['5 of 5']);
      expect(whole(answering, on(455))).toEqual(['6 of 6']);
    });

    test.each([
      ['after', 441],
      ['before', 427],
    ])('without a reading in the days %s it', (_, from) => {
      expect(whole(answering.filter(({ day }) => day < on(from) || day >= on(from + 14)))).toEqual(['5 of 5']);
    });

    test('around which LinkedIn rescaled everybody', () => {
      const rescaled = answering.map(({ day, scores, ...reading }) => {
        const by = day < on(445) ? 1 : 1.1;
        return {
          ...reading,
          day,
          scores: forEachPillar((pillar) => scores[pillar] * by),
          average: { industry: { total: 40 * by }, network: { total: 50 * by } },
        };
      });
      expect(whole(rescaled)).toEqual(['5 of 5']);
    });
  });

  test('is told of 27 kinds once there are 269 ways to move the days, and never of 28', () => {
    // Chance may name any kind in one of ten journals, each of 27 in one of 270. No way but their own has the days all rise.
    const risen = unevenly.slice(0, 6);
    const others = (count: number) =>
      Array.from({ length: count }, (_, kind) => onDays([50, 90, 140, 200, 300], { tip: `${kind}` })).flat();
    const namedOn = (at: string, kinds: number) =>
      effectsByKind(risingAfter(risen), effectsOf(risingAfter(risen), [...onDays(risen), ...others(kinds - 1)], at), at)
        .length;
    expect([namedOn(on(579), 27), namedOn(on(580), 27), namedOn(on(580), 28)]).toEqual([0, 1, 0]);
  });

  test.each([
    ['in 4 of 6 where an odd way leads each action to the day of another, around the history', 61, 4],
    ['in none where every way, all of them odd, leads to days of which nothing is known', 60, 0],
  ])('followed otherwise %s: %d days apart', (_, apart, otherwise) => {
    const days = Array.from({ length: 6 }, (_day, action) => 100 + apart * action);
    // Nothing is known of any other day: it lacks one of the two readings.
    const history = days.flatMap((index, action) => {
      const [before, after] = action === 0 ? [index, index + 1] : [index - 13, index + 14];
      return insights({ [on(before)]: 10, [on(after)]: action === 0 || action === 5 ? 9 : 12 });
    });
    const at = on(100 + 6 * apart + 14);
    expect(effectsByKind(history, effectsOf(history, onDays(days), at), at)).toMatchObject([
      { count: 6, rises: 4, otherwise },
    ]);
  });

  describe('over five years', () => {
    const years = 1826;
    const { uniform, normal } = seededRandom(5);
    const indexes = [20];
    while (indexes.at(-1)! < years - 60) indexes.push(indexes.at(-1)! + 28 + Math.floor(uniform() * 5));
    const actions = onDays(indexes);
    const now = on(years);
    const everyDay = Array.from({ length: years - 14 }, (_, index) => done(on(index)));
    const walk = (step: number, jump = 0) => {
      let level = 12;
      return Array.from({ length: years + 13 }, (_, place) => {
        const answers = indexes.includes(place - 14) ? jump * uniform() : 0;
        level += (12 - level) / 30 + normal() * step + answers;
        return level;
      });
    };
    const [own, industry, network] = [walk(0.1, 1), walk(0.2), walk(0.2)];
    /** From the 13th day before the first of the five years on. */
    const made = (changes: (index: number) => Partial<Snapshot> | undefined) =>
      own.flatMap((score, place) => {
        const index = place - 13;
        const change = changes(index);
        const scores = { brand: 17, people: 11, insights: score, relationships: 19 };
        return change ? [sampleSnapshot({ day: on(index), scores, average: {}, ...change })] : [];
      });
    const group = (score: number) => ({ total: 40, scores: forEachPillar(() => score) });
    const histories: readonly (readonly [string, Snapshot[]])[] = [
      ['with gaps', made((index) => (index % 200 > 150 || index % 9 > 6 ? undefined : {}))],
      [
        'with the averages of both groups',
        made((index) => ({
          average: { industry: group(industry[index + 13]!), network: group(network[index + 13]!) },
        })),
      ],
      [
        'with the average now of one group, now of the other',
        made((index) => ({
          average:
            index % 150 < 70 ? { industry: group(industry[index + 13]!) } : { network: group(network[index + 13]!) },
        })),
      ],
      [
        'rescaled now and then',
        made((index) => {
          const by = index % 200 < 100 ? 1 : 0.9;
          return {
            scores: { brand: 17 * by, people: 11 * by, insights: own[index + 13]! * by, relationships: 19 * by },
            average: { industry: { total: 40 * by }, network: { total: 50 * by } },
          };
        }),
      ],
    ];
    const kindsOn = (history: readonly Snapshot[]) => effectsByKind(history, effectsOf(history, actions, now), now);

    test.each(histories)('is compared with what followed on the moved days: %s', (_, history) => {
      const { length } = everyDay;
      const rises = effectsOf(history, everyDay, now)
        .map(({ net, rescaled }) => (net === undefined || rescaled ? undefined : net >= 0.1))
        .toReversed();
      const told = indexes.filter((index) => rises[index] !== undefined);
      const moved = [];
      for (let by = 15; by < length - 14; by += 2) moved.push(...told.map((index) => rises[(index + by) % length]));
      const share = moved.filter((rise) => rise).length / moved.filter((rise) => rise !== undefined).length;
      expect(kindsOn(history)).toMatchObject([{ count: told.length, otherwise: Math.round(told.length * share) }]);
    });

    test.each(histories)('is the same whatever was before: %s', (_, history) => {
      const older = Array.from({ length: 90 }, (_day, index) => sampleSnapshot({ day: on(-14 - index), average: {} }));
      expect(kindsOn([...older, ...history])).toEqual(kindsOn(history));
      expect(kindsOn(history)).toHaveLength(1);
    });
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
