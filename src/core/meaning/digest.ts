import { changeBetween, changeOver, nextComparisonDay, shown, type Change } from './change';
import { chooseTip, type TipQuestion } from '../advice/choose-tip';
import type { Goal } from '../rows/goal';
import { goalBand } from './goal-band';
import { inOrder, latestReading, readingsBetween, valueOf } from '../score/history';
import { addDays, daysBetween, mondayOf, type LocalDay } from '../score/local-day';
import { milestones } from './milestones';
import { pillars, type Pillar } from '../score/pillar';
import type { Snapshot } from '../rows/snapshot';
import { reachedOn } from './reached-on';
import { findRescalings } from './rescaling';
import { isNormal, normalWeek } from './normal-week';
import { fourWeeks } from './outlook';
import { triedOutlook } from './outlook-record';
import type { PointRange } from './series';

/** A pillar and how it moved, in points with one decimal. */
interface PillarChange {
  readonly pillar: Pillar;
  readonly amount: number;
}

/** The tip the digest ends with. */
export interface NextStep {
  readonly pillar: Pillar;
  /** Id of the tip. */
  readonly tip: string;
  readonly minutes: number;
}

interface WithReading {
  /** The whole total LinkedIn prints, 0 to 100. */
  readonly shownTotal: number;
  /** Absent when no tip is left. */
  readonly next?: NextStep;
  /** The day in the last week on which LinkedIn rescaled everybody's score: then the change is not the member's doing. */
  readonly rescaledOn?: LocalDay;
  /** Where the total may lie in four weeks, in points; absent where there is too little to go by, or too few such ranges held. */
  readonly outlook?: PointRange;
}

/** One week in two sentences, without its words. */
export type Digest =
  /** No reading in the last 7 days. `last` is absent when nothing was ever read. */
  | { readonly case: 'not-read'; readonly last?: { readonly daysAgo: number; readonly shownTotal: number } }
  /** The total rose, by `amount` with one decimal; `most` is the pillar that rose most, absent when none shows a rise. */
  | (WithReading & {
      readonly case: 'gain';
      readonly amount: number;
      readonly most?: PillarChange;
      readonly withinNormal: boolean;
    })
  /** The total fell; `amount` is negative, and so is that of `most`, the pillar that fell most. */
  | (WithReading & {
      readonly case: 'drop';
      readonly amount: number;
      readonly most?: PillarChange;
      readonly withinNormal: boolean;
    })
  /** The same shown total as a week ago. */
  | (WithReading & { readonly case: 'no-change' })
  /** Read, but there is no reading a week older to compare with; see `nextComparisonDay`. */
  | (WithReading & { readonly case: 'no-comparison'; readonly nextComparison: LocalDay })
  /** A goal was reached this week: from `goal.from` on `goal.setOn` to `value` (one decimal) today. */
  | (WithReading & { readonly case: 'goal'; readonly goal: Goal; readonly value: number })
  /** A multiple of 5 was reached for the first time this week; `amount` is the week's change, absent without a comparison. */
  | (WithReading & { readonly case: 'milestone'; readonly points: number; readonly amount?: number });

/** What a digest is made from: one member's readings, goals, actions and choices. */
export interface DigestQuestion extends Omit<TipQuestion, 'skip' | 'pillar'> {
  readonly goals: readonly Goal[];
}

/**
 * The week of the newest reading up to `today`, from its Monday on: what the weekly review begins with. Cases in this order: not read for 7 days; a goal
 * reached in that week (of several the first set); a milestone in it (of several the highest); nothing to compare with; gain, drop, no change.
 */
export function weeklyDigest(question: DigestQuestion): Digest {
  const { history, today } = question;
  const latest = latestReading(history, today);
  if (!latest) return { case: 'not-read' };
  const daysAgo = daysBetween(latest.day, today);
  if (daysAgo >= week) return { case: 'not-read', last: { daysAgo, shownTotal: latest.shownTotal } };

  const change = changeOver(history, 'total', week, today);
  const reading = {
    shownTotal: latest.shownTotal,
    ...nextStep(question),
    ...rescaling(question, change),
    ...outlookOf(question),
  };

  const goal = reachedGoal(question, latest);
  if (goal) return { ...reading, case: 'goal', goal, value: shown(valueOf(latest, goal.of)) };

  const passed = milestones(history).findLast(
    ({ day, points }) => day >= mondayOf(latest.day) && day <= today && points <= shown(latest.total),
  );
  if (passed) {
    return { ...reading, case: 'milestone', points: passed.points, ...(change ? { amount: change.amount } : {}) };
  }
  if (!change) {
    const nextComparison = nextComparisonDay(history, today) ?? addDays(latest.day, week);
    return { ...reading, case: 'no-comparison', nextComparison };
  }
  const { amount } = change;
  if (amount === 0) return { ...reading, case: 'no-change' };
  const withinNormal = isNormal(amount, normalWeek(history, 'total', today));
  return { ...reading, case: amount > 0 ? 'gain' : 'drop', amount, ...mostMoved(change), withinNormal };
}

/** The days of a digest. */
const week = 7;

function nextStep(question: DigestQuestion): { next?: NextStep } {
  const chosen = chooseTip(question);
  return chosen ? { next: { pillar: chosen.pillar, tip: chosen.tip.id, minutes: chosen.tip.minutes } } : {};
}

function rescaling({ history, today }: DigestQuestion, change: Change | undefined): { rescaledOn?: LocalDay } {
  const rescaledOn = change && findRescalings(readingsBetween(history, change.from.day, today)).at(-1);
  return rescaledOn === undefined ? {} : { rescaledOn };
}

function outlookOf({ history, today }: DigestQuestion): { outlook?: PointRange } {
  const { outlook, record } = triedOutlook(history, 'total', today);
  return outlook && record.trusted ? { outlook: outlook.range(fourWeeks) } : {};
}

function reachedGoal({ goals, history, today }: DigestQuestion, latest: Snapshot): Goal | undefined {
  return goals
    .filter((goal) => {
      if (goal.setOn > today || goalBand(valueOf(latest, goal.of), goal.target) !== 'reached') return false;
      const on = reachedOn(goal, inOrder(history));
      return on !== undefined && on >= mondayOf(latest.day) && on <= today;
    })
    .toSorted((one, other) => (one.setOn < other.setOn ? -1 : one.setOn > other.setOn ? 1 : 0))[0];
}

/** The pillar that moved most in the total's direction; of equals the first. Nothing when none shows such a move. */
function mostMoved({ from, to, amount }: Change): { most?: PillarChange } {
  const direction = Math.sign(amount);
  let most: PillarChange | undefined;
  for (const pillar of pillars) {
    const moved = changeBetween(from, to, pillar).amount;
    if (moved * direction > (most ? most.amount * direction : 0)) most = { pillar, amount: moved };
  }
  return most ? { most } : {};
}
