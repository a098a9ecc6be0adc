import type { Action } from '../rows/action';
import { tickedHabits } from '../rows/habit';
import type { OwnCheck } from '../rows/own-check';
import type { Plan } from '../rows/plan';
import type { Snapshot } from '../rows/snapshot';
import { planSteps, type PlanStep } from '../advice/week-plan';
import { inOrder, latestReading, readingsBetween, type History, type Measure } from '../score/history';
import { addDays, dayNumber, mondayOf, weekdayOf, type LocalDay } from '../score/local-day';
import { pillars } from '../score/pillar';
import { changeBetween, changeOver } from './change';
import { weeklyDigest, type Digest, type DigestQuestion } from './digest';
import { isNormal, normalWeek } from './normal-week';
import { findRescalings } from './rescaling';
import { rhythmOf, weeklyRhythm, type Rhythm } from './rhythm';

/** How one measure moved, in points with one decimal; `normal` is absent while the member's normal week is not known. */
export interface MeasureMove {
  readonly of: Measure;
  readonly amount: number;
  readonly normal?: boolean;
}

/** What moved in a week. */
export type Moved =
  | { readonly case: 'no-reading' }
  /** Read, but there is no reading a week older to compare with. */
  | { readonly case: 'no-comparison'; readonly to: Snapshot }
  /** LinkedIn rescaled everybody between the two readings: changes say nothing about the member. */
  | { readonly case: 'rescaled'; readonly from: Snapshot; readonly to: Snapshot; readonly on: LocalDay }
  /** The total, then the pillars. */
  | { readonly case: 'moved'; readonly from: Snapshot; readonly to: Snapshot; readonly moves: readonly MeasureMove[] };

/** One week of a member, Monday to Sunday. */
export interface WeeklyReview {
  /** Its Monday. */
  readonly week: LocalDay;
  /** The last of its days that is known: its Sunday, or today. */
  readonly asOf: LocalDay;
  /** What a notification says of it in two sentences. */
  readonly headline: Digest;
  readonly moved: Moved;
  /** What was done, in the order of days. */
  readonly done: readonly Action[];
  /** The actions of its plan; absent when there was none. */
  readonly plan?: readonly PlanStep[];
  /** As it was at the end of the week. */
  readonly rhythm: Rhythm;
}

/** What a review is made from: one member's readings, goals, actions, choices and plans. */
export interface ReviewQuestion extends DigestQuestion {
  readonly plans: readonly Plan[];
}

/** So many weeks are told of, the present one included. */
const reviewedWeeks = 12;

/** The weeks that can be told of on `today`, by their Mondays, the newest first: from the first with a reading or an action on. */
export function weeksToReview({
  history,
  actions,
  today,
}: Pick<ReviewQuestion, 'history' | 'actions' | 'today'>): readonly LocalDay[] {
  const days = [inOrder(history)[0]?.day, ...actions.map(({ day }) => day)].flatMap((day) => day ?? []);
  const first = days.reduce<LocalDay | undefined>(
    (least, day) => (least === undefined || day < least ? day : least),
    undefined,
  );
  if (first === undefined) return [];
  const monday = mondayOf(today);
  return Array.from({ length: reviewedWeeks }, (_, ago) => addDays(monday, -7 * ago)).filter(
    (week) => week >= mondayOf(first),
  );
}

/**
 * The week that begins on the Monday `week`. Of a week that is over it says the same for ever: nothing read later is looked at. It compares readings,
 * and names no cause.
 */
export function weeklyReview({ today, ...question }: ReviewQuestion, week: LocalDay): WeeklyReview {
  const sunday = addDays(week, 6);
  const asOf = sunday < today ? sunday : today;
  const { history, plans } = question;
  const actions = question.actions.filter(({ day }) => day <= asOf);
  const latest = latestReading(history, asOf);
  const to = latest && latest.day >= week ? latest : undefined;
  const plan = plans.find((one) => one.week === week);
  return {
    week,
    asOf,
    headline: to ? weeklyDigest({ ...question, actions, today: asOf }) : { case: 'not-read' },
    moved: to ? movedIn(history, to) : { case: 'no-reading' },
    done: actions
      .filter(({ day }) => day >= week)
      .toSorted((one, other) =>
        one.day < other.day ? -1 : one.day > other.day ? 1 : one.recordedAt - other.recordedAt,
      ),
    ...(plan && { plan: planSteps(plan, actions) }),
    rhythm: weeklyRhythm(history, asOf),
  };
}

function movedIn(history: History, to: Snapshot): Moved {
  const change = changeOver(history, 'total', 7, to.day);
  if (!change) return { case: 'no-comparison', to };
  const { from } = change;
  const on = findRescalings(readingsBetween(history, from.day, to.day)).at(-1);
  if (on !== undefined) return { case: 'rescaled', from, to, on };
  const moves = (['total', ...pillars] as const).map((of): MeasureMove => {
    const { amount } = changeBetween(from, to, of);
    const usual = normalWeek(history, of, to.day);
    return { of, amount, ...(usual && { normal: isNormal(amount, usual) }) };
  });
  return { case: 'moved', from, to, moves };
}

/**
 * The rhythm of a member without a score: weeks up to `asOf` in which something was done, or ticked in the member's own check. Weeks from before they
 * began with that are no misses.
 */
export function rhythmOfDeeds(actions: readonly Action[], checks: readonly OwnCheck[], asOf: LocalDay): Rhythm {
  const ticked = checks.filter((check) => tickedHabits(check) > 0);
  const days = [...actions.map(({ day }) => day), ...ticked.map(({ week }) => week)];
  return rhythmOf(
    days.map(dayNumber).sort((one, other) => one - other),
    asOf,
  );
}

/**
 * The week that is told first on `today`: the present one from its first reading on, or, where access to the score has `ended`, from the first that was
 * done in it; at the latest on its Sunday. Before that the last one. Undefined when there is nothing to tell.
 */
export function reviewedFirst(
  question: Pick<ReviewQuestion, 'history' | 'actions' | 'today'> & { readonly ended: boolean },
): LocalDay | undefined {
  const { history, actions, today, ended } = question;
  const [present, last] = weeksToReview(question);
  if (present === undefined) return undefined;
  const isWithin = (day: LocalDay | undefined) => day !== undefined && day >= present && day <= today;
  const isBegun = isWithin(latestReading(history, today)?.day) || (ended && actions.some(({ day }) => isWithin(day)));
  return isBegun || weekdayOf(today) === 7 ? present : last;
}
