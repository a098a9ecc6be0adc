import { addDays, type LocalDay } from '../core/score/local-day';
import type { Snapshot } from '../core/rows/snapshot';
import { isLive } from '../core/rows/tombstone';
import { succeed, type Result } from '../core/result';
import type { Settings } from '../core/settings';
import { hasSiteAccess } from '../platform/site-access';
import { readActions } from '../store/actions';
import { openDatabase, type Database } from '../store/database';
import { readGoals } from '../store/goals';
import { localKeys, readLocal } from '../store/local-storage';
import { readMembers, readSelectedMember } from '../store/members';
import { readPageState } from '../store/page-state';
import { readFirstDay, readLatestSnapshot, readSnapshots } from '../store/read-snapshots';
import { withStorage } from '../store/storage-error';
import { readTipChoices } from '../store/tip-choices';
import { readUnknownHistory } from '../store/unknown-history';
import { readWorkerTrouble } from '../store/worker-trouble';
import { isStale } from '../core/meaning/stale';
import { rangeStart, type ChartRange } from '../ui/history-range';
import { readMissedReminder } from './missed-reminder';
import type { PopupData } from './popup-data';
import { readTheme } from './read-theme';

/** Days before the chart that its trend, the changes and the pace look back on. */
const lookBack = 30;

/** What the popup shows, and in which theme. */
export interface LoadedPopup {
  readonly data: PopupData;
  readonly theme: Settings['theme'];
}

/**
 * Reads from the store what the popup shows with a chart of `range`, and no more: the history before it costs nothing.
 * Errors: those of `openDatabase`.
 */
export async function loadPopup(range: ChartRange, today: LocalDay): Promise<Result<LoadedPopup>> {
  const [database, theme, trouble, waiting, siteAccess, workerTrouble] = await Promise.all([
    openDatabase(),
    readTheme(),
    readPageState(),
    hasWaitingReadings(),
    hasSiteAccess(),
    readWorkerTrouble(),
  ]);
  if (!database.ok) return database;
  const [members, member, keptAside] = await Promise.all([
    readMembers(database.value),
    readSelectedMember(database.value),
    readFirstKeptAside(database.value),
  ]);
  if (!members.ok) return members;
  if (!member.ok) return member;
  if (!keptAside.ok) return keptAside;
  // Only with two profiles can one of them be nameless and the other not.
  const unknownHistory = members.value.length > 1 ? await readUnknownHistory(database.value) : succeed(undefined);
  if (!unknownHistory.ok) return unknownHistory;
  const profile = await loadProfile(database.value, member.value?.id, range, today);
  if (!profile.ok) return profile;
  const latest = profile.value.history.at(-1);
  const reminder =
    latest && (await readMissedReminder({ stale: isStale(latest.day, today), lastReadAt: latest.readAt }, Date.now()));
  return succeed({
    data: {
      ...profile.value,
      reminder,
      members: members.value,
      member: member.value,
      // Not to know why a visit gave no reading is no reason to hide the history.
      trouble: trouble.ok ? trouble.value : undefined,
      keptAside: keptAside.value,
      unknownHistory: unknownHistory.value,
      lostDays: member.value ? undefined : await readLostDays(),
      storeTrouble: database.value.readOnly ? 'storage-newer' : waiting ? 'storage-full' : undefined,
      siteAccess,
      workerTrouble,
    },
    theme,
  });
}

/** The oldest reading that waits for "Whose numbers are these?"; `kept-aside.ts` has the same but brings all of answering with it. */
async function readFirstKeptAside(database: Database): Promise<Result<Snapshot | undefined>> {
  return withStorage(async () => {
    return (await database.connection.getAll('kept-aside')).find(isLive);
  });
}

/** Whether readings wait because the database had no room for them. What they are does not matter here, so nothing checks it. */
async function hasWaitingReadings(): Promise<boolean> {
  const stored = await readLocal(localKeys.pendingReadings);
  return stored.ok && Array.isArray(stored.value) && stored.value.length > 0;
}

/** Days of the automatic copy; undefined without one. */
async function readLostDays(): Promise<number | undefined> {
  const about = await readLocal(localKeys.copyAbout);
  const days: unknown = about.ok ? (about.value as { readonly days?: unknown } | undefined)?.days : undefined;
  return typeof days === 'number' && days > 0 ? days : undefined;
}

type Profile = Pick<PopupData, 'history' | 'firstDay' | 'actions' | 'goals' | 'choices'>;

async function loadProfile(
  database: Database,
  member: string | undefined,
  range: ChartRange,
  today: LocalDay,
): Promise<Result<Profile>> {
  if (member === undefined) return succeed({ history: [], firstDay: undefined, actions: [], goals: [], choices: [] });
  // Three months hold everything that is shown beside the chart.
  const start = rangeStart(range === 'month' ? 'quarter' : range, today, today);
  const from = range === 'all' ? '' : addDays(start, -lookBack);
  const [history, firstDay, latest, actions, goals, choices] = await Promise.all([
    readSnapshots(database, member, { from }),
    readFirstDay(database, member),
    readLatestSnapshot(database, member),
    readActions(database, member),
    readGoals(database, member),
    readTipChoices(database, member),
  ]);
  if (!history.ok) return history;
  if (!firstDay.ok) return firstDay;
  if (!latest.ok) return latest;
  if (!actions.ok) return actions;
  if (!goals.ok) return goals;
  if (!choices.ok) return choices;
  const kept = { firstDay: firstDay.value, actions: actions.value, goals: goals.value, choices: choices.value };
  // Not read for months: what is shown lies around the last reading.
  const before = latest.value && addDays(latest.value.day, -lookBack);
  if (before === undefined || before >= from) return succeed({ ...kept, history: history.value });
  const older = await readSnapshots(database, member, { from: before });
  return older.ok ? succeed({ ...kept, history: older.value }) : older;
}
