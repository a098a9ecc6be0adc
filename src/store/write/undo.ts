import { wrap } from 'idb';
import type { Result } from '../../core/result';
import { keyOfRow, type RowKey } from '../../core/rows/merge';
import { instantOf, isGone } from '../../core/rows/removal';
import type { RowKind, StoredRows } from '../../core/rows/row-kinds';
import { sameData } from '../../core/rows/same-data';
import { copyAlone } from '../read/copy-about';
import { refreshCopy } from './automatic-copy';
import { writeTogether, type Database, type WriteTransaction } from '../database';
import { noteBack, noteGone, noteRemovals } from './removals';
import { rangeOf, rawStore, rowsByKey } from './rows-by-key';
import { dataStores } from '../data-stores';
import { markOf, type RowChange, type UndoPart } from '../schema';
import { withStorage } from '../storage-error';

/** A change that can be undone. */
export interface UndoableChange {
  readonly id: string;
  readonly kind: UndoPart['kind'];
  /** Instant it was done, epoch milliseconds. */
  readonly at: number;
}

/** The changes that can still be undone, the latest first. */
export async function readUndoableChanges(database: Database): Promise<Result<UndoableChange[]>> {
  return withStorage(async () => {
    const { store } = database.connection.transaction('undo');
    const changes: UndoableChange[] = [];
    for (const [id, part] of await store.getAllKeys()) {
      if (part !== 0) continue;
      const first = await store.get([id, 0]);
      if (first !== undefined) changes.unshift({ id, kind: first.kind, at: first.at });
    }
    return changes;
  });
}

/** What an undoing did: rows put back, and rows left as they are because something newer was stored there since. */
export interface Undone {
  readonly restored: number;
  readonly leftAlone: number;
}

/** Puts every row that a change touched back as it was, in one transaction. What was stored since is never undone with it. */
export async function undoChange(database: Database, id: string, now: number): Promise<Result<Undone>> {
  return copyAlone(async () => {
    const put = await putBack(database, id, now);
    // Days that an undone import had brought are gone on purpose. Should the copy not be renewed, they are offered for restoring.
    if (put.ok) await refreshCopy(database, now);
    return put;
  });
}

async function putBack(database: Database, id: string, now: number): Promise<Result<Undone>> {
  return writeTogether(database, [...dataStores, 'undo'], async (transaction) => {
    const undo = transaction.objectStore('undo');
    const keys = await undo.getAllKeys(IDBKeyRange.bound([id], [id, []]));
    let [restored, leftAlone] = [0, 0];
    for (const key of keys.reverse()) {
      const changes = [...((await undo.get(key))?.changes ?? [])].reverse();
      for (const store of new Set(changes.map((change) => change.store))) {
        const undone = await undoIn(
          transaction.objectStore(store),
          changes.filter((change) => change.store === store),
        );
        leftAlone += undone.leftAlone;
        if (store !== 'facts') await noteUndone(transaction, store, undone, now);
      }
      restored += changes.length;
      await undo.delete(key);
    }
    await noteRemovals(transaction, (removals) => {
      // Of a profile that is gone altogether its single rows need not be named.
      const gone = [...removals.values()].filter((one) => one.of === 'members' && isGone(one) && one.made === now);
      for (const [name, removal] of removals) {
        if (removal.made === now && gone.some(({ key }) => removal.key.startsWith(`${key},`))) removals.delete(name);
      }
    });
    restored -= leftAlone;
    return { restored, leftAlone };
  });
}

/** What became of the rows of one store. */
interface UndoneRows {
  /** What had come and is gone again, as it was. */
  readonly gone: readonly StoredRows[RowKind][];
  /** What is as it was before. */
  readonly back: readonly StoredRows[RowKind][];
  readonly leftAlone: number;
}

/** Other computers hear of it; of a profile that goes with all its rows in one. */
function noteUndone(
  transaction: WriteTransaction,
  kind: RowKind,
  { gone, back }: UndoneRows,
  now: number,
): Promise<void> {
  const key = (row: StoredRows[RowKind]) => String(keyOfRow(kind, row));
  return noteRemovals(transaction, (removals) => {
    for (const row of gone) {
      noteGone(removals, { of: kind, key: key(row), at: kind === 'members' ? now : instantOf(row), made: now });
    }
    for (const row of back) noteBack(removals, { of: kind, key: key(row) }, now);
  });
}

/** Takes `changes` back, the last one first. */
async function undoIn(store: object, changes: readonly RowChange[]): Promise<UndoneRows> {
  const keys = changes.map((change) => change.key);
  const rows = await rowsByKey(store, keys);
  const stored = rows.size;
  const put = new Map<string, unknown>();
  const removed = new Map<string, RowKey>();
  const found = new Map(rows);
  let leftAlone = 0;
  for (const { key, before, after } of changes) {
    const name = String(key);
    if (!sameData(markOf(rows.get(name)), after)) {
      leftAlone += 1;
    } else if (before === undefined) {
      rows.delete(name);
      put.delete(name);
      removed.set(name, key);
    } else {
      rows.set(name, before);
      put.set(name, before);
      removed.delete(name);
    }
  }

  const raw = rawStore(store);
  let last: IDBRequest | undefined;
  const range = rangeOf([...removed.values()]);
  // All that is in the range goes, as when a whole import is undone: one request instead of hundreds.
  if (range !== undefined && removed.size === stored && (await wrap(raw.count(range))) === removed.size) {
    last = raw.delete(range);
  } else {
    for (const key of removed.values()) last = raw.delete(key);
  }
  for (const row of put.values()) last = raw.put(row);
  if (last !== undefined) await wrap(last);
  const gone = [...removed.keys()].map((name) => found.get(name)).filter((row) => row !== undefined);
  return { gone: gone as StoredRows[RowKind][], back: [...put.values()] as StoredRows[RowKind][], leftAlone };
}
