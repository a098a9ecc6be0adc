import type { Action } from '../core/rows/action';
import type { Result } from '../core/result';
import { keysOf, type Database } from './database';
import { deleteRow, putRow } from './rows';
import { withStorage } from './storage-error';

/** What the member did, the earliest day first; an empty list when there is nothing. */
export async function readActions(database: Database, member: string): Promise<Result<Action[]>> {
  return withStorage(async () => {
    const actions = await database.connection.getAll('actions', keysOf(member));
    return actions.sort((one, other) =>
      one.day < other.day ? -1 : one.day > other.day ? 1 : one.recordedAt - other.recordedAt,
    );
  });
}

/** Writes an action down, or changes the one with its id. */
export async function writeAction(database: Database, action: Action): Promise<Result<void>> {
  return putRow(database, 'actions', action);
}

/** Takes an action back; one that is not there does not matter. */
export async function removeAction(database: Database, action: Pick<Action, 'member' | 'id'>): Promise<Result<void>> {
  return deleteRow(database, 'actions', [action.member, action.id]);
}
