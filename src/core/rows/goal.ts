import type { LocalDay } from '../score/local-day';
import type { Pillar } from '../score/pillar';

/** A score the member wants to reach. */
export interface Goal {
  readonly id: string;
  readonly member: string;
  readonly of: 'total' | Pillar;
  /** The score to reach: points of 0 to 100 for the total, of 0 to 25 for a pillar. */
  readonly target: number;
  /** The score on the day it was set, in the same points. */
  readonly from: number;
  readonly setOn: LocalDay;
  /** The day the member wants to be there; absent when they named none. */
  readonly by?: LocalDay;
  /** The day it was reached; absent until then. Reached goals are kept. */
  readonly reachedOn?: LocalDay;
}

/** The goal to look at for a measure, of `goals` in the order they were set: the newest not reached yet, else the one set last. Undefined when none was set. */
export function currentGoal(goals: readonly Goal[], of: Goal['of']): Goal | undefined {
  const own = goals.filter((goal) => goal.of === of);
  return own.findLast((goal) => goal.reachedOn === undefined) ?? own.at(-1);
}
