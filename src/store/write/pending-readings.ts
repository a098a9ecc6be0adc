import type { Snapshot } from '../../core/rows/snapshot';
import { fail, succeed, type ErrorCode, type Result } from '../../core/result';
import { storedRowOf } from '../../core/rows/row-kinds';
import { changeStored } from '../change-stored';
import { openDatabase, type Database } from '../database';
import { localKeys, readLocal } from '../local-storage';
import { type Recorded, recordSnapshot } from './snapshots';

/** A reading that the database would not take: it waits in `storage.local` until there is room. `reason` says why. */
export interface Waiting {
  readonly outcome: 'waiting';
  readonly snapshot: Snapshot;
  readonly reason: ErrorCode;
}

/**
 * Records a reading, whatever state the database is in: first those that waited, then this one, and if the database refuses, in
 * `storage.local`. Of one `visit` of the page the last is kept. Tells open pages. Only when that is full as well is the reading refused, with the database's reason.
 */
export async function keepReading(snapshot: Snapshot, visit?: string): Promise<Result<Recorded | Waiting>> {
  const database = await openDatabase();
  // Should those that waited have to wait on, this one is refused for the same reason, and joins them.
  if (database.ok) await recordPendingReadings(database.value);
  const recorded = database.ok ? await recordSnapshot(database.value, snapshot, visit) : database;
  return recorded.ok ? recorded : keepPending(snapshot, recorded.error);
}

async function keepPending(snapshot: Snapshot, reason: ErrorCode): Promise<Result<Waiting>> {
  const changed = await changePending((waiting) => [...waiting, snapshot]);
  return changed.ok ? succeed({ outcome: 'waiting', snapshot, reason }) : fail(reason);
}

/** The readings that wait for room, the oldest first. An empty list when none do. */
export async function readPendingReadings(): Promise<Result<Snapshot[]>> {
  const stored = await readLocal(localKeys.pendingReadings);
  return stored.ok ? succeed(waitingIn(stored.value)) : stored;
}

function waitingIn(stored: unknown): Snapshot[] {
  return (Array.isArray(stored) ? (stored as unknown[]) : [])
    .map((value) => storedRowOf('snapshots', value))
    .filter((snapshot) => snapshot !== undefined)
    .sort((one, other) => one.readAt - other.readAt);
}

/** Records the readings that waited and lets go of each only when it is stored. Returns how many were; stops at the first refusal. */
export async function recordPendingReadings(database: Database): Promise<Result<number>> {
  const waiting = await readPendingReadings();
  if (!waiting.ok) return waiting;
  for (const snapshot of waiting.value) {
    const recorded = await recordSnapshot(database, snapshot);
    if (!recorded.ok) return recorded;
    const removed = await changePending((left) =>
      left.filter((other) => other.readAt !== snapshot.readAt || other.member !== snapshot.member),
    );
    if (!removed.ok) return removed;
  }
  return succeed(waiting.value.length);
}

/** Lets go of the waiting readings of a member: part of deleting them. */
export async function removePendingReadings(member: string): Promise<Result<void>> {
  return changePending((waiting) => waiting.filter((snapshot) => snapshot.member !== member));
}

async function changePending(change: (waiting: readonly Snapshot[]) => Snapshot[]): Promise<Result<void>> {
  return changeStored(localKeys.pendingReadings, (stored) => {
    const waiting = waitingIn(stored);
    const left = change(waiting);
    if (left.length === waiting.length) return stored;
    return left.length === 0 ? undefined : left;
  });
}
