import { useEffect, useState } from 'preact/hooks';
import type { LocalDay } from '../core/score/local-day';
import type { GoalLine } from './score-view';

/** Whether the goal was reached today and nobody has said so yet (`isNew`, asked by its id): then it is said, and for the only time. */
export function usePraise(
  goal: GoalLine | undefined,
  today: LocalDay,
  isNew: (id: string) => Promise<boolean>,
): boolean {
  const [praised, setPraised] = useState<string>();
  const id = goal?.reached?.on === today ? goal.id : undefined;
  useEffect(() => {
    if (id === undefined) return;
    void isNew(id).then((is) => {
      if (is) setPraised(id);
    });
  }, [id]);
  return praised !== undefined && praised === id;
}
