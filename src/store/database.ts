import { openDB, type IDBPDatabase, type IDBPTransaction, type OpenDBCallbacks, type StoreNames } from 'idb';
import { fail, succeed, type Result } from '../core/result';
import { announceChange } from './announce-change';
import { changingShown } from './kept-frame';
import { databaseName, type Schema } from './schema';
import { storageErrorOf, withStorage } from './storage-error';
import { upgradeFrom, upgrades, type Upgrade } from './upgrades';

/** An open history. */
export interface Database {
  readonly connection: IDBPDatabase<Schema>;
  /** A newer version of the extension wrote it: it may be read, and every write answers `storage-newer`. */
  readonly readOnly: boolean;
}

/** How long an opening may wait for older pages to let go of the database before it says `storage-blocked`, in milliseconds. */
const blockedAfter = 3000;

let opened: Promise<Result<Database>> | undefined;

/**
 * The history, opened once for each page or worker and brought up to date by `upgrades.ts`. Cheap to call again: call it before each use,
 * because the browser may close a connection at any time.
 *
 * Errors: `storage-unavailable` (no IndexedDB here, or forbidden), `storage-blocked` (a page of an older version holds it open),
 * `storage-corrupt` (the browser cannot read it), `storage-full` (no room to create or upgrade it). A newer database opens, with `readOnly`.
 */
export async function openDatabase(): Promise<Result<Database>> {
  opened ??= openDatabaseWith(upgrades, forget);
  try {
    const database = await opened;
    if (!database.ok) forget();
    return database;
  } catch (error) {
    forget();
    throw error;
  }
}

/** What `work` makes of the history; the error of opening it when it cannot be opened. */
export async function withDatabase<Value>(
  work: (database: Database) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const database = await openDatabase();
  return database.ok ? work(database.value) : database;
}

/** Closes the history of this page or worker. Transactions under way still finish. */
export async function closeDatabase(): Promise<void> {
  const closing = opened;
  forget();
  const database = await closing;
  if (database?.ok) database.value.connection.close();
}

function forget(): void {
  opened = undefined;
}

/** `openDatabase` with other upgrades than ours, and no memory: for tests of upgrades. `onClosed` is told when the connection ends from outside. */
export async function openDatabaseWith(steps: readonly Upgrade[], onClosed: () => void): Promise<Result<Database>> {
  // Absent in some private modes, whatever the types say.
  if (!('indexedDB' in globalThis)) return fail('storage-unavailable');

  let giveUp: ReturnType<typeof setTimeout> | undefined;
  let waitedTooLong: () => void;
  const blocked = new Promise<'blocked'>((resolve) => {
    waitedTooLong = () => resolve('blocked');
  });
  let failedUpgrade: unknown;
  const callbacks: OpenDBCallbacks<Schema> = {
    upgrade(database, from, _to, transaction) {
      // Its failure is said by the opening.
      transaction.done.catch(() => undefined);
      // A step that throws must undo the whole upgrade: the browser itself only sees what is thrown before the first await.
      upgradeFrom(from, steps, database, transaction).catch((error: unknown) => {
        failedUpgrade = error;
        try {
          transaction.abort();
        } catch {
          // It was aborted already, which is what is wanted.
        }
      });
    },
    blocked() {
      giveUp = setTimeout(waitedTooLong, blockedAfter);
    },
    // A newer version of the extension wants to upgrade, or everything is being deleted: never stand in its way.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  };

  try {
    const opening = openDB<Schema>(databaseName, steps.length, callbacks);
    const outcome = await Promise.race([opening, blocked]);
    if (outcome !== 'blocked') return succeed({ connection: outcome, readOnly: false });
    // Should it open after all, nobody waits for it any more.
    opening.then(
      (late) => late.close(),
      () => undefined,
    );
    return fail('storage-blocked');
  } catch (error) {
    const code = storageErrorOf(failedUpgrade ?? error);
    if (code === undefined) throw failedUpgrade ?? error;
    return code === 'storage-newer' ? await openReadOnly(onClosed) : fail(code);
  } finally {
    clearTimeout(giveUp);
  }
}

/** A database from a newer version is opened as it is, never downgraded. */
async function openReadOnly(onClosed: () => void): Promise<Result<Database>> {
  return withStorage(async () => ({
    connection: await openDB<Schema>(databaseName, undefined, {
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    }),
    readOnly: true,
  }));
}

/** A transaction that reads. */
export type ReadTransaction = IDBPTransaction<Schema, StoreNames<Schema>[]>;

const reading = new WeakMap<Database['connection'], ReadTransaction>();

/** A transaction to read from at once: what is asked for in one go is read in one, and is of one instant. */
export function readTransaction({ connection }: Database): ReadTransaction {
  const known = reading.get(connection);
  if (known) return known;
  const transaction = connection.transaction([...connection.objectStoreNames]);
  // What went wrong is said by the requests.
  transaction.done.catch(() => undefined);
  reading.set(connection, transaction);
  queueMicrotask(() => reading.delete(connection));
  return transaction;
}

/** Runs `work`, which writes, unless the database is from a newer version: then `storage-newer`, and nothing was touched. */
async function write<Value>(database: Database, work: () => Promise<Value>): Promise<Result<Value>> {
  return database.readOnly ? fail('storage-newer') : withStorage(work);
}

/** A transaction that may write. */
export type WriteTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>;

/**
 * Runs `work` in one transaction over `stores`: all that it writes is on the disk when it answers, and pages and the worker are told of rows,
 * or nothing is written. `work` may wait for nothing but requests of its transaction.
 */
export async function writeTogether<Value>(
  database: Database,
  stores: readonly StoreNames<Schema>[],
  work: (transaction: WriteTransaction) => Promise<Value>,
): Promise<Result<Value>> {
  // Facts alone show nowhere.
  const shows = stores.some((store) => store !== 'facts');
  const written = () =>
    write(database, async () => {
      const transaction = database.connection.transaction([...stores], 'readwrite', { durability: 'strict' });
      try {
        const value = await work(transaction);
        await transaction.done;
        if (shows) announceChange();
        return value;
      } catch (error) {
        // What `done` would say once more is said by `error` already.
        transaction.done.catch(() => undefined);
        try {
          transaction.abort();
        } catch {
          // The browser has aborted it already.
        }
        // After the disk was full, later requests only say that the transaction has ended.
        throw transaction.error ?? error;
      }
    });
  return shows ? changingShown(written) : written();
}

/** Every key `[member, …]` of one member, in a store whose key begins with the member. */
export function keysOf(member: string): IDBKeyRange {
  // An array sorts after every text and number, so `[member, []]` is past the member's last key.
  return IDBKeyRange.bound([member], [member, []]);
}
