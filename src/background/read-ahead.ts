import { normalWeekDays } from '../core/meaning/normal-week';
import type { Snapshot } from '../core/rows/snapshot';
import { succeed, together, type Result } from '../core/result';
import { addDays, type LocalDay } from '../core/score/local-day';
import type { BeginVisit } from '../platform/messages';
import type { Database } from '../store/database';
import { readMade } from '../store/read/rows';
import { readFirstDay, readSnapshots } from '../store/read/snapshots';
import { memberIdOf } from '../store/write/member-id';
import { recordBefore } from '../store/write/pending-readings';

/** The rows that the badges are told from. */
export type BadgeRows = Awaited<ReturnType<typeof readBadgeRows>>;

/** What was read before the reading came. Only rows of a profile, and only until any row, or what the organization says, changes. */
let ahead: { readonly member: string; readonly today: LocalDay; readonly rows: Promise<BadgeRows> } | undefined;

/** Reads what the badges will be told from, so that the page need not wait for it when its score stands. Errors: those of the store. */
export async function readAhead({ memberNumber }: BeginVisit, today: LocalDay): Promise<Result<null>> {
  // What waited for room is part of what they are told from.
  const [database, member] = await Promise.all([recordBefore(), memberIdOf(memberNumber)]);
  if (!database.ok) return database;
  if (!member.ok) return member;
  const rows = readBadgeRows(database.value, member.value, today);
  ahead = { member: member.value, today, rows };
  const read = await rows;
  return read.ok ? succeed(null) : read;
}

/** Rows, or a policy, have changed: what was read is out of date. */
export function forgetAhead(): void {
  ahead = undefined;
}

/** What was read ahead of a member's reading on `today`, once; undefined when nothing was. */
export function takeAhead(member: string, today: LocalDay): Promise<BadgeRows> | undefined {
  const rows = ahead?.member === member && ahead.today === today ? ahead.rows : undefined;
  ahead = undefined;
  return rows;
}

/** The rows that the badges of a member are told from on `today`. Errors: those of the store. */
export function readBadgeRows(database: Database, member: string, today: LocalDay) {
  return together({
    firstDay: readFirstDay(database, member),
    history: readSnapshots(database, member, { from: addDays(today, -normalWeekDays), to: today }),
    ...readMade(database, member),
  });
}

/** The rows as they are with `snapshot` in its day. */
export function withReading(rows: BadgeRows, snapshot: Snapshot): BadgeRows {
  if (!rows.ok) return rows;
  const { history, firstDay } = rows.value;
  const others = history.filter(({ day }) => day !== snapshot.day);
  return succeed({
    ...rows.value,
    firstDay: firstDay === undefined || snapshot.day < firstDay ? snapshot.day : firstDay,
    history: [...others, snapshot].sort((one, other) => (one.day < other.day ? -1 : 1)),
  });
}
