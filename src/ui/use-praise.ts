import type { LocalDay } from '../core/score/local-day';
import type { GoalLine } from './score-view';
import { useFirstTime } from './use-first-time';

/** Whether the goal was reached today and nobody has said so yet (`isNew`, asked by its id): then it is said, and for the only time. */
export function usePraise(
  goal: GoalLine | undefined,
  today: LocalDay,
  isNew: (id: string) => Promise<boolean>,
): boolean {
  return useFirstTime(goal?.reached?.on === today ? goal.id : undefined, isNew);
}
