import { normalWeekDays } from '../../core/meaning/normal-week';
import type { DayTotals } from '../../core/meaning/whose-file';
import type { Member } from '../../core/rows/member';
import type { Snapshot } from '../../core/rows/snapshot';
import { dayKinds } from '../../core/rows/tombstone';
import type { TotalReading } from '../../core/rows/total-reading';
import type { Result } from '../../core/result';
import { addDays, type LocalDay } from '../../core/score/local-day';
import { keysOf, readTransaction, type Database, type ReadTransaction } from '../database';
import { withStorage } from '../storage-error';
import { peopleKeys } from './has-people';

/** What the page of people tells of one of them: a stretch of days up to the last reading, and what is known of all. */
export interface PersonProfile {
  readonly member: Member;
  /** The days before the last reading, as far back as a normal week looks, ascending. */
  readonly history: readonly Snapshot[];
  /** Those of them of which only the total is known, ascending. */
  readonly totals: readonly TotalReading[];
  /** Day of the very first reading; undefined without any. */
  readonly firstDay: LocalDay | undefined;
  /** How many days there are in all. */
  readonly readings: number;
}

/** Everybody whose file the member was given, with no more of each than the page tells; an empty list when there is nobody. */
export async function readPeople(database: Database): Promise<Result<PersonProfile[]>> {
  return withStorage(async () => {
    const transaction = readTransaction(database);
    const members = await transaction.objectStore('members').getAll(peopleKeys());
    return Promise.all(members.map((member) => profileOf(transaction, member)));
  });
}

async function profileOf(transaction: ReadTransaction, member: Member): Promise<PersonProfile> {
  const [whole, alone] = [transaction.objectStore('snapshots'), transaction.objectStore('totals')];
  const all = keysOf(member.id);
  const [lastWhole, lastAlone, firstWhole, firstAlone, wholeCount, aloneCount] = await Promise.all([
    whole.openKeyCursor(all, 'prev'),
    alone.openKeyCursor(all, 'prev'),
    whole.openKeyCursor(all),
    alone.openKeyCursor(all),
    whole.count(all),
    alone.count(all),
  ]);
  const days = [firstWhole, firstAlone].flatMap((cursor) => cursor?.key[1] ?? []).sort();
  const last = [lastWhole, lastAlone]
    .flatMap((cursor) => cursor?.key[1] ?? [])
    .sort()
    .at(-1);
  if (last === undefined) return { member, history: [], totals: [], firstDay: undefined, readings: 0 };
  const near = IDBKeyRange.bound([member.id, addDays(last, -normalWeekDays)], [member.id, last]);
  const [history, known, readAsWell] = await Promise.all([
    whole.getAll(near),
    alone.getAll(near),
    // Days with a total that were read whole as well are counted once.
    aloneCount > 0 ? countBoth(transaction, member.id) : 0,
  ]);
  const read = new Set(history.map(({ day }) => day));
  return {
    member,
    history,
    totals: known.filter(({ day }) => !read.has(day)),
    firstDay: days[0],
    readings: wholeCount + aloneCount - readAsWell,
  };
}

async function countBoth(transaction: ReadTransaction, member: string): Promise<number> {
  const [whole, alone] = await Promise.all(
    dayKinds.map((kind) => transaction.objectStore(kind).getAllKeys(keysOf(member))),
  );
  const read = new Set((whole ?? []).map(([, day]) => day));
  return (alone ?? []).filter(([, day]) => read.has(day)).length;
}

/** What is known of `days` of a profile. */
export async function readTotalsOn(
  database: Database,
  member: string,
  days: readonly LocalDay[],
): Promise<Result<DayTotals>> {
  return withStorage(async () => {
    const transaction = readTransaction(database);
    const found = await Promise.all(
      days.map(async (day) => {
        const [whole, alone] = await Promise.all(
          dayKinds.map((kind) => transaction.objectStore(kind).get([member, day])),
        );
        return (whole ?? alone)?.total;
      }),
    );
    return new Map(days.flatMap((day, index) => (found[index] === undefined ? [] : [[day, found[index]] as const])));
  });
}
