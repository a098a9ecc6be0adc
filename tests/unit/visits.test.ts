// What a visit of the page wrote, it can take back: a page that is still being painted leaves nothing behind.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { readMembers } from '../../src/store/read/members';
import { readSnapshots } from '../../src/store/read/snapshots';
import { deleteMember } from '../../src/store/write/delete';
import { recordSnapshot, withdrawVisit } from '../../src/store/write/snapshots';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

let database: Database;
const noon = Date.parse('2026-05-12T12:00:00Z');

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  database = value(await openDatabase());
});
afterEach(closeDatabase);

/** A reading `seconds` after noon of which every pillar is `part` of the member's. */
function part(share: number, seconds: number, changes: Partial<Snapshot> = {}): Snapshot {
  const scores = { brand: 20 * share, people: 16 * share, insights: 12 * share, relationships: 5 * share };
  return sampleSnapshot({ day: '2026-05-12', readAt: noon + seconds * 1000, scores, ...changes });
}

const totals = async (member = 'unknown') =>
  value(await readSnapshots(database, member)).map(({ day, shownTotal }) => [day, shownTotal]);
const aside = () => database.connection.getAll('kept-aside');
const yesterday: Snapshot = { ...part(0.99, 0), day: '2026-05-11', readAt: noon - 86_400_000 };

describe.each([
  ['on a fresh install', []],
  ['with a history', [yesterday]],
])('a page that counts up, %s', (_, history) => {
  beforeEach(async () => {
    for (const snapshot of history) value(await recordSnapshot(database, snapshot));
  });
  const before = history.map(({ day, shownTotal }) => [day, shownTotal]);

  test('ends with its last numbers and asks about none of the others', async () => {
    for (const [index, share] of [0.08, 0.3, 0.6, 0.9, 1].entries()) {
      value(await recordSnapshot(database, part(share, index), 'one'));
    }
    expect(await totals()).toEqual([...before, ['2026-05-12', 53]]);
    expect(await aside()).toEqual([]);
  });

  test('leaves nothing when it is taken back, not even a profile', async () => {
    value(await recordSnapshot(database, part(0.3, 0), 'one'));
    value(await withdrawVisit(database, 'one'));
    expect(await totals()).toEqual(before);
    expect(await aside()).toEqual([]);
    expect(value(await readMembers(database))).toHaveLength(history.length);
    value(await withdrawVisit(database, 'one'));
    expect(await totals()).toEqual(before);
  });
});

test('a visit takes back its own only: what an earlier visit of the day read is there again', async () => {
  value(await recordSnapshot(database, part(1, 0), 'one'));
  value(await recordSnapshot(database, part(0.98, 60), 'two'));
  value(await withdrawVisit(database, 'one'));
  expect(await totals()).toEqual([['2026-05-12', 52]]);
  value(await withdrawVisit(database, 'two'));
  expect(await totals()).toEqual([['2026-05-12', 53]]);
});

test('a page left open keeps the day before', async () => {
  value(await recordSnapshot(database, part(1, 0), 'one'));
  value(await recordSnapshot(database, { ...part(0.99, 86_400), day: '2026-05-13' }, 'one'));
  expect(await totals()).toEqual([
    ['2026-05-12', 53],
    ['2026-05-13', 52],
  ]);
});

test('another member who signs in without a reload, under the first one’s number, takes nothing from the first', async () => {
  const member = 'a'.repeat(64);
  value(await recordSnapshot(database, part(1, 0, { member }), 'one'));
  const recorded = value(await recordSnapshot(database, part(0.3, 60, { member }), 'one'));
  expect(recorded.snapshot.member).toBe('unknown');
  expect(await totals(member)).toEqual([['2026-05-12', 53]]);
  expect(await totals()).toEqual([['2026-05-12', 16]]);
});

test('deleting a member forgets what could be taken back', async () => {
  value(await recordSnapshot(database, yesterday));
  value(await recordSnapshot(database, part(1, 0), 'one'));
  value(await deleteMember(database, 'unknown', noon));
  expect(await database.connection.get('facts', 'visits')).toBeUndefined();
  value(await withdrawVisit(database, 'one'));
  expect(await totals()).toEqual([]);
});
