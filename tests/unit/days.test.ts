import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noRows, rowKinds, type Rows } from '../../src/core/rows/row-kinds';
import { addDays } from '../../src/core/score/local-day';
import type { ImportedFile } from '../../src/files/imported-file';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { readMembers } from '../../src/store/read/members';
import { readSnapshots, readTotals } from '../../src/store/read/snapshots';
import { applyImport } from '../../src/store/write/apply-import';
import { previewImport } from '../../src/store/write/merge-import';
import { checkHistory, makeCopyIfDue } from '../../src/store/write/automatic-copy';
import { deleteDay, keepTypedDay, type TypedDay } from '../../src/store/write/days';
import { exportBackup } from '../../src/store/write/export-backup';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { readUndoableChanges, undoChange } from '../../src/store/write/undo';
import { sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

const day = '2026-11-13';
const now = Date.parse('2026-11-27T09:14:00Z');
const times = { now, began: Date.parse(day) };
const scores = { brand: 17.5, people: 11.3, insights: 14.1, relationships: 18.7 };
const whole: TypedDay = { day, total: 61.6, whole: { scores, shownTotal: 62 }, rank: { industry: 13 } };
const alone: TypedDay = { day, total: 62, rank: {} };
let database: Database;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  database = value(await openDatabase());
});

afterEach(closeDatabase);

const text = async () => value(await exportBackup(database)).text();
const history = async () => value(await readSnapshots(database, 'unknown'));
const totals = async () => value(await readTotals(database, 'unknown'));
const file = (rows: Partial<Rows>): ImportedFile => ({
  kind: 'backup',
  head: {},
  rows: { ...noRows(), ...rows },
  columns: [],
  rejected: [],
  rejectedCount: 0,
});

test('a typed day makes the first profile, says that it was typed, and undoing leaves nothing', async () => {
  const before = await text();
  const change = value(await keepTypedDay(database, 'unknown', whole, times));
  expect(await history()).toEqual([
    {
      member: 'unknown',
      day,
      readAt: Date.parse(day),
      source: 'by-hand',
      ...scoresOfRow(),
      rank: { industry: 13 },
      average: {},
    },
  ]);
  expect(value(await readMembers(database))).toEqual([{ id: 'unknown', since: Date.parse(day) }]);
  expect(value(await readUndoableChanges(database))).toMatchObject([{ id: change, kind: 'by-hand' }]);
  value(await undoChange(database, change, now));
  expect(await text()).toBe(before);
});

function scoresOfRow() {
  return { scores, total: 61.6, shownTotal: 62 };
}

test('a corrected day keeps what was not asked for, and no older file takes the correction back', async () => {
  const read = sampleSnapshot({ day, language: 'de', rank: { industry: 9, team: 3 } });
  value(await recordSnapshot(database, read));
  value(await keepTypedDay(database, 'unknown', whole, times));
  const corrected = { ...scoresOfRow(), source: 'by-hand', average: read.average, language: 'de', readAt: now };
  expect(await history()).toMatchObject([{ ...corrected, rank: { industry: 13, team: 3 } }]);
  value(await applyImport(database, file({ snapshots: [read] }), now));
  expect(await history()).toMatchObject([corrected]);
});

test('the correction counts as later, also after the clock was set back', async () => {
  const read = sampleSnapshot({ day, readAt: now + 5_000 });
  value(await recordSnapshot(database, read));
  value(await keepTypedDay(database, 'unknown', whole, times));
  expect(await history()).toMatchObject([{ source: 'by-hand', readAt: now + 5_001 }]);
});

test('a reading of the page of that day, from another computer, takes the place of what was typed', async () => {
  value(await keepTypedDay(database, 'unknown', whole, times));
  const read = sampleSnapshot({ day });
  value(await applyImport(database, file({ snapshots: [read] }), now));
  expect(await history()).toEqual([read]);
});

