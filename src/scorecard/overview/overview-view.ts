import { changeOver, nextComparisonDay } from '../../core/meaning/change';
import { chooseTip, otherTips } from '../../core/advice/choose-tip';
import { forecast } from '../../core/meaning/forecast';
import { currentGoal } from '../../core/meaning/current-goal';
import { isStale } from '../../core/meaning/stale';
import { goalProgress } from '../../core/meaning/goal-band';
import { latestReading, valueOf } from '../../core/score/history';
import type { Pillar, Scores } from '../../core/score/pillar';
import { tipTitleKey } from '../../core/advice/tips';
import { formatDay, formatWeekday } from '../../words/format-day';
import { formatPercent, formatTarget, formatWhole } from '../../words/format-number';
import { freshness } from '../../words/freshness';
import { forecastText } from '../../words/forecast-text';
import { pillarName } from '../../words/pillar-name';
import { whyNow } from '../../words/why-now';
import type { ScorecardData } from '../load-scorecard';
import type { Surroundings } from '../../words/surroundings';

/** The one thing to do next. */
export interface TipView {
  readonly id: string;
  readonly pillar: Pillar;
  /** "Weakest: Right people", "Tip for Insights" */
  readonly heading: string;
  readonly minutes: string;
  readonly title: string;
  readonly why: string;
  readonly address: string;
  readonly hasOther: boolean;
}

export interface OverviewView {
  readonly scores: Scores;
  /** Whole total as LinkedIn prints it. */
  readonly total: string;
  readonly caption: string;
  readonly change?: { readonly points: number; readonly caption: string; readonly title: string };
  /** In place of a change: "Your starting point", "Next comparison on 23 Oct". */
  readonly note?: string;
  readonly goal?: { readonly lead: string; readonly text: string; readonly part: number };
  readonly ranks: readonly { readonly value: string; readonly caption: string }[];
  /** It is too long ago to act on: a new reading is asked for, and there is no tip. */
  readonly stale: boolean;
  readonly tip?: TipView;
}

/** The first card. Undefined before the first reading. `passedOver`: tips that "Another" has shown. */
export function overviewView(
  data: Pick<ScorecardData, 'history' | 'actions' | 'choices' | 'goals'>,
  passedOver: readonly string[],
  around: Surroundings,
): OverviewView | undefined {
  const { say, today, language } = around;
  const { history } = data;
  const latest = latestReading(history);
  if (!latest) return undefined;
  const stale = isStale(latest.day, today);
  const change = changeOver(history, 'total', 7);
  const next = nextComparisonDay(history, today);
  const goal = currentGoal(data.goals, 'total');
  const tip = stale ? undefined : tipView(data, passedOver, around);
  const note =
    history.length === 1
      ? say('popup_starting_point')
      : next !== undefined && !stale
        ? say('popup_next_comparison', formatDay(next, today, language))
        : undefined;
  return {
    scores: latest.scores,
    total: formatWhole(latest.shownTotal, language),
    caption: say('popup_of_100', formatWhole(100, language)),
    ...(change
      ? {
          change: {
            points: change.amount,
            caption: say(stale ? 'change_7_days_before' : 'change_7_days'),
            title: say('change_compared_with', formatWeekday(change.from.day, today, language)),
          },
        }
      : note !== undefined && { note }),
    ...(goal && {
      goal: {
        lead: say('goal_lead', formatTarget(goal.target, language)),
        text: stale ? say('goal_after_next_reading') : forecastText(forecast(history, goal, today), around),
        part: goalProgress(valueOf(latest, 'total'), goal),
      },
    }),
    ranks: (['industry', 'network'] as const).flatMap((group) => {
      const rank = latest.rank[group];
      return rank === undefined
        ? []
        : [{ value: say('popup_rank', formatPercent(rank, language)), caption: say(`popup_rank_${group}`) }];
    }),
    stale,
    ...(tip && { tip }),
  };
}

function tipView(
  data: Pick<ScorecardData, 'history' | 'actions' | 'choices'>,
  passedOver: readonly string[],
  around: Surroundings,
): TipView | undefined {
  const { say, today, language } = around;
  const question = { ...data, today, skip: passedOver };
  const chosen = chooseTip(question);
  if (!chosen) return undefined;
  const name = pillarName(chosen.pillar, say);
  return {
    id: chosen.tip.id,
    pillar: chosen.pillar,
    heading: say(chosen.reason.kind === 'weakest' ? 'scorecard_weakest' : 'tip_card_for', name),
    minutes: say('tip_minutes', formatWhole(chosen.tip.minutes, language)),
    title: say(tipTitleKey(chosen.tip)),
    why: whyNow(chosen, around),
    address: chosen.tip.address,
    hasOther: otherTips(question).length > 0,
  };
}

/** How fresh the newest reading is, for the page's head. Undefined before the first. */
export function headView(
  { history }: Pick<ScorecardData, 'history'>,
  around: Surroundings,
): { readonly text: string; readonly late: boolean } | undefined {
  const latest = latestReading(history);
  if (!latest) return undefined;
  const late = isStale(latest.day, around.today);
  const which = late ? 'last' : history.length === 1 ? 'first' : 'latest';
  return { text: freshness({ ...latest, ...around, which }, around.say), late };
}
