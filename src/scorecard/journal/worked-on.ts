import type { Action } from '../../core/rows/action';
import { daysBetween, type LocalDay } from '../../core/score/local-day';
import type { Pillar } from '../../core/score/pillar';

/** A pillar is worked on while its last action is not older than so many days. */
const workedOnFor = 14;

/** The pillar that a new note is most likely for: that of the newest action. Undefined where that is of none, and when it is long ago. */
export function workedOn(actions: readonly Action[], today: LocalDay): Pillar | undefined {
  const newest = actions.reduce<Action | undefined>(
    (last, action) => (last && last.day > action.day ? last : action),
    undefined,
  );
  return newest && daysBetween(newest.day, today) <= workedOnFor ? newest.pillar : undefined;
}
