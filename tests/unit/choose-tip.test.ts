import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTip, openTips, otherTips, tipStatus, type TipQuestion } from '../../src/core/advice/choose-tip';
import { addDays } from '../../src/core/score/local-day';
import { forEachPillar, pillars, type Scores } from '../../src/core/score/pillar';
import { findTip, levelOf, tips } from '../../src/core/advice/tips';
import { anyHistory } from './history-of';
import { sampleSnapshot } from './sample-snapshot';

const scores: Scores = { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 };
// Weeks since 1970: that of Monday 19 October 2026 has an even number and is the weakest pillar's.
const even = '2026-10-23';
const odd = '2026-10-30';
/** Who has long been here: a newcomer begins otherwise. */
const longAgo = sampleSnapshot({ day: '2026-07-03', scores });
const ask = (changes: Partial<TipQuestion> = {}): TipQuestion => ({
  history: [longAgo, sampleSnapshot({ day: even, scores })],
  actions: [],
  choices: [],
  today: even,
  ...changes,
});
const doneOn = (day: string, tip: string) => ({
  kind: 'tip' as const,
  tip,
  id: `${tip} ${day}`,
  member: 'unknown',
  day,
  pillar: 'people' as const,
  recordedAt: 0,
});
const taken = (tip: string) => ({ member: 'unknown', tip, choice: 'taken', takenAt: 1, ticked: 0 }) as const;
const inTurn = (question: TipQuestion) => [chooseTip(question)!, ...otherTips(question)];

