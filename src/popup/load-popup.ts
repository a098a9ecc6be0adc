import { latestDay } from '../core/score/history';
import { addDays, type LocalDay } from '../core/score/local-day';
import { recordDays } from '../core/meaning/outlook-record';
import { isStale } from '../core/meaning/stale';
import { succeed, together, type Result } from '../core/result';
import { isOwnCheckShown } from '../core/own-check-shown';
import { defaultSettings, type Settings } from '../core/settings';
import { hasSiteAccess } from '../platform/site-access';
import { openDatabase, type Database } from '../store/database';
import { readAskedSets } from '../store/read/asked-sets';
import { copyAlone, readCopyAbout } from '../store/read/copy-about';
import { readBesideKeptAside, readKeptAside } from '../store/read/kept-aside';
import { readMembers, readSelectedMember } from '../store/read/members';
import { readPageState } from '../store/read/page-state';
import { noProfile, readProfile } from '../store/read/profile';
import { readOwnChecks } from '../store/read/rows';
import { readSettings } from '../store/read/settings';
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
  // The outlook and its record look further back than any chart of a year.
  const from = range === 'all' ? '' : addDays(today, -recordDays - seldomLonger);
  const profile = member ? await readProfile(database.value, member.id, from) : succeed(noProfile);
  if (!profile.ok) return profile;
  const hasEnded = trouble.ok && trouble.value?.state === 'access-ended';
  const goesOn = hasEnded
    ? await readGoesOn(database.value, member?.id, settings.ok ? settings.value : defaultSettings)
    : succeed(undefined);
  if (!goesOn.ok) return goesOn;
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
      goesOn: goesOn.value,
    },
    theme: settings.ok ? settings.value.theme : 'system',
  });
}

/** What goes on without a score. */
async function readGoesOn(
  database: Database,
  member: string | undefined,
  settings: Settings,
): Promise<Result<NonNullable<PopupData['goesOn']>>> {
  const checks = member === undefined ? succeed([]) : await readOwnChecks(database, member);
  if (!checks.ok) return checks;
  const isShown = isOwnCheckShown(settings, { lacksScore: true, hasBegun: checks.value.length > 0 });
  return succeed(isShown ? { checks: checks.value } : {});
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
