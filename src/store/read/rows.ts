import type { Action } from '../../core/rows/action';
import type { Goal } from '../../core/rows/goal';
import type { OwnCheck } from '../../core/rows/own-check';
import type { Plan } from '../../core/rows/plan';
import type { MemberRowKind, StoredRows } from '../../core/rows/row-kinds';
import type { TipChoice } from '../../core/rows/tip-choice';
import { isLive, type Tombstone } from '../../core/rows/tombstone';
import { succeed, type Result } from '../../core/result';
import { readManaged } from '../../platform/managed-policy';
import { keysOf, readTransaction, type Database } from '../database';
import { withStorage } from '../storage-error';

/** Every row of a kind that was not deleted, of one member or of all; an empty list when there are none. */
export async function readRows<Kind extends MemberRowKind>(
  database: Database,
  kind: Kind,
  member?: string,
): Promise<Result<Exclude<StoredRows[Kind], Tombstone>[]>> {
  return withStorage(async () => {
    const rows = await readTransaction(database)
      .objectStore(kind)
      .getAll(member === undefined ? undefined : keysOf(member));
    return (rows as StoredRows[Kind][]).filter(isLive);
  });
}

/** What the member did, the earliest day first. */
export async function readActions(database: Database, member: string): Promise<Result<Action[]>> {
  const actions = await readRows(database, 'actions', member);
  return actions.ok
    ? succeed(actions.value.sort((one, other) => order(one.day, other.day) || one.recordedAt - other.recordedAt))
    : actions;
}

/** The member's goals, reached ones included, the earliest set first. */
export async function readGoals(database: Database, member: string): Promise<Result<Goal[]>> {
  const goals = await readRows(database, 'goals', member);
  return goals.ok
    ? succeed(goals.value.sort((one, other) => order(one.setOn, other.setOn) || order(one.id, other.id)))
    : goals;
}

/** What the member said of tips other than "done". */
export async function readTipChoices(database: Database, member: string): Promise<Result<TipChoice[]>> {
  return readRows(database, 'tip-choices', member);
}

/** The member's plans, the earliest week first. */
export async function readPlans(database: Database, member: string): Promise<Result<Plan[]>> {
  return readRows(database, 'plans', member);
}

/** What the member ticked themselves, the earliest week first. */
export async function readOwnChecks(database: Database, member: string): Promise<Result<OwnCheck[]>> {
  return readRows(database, 'own-checks', member);
}

/** Asks for all that the member made, and for what their organization says of tips with Sales Navigator, for `together`. */
export function readMade(database: Database, member: string) {
  return {
    actions: readActions(database, member),
    goals: readGoals(database, member),
    choices: readTipChoices(database, member),
    plans: readPlans(database, member),
    salesNavigator: readManaged().then(({ salesNavigator }) => succeed(salesNavigator)),
  };
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
