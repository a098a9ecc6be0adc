import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chooseTip } from '../../src/core/advice/choose-tip';
import { addDays } from '../../src/core/score/local-day';
import { forEachPillar, pillars } from '../../src/core/score/pillar';
import { findTip, levelOf, tips, tipStepKeys, tipTitleKey, tipWhyKey } from '../../src/core/advice/tips';
import { sampleSnapshot } from './sample-snapshot';

const messages = JSON.parse(
  readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<string, { readonly message: string } | undefined>;
const text = (key: string) => messages[key]?.message ?? '';

describe('the catalogue', () => {
  test('has at least twelve tips for each pillar and ten for a profile', () => {
    for (const pillar of pillars) {
      expect(tips.filter((tip) => tip.pillar === pillar && !tip.profile).length, pillar).toBeGreaterThanOrEqual(12);
    }
    expect(tips.filter(({ profile }) => profile).length).toBeGreaterThanOrEqual(10);
  });

  test('has at least five tips without Sales Navigator for each pillar at each level', () => {
    for (const pillar of pillars) {
      for (const level of ['low', 'middle', 'high'] as const) {
        const fitting = tips.filter(
          (tip) => tip.pillar === pillar && !tip.salesNavigator && tip.levels.includes(level),
        );
        expect(fitting.length, `${pillar} ${level}`).toBeGreaterThanOrEqual(5);
      }
    }
  });

  test('names each tip once, and needs Sales Navigator for few', () => {
    expect(new Set(tips.map(({ id }) => id)).size).toBe(tips.length);
    expect(tips.filter(({ salesNavigator }) => salesNavigator).length).toBeLessThanOrEqual(4);
    expect(findTip('people_best_client')?.pillar).toBe('people');
    expect(findTip('of-a-later-version')).toBeUndefined();
  });

  test.each(tips)('$id is complete and fits where it is shown', (tip) => {
    expect(tip.id).toMatch(/^[a-z]+(_[a-z]+)+$/);
    expect(tip.minutes).toBeGreaterThan(0);
    expect(tip.every).toBeGreaterThan(0);
    expect(tip.levels.length).toBeGreaterThan(0);
    expect(['official', 'practice', 'guide']).toContain(tip.source);
    const address = new URL(tip.address);
    expect([address.protocol, address.host, address.username, address.port]).toEqual([
      'https:',
      'www.linkedin.com',
      '',
      '',
    ]);

    const [title, why, steps] = [text(tipTitleKey(tip)), text(tipWhyKey(tip)), tipStepKeys(tip).map(text)];
    expect(title).not.toBe('');
    expect(title.length).toBeLessThanOrEqual(44);
    expect(title).not.toMatch(/[.!]$/);
    expect(why).toMatch(/\.$/);
    expect(why.length).toBeLessThanOrEqual(100);
    expect(steps.length).toBeGreaterThanOrEqual(1);
    expect(steps.length).toBeLessThanOrEqual(3);
    for (const step of steps) {
      expect(step).toMatch(/[.?]$/);
      expect(step.length).toBeLessThanOrEqual(90);
    }
    expect(text(`tip_${tip.id}_step_${tip.steps + 1}`)).toBe('');
  });

  test('has no words for tips that are not there', () => {
    const known = new Set(tips.flatMap((tip) => [tipTitleKey(tip), tipWhyKey(tip), ...tipStepKeys(tip)]));
    const ofTips = Object.keys(messages).filter((key) => /^tip_.*_(title|why|step_\d)$/.test(key));
    expect(ofTips.filter((key) => !known.has(key))).toEqual([]);
    expect(ofTips.length).toBe(known.size);
  });

  test('says nothing twice, and promises nothing', () => {
    const titles = tips.map((tip) => text(tipTitleKey(tip)));
    expect(new Set(titles).size).toBe(titles.length);
    for (const tip of tips) {
      const all = [tipTitleKey(tip), tipWhyKey(tip), ...tipStepKeys(tip)].map(text).join(' ');
      expect(all, tip.id).not.toMatch(
        /guarantee|boost|skyrocket|viral|more (sales|leads|reach)|pods?\b|automat|will (rise|raise|grow|increase)/i,
      );
    }
  });
});

test.each([
  [0, 'low'],
  [7.99, 'low'],
  [8, 'middle'],
  [15.99, 'middle'],
  [16, 'high'],
  [25, 'high'],
])('a score of %d asks for tips of level %s', (score, level) => expect(levelOf(score)).toBe(level));

test.each(tips)('$id can be chosen', (tip) => {
  const score = { low: 7, middle: 12, high: 20 }[tip.levels[0] ?? 'low'];
  const history = [sampleSnapshot({ day: '2026-10-16', scores: { ...forEachPillar(() => 24), [tip.pillar]: score } })];
  // Walked as a member does who marks each tip as done and comes back the next day.
  const actions = [];
  for (let days = 0; days < 40; days += 1) {
    const today = addDays('2026-10-16', days);
    const chosen = chooseTip({ history, actions, choices: [], today, salesNavigator: true });
    if (chosen?.tip === tip) return;
    if (!chosen) break;
    actions.push({
      kind: 'tip' as const,
      tip: chosen.tip.id,
      id: today,
      member: 'unknown',
      day: today,
      pillar: chosen.pillar,
      recordedAt: days,
    });
  }
  // What makes sense every week may keep others waiting: then by "not for me".
  const choices = tips
    .filter((other) => other !== tip)
    .map((other) => ({ member: 'unknown', tip: other.id, choice: 'dismissed' as const }));
  expect(chooseTip({ history, actions: [], choices, today: '2026-10-16', salesNavigator: true })?.tip).toBe(tip);
});