describe('the tip', () => {
  test('is for the weakest pillar, fits its score, and says how far that is below its industry', () => {
    const industry = { total: 46, scores: { brand: 12.4, people: 12, insights: 9.3, relationships: 13.1 } };
    const chosen = chooseTip(ask({ history: [longAgo, sampleSnapshot({ day: even, scores, average: { industry } })] }));
    expect(chosen).toMatchObject({ pillar: 'people', reason: { kind: 'weakest', belowIndustry: 0.8 } });
    expect(chosen?.tip.pillar).toBe('people');
    expect(chosen?.tip.levels).toContain('middle');
  });

  test.each([
    ['its industry scores as much', { industry: { total: 40, scores } }],
    ['its industry scores less', { industry: { total: 40, scores: { ...scores, people: 10 } } }],
    ['only the total of its industry is known', { industry: { total: 40 } }],
    ['nothing of its industry is known', {}],
  ])('says no more than that its pillar is the weakest where %s', (_, average) => {
    const history = [longAgo, sampleSnapshot({ day: even, scores, average })];
    expect(chooseTip(ask({ history }))).toMatchObject({ pillar: 'people' });
    expect(chooseTip(ask({ history }))?.reason).toStrictEqual({ kind: 'weakest' });
  });

  test('is the first open action of this week’s plan, after what was taken and before what has its turn', () => {
    const [brand, relationships] = ['brand_useful_post', 'relationships_note'];
    const plans = [{ member: 'unknown', week: '2026-10-19', minutes: 30, tips: { brand, relationships } } as const];
    const idOf = (changes: Partial<TipQuestion>) => chooseTip(ask({ plans, ...changes }))?.tip.id;
    expect(idOf({})).toBe(brand);
    expect(idOf({ actions: [doneOn(even, brand)] })).toBe(relationships);
    expect(idOf({ choices: [{ member: 'unknown', tip: brand, choice: 'later', until: '2026-10-30' }] })).toBe(
      relationships,
    );
    expect(idOf({ choices: [taken('people_viewers')] })).toBe('people_viewers');
    expect(otherTips(ask({ plans })).map(({ tip }) => tip.id)[0]).toBe(relationships);
    // Another week's says nothing.
    expect(idOf({ today: '2026-10-26' })).not.toBe(brand);
    expect(chooseTip(ask({ plans, pillar: 'insights' }))?.pillar).toBe('insights');
    expect(idOf({ history: [] })).toBe(brand);
  });

  test('passes over what a plan has of a later version', () => {
    const plan = { member: 'unknown', week: '2026-10-19', minutes: 30, tips: { people: 'people_of_2030' } } as const;
    expect(inTurn(ask({ plans: [plan] }))).toEqual(inTurn(ask()));
  });

  test('that is taken does not have its turn a second time', () => {
    const ids = inTurn(ask()).map(({ tip }) => tip.id);
    const question = ask({ choices: [taken(ids[1]!)] });
    expect(inTurn(question).map(({ tip }) => tip.id)).toEqual([ids[1], ids[0], ...ids.slice(2)]);
  });

  test.each([
    ['the weakest pillar', 'people_viewers', { brand: 5, people: 4, insights: 5, relationships: 5 }, 'weakest'],
    ['another pillar', 'brand_first_post', { brand: 5, people: 4, insights: 5, relationships: 5 }, 'next'],
    [
      'the pillar of the profile',
      'brand_first_post',
      { brand: 4, people: 5, insights: 5, relationships: 5 },
      'weakest',
    ],
  ])('that is taken of %s says so, also while the profile has its turn', (_, tip, low, kind) => {
    const history = [longAgo, sampleSnapshot({ day: even, scores: low })];
    const [chosen, following] = inTurn(ask({ history, choices: [taken(tip)] }));
    expect(chosen).toMatchObject({ tip: { id: tip }, reason: { kind } });
    expect(following?.reason.kind).toBe('profile');
  });

  test('that is taken was asked for where there is no reading', () => {
    expect(chooseTip(ask({ history: [], choices: [taken('people_viewers')] }))).toMatchObject({
      pillar: 'people',
      reason: { kind: 'asked' },
    });
  });

  test('is for the profile below a total of 25, and from 25 on for the weakest pillar', () => {
    const at = (people: number) => [
      longAgo,
      sampleSnapshot({ day: even, scores: { brand: 10, people, insights: 5, relationships: 5 } }),
    ];
    expect(chooseTip(ask({ history: at(4.9) }))).toMatchObject({ reason: { kind: 'profile' }, tip: { profile: true } });
    expect(chooseTip(ask({ history: at(5) }))).toMatchObject({ reason: { kind: 'weakest' }, pillar: 'people' });
  });

  test('is for the weakest pillar again once the profile is done', () => {
    const low = { brand: 5, people: 4, insights: 5, relationships: 5 };
    const history = [longAgo, sampleSnapshot({ day: even, scores: low })];
    const actions = tips.filter(({ profile }) => profile).map(({ id }) => doneOn(even, id));
    expect(chooseTip(ask({ history, actions }))).toMatchObject({ pillar: 'people', reason: { kind: 'weakest' } });
  });

  /** Twenty weeks up to `day`, in the last two of which pillars lost so many points. */
  const fallen = (day: string, lost: Partial<Scores>) =>
    Array.from({ length: 20 }, (_, week) =>
      sampleSnapshot({
        day: addDays(day, -7 * week),
        scores: forEachPillar((pillar) => scores[pillar] + ((lost[pillar] ?? 0) * Math.min(2, week)) / 2),
      }),
    );

  test.each([
    ['the one that has fallen', { brand: 2 }, 'brand', { kind: 'fallen', by: 2 }],
    ['the first one, which has fallen more', { brand: 2, relationships: 1 }, 'brand', { kind: 'fallen', by: 2 }],
    ['the last one, which has fallen more', { brand: 1, relationships: 2 }, 'relationships', { kind: 'fallen', by: 2 }],
    ['the weakest one where only that has', { people: 2 }, 'people', { kind: 'weakest' }],
    ['another one where the weakest has fallen more', { brand: 1, people: 2 }, 'brand', { kind: 'fallen', by: 1 }],
    ['the weakest one where none has', {}, 'people', { kind: 'weakest' }],
  ])('is every second week for a pillar that has fallen more than it usually does: %s', (_, lost, pillar, reason) => {
    const chosen = chooseTip(ask({ history: fallen(odd, lost), today: odd }));
    expect(chosen).toMatchObject({ pillar });
    expect(chosen?.reason).toStrictEqual(reason);
    expect(chooseTip(ask({ history: fallen(even, lost) }))).toMatchObject({
      pillar: 'people',
      reason: { kind: 'weakest' },
    });
  });

  test('is an easy one while there is one, then a longer one', () => {
    const easy = tips.filter((tip) => tip.pillar === 'people' && tip.minutes <= 10).map(({ id }) => id);
    expect(chooseTip(ask())?.tip.minutes).toBeLessThanOrEqual(10);
    const chosen = chooseTip(ask({ skip: easy }));
    expect(chosen?.pillar).toBe('people');
    expect(chosen?.tip.minutes).toBeGreaterThan(10);
  });

  test('is another one the next week, and the same one all week', () => {
    const history = [longAgo, sampleSnapshot({ day: '2026-10-12', scores })];
    const on = (today: string) => chooseTip(ask({ history, today }))?.tip.id;
    expect(new Set(['2026-10-12', '2026-10-14', '2026-10-18'].map(on)).size).toBe(1);
    expect(on('2026-10-19')).not.toBe(on('2026-10-18'));
  });

  test('comes back when its rhythm is over', () => {
    const { tip } = chooseTip(ask())!;
    const again = (days: number) =>
      [chooseTip, otherTips].flatMap(
        (choose) => choose(ask({ actions: [doneOn(addDays(even, -days), tip.id)] })) ?? [],
      );
    expect(again(tip.every).map((chosen) => chosen.tip)).toContain(tip);
    expect(again(tip.every - 1).map((chosen) => chosen.tip)).not.toContain(tip);
    expect(again(0).map((chosen) => chosen.tip)).not.toContain(tip);
  });

  test('leaves the order of the others as it was when one is done', () => {
    const all = inTurn(ask()).map(({ tip }) => tip.id);
    const rest = all.filter((id) => id !== all[2]);
    const without = ask({ actions: [doneOn(even, all[2]!)] });
    expect(inTurn(without).map(({ tip }) => tip.id)).toEqual(rest);
  });

  test('is for the next weakest pillar when nothing is left for the weakest', () => {
    const skip = tips.filter(({ pillar }) => pillar === 'people').map(({ id }) => id);
    expect(chooseTip(ask({ skip }))).toMatchObject({ pillar: 'insights', reason: { kind: 'next' } });
  });

  test('is for the pillar that was asked for, and for no other', () => {
    expect(chooseTip(ask({ pillar: 'relationships' }))).toMatchObject({
      pillar: 'relationships',
      reason: { kind: 'asked' },
    });
    const skip = tips.filter(({ pillar }) => pillar === 'relationships').map(({ id }) => id);
    expect(chooseTip(ask({ pillar: 'relationships', skip }))).toBeUndefined();
  });

  test('needs Sales Navigator only where there is a seat', () => {
    const seats = (changes: Partial<TipQuestion>) =>
      inTurn(ask(changes)).filter(({ tip }) => tip.salesNavigator).length;
    expect(seats({})).toBe(0);
    expect(seats({ salesNavigator: true })).toBeGreaterThan(0);
    expect(
      seats({ history: [sampleSnapshot({ day: even, scores, rank: { industry: 5, network: 9, team: 2 } })] }),
    ).toBeGreaterThan(0);
  });

  test('is not there without a reading, or with nothing left', () => {
    expect(chooseTip(ask({ history: [] }))).toBeUndefined();
    expect(chooseTip(ask({ skip: tips.map(({ id }) => id) }))).toBeUndefined();
    expect(otherTips(ask({ history: [] }))).toEqual([]);
  });
});

