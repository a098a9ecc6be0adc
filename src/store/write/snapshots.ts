import type { StoreNames } from 'idb';
import { changeInstant, isOfDeletedDay } from '../../core/rows/tombstone';
import { addDays, type LocalDay } from '../../core/score/local-day';
import { laterSnapshot } from '../../core/rows/snapshot';
import { unknownMember } from '../../core/score/reading';
import type { Snapshot } from '../../core/rows/snapshot';
import type { Result } from '../../core/result';
import { keyOfRow } from '../../core/rows/merge';
import { sameData } from '../../core/rows/same-data';
import { distanceBetween, looksLikeSomeoneElse } from '../../core/meaning/someone-else';
import { keysOf, writeTogether, type Database, type WriteTransaction } from '../database';
import type { Schema, VisitNote, VisitWrite } from '../schema';
import { noteGone, noteRemovals } from './removals';

/** What became of a snapshot that was to be recorded. */
export interface Recorded {
  /**
   * `recorded`: the day's first. `replaced`: read later than the day's first, and kept instead. `unchanged`: exactly this one was
   * there already. `older`: the day has one that was read later, which stays. `kept-aside`: it looks like somebody else's numbers and
   * waits for the member's answer, in its own place. `deleted`: the member has deleted that day since, so it stays away.
   */
  readonly outcome: 'recorded' | 'replaced' | 'unchanged' | 'older' | 'kept-aside' | 'deleted';
  /** What is stored now for that member and day; for the last two the reading itself. Its `member` is the profile it went to. */
  readonly snapshot: Snapshot;
  /** The page has named its profile, and the nameless one is there beside it. */
  readonly besideUnknown?: true;
}

const recordStores: StoreNames<Schema>[] = ['snapshots', 'deleted-days', 'members', 'kept-aside', 'facts'];

/**
 * Records a snapshot in one transaction, so that any number of tabs at the same second leave one snapshot a day: the last by `readAt`.
 * An `unknown` one goes to the profile that the member said such readings belong to, and aside if it looks like somebody else's. What the
 * same visit of the page wrote for that day before is taken back first: it was a page that was still being painted.
 * Creates the profile if it is new. Durable when it answers.
 */
export async function recordSnapshot(
  database: Database,
  snapshot: Snapshot,
  visit?: string,
): Promise<Result<Recorded>> {
  return writeTogether(database, recordStores, (transaction) => record(transaction, snapshot, visit));
}

/** Takes back what a visit of the page wrote last, unless something else has taken its place since. Durable when it answers. */
export async function withdrawVisit(database: Database, visit: string): Promise<Result<void>> {
  return writeTogether(database, recordStores, async (transaction) => {
    const write = (await visitsIn(transaction)).find((note) => note.visit === visit);
    if (!write || 'deletedAt' in write) return;
    if (await takeBack(transaction, write)) await noteTakenBack(transaction, write);
  });
}

