import { useState } from 'preact/hooks';
import type { LocalDay } from '../core/score/local-day';
import type { GoalLine } from './score-view';
import { useFirstTime } from './use-first-time';

/** How the question for the total's goal stands. */
export interface GoalAsked {
  /** The goal was reached today and nobody has said so yet: it is said, and for the only time. */
  readonly praised: boolean;
  /** It is being set: what the member is at, or what is next on the day one was reached. A tip beside it steps back. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Of `goal` on `today`; `isNew` is asked by its id whether it was told before. */
export function useGoalAsked(
  goal: GoalLine | undefined,
  today: LocalDay,
  isNew: (id: string) => Promise<boolean>,
): GoalAsked {
  const [open, setOpen] = useState(false);
  const praised = useFirstTime(goal?.reached?.on === today ? goal.id : undefined, isNew);
  return { praised, open, onOpen: setOpen };
}
