import type { Goal } from '../core/rows/goal';
import type { Result } from '../core/result';
import { keysOf, type Database } from './database';
import { deleteRow, putRow } from './rows';
import { withStorage } from './storage-error';

/** The member's goals, reached ones included, the earliest set first; an empty list when there are none. */
export async function readGoals(database: Database, member: string): Promise<Result<Goal[]>> {
  return withStorage(async () => {
    const goals = await database.connection.getAll('goals', keysOf(member));
    return goals.sort((one, other) =>
      one.setOn < other.setOn ? -1 : one.setOn > other.setOn ? 1 : one.id < other.id ? -1 : 1,
    );
  });
}

/** Sets a goal, or changes the one with its id. */
export async function writeGoal(database: Database, goal: Goal): Promise<Result<void>> {
  return putRow(database, 'goals', goal);
}

/** Removes a goal; one that is not there does not matter. */
export async function removeGoal(database: Database, goal: Pick<Goal, 'member' | 'id'>): Promise<Result<void>> {
  return deleteRow(database, 'goals', [goal.member, goal.id]);
}