async function record(transaction: WriteTransaction, given: Snapshot, visit: string | undefined): Promise<Recorded> {
  // Asked for in one go: the answers come together, and each would take as long.
  const isNamed = given.member !== unknownMember;
  const [visits, asGiven, nameless, unknown] = await Promise.all([
    visitsIn(transaction),
    placeOf(transaction, given.member, given.day),
    isNamed ? undefined : namelessIn(transaction, given.day),
    isNamed ? transaction.objectStore('members').getKey(unknownMember) : undefined,
  ]);
  const noted = visits.find((note) => note.visit === visit);
  // A page that comes back from the browser's memory tells again what it told.
  if (noted && 'deletedAt' in noted && given.readAt <= noted.deletedAt) return { outcome: 'deleted', snapshot: given };
  const earlier = noted && 'written' in noted ? noted : undefined;
  if (earlier?.written.day === given.day && given.readAt <= earlier.written.readAt) {
    const mark = await transaction.objectStore('deleted-days').get([earlier.written.member, given.day]);
    if (isOfDeletedDay(given, mark)) return { outcome: 'deleted', snapshot: given };
  }
  // What is told late does not take back what was read after it.
  const isSameDay = earlier?.written.day === given.day && earlier.written.readAt <= given.readAt;
  // Somebody else has signed in, whom the page's shell does not name yet.
  const isOther =
    earlier !== undefined &&
    given.readAt - earlier.written.readAt >= longestPainting &&
    looksLikeSomeoneElse(earlier.written, given);
  const isTaken = earlier !== undefined && isSameDay && !isOther && (await takeBack(transaction, earlier));
  const read = isOther ? { ...given, member: unknownMember } : given;

  const member =
    read.member === unknownMember ? await profileOf(transaction, read, isTaken ? undefined : nameless) : read.member;
  // In its own place the later one is kept on every computer.
  const isReplaced = earlier?.store === 'snapshots' && member === earlier.written.member;
  if (isTaken && !isReplaced) await noteTakenBack(transaction, earlier);
  if (member === undefined) {
    await transaction.objectStore('kept-aside').put(read);
    if (visit !== undefined) await noteWrite(transaction, visits, { visit, store: 'kept-aside', written: read });
    return { outcome: 'kept-aside', snapshot: read };
  }
  const isAsGiven = !isTaken && member === given.member;
  const [before, mark, known] = isAsGiven ? asGiven : await placeOf(transaction, member, read.day);
  // Read since the day was deleted, whatever the clock says: files and other computers must see that.
  const readAt = isOfDeletedDay(read, mark) ? changeInstant(mark?.changedAt, read.readAt) : read.readAt;
  const kept = later(before, { ...read, member, readAt });
  // Not the day's first: that one was taken back for it.
  const recorded: Recorded =
    isTaken && isReplaced && kept.outcome === 'recorded' ? { ...kept, outcome: 'replaced' } : kept;
  const isPut = recorded.outcome === 'recorded' || recorded.outcome === 'replaced';
  const isEarliest = known === undefined || read.readAt < known.since;
  const write: VisitWrite | false = isPut &&
    visit !== undefined && {
      visit,
      store: 'snapshots',
      written: recorded.snapshot,
      ...(before && { before }),
      ...(known === undefined && { isFirst: true }),
    };
  await Promise.all([
    isPut && put(transaction, 'snapshots', recorded.snapshot),
    isEarliest && put(transaction, 'members', { ...known, id: member, since: read.readAt }),
    write && noteWrite(transaction, visits, write),
  ]);
  return unknown === undefined ? recorded : { ...recorded, besideUnknown: true };
}

/** What the browser throws at once is a rejection, too, or nobody would hear how those fared that were asked for before. */
async function put<Store extends 'snapshots' | 'members'>(
  transaction: WriteTransaction,
  store: Store,
  row: Schema[Store]['value'],
): Promise<void> {
  await transaction.objectStore(store).put(row);
}

/** What stands where a reading is to go: the day's snapshot, the mark that the day was deleted, and the member's profile. */
async function placeOf(transaction: WriteTransaction, member: string, day: LocalDay) {
  return Promise.all([
    transaction.objectStore('snapshots').get([member, day]),
    transaction.objectStore('deleted-days').get([member, day]),
    transaction.objectStore('members').get(member),
  ]);
}

/** No page is painted for so long, in milliseconds: what stood longer was the score of somebody. */
const longestPainting = 5000;

/** So many visits can take back what they wrote. */
const mostVisits = 8;

export async function visitsIn(transaction: WriteTransaction): Promise<readonly VisitNote[]> {
  const fact = await transaction.objectStore('facts').get('visits');
  return fact?.key === 'visits' ? fact.visits : [];
}

async function putVisits(transaction: WriteTransaction, visits: readonly VisitNote[]): Promise<void> {
  await transaction.objectStore('facts').put({ key: 'visits', value: '', visits });
}

/** Remembers what a visit wrote last, beside what others did (`visitsIn`), so that a later reading of it takes it back. */
export async function noteWrite(
  transaction: WriteTransaction,
  visits: readonly VisitNote[],
  write: VisitWrite,
): Promise<void> {
  const others = visits.filter(({ visit }) => visit !== write.visit);
  await putVisits(transaction, [write, ...others].slice(0, mostVisits));
}

/** Of what visits wrote for a member who is deleted at `deletedAt` nothing is kept but that. Part of deleting them. */
export async function forgetVisits(transaction: WriteTransaction, member: string, deletedAt: number): Promise<void> {
  const visits = await visitsIn(transaction);
  if (visits.length === 0) return;
  await putVisits(
    transaction,
    visits.map((note) =>
      'written' in note && note.written.member === member ? { visit: note.visit, deletedAt } : note,
    ),
  );
}

/** The profile stays when the visit that made it takes its reading back: more is known of it now. */
export async function keepFirst(transaction: WriteTransaction, member: string): Promise<void> {
  const visits = await visitsIn(transaction);
  if (!visits.some((note) => 'isFirst' in note && note.written.member === member)) return;
  await putVisits(
    transaction,
    visits.map((note) => {
      if (!('isFirst' in note) || note.written.member !== member) return note;
      const { isFirst: _, ...others } = note;
      return others;
    }),
  );
}

