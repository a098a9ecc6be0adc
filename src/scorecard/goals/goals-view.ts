import { shown } from '../../core/meaning/change';
import { goalOutlook } from '../../core/meaning/goal-outlook';
import type { Goal } from '../../core/rows/goal';
import { goalProgress } from '../../core/meaning/goal-band';
import { weakestPillar } from '../../core/meaning/weakest-pillar';
import { inOrder, latestReading, valueOf, type History } from '../../core/score/history';
import type { LocalDay } from '../../core/score/local-day';
import { pillarMaximum, type Pillar } from '../../core/score/pillar';
import { pace, paceNeeded } from '../../core/meaning/pace';
import { reachedOn } from '../../core/meaning/reached-on';
import { isStale } from '../../core/meaning/stale';
import { formatComingDay, formatDay } from '../../words/format-day';
import { formatChange, formatScore, formatTarget } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';

export interface GoalView {
  readonly goal: Goal;
  /** "Total 70" */
  readonly name: string;
  /** "63.0 now", "Reached 1 Oct" */
  readonly now: string;
  /** Part of the way, 0 to 1; absent when it is reached. */
  readonly part?: number;
  /** What is left and when it may be there; empty when it is reached. */
  readonly sentences: readonly string[];
}

/** All goals: open ones first, the newest reached after them. `readings` ascend by day. */
export function goalsView(readings: History, goals: readonly Goal[], around: Surroundings): readonly GoalView[] {
  const history = inOrder(readings);
  const views = goals.map((goal) => ({ goal, reached: reachedOn(goal, history) }));
  const open = views.filter(({ reached }) => reached === undefined);
  const done = views.filter(({ reached }) => reached !== undefined).reverse();
  return [...open, ...done].map(({ goal, reached }) => goalView(history, goal, reached, around));
}

function goalView(history: History, goal: Goal, reached: string | undefined, around: Surroundings): GoalView {
  const { say, today, language } = around;
  const latest = latestReading(history, today);
  const of = goal.of === 'total' ? say('scorecard_total') : pillarName(goal.of, say);
  const name = say('goals_name', of, formatTarget(goal.target, language));
  if (reached !== undefined) {
    return { goal, name, now: say('goals_reached', formatDay(reached, today, language)), sentences: [] };
  }
  if (!latest) return { goal, name, now: '', part: 0, sentences: [] };
  const value = valueOf(latest, goal.of);
  return {
    goal,
    name,
    now: say('goals_now', formatScore(shown(value), language)),
    part: goalProgress(value, goal),
    sentences: isStale(latest.day, today)
      ? [say('goals_after_next_reading')]
      : [outlookSentence(history, goal, around), ...neededSentence(history, goal, around)],
  };
}

function outlookSentence(history: History, goal: Goal, { say, today, language }: Surroundings): string {
  const seen = goalOutlook(history, goal, today);
  if (!seen || seen.state === 'reached') return '';
  const toGo = formatScore(seen.toGo, language);
  switch (seen.state) {
    case 'too-early':
      return say('goals_too_few', toGo);
    case 'unsettled':
      return say('goals_unsettled', toGo);
    case 'not-rising':
      return say('goals_not_rising', toGo, formatChange(shown(seen.perWeek * 4), language));
    case 'too-far':
      return say('goals_too_far', toGo, formatScore(shown(seen.perWeek), language));
    case 'rising': {
      const perWeek = formatScore(shown(seen.perWeek), language);
      const [first, around] = [seen.hardlyBefore, seen.atThisPace].map((day) => day && formatComingDay(day, language));
      if (first !== undefined && around !== undefined) return say('goals_rising', toGo, first, perWeek, around);
      if (first !== undefined) return say('goals_hardly_before', toGo, first);
      return around === undefined ? say('goals_to_go', toGo) : say('goals_at_pace', toGo, perWeek, around);
    }
  }
}

/** The pace a date asks for, against the pace there is. Nothing without a date. */
function neededSentence(history: History, goal: Goal, { say, today, language }: Surroundings): readonly string[] {
  if (goal.by === undefined) return [];
  const by = formatDay(goal.by, today, language);
  if (goal.by <= today) return [say('goals_date_passed', by)];
  const needed = paceNeeded(history, goal, goal.by, today);
  if (needed === undefined) return [];
  const has = pace(history, goal.of, today)?.perWeek;
  const needs = formatScore(shown(needed), language);
  return [
    has === undefined
      ? say('goals_needs', by, needs)
      : say('goals_needs_and_has', by, needs, formatChange(shown(has), language)),
  ];
}

/** Goals near enough to be small, in whole points, and so many of them. */
const smallSteps = 3;

/** A goal that could be set for the weakest pillar. */
export interface SmallGoal {
  readonly pillar: Pillar;
  /** The next whole points above where it stands, ascending. */
  readonly targets: readonly number[];
  /** That of the industry, in points as shown; absent where it is not known or lies lower. */
  readonly average?: number;
}

/** A small goal for the weakest pillar, as long as the member has had none for a pillar. Undefined without a reading, and where all are full. */
export function smallGoal(readings: History, goals: readonly Goal[], today: LocalDay): SmallGoal | undefined {
  const latest = latestReading(readings, today);
  if (!latest || isStale(latest.day, today) || goals.some(({ of }) => of !== 'total')) return undefined;
  const averages = latest.average.industry?.scores;
  const pillar = weakestPillar(latest.scores, averages);
  const score = shown(latest.scores[pillar]);
  const targets = Array.from({ length: smallSteps }, (_, index) => Math.floor(score) + 1 + index).filter(
    (target) => target <= pillarMaximum,
  );
  if (targets.length === 0) return undefined;
  const average = averages && shown(averages[pillar]);
  return { pillar, targets, ...(average !== undefined && average > score && { average }) };
}
