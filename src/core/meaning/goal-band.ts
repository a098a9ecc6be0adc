import { shown } from './change';
import type { Goal } from '../rows/goal';

/** Where a value stands before its goal: "On the way to 70", "Almost at 70" (within 1.0), "70 reached". */
export type GoalBand = 'on-the-way' | 'almost' | 'reached';

/** The band of a value (in the goal's points) towards a target, by its shown value. Reached is shown to be at the target or above. */
export function goalBand(value: number, target: number): GoalBand {
  const toGo = shown(target - shown(value));
  return toGo <= 0 ? 'reached' : toGo <= 1 ? 'almost' : 'on-the-way';
}

/**
 * The part of the way from the score on the day the goal was set to the goal, 0 to 1: (value − from) / (target − from). 0 below the start,
 * 1 from the target on.
 */
export function goalProgress(value: number, goal: Pick<Goal, 'from' | 'target'>): number {
  if (goalBand(value, goal.target) === 'reached') return 1;
  if (goal.target <= goal.from) return 0;
  return Math.min(1, Math.max(0, (shown(value) - shown(goal.from)) / (goal.target - shown(goal.from))));
}
