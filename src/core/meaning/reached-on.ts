import { shown } from './change';
import type { Goal } from '../rows/goal';
import { goalBand } from './goal-band';
import { valueOf, type History } from '../score/history';
import type { LocalDay } from '../score/local-day';

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
