import type { Action } from '../core/rows/action';
import { succeed, type Result } from '../core/result';
import type { Database } from './database';
import { changeRow, readRows } from './rows';

/** What the member did, the earliest day first; an empty list when there is nothing. */
export async function readActions(database: Database, member: string): Promise<Result<Action[]>> {
  const actions = await readRows(database, 'actions', member);
  if (!actions.ok) return actions;
  return succeed(
    actions.value.sort((one, other) =>
      one.day < other.day ? -1 : one.day > other.day ? 1 : one.recordedAt - other.recordedAt,
    ),
  );
}

/** Writes an action down, or changes the one with its id. */
export async function writeAction(database: Database, action: Action, now?: number): Promise<Result<void>> {
  return changeRow(database, 'actions', [action.member, action.id], () => action, now);
}

/** Takes an action back; one that is not there does not matter. */
export async function removeAction(
  database: Database,
  action: Pick<Action, 'member' | 'id'>,
  now?: number,
): Promise<Result<void>> {
  return changeRow(database, 'actions', [action.member, action.id], () => undefined, now);
}
