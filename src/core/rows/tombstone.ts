import { millisecondsPerDay } from '../score/local-day';

/** What is left of a row that was deleted, so that no older file brings it back: its key, and nothing of what it said. */
export interface Tombstone {
  readonly changedAt: number;
  readonly deleted: true;
}

/** Tombstones stay so long, in milliseconds. Whatever is older than that is merged as an import, with its preview. */
const tombstoneAge = 400 * millisecondsPerDay;

/** Whether a row was deleted, and only its tombstone is there. */
export function isDeleted<Row extends object>(row: Row): row is Extract<Row, Tombstone> {
  return 'deleted' in row;
}

/** Whether a row is there, and not deleted. */
export function isLive<Row extends object>(row: Row): row is Exclude<Row, Tombstone> {
  return !isDeleted(row);
}

/** Whether a row is a tombstone that has stood long enough at `now` (epoch milliseconds). */
export function isOutlived(row: object, now: number): boolean {
  return (
    'deleted' in row && 'changedAt' in row && typeof row.changedAt === 'number' && row.changedAt < now - tombstoneAge
  );
}

/**
 * The instant of a change at `now` to a row last changed at `before` (epoch milliseconds): later than that one in any case, so that a clock
 * that was set back does not make the newer change the older.
 */
export function changeInstant(before: number | undefined, now: number): number {
  return before === undefined ? now : Math.max(now, before + 1);
}

/** The kinds of rows that hold what is known of a day. */
export const dayKinds = ['snapshots', 'totals'] as const;

/** Whether a row of a day is gone by `mark`, the one of its member and day: it was read before the day was deleted. */
export function isOfDeletedDay(
  row: { readonly readAt: number },
  mark: { readonly changedAt: number } | undefined,
): boolean {
  return mark !== undefined && row.readAt <= mark.changedAt;
}
