import type { Action } from '../core/rows/action';
import type { TipChoice } from '../core/rows/tip-choice';
import type { Goal } from '../core/rows/goal';
import type { OwnCheck } from '../core/rows/own-check';
import type { Plan } from '../core/rows/plan';
import type { History } from '../core/score/history';
import type { Member } from '../core/rows/member';
import { succeed, together, type Result } from '../core/result';
import type { SettingsInForce } from '../core/managed';
import { defaultSettings } from '../core/settings';
import type { TotalReading } from '../core/rows/total-reading';
import { readMade, readOwnChecks } from '../store/read/rows';
import { openDatabase, type Database } from '../store/database';
import { readMembers, readSelectedMember } from '../store/read/members';
import { hasPeople } from '../store/read/has-people';
import { readSettings } from '../store/read/settings';
import { readSnapshots, readTotals } from '../store/read/snapshots';
import { readWorkerTrouble } from '../store/read/worker-trouble';

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
  /** What the member's organization says of tips with Sales Navigator; absent when it says nothing. */
  readonly salesNavigator?: boolean | undefined;
  /** Both by their weeks, the earliest first. */
  readonly plans: readonly Plan[];
  readonly checks: readonly OwnCheck[];
  readonly settings: SettingsInForce;
  /** Whether the member was given somebody's file. */
  readonly hasPeople: boolean;
  /** Nothing can be changed: a newer version of the extension wrote the history, or it is somebody else's. */
  readonly readOnly: boolean;
  /** What may be copied of a mistake of ours that the worker met since the last good reading. */
  readonly workerTrouble: string | undefined;
}

/** Reads all of it. Errors: those of `openDatabase`. */
export async function loadScorecard(): Promise<Result<ScorecardData>> {
  const [database, settings, workerTrouble] = await Promise.all([openDatabase(), readSettings(), readWorkerTrouble()]);
  if (!database.ok) return database;
  const profiles = await together({
    members: readMembers(database.value),
    member: readSelectedMember(database.value),
    hasPeople: hasPeople(database.value),
  });
  if (!profiles.ok) return profiles;
  const profile = await loadProfile(database.value, profiles.value.member?.id);
  if (!profile.ok) return profile;
  return succeed({
    ...profile.value,
    ...profiles.value,
    settings: settings.ok ? settings.value : { ...defaultSettings, managed: {} },
    readOnly: database.value.readOnly,
    workerTrouble,
  });
}

type Profile = Pick<
  ScorecardData,
  'history' | 'totals' | 'actions' | 'goals' | 'choices' | 'salesNavigator' | 'plans' | 'checks'
>;

async function loadProfile(database: Database, member: string | undefined): Promise<Result<Profile>> {
  if (member === undefined) {
    return succeed({ history: [], totals: [], actions: [], goals: [], choices: [], plans: [], checks: [] });
  }
  return together({
    history: readSnapshots(database, member),
    totals: readTotals(database, member),
    ...readMade(database, member),
    checks: readOwnChecks(database, member),
  });
}
