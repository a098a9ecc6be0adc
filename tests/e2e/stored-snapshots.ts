// Both run inside a browser, beside the extension's own code, and know the store only by its public contract: database
// `ssi-scorecard`, object store `snapshots`, key path `[member, day]`. Each must stand alone: the browser gets its text.
import type { RowKind } from '../../src/core/rows/row-kinds';
import type { Snapshot } from '../../src/core/rows/snapshot';

/** Everything in the store, by member and day; an empty list while the store has not been made. */
export async function readAllSnapshots(): Promise<Snapshot[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'ssi-scorecard')) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const database = opening.result;
      const all = database.transaction('snapshots').objectStore('snapshots').getAll();
      all.onsuccess = () => {
        database.close();
        resolve(all.result as Snapshot[]);
      };
      all.onerror = () => reject(all.error ?? new Error('The store was not read.'));
    };
  });
}

/** Puts snapshots into the store as if they had been read before, with a profile for each member. The store must have been made. */
export function putSnapshots(snapshots: readonly Snapshot[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(['snapshots', 'members'], 'readwrite');
      for (const snapshot of snapshots) {
        transaction.objectStore('snapshots').put(snapshot);
        transaction.objectStore('members').put({ id: snapshot.member, since: snapshot.readAt });
      }
      transaction.oncomplete = () => {
        database.close();
        // As the store does: what the pages drew last holds no more.
        chrome.storage.session.remove(['popup-frame', 'scorecard-frame']).then(resolve, reject);
      };
      transaction.onerror = () => reject(transaction.error ?? new Error('The snapshots were not stored.'));
    };
  });
}

/** Puts what a member made into the store: rows by their kind. It must have been made. */
export function putMade(made: Readonly<Partial<Record<RowKind, readonly object[]>>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(Object.keys(made), 'readwrite');
      for (const [kind, rows] of Object.entries(made)) {
        for (const row of rows) transaction.objectStore(kind).put({ changedAt: 1, ...row });
      }
      transaction.oncomplete = () => {
        database.close();
        // As the store does: what the pages drew last holds no more.
        chrome.storage.session.remove(['popup-frame', 'scorecard-frame']).then(resolve, reject);
      };
      transaction.onerror = () => reject(transaction.error ?? new Error('They were not stored.'));
    };
  });
}

/** What stands in the store after a scene: readings, and readings kept aside. */
export interface StoredReadings {
  readonly snapshots: readonly Snapshot[];
  readonly aside: readonly Snapshot[];
}

/** Reads both. The store must have been made. */
export function readStored(): Promise<StoredReadings> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(['snapshots', 'kept-aside']);
      const snapshots = transaction.objectStore('snapshots').getAll();
      const aside = transaction.objectStore('kept-aside').getAll();
      transaction.oncomplete = () => {
        database.close();
        resolve({ snapshots: snapshots.result as Snapshot[], aside: aside.result as Snapshot[] });
      };
      transaction.onerror = () => reject(transaction.error ?? new Error('The store was not read.'));
    };
  });
}

/** Empties the store, but for the salt, and then puts `snapshots` into it, with a profile for each member. */
export function startAnew(snapshots: readonly Snapshot[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
      for (const name of database.objectStoreNames) if (name !== 'facts') transaction.objectStore(name).clear();
      transaction.objectStore('facts').delete('visits');
      for (const snapshot of snapshots) {
        transaction.objectStore('snapshots').put(snapshot);
        transaction.objectStore('members').put({ id: snapshot.member, since: snapshot.readAt });
      }
      transaction.oncomplete = () => {
        database.close();
        // As the store does: what the pages drew last holds no more.
        chrome.storage.session.remove(['popup-frame', 'scorecard-frame']).then(resolve, reject);
      };
      transaction.onerror = () => reject(transaction.error ?? new Error('The store was not emptied.'));
    };
  });
}
