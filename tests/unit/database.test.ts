import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rowKinds, storedRowOf, type RowKind } from '../../src/core/rows/row-kinds';
import { rowVersion, upgradedRow } from '../../src/core/rows/upgrade-row';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { closeDatabase, openDatabase, openDatabaseWith, type Database } from '../../src/store/database';
import { dataStores } from '../../src/store/data-stores';
import { databaseName } from '../../src/store/schema';
import { countSnapshots, readSnapshots } from '../../src/store/read/snapshots';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { readMembers } from '../../src/store/read/members';
import { readPeople } from '../../src/store/read/people';
import { readGoals } from '../../src/store/read/rows';
import { undoChange } from '../../src/store/write/undo';
import { upgrades, type Upgrade } from '../../src/store/upgrades';
import { sampleSnapshot } from './sample-snapshot';
import { fieldsIn, fieldsOf } from './stored-row-arbitraries';
import { value } from './value';

const { browser } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(async () => {
  await closeDatabase();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const nobody = () => undefined;

interface SavedDatabase {
  readonly version: number;
  readonly stores: Record<string, { readonly keyPath: string | string[]; readonly rows: readonly unknown[] }>;
}

/** Makes the database as a saved one of an older version has it. */
async function restoreSaved(name: string): Promise<SavedDatabase> {
  const saved = JSON.parse(readFileSync(`tests/fixtures/databases/${name}`, 'utf8')) as SavedDatabase;
  const database = await openDB(databaseName, saved.version, {
    upgrade(upgraded) {
      for (const [store, { keyPath, rows }] of Object.entries(saved.stores)) {
        const created = upgraded.createObjectStore(store, { keyPath });
        for (const row of rows) void created.put(row);
      }
    },
  });
  database.close();
  return saved;
}

describe('upgrades', () => {
  test('there is a saved database of every released version', () => {
    for (let version = 1; version <= upgrades.length; version += 1) {
      expect(() => readFileSync(`tests/fixtures/databases/version-${version}.json`)).not.toThrow();
    }
  });

  test('databases and backups count their versions alike, or an older version would take a newer backup for its own', () => {
    expect(rowVersion).toBe(upgrades.length);
  });

  test.each(rowKinds)(
    'the newest saved database has every field of %s: a new one needs an upgrade, and is saved with it',
    (kind) => {
      const { stores } = JSON.parse(
        readFileSync(`tests/fixtures/databases/version-${upgrades.length}.json`, 'utf8'),
      ) as SavedDatabase;
      const saved = new Set((stores[kind]?.rows ?? []).flatMap(fieldsIn));
      expect([...saved].sort()).toEqual([...new Set(fieldsOf(kind))].sort());
    },
  );

  test.each(upgrades.map((_, index) => index + 1))(
    'from version %i every row of every store is kept, as a row of today',
    async (version) => {
      const saved = await restoreSaved(`version-${version}.json`);
      const { connection } = value(await openDatabase());
      expect(connection.version).toBe(upgrades.length);
      for (const [store, { rows: older }] of Object.entries(saved.stores)) {
        const isKind = (rowKinds as readonly string[]).includes(store);
        const rows = isKind ? older.map((row) => upgradedRow(store as RowKind, row, version)) : older;
        for (const row of isKind ? rows : []) expect(storedRowOf(store as RowKind, row)).toEqual(row);
        const kept = await connection.getAll(store as 'snapshots');
        expect(kept).toHaveLength(rows.length);
        expect(kept).toEqual(expect.arrayContaining(rows as Snapshot[]));
      }
    },
  );

  test('from version 1, what the member made knows when, and an import can still be undone', async () => {
    await restoreSaved('version-1.json');
    const older = await openDB(databaseName, 1);
    const [member] = (await older.getAll('members')) as { id: string }[];
    const goal = { id: 'g', member: member!.id, of: 'total', target: 70, from: 50, setOn: '2026-10-01' };
    await older.put('goals', goal);
    const change = { store: 'goals', key: [goal.member, goal.id], before: { ...goal, target: 60 }, after: goal };
    await older.put('undo', { id: 'x', part: 0, kind: 'import', at: 1, changes: [change] });
    older.close();
    const database = value(await openDatabase());
    expect(await database.connection.get('goals', [goal.member, 'g'])).toMatchObject({
      changedAt: Date.parse('2026-10-01'),
    });
    expect(value(await undoChange(database, 'x', Date.now()))).toEqual({ restored: 1, leftAlone: 0 });
    expect(value(await readGoals(database, goal.member))).toContainEqual(expect.objectContaining({ target: 60 }));
  });

  test('from version 5, what came from somebody else’s file is a person’s, with all their rows, and no longer the member’s own', async () => {
    await restoreSaved('version-5.json');
    const older = await openDB(databaseName, 5);
    const [stranger, gone] = ['b'.repeat(64), 'c'.repeat(64)];
    await older.put('members', { id: stranger, since: 7, name: 'Ben', changedAt: 8 });
    await older.put('snapshots', sampleSnapshot({ member: stranger }));
    await older.put('facts', { key: 'staying', value: `${stranger} ${gone}` });
    const own = (await older.getAll('members')).length - 1;
    older.close();
    const database = value(await openDatabase());
    expect(value(await readMembers(database))).toHaveLength(own);
    const [ben, ...others] = value(await readPeople(database));
    expect(others).toEqual([]);
    expect(ben).toMatchObject({ readings: 1, member: { name: 'Ben', since: 7, given: { origin: stranger } } });
    expect(await countSnapshots(database, stranger)).toMatchObject({ value: 0 });
    expect(await database.connection.get('facts', 'staying')).toBeUndefined();
  });

  test('from version 5, undoing what was done to somebody else’s days brings them back as theirs', async () => {
    await restoreSaved('version-5.json');
    const older = await openDB(databaseName, 5);
    const stranger = 'b'.repeat(64);
    const deleted = sampleSnapshot({ member: stranger });
    const named = { id: stranger, since: 7, name: 'Ben', changedAt: 9 };
    await older.put('members', named);
    await older.put('facts', { key: 'staying', value: stranger });
    await older.put('undo', {
      id: '9 by hand',
      part: 0,
      kind: 'by-hand',
      at: 9,
      changes: [
        { store: 'snapshots', key: [stranger, deleted.day], before: deleted },
        { store: 'members', key: stranger, before: { ...named, name: 'Bob', changedAt: 8 }, after: named },
        { store: 'facts', key: 'staying', after: { key: 'staying', value: stranger } },
      ],
    });
    const own = (await older.getAll('members')).length - 1;
    older.close();
    const database = value(await openDatabase());
    value(await undoChange(database, '9 by hand', Date.now()));
    expect(value(await readSnapshots(database, stranger))).toEqual([]);
    expect(value(await readMembers(database))).toHaveLength(own);
    const [ben, ...others] = value(await readPeople(database));
    expect(others).toEqual([]);
    expect(ben).toMatchObject({ readings: 1, member: { name: 'Bob', given: { origin: stranger } } });
  });

  test('from version 5, whom readings of nobody’s page belong to by the member’s word stays the member’s own', async () => {
    await restoreSaved('version-5.json');
    const older = await openDB(databaseName, 5);
    const earlier = 'b'.repeat(64);
    await older.put('members', { id: earlier, since: 7 });
    await older.put('snapshots', sampleSnapshot({ member: earlier }));
    await older.put('facts', { key: 'staying', value: earlier });
    await older.put('facts', { key: 'unknown-owner', value: earlier });
    older.close();
    const database = value(await openDatabase());
    expect(value(await readPeople(database))).toEqual([]);
    expect(value(await readMembers(database)).map(({ id }) => id)).toContain(earlier);
    expect(value(await readSnapshots(database, earlier))).toHaveLength(1);
  });

  test('an absent database gets every store', async () => {
    const { connection, readOnly } = value(await openDatabase());
    expect([...connection.objectStoreNames].sort()).toEqual([...dataStores, 'undo'].sort());
    expect(readOnly).toBe(false);
  });

  // Two upgrades that do not exist yet, to prove the way they will go.
  const toNextVersion: Upgrade = async (_database, transaction) => {
    for (const row of await transaction.objectStore('snapshots').getAll()) {
      await transaction.objectStore('snapshots').put({ ...row, language: 'en' });
    }
  };
  const toTheOneAfter: Upgrade = (database) => void database.createObjectStore('later' as never, { keyPath: 'id' });

  test('each step runs once, in order, from whatever version there is', async () => {
    const ran: number[] = [];
    const steps: Upgrade[] = [...upgrades, toNextVersion, toTheOneAfter].map(
      (step, index) => async (database, transaction) => {
        ran.push(index + 1);
        await step(database, transaction);
      },
    );
    const first = value(await openDatabaseWith(steps.slice(0, 1), nobody));
    await first.connection.put('snapshots', sampleSnapshot());
    first.connection.close();
    const last = value(await openDatabaseWith(steps, nobody));
    expect(ran).toEqual(steps.map((_, index) => index + 1));
    expect(await last.connection.getAll('snapshots')).toEqual([{ ...sampleSnapshot(), language: 'en' }]);
    last.connection.close();
  });

  test('one that fails half-way leaves the older version whole, and the next opening does it again', async () => {
    const first = value(await openDatabaseWith(upgrades, nobody));
    for (let day = 1; day <= 9; day += 1)
      await first.connection.put('snapshots', sampleSnapshot({ day: `2026-05-0${day}` }));
    const before = await first.connection.getAll('snapshots');
    first.connection.close();

    const interrupted: Upgrade = async (_database, transaction) => {
      await transaction.objectStore('snapshots').delete(['unknown', '2026-05-01']);
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
    expect(await openDatabaseWith([...upgrades, interrupted], nobody)).toEqual({ ok: false, error: 'storage-full' });

    const again = value(await openDatabaseWith(upgrades, nobody));
    expect(await again.connection.getAll('snapshots')).toEqual(before);
    again.connection.close();
    const done = value(await openDatabaseWith([...upgrades, toNextVersion], nobody));
    expect((await done.connection.getAll('snapshots')).map(({ language }) => language)).toEqual(Array(9).fill('en'));
    done.connection.close();
  });

  test('a mistake in a step is thrown, not hidden, and undoes the step', async () => {
    value(await openDatabaseWith(upgrades, nobody)).connection.close();
    const wrong: Upgrade = () => {
      throw new TypeError('a mistake');
    };
    await expect(openDatabaseWith([...upgrades, wrong], nobody)).rejects.toThrow('a mistake');
    const still = value(await openDatabaseWith(upgrades, nobody));
    expect(still.connection.version).toBe(upgrades.length);
    still.connection.close();
  });
});

describe('a database from a newer version', () => {
  let database: Database;

  beforeEach(async () => {
    const newer = value(
      await openDatabaseWith([...upgrades, (upgraded) => void upgraded.createObjectStore('later' as never)], nobody),
    );
    await newer.connection.put('snapshots', sampleSnapshot());
    newer.connection.close();
    database = value(await openDatabase());
  });

  test('opens to be read', async () => {
    expect(database.readOnly).toBe(true);
    expect(value(await readSnapshots(database, 'unknown'))).toHaveLength(1);
  });

  test('refuses every write, and stays as it is', async () => {
    expect(await recordSnapshot(database, sampleSnapshot({ day: '2026-05-13' }))).toEqual({
      ok: false,
      error: 'storage-newer',
    });
    expect(value(await countSnapshots(database))).toBe(1);
    expect(database.connection.version).toBe(upgrades.length + 1);
  });
});

describe('what stands in the way', () => {
  test('no IndexedDB at all', async () => {
    const factory = globalThis.indexedDB;
    Reflect.deleteProperty(globalThis, 'indexedDB');
    expect(await openDatabase()).toEqual({ ok: false, error: 'storage-unavailable' });
    globalThis.indexedDB = factory;
    expect((await openDatabase()).ok).toBe(true);
  });

  test.each([
    ['UnknownError', 'storage-corrupt'],
    ['QuotaExceededError', 'storage-full'],
    ['SecurityError', 'storage-unavailable'],
  ])('the browser answers %s', async (name, error) => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('from the browser', name);
    });
    expect(await openDatabase()).toEqual({ ok: false, error });
  });

  test('a page of an older version that does not let go is named after three seconds', async () => {
    const older = await openDB(databaseName, 1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = openDatabaseWith([...upgrades, () => undefined], nobody);
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await opening).toEqual({ ok: false, error: 'storage-blocked' });
    older.close();
  });

  test('our own page lets go when a newer version or a deletion wants the database, and opens it again when needed', async () => {
    const first = value(await openDatabase());
    await recordSnapshot(first, sampleSnapshot());
    await deleteDB(databaseName);
    const second = value(await openDatabase());
    expect(second.connection).not.toBe(first.connection);
    expect(value(await countSnapshots(second))).toBe(0);
  });

  test('a full disk undoes the whole recording', async () => {
    const database = value(await openDatabase());
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown) {
      // Room for the snapshot, none for the profile.
      if (this.name === 'members') throw new DOMException('No room.', 'QuotaExceededError');
      return this.add(row);
    });
    expect(await recordSnapshot(database, sampleSnapshot())).toEqual({ ok: false, error: 'storage-full' });
    expect(value(await countSnapshots(database))).toBe(0);
  });
});
