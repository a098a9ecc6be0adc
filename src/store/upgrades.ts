import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Schema } from './schema';

/** The one transaction of an upgrade. The browser undoes all of it when it does not finish, so an interrupted upgrade starts again at the next opening. */
export type UpgradeTransaction = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** Brings the database from the version before to its own. It may only await requests of `transaction`, or the browser ends the transaction. */
export type Upgrade = (database: IDBPDatabase<Schema>, transaction: UpgradeTransaction) => void | Promise<void>;

/** Version 1: a history for each member. */
function toVersion1(database: IDBPDatabase<Schema>): void {
  database.createObjectStore('snapshots', { keyPath: ['member', 'day'] });
  database.createObjectStore('totals', { keyPath: ['member', 'day'] });
  database.createObjectStore('members', { keyPath: 'id' });
  database.createObjectStore('actions', { keyPath: ['member', 'id'] });
  database.createObjectStore('goals', { keyPath: ['member', 'id'] });
  database.createObjectStore('tip-choices', { keyPath: ['member', 'tip'] });
  database.createObjectStore('kept-aside', { keyPath: ['member', 'readAt'] });
  database.createObjectStore('facts', { keyPath: 'key' });
  database.createObjectStore('undo', { keyPath: ['id', 'part'] });
}

/** Every upgrade, in order: the first brings an absent database to version 1. Never change one that was released: add the next. */
export const upgrades: readonly Upgrade[] = [toVersion1];

/** Runs those of `steps` that a database of version `from` still needs, one after the other. */
export async function upgradeFrom(
  from: number,
  steps: readonly Upgrade[],
  database: IDBPDatabase<Schema>,
  transaction: UpgradeTransaction,
): Promise<void> {
  for (const step of steps.slice(from)) await step(database, transaction);
}
