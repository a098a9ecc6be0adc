import { changeOver, nextComparisonDay, shown, weekChange } from '../core/meaning/change';
import { goalProgress } from '../core/meaning/goal-band';
import { goalOutlook } from '../core/meaning/goal-outlook';
import { isNormal, normalWeek } from '../core/meaning/normal-week';
import { reachedOn } from '../core/meaning/reached-on';
import { triedOutlook } from '../core/meaning/outlook-record';
import type { PointRange } from '../core/meaning/series';
import { isStale } from '../core/meaning/stale';
import { weakestPillar } from '../core/meaning/weakest-pillar';
import { currentGoal } from '../core/meaning/current-goal';
import type { Goal } from '../core/rows/goal';
import { dayValues, inOrder, latestDay, latestReading, type History } from '../core/score/history';
import { daysBetween, type LocalDay } from '../core/score/local-day';
import { pillarMaximum, pillars, totalMaximum, type Pillar, type Scores } from '../core/score/pillar';
import type { Snapshot } from '../core/rows/snapshot';
import type { TotalReading } from '../core/rows/total-reading';
import { formatDay, formatWeekday } from '../words/format-day';
import {
  formatChange,
  formatPercent,
  formatScore,
  formatSpan,
  formatTarget,
  formatWhole,
} from '../words/format-number';
import { freshness } from '../words/freshness';
import { goalText, outlookText } from '../words/outlook-text';
import { pillarName, shortPillarName } from '../words/pillar-name';
import type { Surroundings } from '../words/surroundings';

/** What a score is told from. */
export interface ScoreData {
  /** Ascending by day, and as far back as the outlook and its record look. */
  readonly history: History;
  /** Days of which only the total is known, ascending and as far back. */
  readonly totals: readonly TotalReading[];
  /** Day of the very first reading. */
  readonly firstDay: LocalDay | undefined;
  readonly goals: readonly Goal[];
}

export interface PillarRowView {
  readonly pillar: Pillar;
  readonly name: string;
  /** The name, or a shorter one beside the tag of the lowest. */
  readonly shownName: string;
  /** Points of 0 to 25. */
  readonly score: number;
  readonly value: string;
  /** The industry's average in points of 0 to 25; absent when the page did not show it. */
  readonly average?: number;
  readonly weakest: boolean;
  /** Against 7 days before, in points, and whether it means nothing. */
  readonly change?: { readonly points: number; readonly normal: boolean };
  /** The whole row in words. */
  readonly label: string;
}

export interface PillarsView {
  /** "Last reading, Fri 20 Nov": they are of an earlier day than the total. */
  readonly heading?: string;
  /** Empty when no pillar was ever known. */
  readonly rows: readonly PillarRowView[];
  readonly hasAverages: boolean;
  readonly hasChanges: boolean;
}

/** The goal to look at. */
export interface GoalLine {
  readonly id: string;
  /** Points of 0 to 100. */
  readonly target: number;
  /** "Goal 70:" */
  readonly lead: string;
  /** "not expected before 12 Jan" */
  readonly text: string;
  /** The part of the way, 0 to 1, and its two ends: where the score stood when the goal was set, and the goal. */
  readonly part: number;
  readonly from: string;
  readonly to: string;
  /** Since when it is reached, and "Reached 70 in 11 weeks"; absent until then. */
  readonly reached?: { readonly on: LocalDay; readonly praise: string };
}

/** How much, which way, towards what, and where it is weak: the same wherever it stands. */
export interface ScoreView {
  /** Instant and day of the reading, epoch milliseconds. */
  readonly readAt: number;
  readonly day: LocalDay;
  /** Absent where only the total is known. */
  readonly scores?: Scores;
  /** Whole total as LinkedIn prints it. */
  readonly total: string;
  readonly caption: string;
  /**
   * Of the total against 7 days before, in points, and in `title` the day it was compared with. `normal`: it means nothing, in `title` why.
   */
  readonly change?: {
    readonly points: number;
    readonly caption: string;
    readonly title: string;
    readonly normal?: { readonly tag: string; readonly title: string };
  };
  /** "In four weeks: 61 to 68."; absent where nothing may be said. */
  readonly outlook?: string;
  /** In place of a change: "Your starting point", "First weekly change on 23 Oct". */
  readonly note?: string;
  /** Whether a goal can be set: the pillars are known, and there is something above. */
  readonly canGrow: boolean;
  readonly goal?: GoalLine;
  readonly ranks: readonly { readonly value: string; readonly caption: string }[];
  readonly pillars: PillarsView;
  /** There is no reading before it. */
  readonly first: boolean;
  /** It is too long ago to act on. */
  readonly stale: boolean;
}

