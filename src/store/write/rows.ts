import type { StoreKey } from 'idb';
import type { Action } from '../../core/rows/action';
import type { Goal } from '../../core/rows/goal';
import { withTick, type Habit } from '../../core/rows/habit';
import type { OwnCheck } from '../../core/rows/own-check';
import type { Plan } from '../../core/rows/plan';
import type { StoredRows } from '../../core/rows/row-kinds';
import type { TipChoice } from '../../core/rows/tip-choice';
import { changeInstant, isDeleted, type Tombstone } from '../../core/rows/tombstone';
import { succeed, type Result } from '../../core/result';
import type { LocalDay } from '../../core/score/local-day';
import { writeTogether, type Database } from '../database';
import type { Schema } from '../schema';

/** The kinds of rows that the member makes one by one. */
type OwnRowKind = 'actions' | 'goals' | 'tip-choices' | 'plans' | 'own-checks';

/** A row as the member makes it: when it was changed is the store's to say. */
type Made<Row> = Row extends Tombstone ? never : Omit<Row, 'changedAt'>;

/**
 * Changes the row under `key` in one transaction. `change` gets the row, undefined when there is none, and answers with the row as it shall be:
 * the same one leaves it alone, undefined deletes it, of which a tombstone stays. The later change always wins, also after the clock was
 * set back.
 */
async function changeRow<Kind extends OwnRowKind>(
  database: Database,
  kind: Kind,
  key: StoreKey<Schema, Kind>,
  change: (row: Exclude<StoredRows[Kind], Tombstone> | undefined) => Made<StoredRows[Kind]> | undefined,
  now = Date.now(),
): Promise<Result<void>> {
  return writeTogether(database, [kind], async (transaction) => {
    const store = transaction.objectStore(kind);
    const stored = (await store.get(key)) as StoredRows[Kind] | undefined;
    const before =
      stored === undefined || isDeleted(stored) ? undefined : (stored as Exclude<StoredRows[Kind], Tombstone>);
    const after = change(before);
    if (after === before) return;
    const changedAt = changeInstant(stored?.changedAt, now);
    const [first, second] = Array.isArray(store.keyPath) ? store.keyPath : [];
    const row = after ?? { [first ?? '']: key[0], [second ?? '']: key[1], deleted: true };
    await store.put({ ...row, changedAt } as StoredRows[Kind]);
  });
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
  const change = (stored: Goal | undefined) => {
    reached = stored?.reachedOn === undefined && stored?.target === goal.target;
    return reached && stored ? { ...stored, reachedOn: day } : stored;
  };
  const written = await changeRow(database, 'goals', [goal.member, goal.id], change, now);
  return written.ok ? succeed(reached) : written;
}

/** Remembers a choice; it takes the place of an earlier one of the same tip. */
export async function writeTipChoice(database: Database, choice: TipChoice, now?: number): Promise<Result<void>> {
  return changeRow(database, 'tip-choices', [choice.member, choice.tip], () => choice, now);
}

/** Forgets a choice; one that is not there does not matter. */
export async function removeTipChoice(
  database: Database,
  choice: Pick<TipChoice, 'member' | 'tip'>,
  now?: number,
): Promise<Result<void>> {
  return changeRow(database, 'tip-choices', [choice.member, choice.tip], () => undefined, now);
}

/** Keeps a week's plan; it takes the place of an earlier one of that week. */
export async function writePlan(database: Database, plan: Plan, now?: number): Promise<Result<void>> {
  return changeRow(database, 'plans', [plan.member, plan.week], () => plan, now);
}

/** Forgets a week's plan; one that is not there does not matter. */
export async function removePlan(
  database: Database,
  plan: Pick<Plan, 'member' | 'week'>,
  now?: number,
): Promise<Result<void>> {
  return changeRow(database, 'plans', [plan.member, plan.week], () => undefined, now);
}

/** Ticks a habit of a week, or takes the tick back. One that is as it shall be stays. */
export async function tickHabit(
  database: Database,
  { member, week }: Pick<OwnCheck, 'member' | 'week'>,
  habit: Habit,
  ticked: boolean,
  now?: number,
): Promise<Result<void>> {
  const change = (check: OwnCheck = { member, week, ticks: {}, changedAt: 0 }) => withTick(check, habit, ticked);
  return changeRow(database, 'own-checks', [member, week], change, now);
}
