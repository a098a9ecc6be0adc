import type { Action } from '../core/rows/action';
import type { TipChoice } from '../core/rows/tip-choice';
import type { Goal } from '../core/rows/goal';
import type { Habit } from '../core/rows/habit';
import type { Plan } from '../core/rows/plan';
import { succeed, type Result } from '../core/result';
import type { Settings } from '../core/settings';
import { forMember } from '../store/write/members';
import { withDatabase, type Database } from '../store/database';

/** Something the member does on this page: what it does to the store. Errors: those of the store; then nothing was changed. */
export type Command = () => Promise<Result<void>>;

/** A command of work that also tells something, which nobody here needs. */
export const commandOf =
  (work: () => Promise<Result<unknown>>): Command =>
  async () => {
    const done = await work();
    return done.ok ? succeed(undefined) : done;
  };

/** What checks and writes rows, loaded when something is written. */
const loadRows = () => import('../store/write/rows');
type Writes = Awaited<ReturnType<typeof loadRows>>;

const onHistory =
  (work: (writes: Writes, database: Database) => Promise<Result<void>>): Command =>
  () =>
    withDatabase(async (database) => work(await loadRows(), database));

/** Writes an action down, or changes the one with its id. */
export const keepAction = (action: Action): Command =>
  onHistory(({ writeAction }, database) => writeAction(database, action));

/** Takes an action back. */
export const dropAction = (action: Action): Command =>
  onHistory(({ removeAction }, database) => removeAction(database, action));

/** Sets a goal, or changes the one with its id. */
export const keepGoal = (goal: Goal): Command => onHistory(({ writeGoal }, database) => writeGoal(database, goal));

/** Removes a goal. */
export const dropGoal = (goal: Goal): Command => onHistory(({ removeGoal }, database) => removeGoal(database, goal));

/** Remembers what the member said of a tip. */
export const keepChoice = (choice: TipChoice): Command =>
  onHistory(({ writeTipChoice }, database) => writeTipChoice(database, choice));

/** Forgets what the member said of a tip. */
export const dropChoice = (choice: Pick<TipChoice, 'member' | 'tip'>): Command =>
  onHistory(({ removeTipChoice }, database) => removeTipChoice(database, choice));

/** Keeps a week's plan. */
export const keepPlan =
  (member: string | undefined, plan: Omit<Plan, 'member'>): Command =>
  () =>
    forMember(member, async (database, id) => (await loadRows()).writePlan(database, { ...plan, member: id }));

/** Forgets a week's plan. */
export const dropPlan = (plan: Pick<Plan, 'member' | 'week'>): Command =>
  onHistory(({ removePlan }, database) => removePlan(database, plan));

/** Ticks a habit of a week, or takes the tick back. */
export const tickHabit =
  (member: string | undefined, week: string, habit: Habit, ticked: boolean): Command =>
  () =>
    forMember(member, async (database, id) =>
      (await loadRows()).tickHabit(database, { member: id, week }, habit, ticked),
    );

/** Changes some settings and leaves the rest as they are stored now. */
export const changeSettings =
  (change: (stored: Settings) => Settings): Command =>
  async () =>
    (await import('../store/write/settings')).changeSettings(change);
