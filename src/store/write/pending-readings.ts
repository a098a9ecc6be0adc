import type { Snapshot } from '../../core/rows/snapshot';
import { fail, succeed, type ErrorCode, type Result } from '../../core/result';
import { storedRowOf } from '../../core/rows/row-kinds';
import { changeStored } from '../change-stored';
import { openDatabase, type Database } from '../database';
import { localKeys, readLocal } from '../local-storage';
import { recordSnapshot, withdrawVisit, type Recorded } from './snapshots';

/** A reading that the database would not take: it waits in `storage.local` until there is room. `reason` says why. */
export interface Waiting {
  readonly outcome: 'waiting';
  readonly snapshot: Snapshot;
  readonly reason: ErrorCode;
}

/**
 * Records a reading, whatever state the database is in: first those that waited, then this one, and if the database refuses, in
 * `storage.local`. Tells open pages. Only when that is full as well is the reading refused, with the database's reason. `before` is
 * `recordBefore()`, for whoever has something else to wait for meanwhile.
 */
export async function keepReading(
  snapshot: Snapshot,
  visit?: string,
  before = recordBefore(),
): Promise<Result<Recorded | Waiting>> {
  const database = await before;
  const recorded = database.ok ? await recordSnapshot(database.value, snapshot, visit) : database;
  if (recorded.ok) return recorded;
  const waits = await changePending((waiting) => [...waiting, { snapshot, ...(visit !== undefined && { visit }) }]);
  // Only now: a look that came before it was there has not seen it.
  refusals += 1;
  return waits.ok ? succeed({ outcome: 'waiting', snapshot, reason: recorded.error }) : fail(recorded.error);
}

/** Opens the history and records what waited. Should that have to wait on, the next is refused for the same reason, and joins it. */
export async function recordBefore(): Promise<Result<Database>> {
  const database = await openDatabase();
  if (database.ok) await recordPendingReadings(database.value);
  return database;
}

/** Takes back the last that a visit of the page wrote, be it that it still waits. Errors: those of the store, and then it stays. */
export async function takeBackReading(visit: string): Promise<Result<void>> {
  const taken: Pending[] = [];
  const changed = await changePending((waiting) => {
    const last = waiting.findLast((one) => one.visit === visit);
    if (last) taken.push(last);
    return waiting.filter((one) => one !== last);
  });
  if (!changed.ok || taken.length > 0) return changed;
  const database = await openDatabase();
  return database.ok ? withdrawVisit(database.value, visit) : database;
}

/** A reading that waits, and the visit that it comes from. */
interface Pending {
  readonly snapshot: Snapshot;
  readonly visit?: string;
}

/** The readings that wait for room, the oldest first. An empty list when none do. */
export async function readPendingReadings(): Promise<Result<Snapshot[]>> {
  const stored = await readLocal(localKeys.pendingReadings);
  return stored.ok ? succeed(waitingIn(stored.value).map(({ snapshot }) => snapshot)) : stored;
}

/** Each stands there as the snapshot that it is, with the id of its visit beside the rest. */
function waitingIn(stored: unknown): Pending[] {
  return (Array.isArray(stored) ? (stored as unknown[]) : [])
    .flatMap((value): Pending[] => {
      const snapshot = storedRowOf('snapshots', value);
      const { visit } = value as { readonly visit?: unknown };
      return snapshot ? [{ snapshot, ...(typeof visit === 'string' && { visit }) }] : [];
    })
    .sort((one, other) => one.snapshot.readAt - other.snapshot.readAt);
}

/** How often this worker made a reading wait, and how often it had when it saw that none waits: nobody else does, so it need not ask before each. */
let refusals = 0;
let noneAfter: number | undefined;

/** Records the readings that waited and lets go of each only when it is stored. Returns how many were; stops at the first refusal. */
export async function recordPendingReadings(database: Database): Promise<Result<number>> {
  const asked = refusals;
  if (noneAfter === asked) return succeed(0);
  const stored = await readLocal(localKeys.pendingReadings);
  if (!stored.ok) return stored;
  const waiting = waitingIn(stored.value);
  for (const { snapshot, visit } of waiting) {
    const recorded = await recordSnapshot(database, snapshot, visit);
    if (!recorded.ok) return recorded;
    const removed = await changePending((left) =>
      left.filter(({ snapshot: other }) => other.readAt !== snapshot.readAt || other.member !== snapshot.member),
    );
    if (!removed.ok) return removed;
  }
  noneAfter = asked;
  return succeed(waiting.length);
}

/** Lets go of the waiting readings of a member: part of deleting them. */
export async function removePendingReadings(member: string): Promise<Result<void>> {
  return changePending((waiting) => waiting.filter(({ snapshot }) => snapshot.member !== member));
}

async function changePending(change: (waiting: readonly Pending[]) => Pending[]): Promise<Result<void>> {
  return changeStored(localKeys.pendingReadings, (stored) => {
    const waiting = waitingIn(stored);
    const left = change(waiting);
    if (left.length === waiting.length) return stored;
    return left.length === 0
      ? undefined
      : left.map(({ snapshot, visit }) => ({ ...snapshot, ...(visit && { visit }) }));
  });
}
