import { badgeNumbers } from '../core/meaning/badge-numbers';
import { localDayAt, type LocalDay } from '../core/score/local-day';
import type { Snapshot } from '../core/rows/snapshot';
import { succeed, type Result } from '../core/result';
import { opensPanelForPage } from '../platform/browser-differences';
import { message } from '../platform/i18n';
import type { RecordedBadges, RecordedReading, RecordReading, WithdrawReading } from '../platform/messages';
import { makeCopyIfDue } from '../store/write/automatic-copy';
import { takeOverUnknown } from '../store/write/merge-members';
import { openDatabase } from '../store/database';
import { memberIdOf } from '../store/write/member-id';
import { readSettings } from '../store/read/settings';
import { keepReading, recordBefore, takeBackReading } from '../store/write/pending-readings';
import { badgeView } from '../words/badge-view';
import { isRightToLeft, sentenceLanguage } from '../words/sentence-language';
import { answering, follow } from './edges';
import { readBadgeRows, takeAhead, withReading, type BadgeRows } from './read-ahead';

/** The last that a visit asked for, until it is done. Nobody but this worker takes a visit's messages, so it needs no lock of the browser's. */
const lastOf = new Map<string, Promise<unknown>>();

/** What one visit asks for is done in the order in which it asks: what it takes back must be there by then. */
async function inOrder<Value>(visit: string, work: () => Promise<Value>): Promise<Value> {
  const before = lastOf.get(visit);
  const done = before ? before.then(work, work) : work();
  lastOf.set(visit, done);
  try {
    return await done;
  } finally {
    if (lastOf.get(visit) === done) lastOf.delete(visit);
  }
}

/**
 * Keeps one reading as the snapshot of its member's local day and answers with what the badges should show. `now` is the instant of the
 * message in epoch milliseconds, `timeZone` the member's IANA zone. Errors: those of the store, and then nothing was kept.
 */
export function recordReading(request: RecordReading, now: number, timeZone: string): Promise<Result<RecordedReading>> {
  return inOrder(request.visit, () => record(request, now, timeZone));
}

async function record(
  { visit, numbers, memberNumber, age = 0 }: RecordReading,
  now: number,
  timeZone: string,
): Promise<Result<RecordedReading>> {
  const today = localDayAt(now, timeZone);
  const before = recordBefore();
  const asked = readSettings();
  const member = await memberIdOf(memberNumber);
  if (!member.ok) {
    await Promise.all([before, asked]);
    return member;
  }
  const readAt = now - age;
  const read: Snapshot = { member: member.value, day: localDayAt(readAt, timeZone), readAt, ...numbers };
  const ahead = takeAhead(read.member, today);
  const kept = await keepReading(read, visit, before);
  const settings = await asked;
  if (!kept.ok) return kept;
  const { snapshot, outcome } = kept.value;
  // Whoever cannot be asked is not bothered.
  const isShown = settings.ok && settings.value.badges;
  const database = await openDatabase();
  // Nothing is said of a reading that waits for room, of one that may be somebody else's, or of a day that the member does not want.
  const known = !['kept-aside', 'waiting', 'deleted'].includes(outcome) && database.ok;
  const isNew = outcome === 'recorded' || outcome === 'replaced';
  // Before anything is said of the member's tip and goal. Should it fail, the next reading tries again.
  const isJoined = known && 'besideUnknown' in kept.value;
  if (isJoined) await takeOverUnknown(database.value, snapshot.member, now);
  // What was read ahead is of the profile that the reading was meant for.
  const isAhead = !isJoined && snapshot.member === read.member;
  const badges = known
    ? await answering(async () => {
        const rows =
          isAhead && ahead
            ? withReading(await ahead, snapshot)
            : await readBadgeRows(database.value, snapshot.member, today);
        return toldBadges(rows, today, { isShown, isNew });
      })
    : undefined;

  // After the answer, for the page must not wait for it; later readings of the day leave the days as they are.
  if (database.ok && outcome === 'recorded') follow(() => makeCopyIfDue(database.value, now));
  // It is kept, whatever can be said of it: badges that cannot be read are none.
  return succeed({
    day: snapshot.day,
    ...(known && { member: snapshot.member }),
    ...(badges?.ok && badges.value && { badges: badges.value }),
  });
}

/** Takes back the last that a visit wrote. Errors: those of the store, and then it stays. */
export async function withdrawReading({ visit }: WithdrawReading): Promise<Result<null>> {
  return inOrder(visit, async () => {
    const withdrawn = await takeBackReading(visit);
    return withdrawn.ok ? succeed(null) : withdrawn;
  });
}

/** What the badges say on `today`; undefined without a reading. Errors: those of the rows. */
function toldBadges(
  rows: BadgeRows,
  today: LocalDay,
  { isShown, isNew }: { readonly isShown: boolean; readonly isNew: boolean },
): Result<RecordedBadges | undefined> {
  if (!rows.ok) return rows;
  const numbers = badgeNumbers({ ...rows.value, today, shown: isShown });
  const language = sentenceLanguage();
  const view =
    numbers &&
    badgeView(numbers, {
      say: message,
      language,
      mirrored: isRightToLeft(language),
      today,
      ...(isNew && { saved: rows.value.firstDay === today ? 'first' : 'again' }),
      panel: opensPanelForPage(),
    });
  return succeed(view && { shown: numbers.shown, view });
}
