import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { markTipDone, undoTip } from '../../src/background/badge-actions';
import { recordReading } from '../../src/background/record-reading';
import { unknownMember } from '../../src/core/score/reading';
import type { ReadNumbers } from '../../src/core/rows/snapshot';
import { readActions } from '../../src/store/read/rows';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { readSnapshots } from '../../src/store/read/snapshots';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));
vi.mock('../../src/background/toolbar', () => ({ refreshToolbar: () => Promise.resolve() }));
vi.mock('../../src/platform/i18n', () => ({
  browserLanguage: () => 'en',
  message: (key: string) => (key === 'language_tag' ? 'en' : key),
}));

const now = Date.parse('2026-10-16T00:05:00Z');
const numbers: ReadNumbers = {
  source: 'bars',
  shownTotal: 20,
  total: 19.70575218,
  scores: { brand: 13.118002, people: 3.68, insights: 0.29999998, relationships: 2.6077502 },
  rank: { industry: 75, network: 81 },
  average: { industry: { total: 31 }, network: { total: 33 } },
};
const request = { type: 'reading/record', visit: '3f0e9a52-6a39-4c3f-9d0b-2f1c5c1f4b11', numbers } as const;

const snapshots = async () => value(await readSnapshots(value(await openDatabase()), unknownMember));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeDatabase();
});

describe('a reading that is recorded', () => {
  test('is answered with its profile and what the badges say', async () => {
    const { day, member, badges } = value(await recordReading(request, now, 'UTC'));
    expect([day, member, badges?.shown]).toEqual(['2026-10-16', unknownMember, true]);
  });

  test.each(['actions', 'goals', 'tip-choices'])(
    'is no error when the badges cannot read the %s',
    async (unreadable) => {
      // It is there: making it looks through every store.
      value(await openDatabase());
      const getAll = Reflect.get(IDBObjectStore.prototype, 'getAll') as (...query: unknown[]) => IDBRequest<unknown[]>;
      vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...query) {
        if (this.name === unreadable) throw new DOMException('Broken.', 'UnknownError');
        return getAll.apply(this, query);
      });
      const answer = await recordReading(request, now, 'UTC');
      expect(answer).toEqual({ ok: true, value: { day: '2026-10-16', member: unknownMember } });
      expect(await snapshots()).toHaveLength(1);
    },
  );

  test('of some time ago is kept for the instant and the day on which it was read', async () => {
    const answer = await recordReading({ ...request, age: 600_000 }, now, 'UTC');
    expect(value(answer).day).toBe('2026-10-15');
    expect(await snapshots()).toMatchObject([{ day: '2026-10-15', readAt: now - 600_000 }]);
  });

  test('of some time ago does not take the place of a later one', async () => {
    const later = { ...numbers, scores: { ...numbers.scores, people: 3.98 }, total: 20.00575218 };
    value(await recordReading({ ...request, numbers: later }, now + 60_000, 'UTC'));
    value(await recordReading({ ...request, age: 120_000 }, now + 120_000, 'UTC'));
    expect(await snapshots()).toMatchObject([{ readAt: now + 60_000, scores: { people: 3.98 } }]);
  });
});

test('a tip that is marked as done twice by one message is one action, and taking it back leaves none', async () => {
  const done = {
    type: 'tip/done',
    tip: 'people_best_client',
    action: '01234567-89ab-4cde-8f01-23456789abcd',
    member: unknownMember,
  } as const;
  const actions = async () => value(await readActions(value(await openDatabase()), unknownMember));
  value(await markTipDone(done, now, 'UTC'));
  value(await markTipDone(done, now + 1, 'UTC'));
  expect(await actions()).toMatchObject([{ id: done.action, tip: done.tip }]);
  value(await undoTip({ type: 'tip/undo', action: done.action, member: unknownMember }));
  expect(await actions()).toEqual([]);
});
