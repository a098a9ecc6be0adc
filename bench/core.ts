import type { Action } from '../src/core/rows/action';
import { changeOver, changeSinceLast, nextComparisonDay } from '../src/core/meaning/change';
import { chooseTip, otherTips } from '../src/core/advice/choose-tip';
import { weeklyDigest } from '../src/core/meaning/digest';
import { goalOutlook } from '../src/core/meaning/goal-outlook';
import type { Goal } from '../src/core/rows/goal';
import { inOrder, type History, type Measure } from '../src/core/score/history';
import { effectsByKind, effectsOf } from '../src/core/meaning/journal';
import { localDayOf } from '../src/core/score/local-day';
import { milestones } from '../src/core/meaning/milestones';
import { normalFortnight, normalWeek } from '../src/core/meaning/normal-week';
import { fourWeeks } from '../src/core/meaning/outlook';
import { triedOutlook } from '../src/core/meaning/outlook-record';
import { pace } from '../src/core/meaning/pace';
import { forEachPillar, pillars, totalOf } from '../src/core/score/pillar';
import { pillarStandings } from '../src/core/meaning/pillar-standing';
import type { Snapshot } from '../src/core/rows/snapshot';
import { findRescalings } from '../src/core/meaning/rescaling';
import { weeklyRhythm } from '../src/core/meaning/rhythm';
import { trend } from '../src/core/meaning/trend';

/** One measurement of `core`: what was done, over how many days of history, and the median time of one round. */
export interface CoreTime {
  readonly what: string;
  readonly days: number;
  readonly milliseconds: number;
}

/** Fifty years. */
const days = 18_250;

const rounds = 15;

/**
 * Times everything `core` can say about one member over 50 years of days: changes, trends, normal weeks, the total's outlook with its record, and goals of
 * the total and all pillars, standings, rescalings, tip, a journal of 1,000 actions, milestones, rhythm and digest. The last row is all of it together.
 * Medians of 15 rounds after 3 that warm up. Each round gets a fresh array, as a page that opens does, and puts it in order once.
 * The history is made up, always the same.
 */
export function measureCore(): readonly CoreTime[] {
  const readings = madeUpHistory();
  const actions = madeUpActions(readings);
  const today = readings.at(-1)?.day ?? '';
  const setOn = readings[0]?.day ?? today;
  const measures: readonly Measure[] = ['total', ...pillars];
  const goal: Goal = { id: 'goal', member: 'sample', of: 'total', target: 100, from: 40, setOn };
  const parts: Readonly<Record<string, (history: History) => unknown>> = {
    change: (history) => [
      ...measures.map((of) => [changeOver(history, of, 7), changeOver(history, of, 28), changeSinceLast(history, of)]),
      nextComparisonDay(history, today),
    ],
    trend: (history) => measures.map((of) => trend(history, of)),
    normal: (history) => measures.map((of) => [normalWeek(history, of, today), normalFortnight(history, of, today)]),
    outlook: (history) => {
      const { outlook, record } = triedOutlook(history, 'total', today);
      return [outlook?.range(fourWeeks), record];
    },
    goals: (history) =>
      measures.map((of) => [pace(history, of, today), goalOutlook(history, { of, target: 100 }, today)]),
    standing: (history) => [pillarStandings(history, today), findRescalings(history)],
    tip: (history) => {
      const question = { history, actions, choices: [], today };
      return [chooseTip(question), otherTips(question)];
    },
    journal: (history) => {
      const effects = effectsOf(history, actions, today);
      return [effects, effectsByKind(history, effects, today)];
    },
    milestones: (history) => [milestones(history), weeklyRhythm(history, today)],
    digest: (history) => weeklyDigest({ history, actions, choices: [], goals: [goal], today }),
  };
  for (const [what, part] of Object.entries(parts)) {
    // Nothing is soon said.
    if (!saysSomething(part(inOrder(readings)))) throw new Error(`"${what}" has nothing to say of fifty years.`);
  }
  const everything = (history: History) => Object.values(parts).map((part) => part(history));
  return Object.entries({ ...parts, everything }).map(([what, part]) => ({
    what,
    days,
    milliseconds: medianTime(() => part(inOrder(readings))),
  }));
}

/** Whether there is an answer, to one of several questions at least. */
function saysSomething(said: unknown): boolean {
  if (Array.isArray(said)) return said.some(saysSomething);
  if (said instanceof Map) return said.size > 0;
  return said !== undefined && (typeof said !== 'object' || said === null || Object.keys(said).length > 0);
}

function medianTime(part: () => unknown): number {
  for (let round = 0; round < 3; round += 1) part();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    part();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[rounds >> 1] ?? 0;
}

function madeUpHistory(): History {
  return Array.from({ length: days }, (_, index): Snapshot => {
    // Slow waves with a quick one upon them: moves that are neither constant nor random.
    const scores = forEachPillar(
      (pillar) =>
        12 +
        6 * Math.sin(index / 400 + pillars.indexOf(pillar)) +
        0.4 * Math.sin(index * (1.7 + pillars.indexOf(pillar))),
    );
    const group = {
      total: 35,
      scores: { brand: 12, people: 5, insights: 2 + Math.sin(index / 90) / 10, relationships: 16 },
    };
    const total = totalOf(scores);
    return {
      member: 'sample',
      day: localDayOf(index),
      readAt: index * 86_400_000,
      source: 'sample',
      shownTotal: Math.round(total),
      total,
      scores,
      rank: { industry: 12, network: 30 },
      average: { industry: group, network: group },
    };
  });
}

function madeUpActions(history: History): readonly Action[] {
  return Array.from({ length: 1000 }, (_, index) => ({
    kind: 'tip',
    tip: `tip-${index % 20}`,
    id: `${index}`,
    member: 'sample',
    day: history[index * 18]?.day ?? '',
    pillar: pillars[index % 4] ?? 'brand',
    recordedAt: index,
  }));
}