/** The newest reading in words and numbers, whole or of a total alone. Undefined before the first. */
export function scoreView(data: ScoreData, around: Surroundings): ScoreView | undefined {
  const { say, today, language } = around;
  const { totals, goals } = data;
  // Asked much of below: put in order once.
  const history = inOrder(data.history);
  const latest = latestDay(history, totals);
  if (!latest) return undefined;
  const { first, stale } = ageOf(latest, data, today);
  const whole = 'scores' in latest ? latest : undefined;
  const change = weekChange(dayValues(history, totals, 'total'));
  const normal = whole && normalWeek(history, 'total');
  const next = whole && nextComparisonDay(history, today);
  const goal = currentGoal(goals, 'total');
  const tried = triedOutlook(history, 'total', today);
  const outlook = stale || !whole ? undefined : outlookText(tried, 'total', around);
  const isFirstWeek = data.firstDay !== undefined && daysBetween(data.firstDay, latest.day) < 7;
  const note = first
    ? say('popup_starting_point')
    : next !== undefined && !stale
      ? say(isFirstWeek ? 'popup_first_comparison' : 'popup_next_comparison', formatDay(next, today, language))
      : undefined;
  return {
    readAt: latest.readAt,
    day: latest.day,
    ...(whole && { scores: whole.scores }),
    canGrow: whole !== undefined && shown(whole.total) < totalMaximum,
    total: formatWhole(whole ? whole.shownTotal : latest.total, language),
    caption: say('popup_of_100', formatWhole(totalMaximum, language)),
    ...(change
      ? {
          change: {
            points: change.amount,
            caption: say(stale ? 'change_7_days_before' : 'change_7_days'),
            title: say('change_compared_with', formatWeekday(change.from, today, language)),
            ...(normal &&
              change.amount !== 0 &&
              isNormal(change.amount, normal) && { normal: normalTag(normal, around) }),
          },
        }
      : note !== undefined && { note }),
    ...(outlook !== undefined && { outlook }),
    ...(goal && { goal: goalLine(goal, { history, latest, stale }, around) }),
    ranks: (['industry', 'network'] as const).flatMap((group) => {
      const rank = latest.rank[group];
      return rank === undefined
        ? []
        : [{ value: say('popup_rank', formatPercent(rank, language)), caption: say(`popup_rank_${group}`) }];
    }),
    pillars: pillarsView(history, whole, around),
    first,
    stale,
  };
}

function goalLine(
  goal: Goal,
  { history, latest, stale }: { history: History; latest: Snapshot | TotalReading; stale: boolean },
  around: Surroundings,
): GoalLine {
  const { say, today, language } = around;
  const target = formatTarget(goal.target, language);
  const of = {
    id: goal.id,
    target: goal.target,
    lead: say('goal_lead', target),
    from: formatTarget(shown(goal.from), language),
    to: target,
  };
  const on = reachedOn(goal, history);
  if (on !== undefined) {
    const weeks = Math.max(1, Math.round(daysBetween(goal.setOn, on) / 7));
    const praise = say('goal_reached_in', target, formatSpan(weeks, 'week', language));
    return { ...of, text: goalText({ state: 'reached', on }, around), part: 1, reached: { on, praise } };
  }
  const seen = stale || !('scores' in latest) ? undefined : goalOutlook(history, goal, today);
  return {
    ...of,
    text: seen ? goalText(seen, around) : say('goal_after_next_reading'),
    part: goalProgress(latest.total, goal),
  };
}

/** The tag of a change that means nothing, and why. */
function normalTag({ low, high }: PointRange, { say, language }: Surroundings): { tag: string; title: string } {
  return {
    tag: say('change_normal'),
    title: say('change_normal_title', formatChange(low, language), formatChange(high, language)),
  };
}

/** How old the newest reading is, in words ("Updated today, 09:14"), and whether it is too old. Undefined before the first. */
export function readView(
  data: Pick<ScoreData, 'history' | 'totals' | 'firstDay'>,
  { failedSince }: { readonly failedSince: boolean },
  around: Surroundings,
): { readonly text: string; readonly late: boolean } | undefined {
  const latest = latestDay(data.history, data.totals);
  if (!latest) return undefined;
  const { first, stale } = ageOf(latest, data, around.today);
  const which = failedSince || stale ? 'last' : first ? 'first' : 'latest';
  return { text: freshness({ ...latest, ...around, which }, around.say), late: stale && !failedSince };
}

function ageOf(latest: { readonly day: LocalDay }, { firstDay }: Pick<ScoreData, 'firstDay'>, today: LocalDay) {
  return { first: firstDay === latest.day, stale: isStale(latest.day, today) };
}

/** The pillars of the newest day, or where only its total is known of the last whole reading. */
function pillarsView(history: History, newest: Snapshot | undefined, around: Surroundings): PillarsView {
  const { say, language, today } = around;
  const latest = newest ?? latestReading(history);
  if (!latest) return { rows: [], hasAverages: false, hasChanges: false };
  const averages = latest.average.industry?.scores;
  const lowest = weakestPillar(latest.scores, averages);
  // Where all are full none is weak.
  const weakest = shown(latest.scores[lowest]) < pillarMaximum ? lowest : undefined;
  const rows = pillars.map((pillar): PillarRowView => {
    const points = newest && changeOver(history, pillar, 7)?.amount;
    const normal = points !== undefined && isNormal(points, normalWeek(history, pillar));
    const average = averages?.[pillar];
    const name = pillarName(pillar, say);
    const value = formatScore(shown(latest.scores[pillar]), language);
    return {
      pillar,
      name,
      shownName: pillar === weakest ? shortPillarName(pillar, say) : name,
      score: Math.min(latest.scores[pillar], pillarMaximum),
      value,
      weakest: pillar === weakest,
      ...(average !== undefined && { average }),
      ...(points !== undefined && { change: { points, normal } }),
      label: [
        say('popup_pillar_label', name, value),
        ...(average === undefined ? [] : [say('popup_pillar_average', formatScore(shown(average), language))]),
        ...(points === undefined ? [] : [say('popup_pillar_change', formatChange(points, language))]),
        ...(normal && points !== 0 ? [say('change_normal_for_you')] : []),
        ...(pillar === weakest ? [say('popup_weakest')] : []),
      ].join(say('list_comma')),
    };
  });
  return {
    ...(!newest && { heading: say('popup_last_reading', formatWeekday(latest.day, today, language)) }),
    rows,
    hasAverages: averages !== undefined,
    hasChanges: rows.some(({ change }) => change !== undefined),
  };
}
