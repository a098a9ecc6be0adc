import type { Goal } from '../core/rows/goal';
import type { LocalDay } from '../core/score/local-day';
import { succeed, type Result } from '../core/result';
import type { Database } from './database';
import { changeRow, readRows } from './rows';

/** The member's goals, reached ones included, the earliest set first; an empty list when there are none. */
export async function readGoals(database: Database, member: string): Promise<Result<Goal[]>> {
  const goals = await readRows(database, 'goals', member);
  if (!goals.ok) return goals;
  return succeed(
    goals.value.sort((one, other) =>
      one.setOn < other.setOn ? -1 : one.setOn > other.setOn ? 1 : one.id < other.id ? -1 : 1,
    ),
  );
}

/** Sets a goal, or changes the one with its id. */
export async function writeGoal(database: Database, goal: Goal, now?: number): Promise<Result<void>> {
  return changeRow(database, 'goals', [goal.member, goal.id], () => goal, now);
}

/** Removes a goal; one that is not there does not matter. */
export async function removeGoal(
  database: Database,
  goal: Pick<Goal, 'member' | 'id'>,
  now?: number,
): Promise<Result<void>> {
  return changeRow(database, 'goals', [goal.member, goal.id], () => undefined, now);
}

/** Writes down that a goal was reached on `day`, unless it was changed, deleted or reached since it was read. Whether it is now. */
export async function markReached(
  database: Database,
  goal: Goal,
  day: LocalDay,
  now: number,
): Promise<Result<boolean>> {
  let reached = false;
  const written = await changeRow(
    database,
    'goals',
    [goal.member, goal.id],
    (stored) => {
      reached = stored?.reachedOn === undefined && stored?.target === goal.target;
      return reached && stored ? { ...stored, reachedOn: day } : stored;
    },
    now,
  );
  return written.ok ? succeed(reached) : written;
}
