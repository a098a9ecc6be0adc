import type { Action } from '../../core/rows/action';
import type { Goal } from '../../core/rows/goal';
import type { OwnCheck } from '../../core/rows/own-check';
import type { Plan } from '../../core/rows/plan';
import type { TipChoice } from '../../core/rows/tip-choice';
import type { History } from '../../core/score/history';

/** What the plan and the review of a week are told from. */
export interface WeekData {
  /** Ascending by day, as far back as the outlook and its record look. */
  readonly history: History;
  readonly actions: readonly Action[];
  readonly choices: readonly TipChoice[];
  /** What the member's organization says of tips with Sales Navigator; absent when it says nothing. */
  readonly salesNavigator?: boolean | undefined;
  readonly goals: readonly Goal[];
  /** Both by their weeks, the earliest first. */
  readonly plans: readonly Plan[];
  readonly checks: readonly OwnCheck[];
}

/** Of who has no profile yet. */
export const noWeek: WeekData = { history: [], actions: [], choices: [], goals: [], plans: [], checks: [] };

/** A plan as it is chosen: whose it is, is known where it is kept. */
export type ChosenPlan = Omit<Plan, 'member'>;
