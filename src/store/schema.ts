import type { DBSchema } from 'idb';
import type { Snapshot } from '../core/rows/snapshot';
import type { RowKey } from '../core/rows/merge';
import type { RowKind, StoredKeys, StoredRows } from '../core/rows/row-kinds';

/** The database's name: what others may rely on. */
export const databaseName = 'ssi-scorecard';

/** The database that holds where the member keeps a copy in a file: it is no part of the history. */
export const fileDatabaseName = 'ssi-scorecard-file';

/** Small facts about the history itself, one row each. */
export type Fact =
  /** The salt of the members' hashes, 32 hexadecimal digits: the mirror of the one in `storage.local`. */
  | { readonly key: 'salt'; readonly value: string }
  /** The profile that readings of nobody's page belong to, by the member's word: `unknown` when they stay apart. Absent until answered. */
  | { readonly key: 'unknown-owner'; readonly value: string }
  /** What was taken away here or elsewhere and has been carried out here, as JSON: see `write/removals.ts`. There only while something travels. */
  | { readonly key: 'removals'; readonly value: string }
  /** Readings that are there again should another computer take back what it has put in their place: see `src/sync/meet.ts`. */
  | { readonly key: 'replaced'; readonly value: ''; readonly readings: readonly Snapshot[] }
  /** Up to version 5: the profiles that came from somebody else's file, their ids with spaces between. */
  | { readonly key: 'staying'; readonly value: string }
  /** What the last visits of the page wrote, so that each can take it back. */
  | { readonly key: 'visits'; readonly value: ''; readonly visits: readonly VisitNote[] };

/** The reading that a visit of the page wrote last, or when the profile that it went to was deleted. */
export type VisitNote = VisitWrite | { readonly visit: string; readonly deletedAt: number };

export interface VisitWrite {
  /** The visit's id. */
  readonly visit: string;
  readonly store: 'snapshots' | 'kept-aside';
  readonly written: Snapshot;
  /** What its day had before that visit; absent when there was nothing. */
  readonly before?: Snapshot;
  /** The visit made the profile. */
  readonly isFirst?: true;
}

/** One row that an undoable change wrote or removed. */
export interface RowChange {
  readonly store: DataStore;
  readonly key: RowKey;
  /** How it was before; absent when there was no such row. */
  readonly before?: unknown;
  /** The mark of how it was left, by `markOf`; absent when it was removed. */
  readonly after?: unknown;
}

/** A part of an undoable change. Long ones are cut into parts, so that no single row is too big to write without a pause. */
export interface UndoPart {
  /** The change's own id. */
  readonly id: string;
  /** 0, 1, 2 … */
  readonly part: number;
  readonly kind: 'import' | 'merge' | 'restore' | 'answer' | 'by-hand' | 'left' | 'returned' | 'joined' | 'people';
  /** Instant it was done, epoch milliseconds. */
  readonly at: number;
  /** In the first part: numbers of a day that was there already were changed. */
  readonly altered?: true;
  readonly changes: readonly RowChange[];
}

/** Version 1 of the database. What each object store holds is told in `docs/data.md`. */
export interface Schema extends DBSchema, RowStores {
  facts: { key: string; value: Fact };
  undo: { key: [string, number]; value: UndoPart };
}
type RowStores = { [Kind in RowKind]: { key: StoredKeys[Kind]; value: StoredRows[Kind] } };

/** An object store that holds what must never be lost: see `data-stores.ts`. */
export type DataStore = RowKind | 'facts';

/** What tells whether a row is still as it was left: of a reading its instant, which every later one changes, of anything else all of it. */
export function markOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'readAt' in row && !('deleted' in row) ? row.readAt : row;
}
