import type { Action } from '../core/rows/action';
import type { TipChoice } from '../core/rows/tip-choice';
import type { Goal } from '../core/rows/goal';
import type { History } from '../core/score/history';
import type { Member } from '../core/rows/member';
import { succeed, type Result } from '../core/result';
import { defaultSettings, type Settings } from '../core/settings';
import type { TotalReading } from '../core/rows/total-reading';
import { readActions } from '../store/actions';
import { openDatabase, type Database } from '../store/database';
import { readGoals } from '../store/goals';
import { readMembers, readSelectedMember } from '../store/members';
import { readSettings } from '../store/settings';
import { readSnapshots, readTotals } from '../store/read-snapshots';
import { readWorkerTrouble } from '../store/worker-trouble';
import { readTipChoices } from '../store/tip-choices';

/** Everything stored that the page shows, of the profile it shows. */
export interface ScorecardData {
  /** Every profile, the oldest first. */
  readonly members: readonly Member[];
  /** The profile shown; undefined before the first reading. */
  readonly member: Member | undefined;
  /** All its readings, ascending by day. */
  readonly history: History;
  /** Days of which only the total is known, ascending by day. */
  readonly totals: readonly TotalReading[];
  readonly actions: readonly Action[];
  readonly goals: readonly Goal[];
  readonly choices: readonly TipChoice[];
  readonly settings: Settings;
  /** A newer version of the extension wrote the history: nothing can be changed. */
  readonly readOnly: boolean;
  /** What may be copied of a mistake of ours that the worker met since the last good reading. */
  readonly workerTrouble: string | undefined;
}

/** Reads all of it. Errors: those of `openDatabase`. */
export async function loadScorecard(): Promise<Result<ScorecardData>> {
  const [database, settings, workerTrouble] = await Promise.all([openDatabase(), readSettings(), readWorkerTrouble()]);
  if (!database.ok) return database;
  const [members, member] = await Promise.all([readMembers(database.value), readSelectedMember(database.value)]);
  if (!members.ok) return members;
  if (!member.ok) return member;
  const profile = await loadProfile(database.value, member.value?.id);
  if (!profile.ok) return profile;
  return succeed({
    ...profile.value,
    members: members.value,
    member: member.value,
    settings: settings.ok ? settings.value : defaultSettings,
    readOnly: database.value.readOnly,
    workerTrouble,
  });
}

type Profile = Pick<ScorecardData, 'history' | 'totals' | 'actions' | 'goals' | 'choices'>;

async function loadProfile(database: Database, member: string | undefined): Promise<Result<Profile>> {
  if (member === undefined) return succeed({ history: [], totals: [], actions: [], goals: [], choices: [] });
  const [history, totals, actions, goals, choices] = await Promise.all([
    readSnapshots(database, member),
    readTotals(database, member),
    readActions(database, member),
    readGoals(database, member),
    readTipChoices(database, member),
  ]);
  if (!history.ok) return history;
  if (!totals.ok) return totals;
  if (!actions.ok) return actions;
  if (!goals.ok) return goals;
  if (!choices.ok) return choices;
  return succeed({
    history: history.value,
    totals: totals.value,
    actions: actions.value,
    goals: goals.value,
    choices: choices.value,
  });
}
