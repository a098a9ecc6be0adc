import { shown } from '../core/change';
import type { Goal } from '../core/goal';
import { goalBand } from '../core/goal-band';
import { valueOf, type History, type Measure } from '../core/history';
import type { LocalDay } from '../core/local-day';

/** The goal to draw for a measure: the newest that is not reached, else the one set last. Undefined when none was set. */
export function goalFor(goals: readonly Goal[], of: Measure): Goal | undefined {
  const own = goals.filter((goal) => goal.of === of);
  return own.findLast((goal) => goal.reachedOn === undefined) ?? own.at(-1);
}

/**
 * The day a goal was reached: as kept, or else the first day since it was set whose reading shows the target or more. Undefined while
 * there is none. `history` ascends by day.
 */
export function reachedOn(goal: Goal, history: History): LocalDay | undefined {
  if (goal.reachedOn !== undefined) return goal.reachedOn;
  return history.find(
    (reading) => reading.day >= goal.setOn && goalBand(shown(valueOf(reading, goal.of)), goal.target) === 'reached',
  )?.day;
}
