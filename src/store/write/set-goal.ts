import { currentGoal } from '../../core/meaning/current-goal';
import { reachedOn } from '../../core/meaning/reached-on';
import { wantedGoal } from '../../core/meaning/wanted-goal';
import type { Goal } from '../../core/rows/goal';
import { fail, succeed, type Result } from '../../core/result';
import { inOrder, latestReading, type History } from '../../core/score/history';
import type { LocalDay } from '../../core/score/local-day';
import { withDatabase } from '../database';
import { removeGoal, writeGoal } from './rows';

/** What a goal is set from: readings and goals of one member. */
interface GoalQuestion {
  readonly member: string | undefined;
  readonly history: History;
  readonly goals: readonly Goal[];
}

/**
 * Sets the total's goal to `target`: the one on the way goes on to it from where it began, else a new one begins today. What comes back takes
 * that back. Errors: those of the store; then nothing was changed.
 */
export async function setTotalGoal(
  target: number,
  { member, history, goals }: GoalQuestion,
  today: LocalDay,
): Promise<Result<() => Promise<Result<void>>>> {
  const latest = latestReading(history, today);
  // Without a profile and its reading no goal is asked for.
  if (!latest || member === undefined) return fail('message-refused');
  const current = currentGoal(goals, 'total');
  const before = current && reachedOn(current, inOrder(history)) === undefined ? current : undefined;
  const begins = { from: latest.total, setOn: today };
  const goal = wantedGoal(
    before ?? { id: crypto.randomUUID(), member },
    { of: 'total', target, by: before?.by ?? '' },
    begins,
  );
  return withDatabase(async (database) => {
    const written = await writeGoal(database, goal);
    if (!written.ok) return written;
    return succeed(() => (before ? writeGoal(database, before) : removeGoal(database, goal)));
  });
}
