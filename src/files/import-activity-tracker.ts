import * as z from 'zod/mini';
import { dateOf, emptyRow, readScoredRow, type WrittenRow } from './import-scores';
import { Rejections, type ImportedFile, type ImportOptions } from './imported-file';
import type { Pause } from './read-json';
import { fail, succeed, type Result } from '../core/result';
import { ScoredRows } from './scored-rows';

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
      const row = writtenRowOf(parsed.data);
      const date = dateOf(row) ?? dateOf({ ...row, day });
      const scored = readScoredRow(row, date, 'day-first', options);
      if (scored.kind === 'rejected') rejections.add(number, scored.reason, `${row.day} ${row.total ?? ''}`);
      else kept.add(scored, number, `${row.day} ${row.total ?? ''}`);
    }
  }
  if (number === 0) return fail('import-empty');
  return succeed({
    kind: 'activity-tracker',
    head: {},
    rows: kept.rows(),
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

function writtenRowOf(entry: z.infer<typeof entrySchema>): WrittenRow {
  const cells = {
    brand: entry.professionalBrand,
    people: entry.findRightPeople,
    insights: entry.engageWithInsights,
    relationships: entry.buildRelationships,
  };
  return {
    ...emptyRow(),
    day: entry.timestamp,
    total: String(entry.total),
    scores: Object.fromEntries(
      Object.entries(cells)
        .filter(([, score]) => score !== undefined)
        .map(([pillar, score]) => [pillar, String(score)]),
    ),
  };
}
