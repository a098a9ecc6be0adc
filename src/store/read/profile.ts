import { recordDays } from '../../core/meaning/outlook-record';
import type { Action } from '../../core/rows/action';
import type { Goal } from '../../core/rows/goal';
import type { Plan } from '../../core/rows/plan';
import type { TipChoice } from '../../core/rows/tip-choice';
import type { TotalReading } from '../../core/rows/total-reading';
import { succeed, together, type Result } from '../../core/result';
import { latestDay, type History } from '../../core/score/history';
import { addDays, type LocalDay } from '../../core/score/local-day';
import type { Database } from '../database';
import { readMade } from './rows';
import { readFirstDay, readLatestSnapshot, readLatestTotal, readSnapshots, readTotals } from './snapshots';

/** What a page tells of one profile. */
export interface Profile {
  /** Its readings, ascending by day. */
  readonly history: History;
  /** Its days of which only the total is known, of the same stretch. */
  readonly totals: readonly TotalReading[];
  /** Day of its very first reading; undefined when it has none. */
  readonly firstDay: LocalDay | undefined;
  readonly actions: readonly Action[];
  readonly goals: readonly Goal[];
  readonly choices: readonly TipChoice[];
  /** By their weeks, the earliest first. */
  readonly plans: readonly Plan[];
  /** What the member's organization says of tips with Sales Navigator; absent when it says nothing. */
  readonly salesNavigator?: boolean | undefined;
}

/** Of nobody: before the first reading. */
export const noProfile: Profile = {
  history: [],
  totals: [],
  firstDay: undefined,
  actions: [],
  goals: [],
  choices: [],
  plans: [],
};

/**
 * A member's profile with what is known of days from `from` on (empty: of all); and where nothing was read since, with as many days around the last
 * reading as the outlook and its record look back. Errors: those of the store.
 */
export async function readProfile(database: Database, member: string, from: LocalDay): Promise<Result<Profile>> {
  const rows = await together({
    ...daysFrom(database, member, from),
    firstDay: readFirstDay(database, member),
    latest: readLatestSnapshot(database, member),
    latestAlone: readLatestTotal(database, member),
    ...readMade(database, member),
  });
  if (!rows.ok) return rows;
  const { latest, latestAlone, ...profile } = rows.value;
  // Not read for months: what is shown lies around the last reading.
  const newest = latestDay(latest ? [latest] : [], latestAlone ? [latestAlone] : []);
  const before = newest && addDays(newest.day, -recordDays);
  const older =
    before === undefined || before >= from
      ? succeed({})
      : await together<Pick<Profile, 'history' | 'totals'>>(daysFrom(database, member, before));
  if (!older.ok) return older;
  const all: Profile = { ...profile, ...older.value };
  // Where only totals came since, the last pillars that are known are older still.
  return succeed(all.history.length === 0 && latest ? { ...all, history: [latest] } : all);
}

/** Asks for what is known of days from `from` on, for `together`. */
function daysFrom(database: Database, member: string, from: string) {
  return { history: readSnapshots(database, member, { from }), totals: readTotals(database, member, { from }) };
}
