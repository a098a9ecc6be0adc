import * as z from 'zod/mini';
import { Rejections, type ImportedFile, type ImportOptions } from './imported-file';
import type { Pause } from './read-json';
import { pillars } from '../core/score/pillar';
import { fail, succeed, type Result } from '../core/result';
import { emptyRow, scoreRow, type ScoredRow } from './score-row';
import { ScoredRows } from './scored-rows';
import { readNumber } from './written-number';
import { addDays, isLocalDay, localDayAt } from '../core/score/local-day';

/**
 * An SSI entry of bystritskiy/LinkedInActivityTracker (its `src/common/types.ts`): an ISO instant, the total and, where it read them, the
 * four pillars.
 */
const entrySchema = z.object({
  timestamp: z.string().check(z.maxLength(100)),
  total: z.number(),
  professionalBrand: z.optional(z.number()),
  findRightPeople: z.optional(z.number()),
  engageWithInsights: z.optional(z.number()),
  buildRelationships: z.optional(z.number()),
});

/** Whether a JSON value is that program's export: its version and its days. */
export function isActivityTracker(value: object): value is { readonly days: object } {
  return (
    'schemaVersion' in value &&
    typeof value.schemaVersion === 'number' &&
    'days' in value &&
    typeof value.days === 'object' &&
    value.days !== null &&
    !Array.isArray(value.days)
  );
}

/** Reads the SSI entries of each day; everything else in the file is left alone. `import-empty` when there are none. */
export async function readActivityTracker(
  value: { readonly days: object },
  options: ImportOptions,
  pause: Pause,
): Promise<Result<ImportedFile>> {
  const rejections = new Rejections();
  const kept = new ScoredRows(rejections);
  const days = Object.entries(value.days) as [string, unknown][];
  let number = 0;
  for (const [index, [day, record]] of days.entries()) {
    if (index % 50 === 0) await pause(index / days.length);
    for (const entry of entriesOf(record)) {
      number += 1;
      const parsed = entrySchema.safeParse(entry);
      if (!parsed.success) {
        rejections.add(number, 'not-a-row', day);
        continue;
      }
      const text = `${parsed.data.timestamp} ${String(parsed.data.total)}`;
      const scored = readEntry(day, parsed.data, options);
      if (scored.kind === 'rejected') rejections.add(number, scored.reason, text);
      else kept.add(scored, number, text);
    }
  }
  if (number === 0) return fail('import-empty');
  return succeed({
    kind: 'activity-tracker',
    head: {},
    rows: await kept.rows(pause),
    columns: [],
    rejected: rejections.listed,
    rejectedCount: rejections.count,
  });
}

/** All of a day's entries; the one in its statistics only when the list is missing, as in older exports. */
function entriesOf(record: unknown): readonly unknown[] {
  if (typeof record !== 'object' || record === null) return [];
  if ('ssiEntries' in record && Array.isArray(record.ssiEntries) && record.ssiEntries.length > 0) {
    return record.ssiEntries as unknown[];
  }
  if (!('stats' in record) || typeof record.stats !== 'object' || record.stats === null) return [];
  return 'ssi' in record.stats && record.stats.ssi !== undefined ? [record.stats.ssi] : [];
}

/** An entry as it is kept. Its day is the one the program filed it under, the member's own; where that is none, the one of its instant here. */
function readEntry(
  filed: string,
  entry: z.infer<typeof entrySchema>,
  { member, timeZone, today }: ImportOptions,
): ScoredRow {
  const instant = Date.parse(entry.timestamp);
  const readAt = Number.isNaN(instant) ? startOf(filed, timeZone) : instant;
  if (readAt === undefined || readAt < 0) return { kind: 'rejected', reason: 'no-date' };
  const day = isLocalDay(filed) ? filed : localDayAt(readAt, timeZone);
  if (day > addDays(today, 1)) return { kind: 'rejected', reason: 'future' };
  const row = emptyRow();
  const number = (value: number | undefined) => (value === undefined ? undefined : readNumber(String(value)));
  const scores = {
    brand: number(entry.professionalBrand),
    people: number(entry.findRightPeople),
    insights: number(entry.engageWithInsights),
    relationships: number(entry.buildRelationships),
  };
  for (const pillar of pillars) if (scores[pillar] !== undefined) row.scores[pillar] = scores[pillar];
  const total = number(entry.total);
  if (total !== undefined) row.total = total;
  return scoreRow(row, { member, day, readAt }, false);
}

function startOf(day: string, timeZone: string): number | undefined {
  return isLocalDay(day) ? Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds : undefined;
}
