const day = 86_400_000;

/** After so many days without an export the scorecard reminds of one. */
const exportReminderDays = 90;

/**
 * Whether the member should be reminded to export: the last export, or without one the first reading, is older than `exportReminderDays`.
 * All are instants in epoch milliseconds; without any reading there is nothing to export.
 */
export function isExportDue(lastExport: number | undefined, firstReading: number | undefined, now: number): boolean {
  const since = lastExport ?? firstReading;
  return since !== undefined && now - since > exportReminderDays * day;
}
