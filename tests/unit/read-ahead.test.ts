import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetAhead, readAhead, readBadgeRows, takeAhead, withReading } from '../../src/background/read-ahead';
import { recordReading } from '../../src/background/record-reading';
import type { ReadNumbers, Snapshot } from '../../src/core/rows/snapshot';
import { unknownMember } from '../../src/core/score/reading';
import { addDays } from '../../src/core/score/local-day';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { keepReading } from '../../src/store/write/pending-readings';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));
vi.mock('../../src/background/toolbar', () => ({ refreshToolbar: () => Promise.resolve() }));
vi.mock('../../src/platform/i18n', () => ({
  browserLanguage: () => 'en',
  message: (key: string, parts: readonly string[] = []) => (key === 'language_tag' ? 'en' : [key, ...parts].join(' ')),
}));

const today = '2026-10-16';
const now = Date.parse(`${today}T09:00:00Z`);
const visit = '3f0e9a52-6a39-4c3f-9d0b-2f1c5c1f4b11';

/** What a page says with this whole number of points for each pillar. */
function numbersOf(points: number): ReadNumbers {
  const scores = { brand: points, people: points, insights: points, relationships: points };
  return { source: 'bars', shownTotal: 4 * points, total: 4 * points, scores, rank: {}, average: {} };
}

function snapshotOf(daysAgo: number, points: number): Snapshot {
  const day = addDays(today, -daysAgo);
  return { member: unknownMember, day, readAt: Date.parse(`${day}T08:00:00Z`), ...numbersOf(points) };
}

async function startWith(history: readonly Snapshot[]): Promise<void> {
  await closeDatabase();
  forgetAhead();
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  for (const snapshot of history) value(await keepReading(snapshot));
}

const record = (points: number) =>
  recordReading({ type: 'reading/record', visit, numbers: numbersOf(points) }, now, 'UTC');

beforeEach(() => startWith([]));

describe('what is read while the page loads', () => {
  const histories = fc.uniqueArray(fc.record({ daysAgo: fc.nat(400), points: fc.integer({ min: 1, max: 25 }) }), {
    selector: ({ daysAgo }) => daysAgo,
    maxLength: 12,
  });

  test('changes nothing of the answer', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 25 }), async (days, points) => {
        const history = days.map(({ daysAgo, points: before }) => snapshotOf(daysAgo, before));
        await startWith(history);
        const without = await record(points);
        await startWith(history);
        value(await readAhead({ type: 'visit/begin' }, today));
        expect(await record(points)).toEqual(without);
      }),
      { numRuns: 25 },
    );
  });

  test('with the reading in its day is what the store has after it', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(3), fc.integer({ min: 1, max: 25 }), async (days, daysAgo, points) => {
        await startWith(days.map((one) => snapshotOf(one.daysAgo, one.points)));
        const database = value(await openDatabase());
        const before = await readBadgeRows(database, unknownMember, today);
        const kept = value(await keepReading({ ...snapshotOf(daysAgo, points), readAt: now }));
        // Somebody else's numbers go elsewhere.
        fc.pre(kept.outcome !== 'kept-aside');
        expect(withReading(before, kept.snapshot)).toEqual(await readBadgeRows(database, unknownMember, today));
      }),
      { numRuns: 25 },
    );
  });

  test('spares the reading the history: it asks for nothing once it is kept', async () => {
    await startWith([snapshotOf(7, 10), snapshotOf(3, 11)]);
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const costs: number[] = [];
    for (const begins of [false, true]) {
      if (begins) value(await readAhead({ type: 'visit/begin' }, today));
      asked.mockClear();
      value(await record(12));
      costs.push(asked.mock.calls.length);
    }
    asked.mockRestore();
    expect(costs).toEqual([2, 1]);
  });

  test('has the readings that waited for room until then', async () => {
    const database = value(await openDatabase());
    const full = vi.spyOn(database.connection, 'transaction').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(value(await keepReading(snapshotOf(7, 10))).outcome).toBe('waiting');
    full.mockRestore();
    value(await readAhead({ type: 'visit/begin' }, today));
    const { badges } = value(await record(12));
    const without = value(await record(12));
    expect(badges?.view.total).toEqual(without.badges?.view.total);
  });

  test('is of one profile and one day, serves once, and is forgotten when rows change', async () => {
    const begin = () => readAhead({ type: 'visit/begin' }, today).then(value);
    await begin();
    expect(takeAhead('somebody else', today)).toBeUndefined();
    await begin();
    expect(takeAhead(unknownMember, addDays(today, 1))).toBeUndefined();
    await begin();
    forgetAhead();
    expect(takeAhead(unknownMember, today)).toBeUndefined();
    await begin();
    expect(takeAhead(unknownMember, today)).toBeDefined();
    expect(takeAhead(unknownMember, today)).toBeUndefined();
  });
});
