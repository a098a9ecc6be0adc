import type { Snapshot } from '../core/rows/snapshot';
import type { TotalReading } from '../core/rows/total-reading';
import type { LocalDay } from '../core/score/local-day';
import type { ImportedFile } from './imported-file';

/** What is told of a file that was read: all but its rows, which may be very many. */
export interface FileSummary extends Pick<ImportedFile, 'kind' | 'columns' | 'rejected' | 'rejectedCount'> {
  /** Its days and its totals, from–to; absent when it holds none. */
  readonly span?: {
    readonly days: number;
    readonly first: LocalDay;
    readonly last: LocalDay;
    /** Points of 0 to 100. */
    readonly lowest: number;
    readonly highest: number;
  };
  /** The newest day with all pillars; absent where the file tells totals alone. */
  readonly newest?: Snapshot;
  /** The newest day of which it tells the total alone. */
  readonly newestTotal?: TotalReading;
}

/** What is told of `file`. */
export function summaryOf({ kind, columns, rejected, rejectedCount, rows }: ImportedFile): FileSummary {
  const days = new Set<LocalDay>();
  let [first, last] = ['9999-12-31', ''];
  let [lowest, highest] = [Infinity, -Infinity];
  for (const { day, total } of [...rows.snapshots, ...rows.totals]) {
    days.add(day);
    if (day < first) first = day;
    if (day > last) last = day;
    lowest = Math.min(lowest, total);
    highest = Math.max(highest, total);
  }
  const [newest, newestTotal] = [newestOf(rows.snapshots), newestOf(rows.totals)];
  return {
    kind,
    columns,
    rejected,
    rejectedCount,
    ...(days.size > 0 && { span: { days: days.size, first, last, lowest, highest } }),
    ...(newest && { newest }),
    ...(newestTotal && { newestTotal }),
  };
}

function newestOf<Row extends { readonly day: LocalDay }>(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>((newest, row) => (newest && newest.day > row.day ? newest : row), undefined);
}