/** Leaves the day as it was before `write`, unless it has been changed since, by a later visit or the member: false. */
async function takeBack(transaction: WriteTransaction, write: VisitWrite): Promise<boolean> {
  const { store, written, before, isFirst, visit } = write;
  const { member, day, readAt } = written;
  const snapshots = transaction.objectStore('snapshots');
  const aside = transaction.objectStore('kept-aside');
  const stored = await (store === 'snapshots' ? snapshots.get([member, day]) : aside.get([member, readAt]));
  const isThere = stored !== undefined && sameData(stored, written);
  if (isThere) {
    await (store === 'snapshots' ? snapshots.delete([member, day]) : aside.delete([member, readAt]));
    if (before) await snapshots.put(before);
    const isEmpty = (await snapshots.count(keysOf(member))) === 0;
    if (isFirst && store === 'snapshots' && isEmpty) await transaction.objectStore('members').delete(member);
  }
  const others = (await visitsIn(transaction)).filter((other) => other.visit !== visit);
  await putVisits(transaction, others);
  return isThere;
}

/** Other computers may have what was taken back already. */
function noteTakenBack(transaction: WriteTransaction, { store, written }: VisitWrite): Promise<void> {
  const { readAt } = written;
  return noteRemovals(transaction, (removals) =>
    noteGone(removals, { of: store, key: String(keyOfRow(store, written)), at: readAt, made: readAt }),
  );
}

/** What becomes of `snapshot` beside what its day has. */
function later(stored: Snapshot | undefined, snapshot: Snapshot): Recorded {
  if (stored === undefined) return { outcome: 'recorded', snapshot };
  if (sameData(stored, snapshot)) return { outcome: 'unchanged', snapshot: stored };
  if (laterSnapshot(stored, snapshot) === stored) return { outcome: 'older', snapshot: stored };
  return { outcome: 'replaced', snapshot };
}

/** The profile that readings of nobody's page go to by the member's word, all of these that have one, and what the usual one of them read lately. */
async function namelessIn(transaction: WriteTransaction, day: LocalDay) {
  const [owner, lately, nameless] = await Promise.all([
    transaction.objectStore('facts').get('unknown-owner'),
    readLately(transaction, unknownMember, day),
    // `unknown` itself and the `unknown-2`, `unknown-3` … that answers made: '.' comes right after '-'.
    transaction.objectStore('members').getAllKeys(IDBKeyRange.bound(unknownMember, `${unknownMember}.`)),
  ]);
  const usual = owner?.value ?? unknownMember;
  return { usual, lately, all: [...new Set([usual, ...nameless])] };
}

/**
 * The profile that a reading of nobody's page belongs to: where such readings go by the member's word, unless it looks like somebody
 * else's there and fits another nameless profile better. `undefined` when it fits none.
 */
async function profileOf(
  transaction: WriteTransaction,
  read: Snapshot,
  known?: Awaited<ReturnType<typeof namelessIn>>,
): Promise<string | undefined> {
  const { usual, lately: usually, all } = known ?? (await namelessIn(transaction, read.day));
  const histories = await Promise.all(
    all.map(async (member) => ({
      member,
      lately: member === unknownMember ? usually : await readLately(transaction, member, read.day),
    })),
  );
  const kept = histories.filter(({ lately }) => lately.length > 0);
  if (kept.length === 0) return usual;
  const fitting = kept
    .filter(({ lately }) => !lately.every((reading) => looksLikeSomeoneElse(reading, read)))
    .map(({ member, lately }) => ({
      member,
      distance: Math.min(...lately.map((reading) => distanceBetween(reading, read))),
    }));
  // Of several at the same distance the first, which is the usual one.
  return fitting.toSorted((one, other) => one.distance - other.distance)[0]?.member;
}

/** Of so many days each reading is looked at, so that who fell and came back is not asked twice: 71, 48, 48 and 71 in four days are one member's. */
const lookedBack = 14;

/** The member's snapshots of the days up to `day`, or else the last one before these, or else the first after `day`; empty without any. */
async function readLately(transaction: WriteTransaction, member: string, day: LocalDay): Promise<readonly Snapshot[]> {
  const snapshots = transaction.objectStore('snapshots');
  const lately = await snapshots.getAll(IDBKeyRange.bound([member, addDays(day, -lookedBack)], [member, day]));
  if (lately.length > 0) return lately;
  const before = await snapshots.openCursor(IDBKeyRange.bound([member], [member, day]), 'prev');
  const nearest = before?.value ?? (await snapshots.openCursor(keysOf(member)))?.value;
  return nearest ? [nearest] : [];
}
