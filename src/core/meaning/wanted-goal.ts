import type { Goal } from '../rows/goal';
import type { Measure } from '../score/history';

/** What the member asks for. */
export interface WantedGoal {
  readonly of: Measure;
  readonly target: number;
  /** Empty when no date is wanted. */
  readonly by: string;
}

/**
 * A new goal, or the changed one with all that the form does not ask for, as the member wants it. Another target of the same measure keeps its
 * way so far; another measure starts again, where `begins` says. It is not reached until it is reached again.
 */
export function wantedGoal(
  before: Goal | Pick<Goal, 'id' | 'member'>,
  { of, target, by }: WantedGoal,
  begins: Pick<Goal, 'from' | 'setOn'>,
): Goal {
  const way = 'of' in before && before.of === of ? { from: before.from, setOn: before.setOn } : begins;
  const goal: { -readonly [Field in keyof Goal]: Goal[Field] } = { ...before, ...way, of, target };
  delete goal.by;
  delete goal.reachedOn;
  return by === '' ? goal : { ...goal, by };
}
