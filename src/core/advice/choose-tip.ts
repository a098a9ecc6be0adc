import type { Action } from '../rows/action';
import type { Plan } from '../rows/plan';
import type { TipChoice } from '../rows/tip-choice';
import { bandOf } from '../meaning/bands';
import { inOrder, latestReading, type History } from '../score/history';
import { addDays, dayNumber, daysBetween, weekNumber, type LocalDay } from '../score/local-day';
import { pillars, type Pillar } from '../score/pillar';
import { pillarStandings, type PillarStanding } from '../meaning/pillar-standing';
import type { Snapshot } from '../rows/snapshot';
import { takenTips } from './taken-tip';
import { findTip, levelOf, tips, type Tip } from './tips';
import { pillarsFromWeakest } from '../meaning/weakest-pillar';
import { planOn, planSteps } from './week-plan';

/** What a tip is chosen from: readings, actions and choices of one member. */
export interface TipQuestion {
  readonly history: History;
  readonly actions: readonly Action[];
  readonly choices: readonly TipChoice[];
  /** What the member planned: this week's open actions come before what would have its turn. */
  readonly plans?: readonly Plan[];
  readonly today: LocalDay;
  /** Ids of tips to pass over, such as those "another" has shown. */
  readonly skip?: readonly string[];
  /** Ask for tips of this pillar, whatever is weakest. */
  readonly pillar?: Pillar;
  /** Whether tips that need Sales Navigator may be chosen, as the member's organization says. Without it: only when the newest reading shows a team's rank. */
  readonly salesNavigator?: boolean | undefined;
}

/** Why a pillar has its turn. */
type TipReason =
  /** The total is below 25: the profile first. */
  | { readonly kind: 'profile' }
  /** The lowest pillar; `belowIndustry` in points with one decimal, more than 0, absent when it is not below or not known. */
  | { readonly kind: 'weakest'; readonly belowIndustry?: number }
  /** It has fallen over two weeks, by so many points with one decimal: more than is normal for the member. */
  | { readonly kind: 'fallen'; readonly by: number }
  /** Nothing is left to do for a weaker pillar. */
  | { readonly kind: 'next' }
  /** It was asked for. */
  | { readonly kind: 'asked' };

/** A tip, the pillar it is for, and why now. */
export interface ChosenTip {
  readonly tip: Tip;
  readonly pillar: Pillar;
  readonly reason: TipReason;
}

/** Whether a tip can be chosen on a day. `done`: within its rhythm; `until` is the first day it comes back. */
export type TipStatus =
  | { readonly state: 'open' }
  | { readonly state: 'done'; readonly on: LocalDay; readonly until: LocalDay }
  | { readonly state: 'later'; readonly until: LocalDay }
  | { readonly state: 'dismissed' };

/**
 * The tip for today: the one the member has taken, until it is done or put away; else the first open action of this week's plan; else the one that
 * has its turn. Undefined when nothing is left, and for a member who has taken and planned none and has no reading. The same for the same question,
 * always: so all places show one and the same.
 */
export function chooseTip(question: TipQuestion): ChosenTip | undefined {
  return tipsInTurn(question)[0];
}

/** What "another" shows after `chooseTip`, in order. Empty when the chosen one is the last. */
export function otherTips(question: TipQuestion): readonly ChosenTip[] {
  return tipsInTurn(question).slice(1);
}

/** All open tips of a pillar in the order in which they are shown, also of a member without a reading: then those that fit any score. */
export function openTips(question: TipQuestion, pillar: Pillar): readonly Tip[] {
  return tipsOf({ pillar, reason: { kind: 'asked' } }, question, latestReading(question.history, question.today));
}

/** Whether `tip` is open, done within its rhythm, put off or dismissed. Dismissed outweighs put off, and that outweighs done. */
export function tipStatus(
  tip: Tip,
  { actions, choices, today }: Pick<TipQuestion, 'actions' | 'choices' | 'today'>,
): TipStatus {
  const chosen = choices.filter((choice) => choice.tip === tip.id);
  if (chosen.some(({ choice }) => choice === 'dismissed')) return { state: 'dismissed' };
  const until = newest(chosen.map((choice) => choice.until));
  if (until !== undefined && until > today) return { state: 'later', until };
  const on = newest(actions.map((action) => (action.kind === 'tip' && action.tip === tip.id ? action.day : undefined)));
  const back = on === undefined ? undefined : addDays(on, tip.every);
  return on !== undefined && back !== undefined && back > today
    ? { state: 'done', on, until: back }
    : { state: 'open' };
}

function newest(days: readonly (LocalDay | undefined)[]): LocalDay | undefined {
  return days.reduce(
    (latest, day) => (latest === undefined || (day !== undefined && day > latest) ? day : latest),
    undefined,
  );
}

/** Whose first reading is not older than so many days is a newcomer. */
const newcomerDays = 28;

/** A tip that takes no longer is an easy one, in minutes. */
const easyMinutes = 10;

/** What may have its turn: the tips of a pillar, or the profile's. */
interface Topic {
  readonly pillar: Pillar;
  readonly reason: TipReason;
}

