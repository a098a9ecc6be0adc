import { useEffect, useState } from 'preact/hooks';
import type { LocalDay } from '../core/score/local-day';
import { isNewlyReached } from '../store/write/praised-goal';
import type { GoalLine } from '../ui/score-view';

/** Whether the goal was reached today and nobody has said so yet: then it is said, and for the only time. */
export function usePraise(goal: GoalLine | undefined, today: LocalDay): boolean {
  const [praised, setPraised] = useState<string>();
  const id = goal?.reached?.on === today ? goal.id : undefined;
  useEffect(() => {
    if (id === undefined) return;
    void isNewlyReached(id).then((is) => {
      if (is) setPraised(id);
    });
  }, [id]);
  return praised !== undefined && praised === id;
}
