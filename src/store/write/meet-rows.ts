import type { IDBPTransaction, StoreNames } from 'idb';
import { keyOfRow, type RowKey } from '../../core/rows/merge';
import { isPerson } from '../../core/rows/person';
import type { Removal } from '../../core/rows/removal';
import { memberOfRow, noRows, rowKinds, type RowKind, type Rows, type StoredRows } from '../../core/rows/row-kinds';
import { sameData } from '../../core/rows/same-data';
import { succeed, type Result } from '../../core/result';
import { dataStores } from '../data-stores';
import { writeTogether, type Database, type WriteTransaction } from '../database';
import { copyAlone } from '../read/copy-about';
import type { Fact, Schema } from '../schema';
import { withStorage } from '../storage-error';
import { refreshCopy } from './automatic-copy';
import { LoggedWriter } from './logged-write';
import { removalsFact, removalsIn } from './removals';

/** Everything that is kept, as it is told to other computers. */
export interface KeptHistory {
  readonly rows: Rows;
  readonly removals: readonly Removal[];
  /** Readings in whose place another computer's imported or typed ones are: see `src/sync/meet.ts`. */
  readonly replaced: readonly StoredRows['snapshots'][];
  /** The profiles of people, whose files the member was given. */
  readonly staying: ReadonlySet<string>;
  /** The salt of the members' hashes; absent before the first reading of a page that names somebody. */
  readonly salt?: string;
}

/** What is to be written. */
export interface MetRows {
  readonly put: Rows;
  readonly gone: readonly { readonly kind: RowKind; readonly key: RowKey }[];
  readonly removals: readonly Removal[];
  readonly replaced: KeptHistory['replaced'];
  readonly salt?: string;
  /** Profiles that go, or are back: what the member is told of, and can undo. */
  readonly left: readonly string[];
  readonly returned: readonly string[];
}

const allStores: StoreNames<Schema>[] = [...dataStores];

/**
 * Reads everything, asks `decide`, which must not wait for anything, what comes of it, and writes that in one transaction: all or nothing, and
 * nothing at all where nothing changes. Days that go take the automatic copy along.
 */
export async function meetRows<Met extends MetRows>(
  database: Database,
  now: number,
  decide: (here: KeptHistory) => Met,
): Promise<Result<Met>> {
  const looked = await withStorage(async () => {
    const here = await everythingIn(database.connection.transaction(allStores));
    const met = decide(here);
    return { met, isNothingNew: isNothingNew(met, here) };
  });
  if (!looked.ok) return looked;
  if (looked.value.isNothingNew) return succeed(looked.value.met);
  return copyAlone(async () => {
    const met = await writeTogether(database, [...allStores, 'undo'], async (transaction) => {
      const here = await everythingIn(transaction);
      const decided = decide(here);
      await write(transaction, decided, here, now);
      return decided;
    });
    // Days are gone on purpose. Should the copy not be renewed, they are offered for restoring.
    if (met.ok && met.value.gone.length > 0) await refreshCopy(database, now);
    return met;
  });
}

function isNothingNew({ put, gone, removals, replaced, salt }: MetRows, here: KeptHistory): boolean {
  const hasRows = gone.length > 0 || rowKinds.some((kind) => put[kind].length > 0);
  const isKnown = sameData(removals, here.removals) && sameData(replaced, here.replaced);
  return !hasRows && salt === undefined && isKnown;
}

/** Begins to remember what is taken away (`travels`), or forgets it. */
export async function keepRemovals(database: Database, travels: boolean): Promise<Result<void>> {
  return writeTogether(database, ['facts'], async (transaction) => {
    const facts = transaction.objectStore('facts');
    if (!travels) {
      await facts.delete('removals');
      await facts.delete('replaced');
    } else if ((await facts.get('removals')) === undefined) {
      await facts.put(removalsFact([]));
    }
  });
}

async function everythingIn(
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'readonly' | 'readwrite'>,
): Promise<KeptHistory> {
  const rows = noRows();
  const facts = transaction.objectStore('facts');
  const asked = rowKinds.map(async (kind) => {
    rows[kind].push(...((await transaction.objectStore(kind).getAll()) as never[]));
  });
  const [removals, replaced, salt] = await Promise.all([
    facts.get('removals'),
    facts.get('replaced'),
    facts.get('salt'),
  ]);
  await Promise.all(asked);
  return {
    rows,
    removals: removalsIn(removals),
    replaced: replaced?.key === 'replaced' ? replaced.readings : [],
    staying: new Set(rowKinds.flatMap((kind) => rows[kind].map(memberOfRow)).filter(isPerson)),
    ...(salt && { salt: salt.value }),
  };
}

async function write(transaction: WriteTransaction, met: MetRows, here: KeptHistory, now: number): Promise<void> {
  const { put, gone, removals, replaced, salt, left, returned } = met;
  const facts = transaction.objectStore('facts');
  if (!sameData(removals, here.removals)) await facts.put(removalsFact(removals));
  if (!sameData(replaced, here.replaced)) await facts.put({ key: 'replaced', value: '', readings: replaced });
  if (salt !== undefined) await facts.put({ key: 'salt', value: salt } satisfies Fact);
  const told = new Set([...left, ...returned]);
  const last = await transaction.objectStore('undo').openKeyCursor(null, 'prev');
  const writer = new LoggedWriter(transaction, left.length > 0 ? 'left' : 'returned', now, last?.key[0]);
  for (const kind of rowKinds) {
    const before = new Map<string, StoredRows[RowKind]>(
      here.rows[kind].map((row) => [String(keyOfRow(kind, row)), row]),
    );
    const store = transaction.objectStore(kind);
    for (const row of put[kind] as readonly StoredRows[RowKind][]) {
      const key = keyOfRow(kind, row);
      if (told.has(memberOfRow(row))) writer.put(kind, key, before.get(String(key)), row);
      else await store.put(row);
    }
    for (const { key } of gone.filter((one) => one.kind === kind)) {
      const row = before.get(String(key));
      if (row && told.has(memberOfRow(row))) writer.delete(kind, key, row);
      else await store.delete(key as never);
    }
  }
  if (told.size > 0) await writer.finish();
}
