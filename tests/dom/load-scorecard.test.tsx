// Of a long history the recent part is shown first. What it says must not be another when the rest has come.
import 'fake-indexeddb/auto';
import { cleanup, render } from '@testing-library/preact';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { addDays } from '../../src/core/score/local-day';
import { HistoryCard } from '../../src/scorecard/history/history-card';
import { loadRecent, loadRest, loadScorecard, type ScorecardData } from '../../src/scorecard/load-scorecard';
import { overviewView } from '../../src/scorecard/overview/overview-view';
import { closeDatabase, openDatabase } from '../../src/store/database';
import type { Surroundings } from '../../src/words/surroundings';
import { longHistory, sampleActions, sampleGoal, sampleMember, sampleReading, sampleToday } from '../e2e/popup-sample';
import { longRuns } from '../long-runs';
import { value } from '../unit/value';
import { sayEnglish } from './say-english';

const { browser, state } = await vi.hoisted(async () => (await import('../unit/in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

const around: Surroundings = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
});
afterEach(async () => {
  cleanup();
  await closeDatabase();
});

async function store(snapshots: readonly Snapshot[]): Promise<void> {
  const { connection } = value(await openDatabase());
  const transaction = connection.transaction(['snapshots', 'members', 'goals', 'actions'], 'readwrite');
  await transaction.objectStore('snapshots').clear();
  for (const snapshot of snapshots) void transaction.objectStore('snapshots').put(snapshot);
  for (const action of sampleActions) void transaction.objectStore('actions').put({ ...action, changedAt: 1 });
  void transaction.objectStore('goals').put({ ...sampleGoal, changedAt: 1 });
  void transaction.objectStore('members').put({ id: sampleMember, since: 1 });
  await transaction.done;
}

/** What is shown first, undefined where all comes at once, and what is shown in the end. */
async function load(): Promise<{ readonly first: ScorecardData | undefined; readonly whole: ScorecardData }> {
  const first = value(await loadRecent(sampleToday));
  const whole = value(await loadScorecard(sampleToday));
  expect(value(await loadRest(first))).toEqual(whole);
  return { first: first.isWhole ? undefined : first, whole };
}

function drawn(data: ScorecardData): string {
  const { container } = render(<HistoryCard data={data} around={around} mirrored={false} />);
  const html = container.innerHTML;
  cleanup();
  return html;
}

test('a history of many years is read whole, in order, and equal to what is stored', async () => {
  const snapshots = longHistory(6);
  await store(snapshots);
  const { first, whole } = await load();
  expect(whole.history).toEqual(snapshots);
  expect([whole.isWhole, whole.firstDay]).toEqual([true, snapshots[0]!.day]);
  expect([first?.isWhole, first?.firstDay]).toEqual([false, snapshots[0]!.day]);
  expect(first!.history).toEqual(snapshots.slice(-first!.history.length));
  expect(whole.recent).toEqual(first!.recent);
});

test('a short one comes at once', async () => {
  await store(longHistory(2));
  const { first, whole } = await load();
  expect(first).toBeUndefined();
  expect(whole.recent).toBe(whole.history);
});

test('whichever days are read: what is told and drawn first stays as it is when the rest has come', async () => {
  // Waits between readings of somebody who reads daily, weekly, or now and then.
  const waits = fc.array(fc.constantFrom(1, 1, 1, 2, 3, 4, 7, 8, 20, 60), { minLength: 250, maxLength: 250 });
  await fc.assert(
    fc.asyncProperty(waits, fc.integer({ min: 0, max: 40 }), async (apart, ago) => {
      let day = addDays(sampleToday, -ago);
      const days = [day, ...apart.map((wait) => (day = addDays(day, -wait)))].reverse();
      await store(days.map((of) => sampleReading(of)));
      const { first, whole } = await load();
      expect(whole.history.map(({ day: of }) => of)).toEqual(days);
      if (!first) return;
      const told = (data: ScorecardData) => overviewView({ ...data, history: data.recent }, around);
      expect(told(first)).toEqual(told(whole));
      expect(drawn(first)).toBe(drawn(whole));
      expect(drawn(first)).toBe(drawn({ ...whole, recent: whole.history }));
    }),
    { numRuns: longRuns(6, 100) },
  );
});
