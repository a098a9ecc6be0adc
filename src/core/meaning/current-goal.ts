import type { Goal } from '../rows/goal';

/** The goal to look at for a measure, of `goals` in the order they were set: the newest not reached yet, else the one set last. Undefined when none was set. */
export function currentGoal(goals: readonly Goal[], of: Goal['of']): Goal | undefined {
  const own = goals.filter((goal) => goal.of === of);
  return own.findLast((goal) => goal.reachedOn === undefined) ?? own.at(-1);
}
