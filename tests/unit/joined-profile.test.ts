// What a member made before LinkedIn named them goes over to them when it does: all of it, once, and nothing is guessed.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordReading, withdrawReading } from '../../src/background/record-reading';
import { tipDone } from '../../src/core/advice/tip-done';
import { findTip } from '../../src/core/advice/tips';
import { keyOfRow, mergedRow } from '../../src/core/rows/merge';
import type { Plan } from '../../src/core/rows/plan';
import { memberRowKinds, rowKinds, rowsOfEach, type Rows } from '../../src/core/rows/row-kinds';
import type { ReadNumbers } from '../../src/core/rows/snapshot';
import { unknownMember } from '../../src/core/score/reading';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { readMembers } from '../../src/store/read/members';
import { readActions, readOwnChecks, readPlans, readTipChoices } from '../../src/store/read/rows';
import { readSnapshots } from '../../src/store/read/snapshots';
import { readUnknownHistory } from '../../src/store/read/unknown-history';
import { takeTip } from '../../src/store/write/answer-tip';
import { deleteEverything } from '../../src/store/write/delete';
import { memberIdOf } from '../../src/store/write/member-id';
import { forMember } from '../../src/store/write/members';
import { takeOverUnknown } from '../../src/store/write/merge-members';
import { tickHabit, writeAction, writePlan } from '../../src/store/write/rows';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { readUndoableChanges, undoChange } from '../../src/store/write/undo';
import { sampleSnapshot } from './sample-snapshot';
import { rowsArbitrary } from './stored-row-arbitraries';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));
vi.mock('../../src/background/toolbar', () => ({ refreshToolbar: () => Promise.resolve() }));
vi.mock('../../src/platform/i18n', () => ({
  browserLanguage: () => 'en',
  message: (key: string) => (key === 'language_tag' ? 'en' : key),
}));

const now = Date.parse('2026-10-16T09:14:00Z');
const week = '2026-10-12';
const tip = findTip('people_viewers')!;
const plan: Plan = { member: unknownMember, week, minutes: 30, tips: { people: tip.id } };
const numbers: ReadNumbers = {
  source: 'bars',
  shownTotal: 20,
  total: 19.70575218,
  scores: { brand: 13.118002, people: 3.68, insights: 0.29999998, relationships: 2.6077502 },
  rank: {},
  average: {},
};
const visit = '3f0e9a52-6a39-4c3f-9d0b-2f1c5c1f4b11';
let database: Database;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  database = value(await openDatabase());
});

afterEach(closeDatabase);

/** A week without a name: a plan, one of its actions done, a habit and a step ticked. */
async function begin(): Promise<void> {
  value(await forMember(undefined, (stored, member) => writePlan(stored, { ...plan, member })));
  value(await writeAction(database, tipDone({ id: tip.id, pillar: 'people' }, unknownMember, '2026-10-14', now)));
  value(await tickHabit(database, { member: unknownMember, week }, 'brand_post', true));
  value(await takeTip('insights_share', unknownMember, 2));
}

const read = (memberNumber: string, of = visit, at = now) =>
  recordReading({ type: 'reading/record', visit: of, numbers, memberNumber }, at, 'UTC');
const members = async () => value(await readMembers(database)).map(({ id }) => id);
const stored = async (): Promise<Rows> => {
  const all = await Promise.all(rowKinds.map((kind) => database.connection.getAll(kind)));
  return rowsOfEach((kind) => all[rowKinds.indexOf(kind)] as never[]);
};
const madeBy = async (member: string) => ({
  plans: value(await readPlans(database, member)).map(({ tips }) => tips),
  actions: value(await readActions(database, member)).map(({ day }) => day),
  ticks: value(await readOwnChecks(database, member)).map(({ ticks }) => ticks),
  choices: value(await readTipChoices(database, member)).map(({ tip: of, ticked }) => [of, ticked]),
});
const made = {
  plans: [{ people: tip.id }],
  actions: ['2026-10-14'],
  ticks: [{ brand_post: 1 }],
  choices: [['insights_share', 2]],
};
const nothing = { plans: [], actions: [], ticks: [], choices: [] };

