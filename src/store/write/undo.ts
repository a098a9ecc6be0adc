import { wrap } from 'idb';
import type { Result } from '../../core/result';
import type { Member } from '../../core/rows/member';
import { memberOfRow, memberRowKinds, type RowKind } from '../../core/rows/row-kinds';
import type { RowKey } from '../../core/rows/merge';
import { instantOf, isGone } from '../../core/rows/removal';
import { sameData } from '../../core/rows/same-data';
import { unknownMember } from '../../core/score/reading';
import { copyAlone } from '../read/copy-about';
import { refreshCopy } from './automatic-copy';
import { keysOf, writeTogether, type Database, type WriteTransaction } from '../database';
import { noteRemovals, noteUndone, type UndoneRow } from './removals';
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
  /** It changed numbers of a day that was there already. */
  readonly altered: boolean;
}

/** The changes that can still be undone, the latest first. */
export async function readUndoableChanges(database: Database): Promise<Result<UndoableChange[]>> {
  return withStorage(async () => {
    const { store } = database.connection.transaction('undo');
    const changes: UndoableChange[] = [];
    for (const [id, part] of await store.getAllKeys()) {
      if (part !== 0) continue;
      const first = await store.get([id, 0]);
      if (first !== undefined) changes.unshift({ id, kind: first.kind, at: first.at, altered: first.altered ?? false });
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
    const undone: [RowKind, UndoneRow][] = [];
    let kind: UndoPart['kind'] | undefined;
    let at = Infinity;
    for (const key of keys.reverse()) {
      const part = await undo.get(key);
      kind = part?.kind;
      at = part?.at ?? at;
      const changes = [...(part?.changes ?? [])].reverse();
      for (const store of new Set(changes.map((change) => change.store))) {
        const { rows, leftAlone: left } = await undoIn(
          transaction.objectStore(store),
          changes.filter((change) => change.store === store),
        );
        leftAlone += left;
        if (store !== 'facts') for (const row of rows) undone.push([store, row]);
      }
      restored += changes.length;
      await undo.delete(key);
    }
    leftAlone += await keepProfiles(transaction, undone, at);
    // Taking that back is the member's word that the nameless profile stays one of its own: it is not joined again.
    if (kind === 'joined') await transaction.objectStore('facts').put({ key: 'unknown-owner', value: unknownMember });
    // A profile that others deleted is deleted again; one that an import brought goes only where nothing else is known of it.
    const until = kind === 'returned' ? now : 0;
    await noteRemovals(transaction, (removals) => {
      for (const [of, row] of undone) noteUndone(removals, of, row, until, now);
      // Of a profile that is gone altogether its single rows need not be named.
      const gone = [...removals.values()].filter((one) => one.of === 'members' && isGone(one) && one.at === now);
      for (const [name, removal] of removals) {
        if (removal.made === now && gone.some(({ key }) => removal.key.startsWith(`${key},`))) removals.delete(name);
      }
    });
    restored -= leftAlone;
    return { restored, leftAlone };
  });
}

/** A profile that the change made at `at` stays where something was stored of it since. Takes it out of `undone`; returns how many did. */
async function keepProfiles(
  transaction: WriteTransaction,
  undone: [RowKind, UndoneRow][],
  at: number,
): Promise<number> {
  let kept = 0;
  for (const [index, [store, { was, is }]] of [...undone.entries()].reverse()) {
    if (store !== 'members' || is !== undefined || !was) continue;
    const member = memberOfRow(was);
    const rows = await Promise.all(memberRowKinds.map((kind) => transaction.objectStore(kind).getAll(keysOf(member))));
    if (!rows.flat().some((row) => instantOf(row) > at)) continue;
    await transaction.objectStore('members').put(was as Member);
    undone.splice(index, 1);
    kept += 1;
  }
  return kept;
}

/** Takes `changes` back, the last one first. */
async function undoIn(store: object, changes: readonly RowChange[]): Promise<{ rows: UndoneRow[]; leftAlone: number }> {
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
  const undone = [...removed.keys(), ...put.keys()].map((name) => ({ was: found.get(name), is: put.get(name) }));
  return { rows: undone as UndoneRow[], leftAlone };
}
