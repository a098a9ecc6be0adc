import { latestDay } from '../core/score/history';
import { addDays, type LocalDay } from '../core/score/local-day';
import { recordDays } from '../core/meaning/outlook-record';
import { isStale } from '../core/meaning/stale';
import { succeed, together, type Result } from '../core/result';
import type { Settings } from '../core/settings';
import { hasSiteAccess } from '../platform/site-access';
import { openDatabase, type Database } from '../store/database';
import { readAskedSets } from '../store/read/asked-sets';
import { copyAlone, readCopyAbout } from '../store/read/copy-about';
import { readBesideKeptAside, readKeptAside } from '../store/read/kept-aside';
import { readMembers, readSelectedMember } from '../store/read/members';
import { readPageState } from '../store/read/page-state';
import { readMade } from '../store/read/rows';
import { readSettings } from '../store/read/settings';
import { readFirstDay, readLatestSnapshot, readLatestTotal, readSnapshots, readTotals } from '../store/read/snapshots';
import { readUnknownHistory } from '../store/read/unknown-history';
import { hasWaitingReadings } from '../store/read/waiting-readings';
import { readWorkerTrouble } from '../store/read/worker-trouble';
import type { ChartRange } from '../ui/history-range';
import { readMissedReminder } from './missed-reminder';
import type { PopupData } from './popup-data';

/** The last reading is seldom older than so many days. */
const seldomLonger = 31;

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
  const [database, settings, trouble, waiting, siteAccess, workerTrouble] = await Promise.all([
    openDatabase(),
    readSettings(),
    readPageState(),
    hasWaitingReadings(),
    hasSiteAccess(),
    readWorkerTrouble(),
  ]);
  if (!database.ok) return database;
  const lost = trouble.ok && trouble.value?.state === 'not-recognised' ? trouble.value : undefined;
  const asked = await together({
    asked: lost ? readAskedSets(lost.at) : Promise.resolve(succeed(undefined)),
    members: readMembers(database.value),
    member: readSelectedMember(database.value),
    question: readQuestion(database.value),
  });
  if (!asked.ok) return asked;
  const { members, member, question } = asked.value;
  // Only with two profiles can one of them be nameless and the other not.
  const unknownHistory = members.length > 1 ? await readUnknownHistory(database.value) : succeed(undefined);
  if (!unknownHistory.ok) return unknownHistory;
  const profile = await loadProfile(database.value, member?.id, range, today);
  if (!profile.ok) return profile;
  const latest = latestDay(profile.value.history, profile.value.totals);
  const reminder =
    latest && (await readMissedReminder({ stale: isStale(latest.day, today), lastReadAt: latest.readAt }, Date.now()));
  return succeed({
    data: {
      ...profile.value,
      reminder,
      members,
      member,
      // Not to know why a visit gave no reading is no reason to hide the history.
      trouble: trouble.ok ? trouble.value : undefined,
      asked: asked.value.asked,
      ...question,
      unknownHistory: unknownHistory.value,
      lostDays: member ? undefined : await readLostDays(),
      storeTrouble: database.value.readOnly ? 'storage-newer' : waiting ? 'storage-full' : undefined,
      siteAccess,
      workerTrouble,
    },
    theme: settings.ok ? settings.value.theme : 'system',
  });
}

/** The oldest reading that waits for "Whose numbers are these?", with the last one of the profile it seemed not to fit. */
async function readQuestion(database: Database): Promise<Result<Pick<PopupData, 'keptAside' | 'besideKeptAside'>>> {
  const asked = await readKeptAside(database);
  if (!asked.ok) return asked;
  const [keptAside] = asked.value;
  if (!keptAside) return succeed({ keptAside });
  const beside = await readBesideKeptAside(database);
  return beside.ok ? succeed({ keptAside, besideKeptAside: beside.value }) : beside;
}

/** Days of the automatic copy; undefined without one. Not while it is renewed: it may still have what was just deleted. */
async function readLostDays(): Promise<number | undefined> {
  const about = await copyAlone(readCopyAbout);
  const days = about.ok ? about.value?.days : undefined;
  return days === 0 ? undefined : days;
}

type Profile = Pick<PopupData, 'history' | 'totals' | 'firstDay' | 'actions' | 'goals' | 'choices'>;

async function loadProfile(
  database: Database,
  member: string | undefined,
  range: ChartRange,
  today: LocalDay,
): Promise<Result<Profile>> {
  if (member === undefined) {
    return succeed({ history: [], totals: [], firstDay: undefined, actions: [], goals: [], choices: [] });
  }
  // The outlook and its record look further back than any chart of a year.
  const from = range === 'all' ? '' : addDays(today, -recordDays - seldomLonger);
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