describe('the first reading that names the member', () => {
  test('takes over what they made without a name, so that the page is answered with their own tip', async () => {
    await begin();
    expect(await madeBy(unknownMember)).toEqual(made);
    const { badges } = value(await read('111'));
    const mine = value(await memberIdOf('111'));
    expect(await members()).toEqual([mine]);
    expect(await madeBy(mine)).toEqual(made);
    expect(badges?.view.start?.tip.id).toBe('insights_share');
    expect(value(await readUndoableChanges(database))).toMatchObject([{ kind: 'joined' }]);
  });

  test('does so once: taken back it stays apart, and the next reading leaves it there', async () => {
    await begin();
    value(await read('111'));
    const [{ id } = { id: '' }] = value(await readUndoableChanges(database));
    value(await undoChange(database, id, now + 1));
    expect(await madeBy(unknownMember)).toEqual(made);
    value(await read('111', visit.replace('3f', '4f'), now + 86_400_000));
    const mine = value(await memberIdOf('111'));
    expect((await members()).sort()).toEqual([mine, unknownMember]);
    expect(await madeBy(unknownMember)).toEqual(made);
    expect(await madeBy(mine)).toEqual(nothing);
    expect(value(await readSnapshots(database, mine))).toHaveLength(2);
  });

  test('that the page takes back leaves what was taken over with its profile', async () => {
    await begin();
    value(await read('111'));
    value(await withdrawReading({ type: 'reading/withdraw', visit }));
    const mine = value(await memberIdOf('111'));
    expect(value(await readSnapshots(database, mine))).toEqual([]);
    expect(await members()).toEqual([mine]);
    expect(await madeBy(mine)).toEqual(made);
  });

  test.each(['222', undefined])('of a second person (%s) guesses nothing', async (other) => {
    const theirs = value(await memberIdOf(other));
    value(await recordSnapshot(database, sampleSnapshot({ member: theirs, day: '2026-10-01' })));
    await database.connection.put('members', { id: unknownMember, since: 1 });
    await begin();
    const before = await madeBy(unknownMember);
    value(await read('111'));
    expect(await madeBy(unknownMember)).toEqual(before);
    expect(await madeBy(value(await memberIdOf('111')))).toEqual(nothing);
  });
});

describe('what stays where it is until the member has answered', () => {
  const mine = 'a'.repeat(64);
  const total = { member: unknownMember, day: '2026-10-02', readAt: 5, source: 'import', total: 40, rank: {} } as const;

  test.each([
    ['snapshots', sampleSnapshot({ day: '2026-10-02' })],
    ['totals', total],
  ] as const)('a nameless profile with %s: it is asked whose it is', async (kind, row) => {
    await begin();
    await database.connection.put(kind, row as never);
    value(await recordSnapshot(database, sampleSnapshot({ member: mine, day: '2026-10-03' })));
    expect(value(await takeOverUnknown(database, mine, now))).toBe(false);
    expect(await madeBy(unknownMember)).toEqual(made);
    expect(value(await readUnknownHistory(database))).toMatchObject({ days: 1, from: '2026-10-02', to: '2026-10-02' });
  });

  test('one with a reading that is kept aside', async () => {
    await begin();
    await database.connection.put('kept-aside', sampleSnapshot({ day: '2026-10-02' }));
    value(await recordSnapshot(database, sampleSnapshot({ member: mine, day: '2026-10-03' })));
    expect(value(await takeOverUnknown(database, mine, now))).toBe(false);
    expect(await madeBy(unknownMember)).toEqual(made);
  });
});

test('nothing of any kind is lost, whatever both had made, and undoing brings back every row as it was', async () => {
  const mine = 'a'.repeat(64);
  await fc.assert(
    fc.asyncProperty(rowsArbitrary, async (rows) => {
      value(await deleteEverything());
      database = value(await openDatabase());
      const put = rowsOfEach((kind) => (kind === 'kept-aside' || kind === 'members' ? [] : rows[kind]));
      put.members.push(...[unknownMember, mine].map((id) => ({ id, since: 5 })));
      for (const kind of memberRowKinds) {
        const isOfReadings = kind === 'snapshots' || kind === 'totals';
        const of = put[kind].filter(({ member }) => member === mine || (member === unknownMember && !isOfReadings));
        put[kind].splice(0, Infinity, ...(of as never[]));
      }
      for (const kind of rowKinds) for (const row of put[kind]) await database.connection.put(kind, row);
      const before = await stored();

      expect(value(await takeOverUnknown(database, mine, now))).toBe(true);
      const after = await stored();
      expect(after.members).toEqual([{ id: mine, since: 5 }]);
      for (const kind of memberRowKinds) {
        expect(after[kind].filter(({ member }) => member !== mine)).toEqual([]);
        for (const row of before[kind]) {
          // Deleted days of the one say nothing of the other's.
          if (kind === 'deleted-days' && row.member === unknownMember) continue;
          const moved = { ...row, member: mine };
          const kept = after[kind].find((one) => String(keyOfRow(kind, one)) === String(keyOfRow(kind, moved)));
          expect(kept).toBeDefined();
          expect(mergedRow(kind, kept as never, moved as never)).toEqual(kept);
        }
      }
      expect(value(await takeOverUnknown(database, mine, now))).toBe(false);
      const [{ id } = { id: '' }] = value(await readUndoableChanges(database));
      value(await undoChange(database, id, now));
      expect(await stored()).toEqual(before);
    }),
    { numRuns: 20 },
  );
});
