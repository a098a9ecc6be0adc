import { changeOver } from './change';
import { chooseTip, type TipQuestion } from '../advice/choose-tip';
import { currentGoal } from './current-goal';
import type { Goal } from '../rows/goal';
import { goalBand, type GoalBand } from './goal-band';
import { latestReading, readingsBetween, type History, type Measure } from '../score/history';
import { addDays, daysBetween, type LocalDay } from '../score/local-day';
import { isNormal, normalWeek } from './normal-week';
import { forEachPillar, type Pillar } from '../score/pillar';
import { pillarStandings } from './pillar-standing';
import { tipTitleKey, tipWhyKey } from '../advice/tips';
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
  /** What to do for the weakest pillar; absent when nothing is left to do. */
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

/** A tip as the page needs it, which does not know the catalogue. */
export interface BadgeTip {
  /** The tip's id in the catalogue. */
  readonly id: string;
  /** Keys of its title and its reason in `_locales`. */
  readonly titleKey: string;
  readonly whyKey: string;
  /** Minutes it takes. */
  readonly minutes: number;
  /** The page to open, on https://www.linkedin.com/. */
  readonly address: string;
  /** Points that the pillar lies below the industry's average, more than 0; absent when it does not, or that is not known. */
  readonly belowIndustry?: number;
}

/** What badges are made from: everything of one member. */
export interface BadgeQuestion extends Pick<TipQuestion, 'history' | 'actions' | 'choices' | 'today'> {
  /** In the order they were set. */
  readonly goals: readonly Goal[];
  /** Whether the member wants badges on the page. */
  readonly shown: boolean;
}

/** How many days back a badge's line goes. */
const lineDays = 30;

/** What the badges say of a history that ends with the reading of `today`. Undefined when there is no reading. */
export function badgeNumbers(question: BadgeQuestion): BadgeNumbers | undefined {
  const { history, today, shown, goals } = question;
  const latest = latestReading(history, today);
  if (!latest) return undefined;
  const change = badgeChange(history, 'total', today);
  const goal = currentGoal(goals, 'total');
  const weakest = weakestPillar(latest.scores, latest.average.industry?.scores);
  const tip = badgeTip(question, weakest);
  const recent = readingsBetween(history, addDays(today, 1 - lineDays), today);
  return {
    shown,
    ...(change && { change }),
    ...(goal && { goal: { target: goal.target, band: goalBand(latest.total, goal.target) } }),
    weakest,
    ...(tip && { tip }),
    pillars: forEachPillar((pillar) => {
      const pillarChange = badgeChange(history, pillar, today);
      return {
        ...(pillarChange && { change: pillarChange }),
        line: recent.map(({ day, scores }) => [daysBetween(day, today), scores[pillar]] as const),
      };
    }),
  };
}

function badgeChange(history: History, of: Measure, today: LocalDay): BadgeChange | undefined {
  const amount = changeOver(history, of, 7, today)?.amount;
  return amount === undefined ? undefined : { amount, normal: isNormal(amount, normalWeek(history, of, today)) };
}

/** The tip for `pillar`, whatever has its turn elsewhere: the badge stands beside that pillar's number. */
function badgeTip({ history, actions, choices, today }: BadgeQuestion, pillar: Pillar): BadgeTip | undefined {
  const tip = chooseTip({ history, actions, choices, today, pillar })?.tip;
  if (!tip) return undefined;
  const { id, minutes, address } = tip;
  const { toIndustry = 0 } = pillarStandings(history, today)?.[pillar] ?? {};
  return {
    id,
    titleKey: tipTitleKey(tip),
    whyKey: tipWhyKey(tip),
    minutes,
    address,
    ...(toIndustry < 0 && { belowIndustry: -toIndustry }),
  };
}
