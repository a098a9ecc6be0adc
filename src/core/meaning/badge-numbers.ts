import { changeOver } from './change';
import { chooseTip, type ChosenTip, type TipQuestion } from '../advice/choose-tip';
import { currentGoal } from './current-goal';
import type { Goal } from '../rows/goal';
import { goalBand, type GoalBand } from './goal-band';
import { inOrder, latestReading, readingsBetween, type History, type Measure } from '../score/history';
import { addDays, daysBetween, type LocalDay } from '../score/local-day';
import { isNormal, normalWeek } from './normal-week';
import { forEachPillar, type Pillar } from '../score/pillar';
import { tickedSteps } from '../advice/taken-tip';
import { weakestPillar } from './weakest-pillar';

/** What the badges on the SSI page say, in numbers and keys of `_locales`. */
export interface BadgeNumbers {
  /** Whether the member wants badges on the page. */
  readonly shown: boolean;
  /** Change of the total against 7 days ago, in points as shown; absent when there is no reading 5 to 9 days before. */
  readonly change?: BadgeChange;
  /** The goal for the total (points of 0 to 100) and how near it is; absent without one. */
  readonly goal?: { readonly target: number; readonly band: GoalBand };
  /** The pillar with the lowest score. */
  readonly weakest: Pillar;
  /** What to do, the same as in all places; absent when nothing is left. */
  readonly tip?: BadgeTip;
  readonly pillars: Readonly<Record<Pillar, PillarBadge>>;
}

/** A change in points as shown, and whether it means nothing: within the member's own normal week. */
interface BadgeChange {
  readonly amount: number;
  readonly normal: boolean;
}

interface PillarBadge {
  /** Change of this pillar against 7 days ago; absent as above. */
  readonly change?: BadgeChange;
  /** The readings of the last 30 days, oldest first: days before today (0 to 29, 0 is today) and points of 0 to 25. */
  readonly line: readonly (readonly [daysAgo: number, score: number])[];
}

/** A tip, and its steps that are ticked (see `tickedSteps`). */
export type BadgeTip = ChosenTip & { readonly ticked: number };

/** What badges are made from: everything of one member. */
export interface BadgeQuestion extends Pick<TipQuestion, 'history' | 'actions' | 'choices' | 'plans' | 'today'> {
  /** In the order they were set. */
  readonly goals: readonly Goal[];
  /** Whether the member wants badges on the page. */
  readonly shown: boolean;
}

/** How many days back a badge's line goes. */
const lineDays = 30;

/** What the badges say of a history that ends with the reading of `today`. Undefined when there is no reading. */
export function badgeNumbers(asked: BadgeQuestion): BadgeNumbers | undefined {
  const question = { ...asked, history: inOrder(asked.history) };
  const { history, today, shown, goals } = question;
  const latest = latestReading(history, today);
  if (!latest) return undefined;
  const change = badgeChange(history, 'total', today);
  const goal = currentGoal(goals, 'total');
  const weakest = weakestPillar(latest.scores, latest.average.industry?.scores);
  const tip = chooseTip(question);
  const recent = readingsBetween(history, addDays(today, 1 - lineDays), today);
  const daysAgo = recent.map(({ day }) => daysBetween(day, today));
  return {
    shown,
    ...(change && { change }),
    ...(goal && { goal: { target: goal.target, band: goalBand(latest.total, goal.target) } }),
    weakest,
    ...(tip && { tip: { ...tip, ticked: tickedSteps(tip.tip.id, question) } }),
    pillars: forEachPillar((pillar) => {
      const pillarChange = badgeChange(history, pillar, today);
      return {
        ...(pillarChange && { change: pillarChange }),
        line: recent.map(({ scores }, index) => [daysAgo[index] ?? 0, scores[pillar]] as const),
      };
    }),
  };
}

function badgeChange(history: History, of: Measure, today: LocalDay): BadgeChange | undefined {
  const amount = changeOver(history, of, 7, today)?.amount;
  return amount === undefined ? undefined : { amount, normal: isNormal(amount, normalWeek(history, of, today)) };
}
