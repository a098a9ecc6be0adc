import { badgeNumbers } from '../core/meaning/badge-numbers';
import { addDays, localDayAt, type LocalDay } from '../core/score/local-day';
import type { Snapshot } from '../core/rows/snapshot';
import { succeed, type Result } from '../core/result';
import { message } from '../platform/i18n';
import type { RecordedBadges, RecordedReading, RecordReading } from '../platform/messages';
import { readActions } from '../store/actions';
import { makeCopyIfDue } from '../store/automatic-copy';
import { openDatabase, type Database } from '../store/database';
import { readGoals } from '../store/goals';
import { memberIdOf } from '../store/member-id';
import { clearPageState } from '../store/page-state';
import { readSettings } from '../store/settings';
import { keepReading } from '../store/pending-readings';
import { readSnapshots } from '../store/read-snapshots';
import { readTipChoices } from '../store/tip-choices';
import { badgeView } from '../words/badge-view';
import { isRightToLeft, sentenceLanguage } from '../words/sentence-language';
import { answering, follow } from './edges';
import { refreshToolbar } from './toolbar';

/** How far back the answer looks, in days: a line of 30, and the reading a week older that today's is compared with. */
const answerDays = 30;

/**
 * Keeps one reading as the snapshot of its member's local day and answers with what the badges should show. `now` is the instant of the
 * message in epoch milliseconds, `timeZone` the member's IANA zone. Errors: those of the store, and then nothing was kept.
 */
export async function recordReading(
  { numbers, memberNumber, age = 0 }: RecordReading,
  now: number,
  timeZone: string,
): Promise<Result<RecordedReading>> {
  const today = localDayAt(now, timeZone);
  const member = await memberIdOf(memberNumber);
  if (!member.ok) return member;
  const readAt = now - age;
  const read: Snapshot = { member: member.value, day: localDayAt(readAt, timeZone), readAt, ...numbers };
  const kept = await keepReading(read);
  if (!kept.ok) return kept;
  const { snapshot, outcome } = kept.value;
  const database = await openDatabase();
  // Nothing is said of a reading that waits for room, or of one that may be somebody else's.
  const known = outcome !== 'kept-aside' && outcome !== 'waiting' && database.ok;
  const badges = known ? await answering(() => readBadges(database.value, snapshot.member, today)) : undefined;

  // What others show follows after the answer: the page must not wait for it.
  follow(() => clearPageState().then(() => refreshToolbar(now, timeZone)));
  if (database.ok) follow(() => makeCopyIfDue(database.value, now));
  // It is kept, whatever can be said of it: badges that cannot be read are none.
  return succeed({
    day: snapshot.day,
    ...(known && { member: snapshot.member }),
    ...(badges?.ok && badges.value && { badges: badges.value }),
  });
}

/** What the badges say of a member on `today`; undefined without a reading. Errors: those of the store. */
async function readBadges(
  database: Database,
  member: string,
  today: LocalDay,
): Promise<Result<RecordedBadges | undefined>> {
  const [history, actions, choices, goals, settings] = await Promise.all([
    readSnapshots(database, member, { from: addDays(today, -answerDays), to: today }),
    readActions(database, member),
    readTipChoices(database, member),
    readGoals(database, member),
    readSettings(),
  ]);
  if (!history.ok) return history;
  if (!actions.ok) return actions;
  if (!choices.ok) return choices;
  if (!goals.ok) return goals;
  const numbers = badgeNumbers({
    history: history.value,
    actions: actions.value,
    choices: choices.value,
    goals: goals.value,
    today,
    // Whoever cannot be asked is not bothered.
    shown: settings.ok && settings.value.badges,
  });
  const language = sentenceLanguage();
  const view = numbers && badgeView(numbers, message, language, isRightToLeft(language));
  return succeed(view && { shown: numbers.shown, view });
}
