// What a visit of the page wrote, it can take back: a page that is still being painted leaves nothing behind.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { readMembers } from '../../src/store/read/members';
import { readSnapshots } from '../../src/store/read/snapshots';
import { deleteMember } from '../../src/store/write/delete';
import { deleteDay } from '../../src/store/write/days';
import { keepReading, readPendingReadings, takeBackReading } from '../../src/store/write/pending-readings';
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

describe('a page that comes back from the browser’s memory, and tells again what it told,', () => {
  const again = () => recordSnapshot(database, part(1, 0), 'one');
  const later = noon + 3_600_000;

  test('brings no day back that was deleted meanwhile; a later reading of that day is one', async () => {
    value(await again());
    value(await deleteDay(database, 'unknown', '2026-05-12', later));
    expect(value(await again()).outcome).toBe('deleted');
    expect(await totals()).toEqual([]);
    value(await recordSnapshot(database, part(1, 7200), 'two'));
    expect(await totals()).toEqual([['2026-05-12', 53]]);
  });

  test('brings no member back who was deleted meanwhile, of whom nothing is kept but that', async () => {
    value(await recordSnapshot(database, yesterday));
    value(await again());
    value(await deleteMember(database, 'unknown', later));
    expect(await database.connection.get('facts', 'visits')).toEqual({
      key: 'visits',
      value: '',
      visits: [{ visit: 'one', deletedAt: later }],
    });
    expect(value(await again()).outcome).toBe('deleted');
    value(await withdrawVisit(database, 'one'));
    expect([await totals(), value(await readMembers(database))]).toEqual([[], []]);
    // What the same page paints the next morning is a new history.
    value(await recordSnapshot(database, { ...part(1, 86_400), day: '2026-05-13' }, 'one'));
    expect(await totals()).toEqual([['2026-05-13', 53]]);
  });
});

describe('readings that wait for room', () => {
  const full = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError');
    });
  afterEach(() => void vi.restoreAllMocks());

  test('are taken back by the visit that told them, and by no other', async () => {
    full();
    value(await keepReading(part(0.08, 0), 'one'));
    value(await keepReading(part(1, 1), 'two'));
    value(await takeBackReading('one'));
    value(await takeBackReading('three'));
    expect(value(await readPendingReadings())).toEqual([part(1, 1)]);
    value(await takeBackReading('two'));
    expect(value(await readPendingReadings())).toEqual([]);
    expect(state.local.size).toBe(0);
  });

  test('take back, once there is room, what the same visit told before; what was stored before waits for its own', async () => {
    value(await recordSnapshot(database, yesterday));
    full();
    for (const [index, share] of [0.08, 0.5, 1].entries()) value(await keepReading(part(share, index), 'one'));
    vi.restoreAllMocks();
    value(await keepReading({ ...part(1, 86_400), day: '2026-05-13' }, 'two'));
    expect(await totals()).toEqual([
      ['2026-05-11', 52],
      ['2026-05-12', 53],
      ['2026-05-13', 53],
    ]);
    expect([await aside(), value(await readPendingReadings())]).toEqual([[], []]);
    value(await takeBackReading('two'));
    expect(await totals()).toHaveLength(2);
  });
});
