import { badgeNumbers } from '../core/badge-numbers';
import { addDays, localDayAt } from '../core/local-day';
import type { Snapshot } from '../core/reading';
import { succeed, type Result } from '../core/result';
import type { RecordedReading, RecordReading } from '../platform/messages';
import { announceChange } from '../store/changes';
import { openDatabase } from '../store/database';
import { memberIdOf } from '../store/member-id';
import { clearPageState } from '../store/page-state';
import { readSettings } from '../store/settings';
import { readSnapshots, recordSnapshot } from '../store/snapshots';
import { refreshToolbar } from './toolbar';

/** How far back the answer looks, in days: a line of 30, and the reading a week older that today's is compared with. */
const answerDays = 30;

/**
 * Keeps one reading as the snapshot of its member's local day and answers with what the badges should show. `now` is the
 * instant of the reading in epoch milliseconds, `timeZone` the member's IANA zone. Errors: those of the store.
 */
export async function recordReading(
  { numbers, memberNumber }: RecordReading,
  now: number,
  timeZone: string,
): Promise<Result<RecordedReading>> {
  const today = localDayAt(now, timeZone);
  const member = await memberIdOf(memberNumber);
  if (!member.ok) return member;
  const database = await openDatabase();
  if (!database.ok) return database;
  const read: Snapshot = { member: member.value, day: today, readAt: now, ...numbers };
  const recorded = await recordSnapshot(database.value, read);
  if (!recorded.ok) return recorded;
  const { snapshot } = recorded.value;
  const history = await readSnapshots(database.value, snapshot.member, { from: addDays(today, -answerDays), to: today });
  if (!history.ok) return history;
  const settings = await readSettings();
  const badges = badgeNumbers(history.value, today, settings.ok && settings.value.badges);

  // What others show follows after the answer: the page must not wait for it.
  announceChange();
  void clearPageState().then(refreshToolbar);
  return succeed({ day: snapshot.day, ...(badges && { badges }) });
}
