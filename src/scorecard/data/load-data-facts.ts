import type { Member } from '../../core/rows/member';
import type { Snapshot } from '../../core/rows/snapshot';
import { succeed, together, type Result } from '../../core/result';
import { checkHistory, type HistoryState } from '../../store/write/automatic-copy';
import { type CopyAbout, readCopyAbout } from '../../store/read/copy-about';
import { openDatabase, type Database } from '../../store/database';
import { countDeletion, type Deletion } from '../../store/write/delete';
import { readKeptAside } from '../../store/read/kept-aside';
import { readLastExport } from '../../store/write/last-export';
import { readMembers } from '../../store/read/members';
import { countSnapshots, readTotals } from '../../store/read/snapshots';
import { readUndoableChanges, type UndoableChange } from '../../store/write/undo';
import { hasWaitingReadings } from '../../store/read/waiting-readings';
import { readUnknownHistory, type UnknownHistory } from '../../store/read/unknown-history';

/** What is kept, how much of it, and what waits for an answer. */
export interface DataFacts {
  /** Every profile with the number of its days. */
  readonly members: readonly { readonly member: Member; readonly days: number }[];
  /** How many rows of each kind there are. */
  readonly all: Deletion;
  /** Bytes of the disk that the browser says are used; undefined when it does not say. */
  readonly bytes: number | undefined;
  readonly copy: CopyAbout | undefined;
  readonly health: HistoryState;
  /** Instant of the last export, epoch milliseconds. */
  readonly lastExport: number | undefined;
  /** The latest change that can be undone. */
  readonly undoable: UndoableChange | undefined;
  readonly keptAside: Snapshot | undefined;
  /** Readings wait for room on the disk. */
  readonly isFull: boolean;
  readonly unknown: UnknownHistory | undefined;
}

/** Reads them. Errors: those of the store. */
export async function loadDataFacts(): Promise<Result<DataFacts>> {
  const database = await openDatabase();
  if (!database.ok) return database;
  const [facts, copy, health, lastExport, isFull] = await Promise.all([
    together({
      members: countMembers(database.value),
      all: countDeletion(database.value),
      undoable: readUndoableChanges(database.value),
      keptAside: readKeptAside(database.value),
      unknown: readUnknownHistory(database.value),
    }),
    readCopyAbout(),
    checkHistory(database.value),
    readLastExport(),
    hasWaitingReadings(),
  ]);
  if (!facts.ok) return facts;
  const { usage } = await navigator.storage.estimate();
  return succeed({
    ...facts.value,
    bytes: usage,
    // Not to know of the copy is no reason to hide the history; a damaged one is renewed within a week.
    copy: copy.ok ? copy.value : undefined,
    health: health.ok ? health.value : { state: 'whole' },
    lastExport: lastExport.ok ? lastExport.value : undefined,
    undoable: facts.value.undoable[0],
    keptAside: facts.value.keptAside[0],
    isFull,
  });
}

async function countMembers(database: Database): Promise<Result<DataFacts['members']>> {
  const members = await readMembers(database);
  if (!members.ok) return members;
  const counted: { member: Member; days: number }[] = [];
  for (const member of members.value) {
    const days = await together({ whole: countSnapshots(database, member.id), alone: readTotals(database, member.id) });
    if (!days.ok) return days;
    counted.push({ member, days: days.value.whole + days.value.alone.length });
  }
  return succeed(counted);
}
