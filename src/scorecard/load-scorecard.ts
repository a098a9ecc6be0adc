import type { Action } from '../core/rows/action';
import type { TipChoice } from '../core/rows/tip-choice';
import type { Goal } from '../core/rows/goal';
import type { OwnCheck } from '../core/rows/own-check';
import type { Plan } from '../core/rows/plan';
import { recordDays } from '../core/meaning/outlook-record';
import { inOrder, type History } from '../core/score/history';
import { addDays, type LocalDay } from '../core/score/local-day';
import type { Member } from '../core/rows/member';
import { succeed, together, type Result } from '../core/result';
import type { SettingsInForce } from '../core/managed';
import { defaultSettings } from '../core/settings';
import type { TotalReading } from '../core/rows/total-reading';
import { noProfile, readProfile } from '../store/read/profile';
import { readOwnChecks } from '../store/read/rows';
import { openDatabase } from '../store/database';
import { readMembers, readSelectedMember } from '../store/read/members';
import { hasPeople } from '../store/read/has-people';
import { readSettings } from '../store/read/settings';
import { readManySnapshots, readTotals } from '../store/read/snapshots';
import { readWorkerTrouble } from '../store/read/worker-trouble';

/** Everything stored that the page shows, of the profile it shows. */
export interface ScorecardData {
  /** Every profile, the oldest first. */
  readonly members: readonly Member[];
  /** The profile shown; undefined before the first reading. */
  readonly member: Member | undefined;
  /** All its readings, ascending by day; of a long history at first the recent ones alone: see `isWhole`. */
  readonly history: History;
  /** Those of its readings that the score is told from, here as in popup and panel. */
  readonly recent: History;
  /** Whether `history` and `totals` are all there is. */
  readonly isWhole: boolean;
  /** The first day of which anything is known; undefined when there is none. */
  readonly firstDay: LocalDay | undefined;
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

/** Further back than an outlook and its record look, in days: the line of the chart is joined as the readings around a gap ask. */
const further = 60;

/** With fewer, what is drawn of them may depend on those before. */
const fewestRecent = 100;

/** Reads all of it. Errors: those of `openDatabase`. */
export async function loadScorecard(today: LocalDay): Promise<Result<ScorecardData>> {
  const recent = await loadRecent(today);
  return recent.ok ? loadRest(recent.value) : recent;
}

/** Reads what can be shown first: of a long history the recent days alone, where they are enough to draw. Errors: those of `openDatabase`. */
export async function loadRecent(today: LocalDay): Promise<Result<ScorecardData>> {
  const [database, settings, workerTrouble] = await Promise.all([openDatabase(), readSettings(), readWorkerTrouble()]);
  if (!database.ok) return database;
  const profiles = await together({
    members: readMembers(database.value),
    member: readSelectedMember(database.value),
    hasPeople: hasPeople(database.value),
  });
  if (!profiles.ok) return profiles;
  const member = profiles.value.member?.id;
  const from = addDays(today, -recordDays - further);
  const known =
    member === undefined
      ? succeed({ profile: noProfile, checks: [] })
      : await together({
          profile: readProfile(database.value, member, from),
          checks: readOwnChecks(database.value, member),
        });
  if (!known.ok) return known;
  const { profile, checks } = known.value;
  const recent = inOrder(profile.history);
  const data: ScorecardData = {
    ...profile,
    checks,
    ...profiles.value,
    history: recent,
    recent,
    isWhole: profile.firstDay === undefined || profile.firstDay >= from,
    settings: settings.ok ? settings.value : { ...defaultSettings, managed: {} },
    readOnly: database.value.readOnly,
    workerTrouble,
  };
  return recent.length >= fewestRecent ? succeed(data) : loadRest(data);
}

/** `data` with all there is of its history. Errors: those of `openDatabase`. */
export async function loadRest(data: ScorecardData): Promise<Result<ScorecardData>> {
  const { recent, isWhole } = data;
  const member = data.member?.id;
  if (isWhole || member === undefined) return succeed(data);
  const database = await openDatabase();
  if (!database.ok) return database;
  const [oldest] = recent;
  const rest = await together({
    older: readManySnapshots(database.value, member, oldest ? { to: addDays(oldest.day, -1) } : {}),
    totals: readTotals(database.value, member),
  });
  if (!rest.ok) return rest;
  const { older, totals } = rest.value;
  return succeed({ ...data, history: inOrder([...older, ...recent]), totals, isWhole: true });
}
