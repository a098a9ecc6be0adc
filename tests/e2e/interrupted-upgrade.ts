// All but `upgradeScript` run in a page of the extension that has the store's own code; the browser gets their text.
import type { openDatabaseWith } from '../../src/store/database';
import type { Upgrade, upgrades } from '../../src/store/upgrades';
import { bundleScript } from './bundle-script';

declare global {
  /** What `upgradeScript` puts into a page. */
  var storeInPage: {
    readonly openDatabaseWith: typeof openDatabaseWith;
    readonly upgrades: typeof upgrades;
  };
}

/** A script that makes the store's own opening and upgrades known to the functions below. */
export function upgradeScript(): Promise<string> {
  return bundleScript(
    'storeInPage',
    `export { openDatabaseWith } from './src/store/database';
     export { upgrades } from './src/store/upgrades';`,
  );
}

/** A database as it was saved from a version of the extension. */
export interface SavedDatabase {
  readonly version: number;
  readonly stores: Readonly<Record<string, { readonly keyPath: string | string[]; readonly rows: readonly object[] }>>;
}

/** Puts a saved database in the place of whatever there is. */
export function restoreSaved({ version, stores }: SavedDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    // Both are asked for at once: nobody else opens it in between.
    indexedDB.deleteDatabase('ssi-scorecard');
    const opening = indexedDB.open('ssi-scorecard', version);
    opening.onupgradeneeded = () => {
      for (const [name, { keyPath, rows }] of Object.entries(stores)) {
        const store = opening.result.createObjectStore(name, { keyPath });
        for (const row of rows) store.put(row);
      }
    };
    opening.onerror = () => reject(opening.error ?? new Error('The saved database was not made.'));
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

/** The whole database as it is, in the form of a saved one. */
export function readDatabase(): Promise<SavedDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The database did not open.'));
    opening.onsuccess = () => {
      const database = opening.result;
      const { version } = database;
      const transaction = database.transaction([...database.objectStoreNames]);
      const requests = [...database.objectStoreNames].map((name) => {
        const store = transaction.objectStore(name);
        return { name, keyPath: store.keyPath!, all: store.getAll() as IDBRequest<object[]> };
      });
      transaction.onerror = () => reject(transaction.error ?? new Error('The database was not read.'));
      transaction.oncomplete = () => {
        database.close();
        const stores = requests.map(({ name, keyPath, all }) => [name, { keyPath, rows: all.result }] as const);
        resolve({ version, stores: Object.fromEntries(stores) });
      };
    };
  });
}

/**
 * Deletes the database and lets the store make it anew, up to the moment before the browser would commit it; stays there for ever.
 * Resolves when it has come so far.
 */
export function standInCreation(): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase('ssi-scorecard');
    const standing: Upgrade = async (_database, transaction) => {
      for (;;) {
        // Only a transaction that is asked something lives on.
        await transaction.objectStore('facts').count();
        resolve();
      }
    };
    void storeInPage.openDatabaseWith([...storeInPage.upgrades, standing], () => undefined);
  });
}

/** Opens the database as the extension does, which makes it when there is none, and names its object stores. */
export async function openedStores(): Promise<string[]> {
  const database = await storeInPage.openDatabaseWith(storeInPage.upgrades, () => undefined);
  if (!database.ok) throw new Error(database.error);
  const { connection } = database.value;
  connection.close();
  return [...connection.objectStoreNames].sort();
}

/**
 * Upgrades the database to a version that does not exist yet, which rewrites every snapshot: `industry` becomes "rewritten". Stands still
 * for ever when `rows` are rewritten and resolves then; without `rows`, resolves when it is done.
 */
export function upgradeToNext(rows?: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const next: Upgrade = async (_database, transaction) => {
      const snapshots = transaction.objectStore('snapshots');
      for (const [index, row] of (await snapshots.getAll()).entries()) {
        while (index === rows) {
          await snapshots.count();
          resolve();
        }
        await snapshots.put({ ...row, industry: 'rewritten' });
      }
      while (rows !== undefined) {
        await snapshots.count();
        resolve();
      }
    };
    void storeInPage
      .openDatabaseWith([...storeInPage.upgrades, next], () => undefined)
      .then((database) => {
        if (!database.ok) reject(new Error(database.error));
        else {
          database.value.connection.close();
          resolve();
        }
      });
  });
}
