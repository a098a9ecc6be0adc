import { doneTipId } from '../core/advice/done-tip-id';
import type { Action } from '../core/rows/action';
import type { TipChoice } from '../core/rows/tip-choice';
import type { Goal } from '../core/rows/goal';
import type { LocalDay } from '../core/score/local-day';
import type { Pillar } from '../core/score/pillar';
import type { Result } from '../core/result';
import type { Settings } from '../core/settings';
import { removeAction, removeGoal, removeTipChoice, writeAction, writeGoal, writeTipChoice } from '../store/write/rows';
import { openDatabase, type Database } from '../store/database';
import { changeSettings as changeStoredSettings } from '../store/write/settings';

/** Something the member does on this page: what it does to the store. Errors: those of the store; then nothing was changed. */
export type Command = () => Promise<Result<void>>;

function withDatabase(work: (database: Database) => Promise<Result<void>>): Command {
  return async () => {
    const database = await openDatabase();
    return database.ok ? work(database.value) : database;
  };
}

/** Writes an action down, or changes the one with its id. */
export const keepAction = (action: Action): Command => withDatabase((database) => writeAction(database, action));

/** The action that writes down a tip as done: on `today`, at `now` (epoch milliseconds), for `member`. */
export function tipDone(tip: string, pillar: Pillar, member: string, today: LocalDay, now: number): Action {
  return { kind: 'tip', id: doneTipId(tip, today), member, day: today, pillar, tip, recordedAt: now };
}

/** Takes an action back. */
export const dropAction = (action: Action): Command => withDatabase((database) => removeAction(database, action));

/** Sets a goal, or changes the one with its id. */
export const keepGoal = (goal: Goal): Command => withDatabase((database) => writeGoal(database, goal));

/** Removes a goal. */
export const dropGoal = (goal: Goal): Command => withDatabase((database) => removeGoal(database, goal));

/** Remembers what the member said of a tip. */
export const keepChoice = (choice: TipChoice): Command => withDatabase((database) => writeTipChoice(database, choice));

/** Forgets what the member said of a tip. */
export const dropChoice = (choice: Pick<TipChoice, 'member' | 'tip'>): Command =>
  withDatabase((database) => removeTipChoice(database, choice));

/** Changes some settings and leaves the rest as they are stored now. */
export const changeSettings =
  (change: (stored: Settings) => Settings): Command =>
  () =>
    changeStoredSettings(change);