test('a total alone in place of a whole day leaves no pillars behind, here or from an older file', async () => {
  const read = sampleSnapshot({ day });
  value(await recordSnapshot(database, read));
  const before = await text();
  const change = value(await keepTypedDay(database, 'unknown', alone, times));
  expect([await history(), await totals()]).toMatchObject([[], [{ day, total: 62, source: 'by-hand' }]]);
  value(await applyImport(database, file({ snapshots: [read] }), now));
  expect([await history(), await totals()]).toMatchObject([[], [{ total: 62 }]]);
  expect(value(await undoChange(database, change, now))).toMatchObject({ leftAlone: 0 });
  expect(await text()).toBe(before);
});

test('a deleted day stays deleted: the preview of an older file says so, and the copy does not offer it back', async () => {
  const read = [sampleSnapshot({ day }), sampleSnapshot({ day: addDays(day, 1) })];
  for (const snapshot of read) value(await recordSnapshot(database, snapshot));
  value(await makeCopyIfDue(database, now));
  value(await deleteDay(database, 'unknown', day, now));
  expect(await history()).toEqual([read[1]]);
  expect(value(await checkHistory(database))).toEqual({ state: 'whole' });
  const preview = value(await previewImport(database, file({ snapshots: read })));
  expect(preview.days).toEqual({ new: 0, same: 1, newer: 0, older: 1 });
  value(await applyImport(database, file({ snapshots: read }), now));
  expect(await history()).toEqual([read[1]]);
  // Read again, or typed again, it is there again.
  value(await keepTypedDay(database, 'unknown', whole, times));
  expect(await history()).toMatchObject([{ day, source: 'by-hand' }, { source: 'bars' }]);
});

test('a day deleted elsewhere goes here, too, which the preview counts, and a reading after that stays', async () => {
  const read = sampleSnapshot({ day });
  value(await recordSnapshot(database, read));
  value(await keepTypedDay(database, 'unknown', { ...alone, day: addDays(day, 1) }, times));
  const before = await text();
  const mark = (on: string, changedAt: number) => ({ member: 'unknown', day: on, changedAt, deleted: true as const });
  const deleted = file({ 'deleted-days': [mark(day, read.readAt), mark(addDays(day, 1), now)] });
  expect(value(await previewImport(database, deleted)).days.newer).toBe(2);
  const { change } = value(await applyImport(database, deleted, now));
  expect([await history(), await totals()]).toEqual([[], []]);
  value(await undoChange(database, change, now));
  expect(await text()).toBe(before);
  value(await applyImport(database, file({ 'deleted-days': [mark(day, read.readAt - 1)] }), now));
  expect(await history()).toEqual([read]);
});

test('whatever is typed and deleted in whatever order, each change undone at once leaves every byte as it was', async () => {
  const step = fc.record({
    day: fc.integer({ min: 0, max: 2 }).map((days) => addDays(day, days)),
    what: fc.constantFrom('whole', 'alone', 'delete', 'read'),
    undone: fc.boolean(),
    at: fc.integer({ min: -3, max: 3 }).map((seconds) => now + seconds),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      for (const kind of [...rowKinds, 'undo'] as const) await database.connection.clear(kind);
      for (const { day: on, what, undone, at } of steps) {
        const before = await text();
        if (what === 'read') {
          value(await recordSnapshot(database, sampleSnapshot({ day: on, readAt: at + 10 })));
          continue;
        }
        const change = value(
          what === 'delete'
            ? await deleteDay(database, 'unknown', on, at)
            : await keepTypedDay(
                database,
                'unknown',
                { ...(what === 'whole' ? whole : alone), day: on },
                { now: at, began: Date.parse(on) },
              ),
        );
        const known = [...(await history()), ...(await totals())].filter((row) => row.day === on);
        expect(known).toHaveLength(what === 'delete' ? 0 : 1);
        if (what !== 'delete') expect('scores' in known[0]!).toBe(what === 'whole');
        if (!undone) continue;
        expect(value(await undoChange(database, change, at)).leftAlone).toBe(0);
        expect(await text()).toBe(before);
      }
    }),
    { numRuns: 40 },
  );
});