describe('the first tips of a newcomer', () => {
  const scoresBelow25 = { brand: 9, people: 7.1, insights: 0.3, relationships: 3.6 };
  const newcomer = (changes: Partial<TipQuestion> = {}) =>
    ask({ history: [sampleSnapshot({ day: even, scores: scoresBelow25 })], ...changes });

  test('are for the weakest pillar, also where a total below 25 would ask for the profile, the smallest first', () => {
    const chosen = inTurn(newcomer());
    expect(chosen[0]).toMatchObject({ pillar: 'insights', reason: { kind: 'weakest' }, tip: { minutes: 5 } });
    const minutes = chosen.map(({ tip }) => tip.minutes);
    expect(minutes).toEqual(minutes.toSorted((one, other) => one - other));
  });

  test('of as few minutes begin with what LinkedIn counts', () => {
    for (const pillar of pillars) {
      const [first, ...others] = inTurn(newcomer({ pillar })).map(({ tip }) => tip);
      const asShort = others.filter(({ minutes }) => minutes === first!.minutes);
      if (asShort.some(({ source }) => source === 'official')) expect(first!.source).toBe('official');
    }
    expect(chooseTip(newcomer())?.tip.source).toBe('official');
  });

  test('stay the same in any week of the first four, and follow each other as they are done', () => {
    const order = (today: string, actions: TipQuestion['actions'] = []) => {
      const question = newcomer({ today, actions, history: [sampleSnapshot({ day: even, scores })] });
      return inTurn(question).map(({ tip }) => tip.id);
    };
    const [first, ...rest] = order(even);
    for (const days of [1, 7, 14, 28]) expect(order(addDays(even, days))).toEqual([first, ...rest]);
    expect(order(even, [doneOn(even, first!)])).toEqual(rest);
    expect(new Set([28, 35, 42, 49].map((days) => order(addDays(even, days))[0])).size).toBeGreaterThan(1);
  });

  test('are the same whatever place asks: for the pillar that is weakest, or for what is next', () => {
    const next = chooseTip(newcomer())!;
    expect(chooseTip(newcomer({ pillar: next.pillar }))?.tip).toBe(next.tip);
  });
});

