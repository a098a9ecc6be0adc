import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { personPrefix } from '../core/rows/person';
import type { MemberRowKind, RowKind, StoredRows } from '../core/rows/row-kinds';
import { upgradedRow } from '../core/rows/upgrade-row';
import type { RowChange, Schema } from './schema';

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

/** Version 2: what the member made knows when it was changed, also in what undoing would bring back. */
async function toVersion2(_database: IDBPDatabase<Schema>, transaction: UpgradeTransaction): Promise<void> {
  for (const kind of ['members', 'actions', 'goals', 'tip-choices'] as const) {
    const store = transaction.objectStore(kind);
    for (const row of await store.getAll()) await store.put(upgradedRow(kind, row, 1, 2) as typeof row);
  }
  const undo = transaction.objectStore('undo');
  for (const part of await undo.getAll()) {
    const changes = part.changes.map((change) => {
      const { store, before, after } = change;
      if (store === 'facts') return change;
      return {
        ...change,
        ...(before !== undefined && { before: upgradedRow(store, before, 1, 2) }),
        ...(after !== undefined && { after: upgradedRow(store, after, 1, 2) }),
      };
    });
    await undo.put({ ...part, changes });
  }
}

/** Version 3: what the member deletes by day stays deleted. */
function toVersion3(database: IDBPDatabase<Schema>): void {
  database.createObjectStore('deleted-days', { keyPath: ['member', 'day'] });
}

/** Version 4: a choice may be a tip that is taken. The rows stay as they are; an older version must not take them for its own. */
function toVersion4(): void {
  // Nothing to rebuild.
}

/** Version 5: what the member plans for a week, and what they tick of it themselves. */
function toVersion5(database: IDBPDatabase<Schema>): void {
  database.createObjectStore('plans', { keyPath: ['member', 'week'] });
  database.createObjectStore('own-checks', { keyPath: ['member', 'week'] });
}

/** What belonged to a member in version 5. Not the kinds there are now: those may become more, and their checks are not for every page that opens the database. */
const memberKindsOfVersion5 = [
  'snapshots',
  'totals',
  'deleted-days',
  'actions',
  'goals',
  'tip-choices',
  'plans',
  'own-checks',
  'kept-aside',
] as const satisfies readonly MemberRowKind[];

/**
 * Version 6: what came from somebody else's file is a person's, apart from the member's own by its id. Until now a fact named the profiles that came so
 * and did not travel. One to which readings of nobody's page go by the member's word is the member's own.
 */
async function toVersion6(_database: IDBPDatabase<Schema>, transaction: UpgradeTransaction): Promise<void> {
  const facts = transaction.objectStore('facts');
  const owner = (await facts.get('unknown-owner'))?.value;
  const stayed = (await facts.get('staying'))?.value.split(' ') ?? [];
  const staying = new Set(stayed.filter((origin) => origin !== owner));
  await facts.delete('staying');
  const members = transaction.objectStore('members');
  for (const origin of staying) {
    const member = await members.get(origin);
    if (member === undefined) continue;
    await members.delete(origin);
    await members.put(asPerson(staying, 'members', member));
    for (const kind of memberKindsOfVersion5) {
      const store = transaction.objectStore(kind);
      const range = IDBKeyRange.bound([origin], [origin, []]);
      const rows: readonly StoredRows[MemberRowKind][] = await store.getAll(range);
      await store.delete(range);
      for (const row of rows) await store.put(asPerson(staying, kind, row));
    }
  }
  if (staying.size === 0) return;
  // What undoing would bring back is theirs, too.
  const undo = transaction.objectStore('undo');
  for (const part of await undo.getAll()) {
    const changes = part.changes
      .filter(({ key }) => key !== 'staying')
      .map((change): RowChange => {
        const { store, key, before, after } = change;
        const origin = Array.isArray(key) ? key[0] : key;
        if (store === 'facts' || !staying.has(origin)) return change;
        const person = personOf(origin);
        return {
          store,
          key: Array.isArray(key) ? [person, key[1]] : person,
          ...(before !== undefined && { before: asPerson(staying, store, before) }),
          ...(after !== undefined && { after: asPerson(staying, store, after) }),
        };
      });
    await undo.put({ ...part, changes });
  }
}

const personOf = (origin: string) => `${personPrefix}${origin.slice(0, 16)}`;

/** A row, or the mark of one, of a profile that stayed as that of a person; others as they are. */
function asPerson<Row>(staying: ReadonlySet<string>, kind: RowKind, row: Row): Row {
  const { id, member, since } = row as { readonly id?: string; readonly member?: string; readonly since?: number };
  const origin = kind === 'members' ? id : member;
  if (origin === undefined || !staying.has(origin)) return row;
  const person = personOf(origin);
  return kind === 'members'
    ? { ...row, id: person, given: { at: since, file: '', origin } }
    : { ...row, member: person };
}

/** Every upgrade, in order: the first brings an absent database to version 1. Never change one that was released: add the next. */
export const upgrades: readonly Upgrade[] = [toVersion1, toVersion2, toVersion3, toVersion4, toVersion5, toVersion6];

/** Runs those of `steps` that a database of version `from` still needs, one after the other. */
export async function upgradeFrom(
  from: number,
  steps: readonly Upgrade[],
  database: IDBPDatabase<Schema>,
  transaction: UpgradeTransaction,
): Promise<void> {
  for (const step of steps.slice(from)) await step(database, transaction);
}
