import { pillarStandings } from '../meaning/pillar-standing';
import { pillarsFromWeakest } from '../meaning/weakest-pillar';
import { habits, isTicked } from '../rows/habit';
import type { OwnCheck } from '../rows/own-check';
import type { Plan } from '../rows/plan';
import type { PlanMinutes } from '../rows/plan-minutes';
import { latestReading } from '../score/history';
import { addDays, type LocalDay } from '../score/local-day';
import { pillars, type Pillar } from '../score/pillar';
import { openTips, type TipQuestion } from './choose-tip';
import { findTip, type Tip } from './tips';

/** What a plan is proposed from: what is known of one member on `today`. */
export interface PlanQuestion extends Omit<TipQuestion, 'pillar' | 'skip'> {
  /** The Monday of the week it is for. */
  readonly week: LocalDay;
  /** Earlier plans, and what the member ticked themselves: the earliest week first. */
  readonly plans: readonly Plan[];
  readonly checks: readonly OwnCheck[];
}

/** What the member may ask for. */
export interface PlanWish {
  /** Absent: as in their last plan, or half an hour. */
  readonly minutes?: PlanMinutes | undefined;
  /** Absent: those they chose last, or all. */
  readonly pillars?: readonly Pillar[] | undefined;
  /** What stays as it is: done, or chosen by hand. */
  readonly keep?: Plan['tips'];
}

/** A plan as it is proposed. */
export interface ProposedPlan {
  readonly minutes: PlanMinutes;
  readonly tips: Plan['tips'];
  /** The pillar that needs it most. */
  readonly lowest: Pillar | undefined;
  /** The pillars in which nothing is left to do for now. */
  readonly exhausted: readonly Pillar[];
}

/** Minutes by which a plan may go over what was asked for: the last action need not be left out for them. */
export const minutesOver = 5;

/** However little time there is, an action may take so long, in minutes. */
const smallAction = 10;

/**
 * A small action for each pillar that has its turn, as many as the minutes hold: the lowest pillar first, which gets half of them, then what has
 * fallen, then what rested in the last plan, then the rest from the weakest. Each is the first open tip of its pillar that fits. The same for the
 * same question, always. Empty where nothing is left to do.
 */
export function proposePlan(question: PlanQuestion, wish: PlanWish = {}): ProposedPlan {
  const before = question.plans.findLast(({ week }) => week < question.week);
  const { minutes = before?.minutes ?? 30, keep = {} } = wish;
  const wanted = wish.pillars ?? caredFor(before);
  const order = pillarsByNeed(question, before);
  const tips: Plan['tips'] = { ...keep };
  const exhausted: Pillar[] = [];
  let taken = pillars.reduce((sum, pillar) => sum + minutesOf(keep[pillar]), 0);
  for (const pillar of order) {
    const open = tipsToPlan(question, pillar);
    if (open.length === 0 && keep[pillar] === undefined) exhausted.push(pillar);
    if (!wanted.includes(pillar) || keep[pillar] !== undefined || taken >= minutes) continue;
    const share = Math.max(smallAction, minutes / (pillar === order[0] ? 2 : 4));
    const most = Math.min(share, minutes + minutesOver - taken);
    const tip = open.find((one) => one.minutes <= most);
    if (!tip) continue;
    tips[pillar] = tip.id;
    taken += tip.minutes;
  }
  return { minutes, tips, lowest: order[0], exhausted };
}

/** The tips of a pillar that may be planned for the week, in the order in which they are proposed: what will not be due by then is left out. */
export function tipsToPlan({ week, ...question }: PlanQuestion, pillar: Pillar): readonly Tip[] {
  return openTips({ ...question, today: question.today > week ? question.today : week }, pillar);
}

/** Minutes of a tip by its id; 0 for none, and for one of a later version. */
export function minutesOf(tip: string | undefined): number {
  return tip === undefined ? 0 : (findTip(tip)?.minutes ?? 0);
}

function caredFor(before: Plan | undefined): readonly Pillar[] {
  const { cares } = before ?? {};
  return cares ? pillars.filter((pillar) => cares[pillar]) : pillars;
}

/**
 * The four pillars, those first that need it most: by the last reading, or by what the member ticked themselves where their own check of a later
 * week is the newest word.
 */
function pillarsByNeed({ history, checks, today }: PlanQuestion, before: Plan | undefined): readonly Pillar[] {
  const check = checks.findLast(({ week, ticks }) => week <= today && Object.keys(ticks).length > 0);
  const latest = latestReading(history, today);
  const reading = latest && (!check || latest.day > addDays(check.week, -7)) ? latest : undefined;
  const standings = reading && pillarStandings(history, today);
  const ticked = (pillar: Pillar) => habits[pillar].filter((habit) => isTicked(check, habit)).length;
  const ascending = reading
    ? pillarsFromWeakest(reading.scores, reading.average.industry?.scores)
    : pillars.toSorted((one, other) => ticked(one) - ticked(other));
  const turn = (pillar: Pillar) => {
    if (pillar === ascending[0]) return 0;
    if (standings?.[pillar].fallenBy !== undefined) return 1;
    return before !== undefined && before.tips[pillar] === undefined ? 2 : 3;
  };
  return ascending.toSorted((one, other) => turn(one) - turn(other));
}