test('"another" walks every fitting tip of the pillar once', () => {
  const seen = [];
  for (let chosen = chooseTip(ask()); chosen?.pillar === 'people'; chosen = chooseTip(ask({ skip: seen }))) {
    seen.push(chosen.tip.id);
  }
  const fitting = tips.filter((tip) => tip.pillar === 'people' && !tip.salesNavigator && tip.levels.includes('middle'));
  expect(seen.toSorted()).toEqual(fitting.map(({ id }) => id).toSorted());
  expect(otherTips(ask()).map(({ tip }) => tip.id)).toEqual(seen.slice(1));
});

describe.each(pillars)('the open tips of %s', (pillar) => {
  test('are the easy ones and then the longer ones, the profile’s after the others, whichever week it is', () => {
    for (let week = 0; week < 12; week += 1) {
      const places = openTips(ask({ today: addDays(even, 7 * week) }), pillar).map(
        ({ profile, minutes }) => Number(profile) * 2 + Number(minutes > 10),
      );
      expect(new Set(places).size).toBeGreaterThan(1);
      expect(places).toEqual(places.toSorted());
    }
  });

  test('are those that fit any score where there is no reading', () => {
    const found = openTips(ask({ history: [] }), pillar);
    expect(found.length).toBeGreaterThan(0);
    for (const { levels } of found) expect(levels).toEqual(['low', 'middle', 'high']);
  });
});

describe('the status of a tip', () => {
  const tip = findTip('people_best_client')!;
  const choice = (of: 'dismissed' | 'later', until?: string) => ({
    member: 'unknown',
    tip: tip.id,
    choice: of,
    ...(until === undefined ? {} : { until }),
  });

  test.each([
    ['open at first', {}, { state: 'open' }],
    [
      'done within its rhythm',
      { actions: [doneOn('2026-10-17', tip.id)] },
      { state: 'done', on: '2026-10-17', until: '2026-10-24' },
    ],
    [
      'done when it was done last',
      { actions: [doneOn('2026-10-17', tip.id), doneOn(even, 'people_filters'), doneOn('2026-10-20', tip.id)] },
      { state: 'done', on: '2026-10-20', until: '2026-10-27' },
    ],
    [
      'done when it was done last, in whatever order that was written down',
      { actions: [doneOn('2026-10-20', tip.id), doneOn('2026-10-17', tip.id)] },
      { state: 'done', on: '2026-10-20', until: '2026-10-27' },
    ],
    ['open again after it', { actions: [doneOn('2026-10-16', tip.id)] }, { state: 'open' }],
    ['put off', { choices: [choice('later', '2026-10-24')] }, { state: 'later', until: '2026-10-24' }],
    ['back on the day it was put off to', { choices: [choice('later', even)] }, { state: 'open' }],
    ['dismissed for good', { choices: [choice('later', '2026-10-24'), choice('dismissed')] }, { state: 'dismissed' }],
    ['untouched by other tips', { actions: [doneOn(even, 'people_filters')] }, { state: 'open' }],
  ])('is %s', (_, changes, expected) => expect(tipStatus(tip, ask(changes))).toEqual(expected));

  test('undoing is forgetting: without the action it is open', () => {
    const actions = [doneOn(even, tip.id)];
    expect(tipStatus(tip, ask({ actions })).state).toBe('done');
    expect(tipStatus(tip, ask({ actions: actions.slice(1) })).state).toBe('open');
  });
});

test('whatever the history, the tip is open, fits, and is the same when asked again in any order', () => {
  fc.assert(
    fc.property(anyHistory, fc.subarray(tips.map(({ id }) => id)), (history, dismissed) => {
      const today = '2026-04-05';
      const choices = dismissed.map((tip) => ({ member: 'unknown', tip, choice: 'dismissed' as const }));
      const chosen = chooseTip(ask({ history, choices, today }));
      expect(chooseTip(ask({ history: history.toReversed(), choices: choices.toReversed(), today }))).toEqual(chosen);
      if (!chosen) return;
      expect(dismissed).not.toContain(chosen.tip.id);
      expect(pillars).toContain(chosen.pillar);
      const latest = history.at(-1)!;
      if (chosen.reason.kind !== 'profile') expect(chosen.tip.levels).toContain(levelOf(latest.scores[chosen.pillar]));
    }),
  );
});