/** What is taken, then what is planned, then all tips of the first topic that has any, in the order in which they are shown. */
function tipsInTurn(question: TipQuestion): readonly ChosenTip[] {
  const latest = latestReading(question.history, question.today);
  const standings = latest && pillarStandings(question.history, question.today);
  const topics = latest && standings ? topicsInTurn(question, latest, standings) : [];
  const atWork = [...new Set([...takenTips(question), ...plannedTips(question)])]
    .filter((tip) => (question.pillar ?? tip.pillar) === tip.pillar && isOpen(tip, question))
    .map((tip): ChosenTip => {
      const topic = topics.find(({ pillar, reason }) => pillar === tip.pillar && reason.kind !== 'profile');
      return { tip, pillar: tip.pillar, reason: topic?.reason ?? { kind: 'asked' } };
    });
  const others = { ...question, skip: [...(question.skip ?? []), ...atWork.map(({ tip }) => tip.id)] };
  for (const topic of topics) {
    const found = latest ? tipsOf(topic, others, latest) : [];
    if (found.length > 0) return [...atWork, ...found.map((tip) => ({ tip, ...topic }))];
  }
  return atWork;
}

/** What this week's plan has and is not done, in its order. */
function plannedTips({ plans = [], actions, today }: TipQuestion): readonly Tip[] {
  const plan = planOn(plans, today);
  return plan ? planSteps(plan, actions).flatMap(({ tip, done }) => (done ? [] : (findTip(tip) ?? []))) : [];
}

/** Whether a tip may be chosen: it is not passed over, done within its rhythm, put off or dismissed. */
function isOpen(tip: Tip, question: TipQuestion): boolean {
  return !question.skip?.includes(tip.id) && tipStatus(tip, question).state === 'open';
}

/** A newcomer begins where it is lowest and with what is smallest, whichever week it is: the calendar has no say in a first step. */
function isNewcomer({ history, today }: Pick<TipQuestion, 'history' | 'today'>): boolean {
  const [first] = inOrder(history);
  return first !== undefined && daysBetween(first.day, today) <= newcomerDays;
}

/**
 * Below a total of 25 the profile, then the pillars from the weakest on. Every second week the pillar that has fallen most over the last two
 * weeks goes before the weakest. For newcomers neither: the weakest is first.
 */
function topicsInTurn(
  question: TipQuestion,
  latest: Snapshot,
  standings: Readonly<Record<Pillar, PillarStanding>>,
): readonly Topic[] {
  if (question.pillar) return [{ pillar: question.pillar, reason: { kind: 'asked' } }];
  const ascending = pillarsFromWeakest(latest.scores, latest.average.industry?.scores);
  const topics = ascending.map((pillar, index): Topic => {
    if (index > 0) return { pillar, reason: { kind: 'next' } };
    const { toIndustry = 0 } = standings[pillar];
    return { pillar, reason: { kind: 'weakest', ...(toIndustry < 0 ? { belowIndustry: -toIndustry } : {}) } };
  });
  if (isNewcomer(question)) return topics;
  if (bandOf(latest.total) === 'low') return [{ pillar: 'brand', reason: { kind: 'profile' } }, ...topics];
  if (weekNumber(dayNumber(question.today)) % 2 === 0) return topics;
  const [fallen] = pillars
    .filter((pillar) => pillar !== ascending[0] && standings[pillar].fallenBy !== undefined)
    .toSorted((one, other) => (standings[other].fallenBy ?? 0) - (standings[one].fallenBy ?? 0));
  const by = fallen && standings[fallen].fallenBy;
  return fallen && by !== undefined ? [{ pillar: fallen, reason: { kind: 'fallen', by } }, ...topics] : topics;
}

/** Whether tips that need Sales Navigator make sense: as the organization says, else where a reading shows a team's rank. */
export function hasSeat(
  { salesNavigator }: Pick<TipQuestion, 'salesNavigator'>,
  latest: Pick<Snapshot, 'rank'> | undefined,
): boolean {
  return salesNavigator ?? latest?.rank.team !== undefined;
}

/**
 * The open tips of a topic that fit: easy ones first, then the rest, each rotated by the week; for brand the profile's after its own. For
 * newcomers the shortest first, and of equal ones what LinkedIn counts.
 */
function tipsOf({ pillar, reason }: Topic, question: TipQuestion, latest: Snapshot | undefined): readonly Tip[] {
  const seat = hasSeat(question, latest);
  const fits = (tip: Tip) => (latest ? tip.levels.includes(levelOf(latest.scores[pillar])) : tip.levels.length === 3);
  // A profile has its turn whole: at the very start its level says nothing.
  const fitting = tips.filter(
    (tip) =>
      (seat || !tip.salesNavigator) && (reason.kind === 'profile' ? tip.profile : tip.pillar === pillar && fits(tip)),
  );
  const mayBeChosen = (tip: Tip) => isOpen(tip, question);
  if (isNewcomer(question)) {
    return fitting
      .filter(mayBeChosen)
      .sort((one, other) => one.minutes - other.minutes || sources.indexOf(one.source) - sources.indexOf(other.source));
  }
  const isEasy = (tip: Tip) => tip.minutes <= easyMinutes;
  const groups = [false, true].flatMap((profile) => {
    const group = fitting.filter((tip) => tip.profile === profile);
    return [group.filter(isEasy), group.filter((tip) => !isEasy(tip))];
  });
  // Rotating before leaving out what is done keeps the order of the rest as it was.
  return groups.flatMap((group) => rotate(group, weekNumber(dayNumber(question.today)))).filter(mayBeChosen);
}

/** From what LinkedIn counts to what is only good manners. */
const sources: readonly Tip['source'][] = ['official', 'practice', 'guide'];

function rotate(group: readonly Tip[], by: number): readonly Tip[] {
  const start = ((by % group.length) + group.length) % group.length;
  return [...group.slice(start), ...group.slice(0, start)];
}
