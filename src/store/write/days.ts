import type { Member } from '../../core/rows/member';
import type { Ranks, Snapshot } from '../../core/rows/snapshot';
import { changeInstant } from '../../core/rows/tombstone';
import type { TotalReading } from '../../core/rows/total-reading';
import type { Result } from '../../core/result';
import type { LocalDay } from '../../core/score/local-day';
import type { Scores } from '../../core/score/pillar';
import { copyAlone } from '../read/copy-about';
import { refreshCopy } from './automatic-copy';
import type { Database } from '../database';
import { writeLogged, type LoggedWriter } from './logged-write';
import { putMerged } from './move-rows';

/** What a member typed of one day: four pillars that add up, or a total alone. */
export interface TypedDay {
  readonly day: LocalDay;
  /** The sum of the pillars, or the total alone: points of 0 to 100. */
  readonly total: number;
  readonly whole?: { readonly scores: Scores; readonly shownTotal: number };
  readonly rank: Pick<Ranks, 'industry' | 'network'>;
}

/** What is stored of one day of a member. */
interface StoredDay {
  readonly snapshot: Snapshot | undefined;
  readonly alone: TotalReading | undefined;
  /** Instant at which it was deleted last, epoch milliseconds. */
  readonly deletedAt: number | undefined;
}

/**
 * Keeps what a member typed of a day in place of what is there, marked as by hand; what they did not type (averages of groups) stays. It counts as
 * read at `now`, and a day of which nothing was known at `began` (both epoch milliseconds), so that a real reading of that day from elsewhere is
 * later. Makes the profile if it is new. Returns the change's id for `undoChange`.
 */
export async function keepTypedDay(
  database: Database,
  member: string,
  typed: TypedDay,
  { now, began }: { readonly now: number; readonly began: number },
): Promise<Result<string>> {
  return writeLogged(database, 'by-hand', now, async (writer) => {
    const { day, total, whole } = typed;
    const stored = await storedDay(writer, member, day);
    const { snapshot, alone, deletedAt } = stored;
    const before = snapshot ?? alone;
    const earliest = Math.max(snapshot?.readAt ?? -1, alone?.readAt ?? -1, deletedAt ?? -1);
    const wanted = changeInstant(earliest < 0 ? undefined : earliest, before === undefined ? began : now);
    // Pillars that the member does not stand by go, from whichever computer they might come back; the total is later than that.
    const gone = whole ? undefined : removeDay(writer, member, day, { ...stored, alone: undefined }, wanted);
    const readAt = gone === undefined ? wanted : gone + 1;
    const { team } = before?.rank ?? {};
    const row = {
      member,
      day,
      readAt,
      source: 'by-hand' as const,
      total,
      rank: { ...typed.rank, ...(team !== undefined && { team }) },
      average: before?.average ?? {},
    };
    if (whole) {
      const { industry, language } = snapshot ?? {};
      const further = { ...(industry !== undefined && { industry }), ...(language !== undefined && { language }) };
      writer.put('snapshots', [member, day], snapshot, { ...row, ...whole, ...further });
    } else {
      writer.put('totals', [member, day], alone, row);
    }
    const profile = await writer.get<Member>('members', member);
    if (profile === undefined || readAt < profile.since) {
      await putMerged(writer, 'members', { id: member, since: readAt });
    }
    return writer.id;
  });
}

/**
 * Deletes what is kept of a day; an older file or another computer does not bring it back. Returns the change's id for `undoChange`. A day of
 * which nothing is kept does not matter.
 */
export async function deleteDay(
  database: Database,
  member: string,
  day: LocalDay,
  now: number,
): Promise<Result<string>> {
  return copyAlone(async () => {
    const deleted = await writeLogged(database, 'by-hand', now, async (writer) => {
      removeDay(writer, member, day, await storedDay(writer, member, day), now);
      return writer.id;
    });
    // It is gone on purpose. Should the copy not be renewed, it is offered for restoring.
    if (deleted.ok) await refreshCopy(database, now);
    return deleted;
  });
}

async function storedDay(writer: LoggedWriter, member: string, day: LocalDay): Promise<StoredDay> {
  const key: [string, string] = [member, day];
  const mark = await writer.get<{ readonly changedAt: number }>('deleted-days', key);
  return {
    snapshot: await writer.get<Snapshot>('snapshots', key),
    alone: await writer.get<TotalReading>('totals', key),
    deletedAt: mark?.changedAt,
  };
}

/**
 * Takes away what `stored` has of a day, and remembers that at `at`, or as soon after as it must be to count. Returns that instant, undefined when
 * there was nothing.
 */
function removeDay(
  writer: LoggedWriter,
  member: string,
  day: LocalDay,
  { snapshot, alone, deletedAt }: StoredDay,
  at: number,
): number | undefined {
  const key: [string, string] = [member, day];
  if (snapshot) writer.delete('snapshots', key, snapshot);
  if (alone) writer.delete('totals', key, alone);
  if (!snapshot && !alone) return undefined;
  const before = deletedAt === undefined ? undefined : { member, day, changedAt: deletedAt, deleted: true };
  const changedAt = changeInstant(deletedAt, Math.max(at, snapshot?.readAt ?? 0, alone?.readAt ?? 0));
  writer.put('deleted-days', key, before, { member, day, changedAt, deleted: true });
  return changedAt;
}
