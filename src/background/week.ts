import type { Action } from '../core/rows/action';
import type { TipChoice } from '../core/rows/tip-choice';
import { weeklyDigest, type Digest } from '../core/meaning/digest';
import type { Goal } from '../core/rows/goal';
import type { Plan } from '../core/rows/plan';
import { latestReading } from '../core/score/history';
import type { LocalDay } from '../core/score/local-day';
import type { Snapshot } from '../core/rows/snapshot';
import { succeed, together, type Result } from '../core/result';
import { readMade } from '../store/read/rows';
import { openDatabase } from '../store/database';
import { readSelectedMember } from '../store/read/members';
import { readSnapshots } from '../store/read/snapshots';

/** What a reminder tells of a profile. */
export interface Week {
  readonly latest: Snapshot | undefined;
  readonly goals: readonly Goal[];
  readonly history: readonly Snapshot[];
  readonly actions: readonly Action[];
  readonly choices: readonly TipChoice[];
  readonly plans: readonly Plan[];
  /** What the member's organization says of tips with Sales Navigator; absent when it says nothing. */
  readonly salesNavigator?: boolean | undefined;
}

/**
 * Reads what a digest up to `today` is made from, of `member` or else of the profile that the pages show: the whole history, because a milestone is a first time. `latest` is undefined before the
 * first reading. Errors: those of the store.
 */
export async function readWeek(today: LocalDay, member?: string): Promise<Result<Week>> {
  const database = await openDatabase();
  if (!database.ok) return database;
  const selected = member === undefined ? await readSelectedMember(database.value) : succeed({ id: member });
  if (!selected.ok) return selected;
  if (selected.value === undefined)
    return succeed({ latest: undefined, goals: [], history: [], actions: [], choices: [], plans: [] });
  const { id } = selected.value;
  const rows = await together({
    history: readSnapshots(database.value, id, { to: today }),
    ...readMade(database.value, id),
  });
  return rows.ok ? succeed({ ...rows.value, latest: latestReading(rows.value.history, today) }) : rows;
}

/** The digest of a week, leaving out the goals that were told already. */
export function digestOf(week: Week, today: LocalDay, toldGoals: readonly string[] = []): Digest {
  return weeklyDigest({ ...week, today, goals: week.goals.filter(({ id }) => !toldGoals.includes(id)) });
}
