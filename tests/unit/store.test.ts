import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readImport } from '../../src/files/read-file';
import type { ImportedFile } from '../../src/files/imported-file';
import { dayNumber } from '../../src/core/score/local-day';
import { defaultSettings } from '../../src/core/settings';
import {
  memberRowKinds,
  noRows,
  rowKinds,
  type RowKind,
  type Rows,
  type StoredRows,
} from '../../src/core/rows/row-kinds';
import { isLive } from '../../src/core/rows/tombstone';
import { applyImport } from '../../src/store/write/apply-import';
import { previewImport } from '../../src/store/write/merge-import';
import { readActions, readGoals, readOwnChecks, readPlans, readTipChoices } from '../../src/store/read/rows';
import {
  markReached,
  removeAction,
  removeGoal,
  removePlan,
  removeTipChoice,
  tickHabit,
  writeAction,
  writeGoal,
  writePlan,
  writeTipChoice,
} from '../../src/store/write/rows';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { countDeletion, deleteEverything, deleteMember, purgeTombstones } from '../../src/store/write/delete';
import { exportBackup } from '../../src/store/write/export-backup';
import { plainCsv } from '../../src/files/csv';
import { exportCsv } from '../../src/store/write/export-csv';
import { answerKeptAside } from '../../src/store/write/kept-aside';
import { readKeptAside } from '../../src/store/read/kept-aside';
import { localKeys } from '../../src/store/local-storage';
import { memberIdOf } from '../../src/store/write/member-id';
import { nameMember, selectMember } from '../../src/store/write/members';
import { readMembers, readSelectedMember } from '../../src/store/read/members';
import { answerUnknownHistory, mergeMembers } from '../../src/store/write/merge-members';
import { changeSettings } from '../../src/store/write/settings';
import { readSettings } from '../../src/store/read/settings';
import { countSnapshots, readSnapshots } from '../../src/store/read/snapshots';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { readUndoableChanges, undoChange } from '../../src/store/write/undo';
import { readUnknownHistory } from '../../src/store/read/unknown-history';
import { sampleHistory, sampleSnapshot } from './sample-snapshot';
import { rowsArbitrary } from './stored-row-arbitraries';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

const now = Date.parse('2026-10-16T09:14:00Z');
const lastDay = dayNumber('2026-10-15');
let database: Database;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  database = value(await openDatabase());
});

afterEach(closeDatabase);

const text = async () => value(await exportBackup(database)).text();
const options = { member: 'unknown', timeZone: 'UTC', today: '2026-10-16' };

async function fileOf(content: string): Promise<ImportedFile> {
  const read = value(await readImport(content, options, () => undefined));
  if (read.state !== 'read') throw new Error('asked');
  return read.file;
}

const file = (rows: Partial<Rows>): ImportedFile => ({
  kind: 'backup',
  head: {},
  rows: { ...noRows(), ...rows },
  columns: [],
  rejected: [],
  rejectedCount: 0,
});

async function put(rows: Rows): Promise<void> {
  for (const kind of rowKinds) for (const row of rows[kind]) await database.connection.put(kind, row);
}

/** A history of two named members and one nameless, with everything that can be kept. */
async function fill(): Promise<{ mine: string; other: string }> {
  const mine = value(await memberIdOf('111'));
  const other = value(await memberIdOf('222'));
  for (const snapshot of [
    ...sampleHistory(mine, 30, lastDay),
    ...sampleHistory(other, 5, lastDay),
    ...sampleHistory('unknown', 8, lastDay - 28),
  ]) {
    value(await recordSnapshot(database, snapshot));
  }
  value(await nameMember(database, mine, 'Work', now));
  const note = { kind: 'note', id: 'n', day: '2026-10-01', pillar: 'people', recordedAt: now } as const;
  value(await writeAction(database, { ...note, member: mine, text: '=1+1 "é"' }, now));
  const goal = { id: 'g', member: mine, of: 'total', target: 70, from: 50, setOn: '2026-10-01' } as const;
  value(await writeGoal(database, goal, now));
  value(await changeSettings((settings) => ({ ...settings, theme: 'dark' })));
  return { mine, other };
}

describe('backup', () => {
  test('export, delete everything, import gives the identical file, and once more', async () => {
    await fill();
    const first = await text();
    for (let round = 0; round < 2; round += 1) {
      value(await deleteEverything());
      expect(state.local.size).toBe(0);
      database = value(await openDatabase());
      expect(value(await countSnapshots(database))).toBe(0);
      value(await applyImport(database, await fileOf(first), now));
      expect(await text()).toBe(first);
    }
    expect(value(await readSettings()).theme).toBe('dark');
  });

  test('any history comes back byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(rowsArbitrary, async (rows) => {
        value(await deleteEverything());
        database = value(await openDatabase());
        // Every row's profile exists, as the store itself makes sure.
        const known = new Set(rows.members.map(({ id }) => id));
        for (const id of ['unknown', 'unknown-2', 'a'.repeat(64), 'b'.repeat(64)]) {
          if (!known.has(id)) rows.members.push({ id, since: 5 });
        }
        await put(rows);
        const exported = await text();
        value(await deleteEverything());
        database = value(await openDatabase());
        value(await applyImport(database, await fileOf(exported), now));
        expect(await text()).toBe(exported);
      }),
      { numRuns: 40 },
    );
  });

  test('the same member is the same one on the next machine', async () => {
    const { mine } = await fill();
    const backup = await fileOf(await text());
    value(await deleteEverything());
    database = value(await openDatabase());
    value(await applyImport(database, backup, now));
    expect(value(await memberIdOf('111'))).toBe(mine);
  });

  test('into a store that hashed its members with another salt, profiles come in beside, and the preview says so', async () => {
    const { mine } = await fill();
    const backup = await fileOf(await text());
    value(await deleteEverything());
    database = value(await openDatabase());
    const again = value(await memberIdOf('111'));
    value(await recordSnapshot(database, sampleSnapshot({ member: again })));
    expect(value(await previewImport(database, backup)).otherSalt).toBe(true);
    value(await applyImport(database, backup, now));
    expect(value(await memberIdOf('111'))).toBe(again);
    expect(value(await readMembers(database)).map(({ id }) => id)).toEqual(expect.arrayContaining([mine, again]));
  });

  test('one member’s CSV has a row a day, and nothing a spreadsheet would run', async () => {
    const { mine } = await fill();
    const csv = await value(await exportCsv(database, mine, plainCsv)).text();
    const lines = csv.trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'day,total,brand,people,insights,relationships,industry_rank,network_rank,industry_average,network_average,shown_total',
    );
    expect(lines).toHaveLength(31);
    for (const line of lines.slice(1)) expect(line).toMatch(/^\d{4}-\d\d-\d\d(,\d*\.?\d{0,6}){10}$/);
  });
});

describe('import', () => {
  test('the preview counts what applying then does, and the same file twice changes nothing', async () => {
    const { mine } = await fill();
    const history = sampleHistory(mine, 30, lastDay);
    const incoming = file({
      snapshots: [
        ...sampleHistory(mine, 10, lastDay - 100),
        ...history.slice(0, 5),
        ...history.slice(5, 7).map((row) => ({ ...row, readAt: row.readAt + 1, shownTotal: row.shownTotal })),
        ...history
          .slice(7, 10)
          .map((row) => sampleSnapshot({ ...row, readAt: row.readAt - 1, scores: { ...row.scores, people: 1 } })),
      ],
    });
    const days = { new: 10, same: 5, newer: 2, older: 3 };
    const before = await text();
    expect(value(await previewImport(database, incoming)).days).toEqual(days);
    expect(await text()).toBe(before);
    expect(value(await applyImport(database, incoming, now)).days).toEqual(days);
    const after = await text();
    const again = value(await applyImport(database, incoming, now));
    expect(again.days).toMatchObject({ new: 0, newer: 0 });
    expect(await text()).toBe(after);
  });

  /** Whatever was recorded has its profile. */
  function withProfiles(rows: Rows): Rows {
    const known = new Set(rows.members.map(({ id }) => id));
    const missing = new Set(memberRowKinds.flatMap((kind) => rows[kind].map(({ member }) => member)));
    return {
      ...rows,
      members: [...rows.members, ...[...missing].filter((id) => !known.has(id)).map((id) => ({ id, since: 1 }))],
    };
  }

  test('that changed numbers of days that were here is said to have, and one of new days alone is not', async () => {
    const day = sampleSnapshot({ day: '2026-10-01' });
    value(await recordSnapshot(database, day));
    const later = { ...sampleSnapshot({ day: '2026-10-01' }), readAt: day.readAt + 1, source: 'import' };
    // More new days than one part of the log holds, before the one that is changed.
    const many = sampleHistory('unknown', 700, dayNumber('2026-09-30'));
    value(await applyImport(database, file({ snapshots: many }), now));
    expect(value(await readUndoableChanges(database))).toMatchObject([{ kind: 'import', altered: false }]);
    const again = sampleHistory('unknown', 700, dayNumber('2024-10-20'));
    value(await applyImport(database, file({ snapshots: [...again, later] }), now + 1));
    expect(value(await readUndoableChanges(database))[0]).toMatchObject({ kind: 'import', altered: true });
  });

  test('undo brings back exactly what was there', async () => {
    await fc.assert(
      fc.asyncProperty(rowsArbitrary, rowsArbitrary, async (here, incoming) => {
        value(await deleteEverything());
        database = value(await openDatabase());
        await put(withProfiles(here));
        const before = await text();
        const done = value(await applyImport(database, file(incoming), now));
        value(await undoChange(database, done.change, now));
        expect(await text()).toBe(before);
      }),
      { numRuns: 40 },
    );
  });

  test('undo never takes away a reading that came after the import', async () => {
    const done = value(await applyImport(database, file({ snapshots: sampleHistory('unknown', 3, lastDay) }), now));
    const later = sampleSnapshot({
      day: '2026-10-15',
      readAt: now,
      scores: { brand: 19, people: 10, insights: 11, relationships: 15 },
    });
    value(await recordSnapshot(database, later));
    expect(value(await undoChange(database, done.change, now))).toMatchObject({ leftAlone: 1 });
    expect(value(await readSnapshots(database, 'unknown'))).toEqual([later]);
  });

  test('undo leaves the profile that the import made where something was stored of it since', async () => {
    const history = sampleHistory('a1', 3, lastDay);
    const done = value(
      await applyImport(database, file({ members: [{ id: 'a1', since: 1 }], snapshots: history }), now),
    );
    const later = sampleSnapshot({ member: 'a1', day: '2026-11-15', readAt: now + 1 });
    value(await recordSnapshot(database, later));
    value(await undoChange(database, done.change, now + 2));
    expect(value(await readSnapshots(database, 'a1'))).toEqual([later]);
    expect(value(await readMembers(database)).map(({ id }) => id)).toEqual(['a1']);
  });

  test('an import that fails in the middle writes nothing', async () => {
    await fill();
    const before = await text();
    const broken = { ...sampleSnapshot({ day: '2020-01-02' }), industry: () => 'not to be cloned' } as never;
    await expect(
      applyImport(database, file({ snapshots: [...sampleHistory('unknown', 700, lastDay - 200), broken] }), now),
    ).rejects.toThrow();
    expect(await text()).toBe(before);
  });

  test('the last three changes can be undone, the latest first', async () => {
    for (let n = 1; n <= 5; n += 1) {
      value(await applyImport(database, file({ snapshots: [sampleSnapshot({ day: `2026-01-0${n}` })] }), now + n));
    }
    expect(value(await readUndoableChanges(database)).map(({ at, kind }) => [at - now, kind])).toEqual([
      [5, 'import'],
      [4, 'import'],
      [3, 'import'],
    ]);
  });

  test('a change made after the clock was set back can be undone, and is the latest', async () => {
    for (let n = 1; n <= 3; n += 1) {
      value(await applyImport(database, file({ snapshots: [sampleSnapshot({ day: `2026-01-0${n}` })] }), now + n));
    }
    const before = await text();
    const back = now - 86_400_000;
    const done = value(await applyImport(database, file({ snapshots: [sampleSnapshot({ day: '2026-02-01' })] }), back));
    expect(value(await readUndoableChanges(database))[0]?.id).toBe(done.change);
    expect(value(await undoChange(database, done.change, back))).toMatchObject({ restored: 1 });
    expect(await text()).toBe(before);
  });

  test('after the nameless history was given to a profile, an old file’s nameless days go there too', async () => {
    const { mine } = await fill();
    const backup = await fileOf(await text());
    value(await answerUnknownHistory(database, mine, now));
    const after = await text();
    const preview = value(await previewImport(database, backup));
    expect(preview.days).toMatchObject({ new: 0, newer: 0 });
    value(await applyImport(database, backup, now));
    expect(await text()).toBe(after);
  });
});

describe('an older file', () => {
  const note = { kind: 'note', id: 'n', day: '2026-10-01', pillar: 'people', recordedAt: now, text: 'First' } as const;
  const goal = { id: 'g', of: 'total', target: 70, from: 50, setOn: '2026-10-01' } as const;
  const plan = { week: '2026-11-23', minutes: 30, tips: { brand: 'b' } } as const;
  let older: ImportedFile;
  let mine: string;

  beforeEach(async () => {
    ({ mine } = await fill());
    value(await writeAction(database, { ...note, member: mine }, now));
    value(await writeGoal(database, { ...goal, member: mine }, now));
    value(await writeTipChoice(database, { member: mine, tip: 't', choice: 'dismissed' }, now));
    value(await writePlan(database, { ...plan, member: mine }, now));
    value(await tickHabit(database, { ...plan, member: mine }, 'brand_post', true, now));
    older = await fileOf(await text());
  });

  test('does not undo what was changed since', async () => {
    value(await writeAction(database, { ...note, member: mine, text: 'Second' }, now + 1));
    value(await writeGoal(database, { ...goal, member: mine, target: 80 }, now + 1));
    value(await writeTipChoice(database, { member: mine, tip: 't', choice: 'later', until: '2026-11-01' }, now + 1));
    value(await nameMember(database, mine, 'Home', now + 1));
    value(await writePlan(database, { ...plan, member: mine, minutes: 60, tips: { people: 'p' } }, now + 1));
    value(await tickHabit(database, { ...plan, member: mine }, 'brand_post', false, now + 1));
    const after = await text();
    value(await applyImport(database, older, now + 2));
    expect(await text()).toBe(after);
  });

  test('does not bring back what was deleted since, and nothing of it is kept', async () => {
    value(await removeAction(database, { member: mine, id: 'n' }, now + 1));
    value(await removeGoal(database, { member: mine, id: 'g' }, now + 1));
    value(await removeTipChoice(database, { member: mine, tip: 't' }, now + 1));
    value(await removePlan(database, { ...plan, member: mine }, now + 1));
    const after = await text();
    expect(after).not.toContain('First');
    expect(value(await applyImport(database, older, now + 2)).rows.actions.new).toBe(0);
    expect(await text()).toBe(after);
    expect(value(await readActions(database, mine))).toEqual([]);
    expect(value(await readGoals(database, mine))).toEqual([]);
    expect(value(await readTipChoices(database, mine))).toEqual([]);
    expect(value(await readPlans(database, mine))).toEqual([]);
    const none = { actions: 0, goals: 0, 'tip-choices': 0, plans: 0 };
    expect(value(await countDeletion(database, mine))).toMatchObject(none);
  });

  test('loses also against a change made after the clock was set back', async () => {
    value(await removeGoal(database, { member: mine, id: 'g' }, now - 86_400_000));
    value(await writeAction(database, { ...note, member: mine, text: 'Second' }, now - 86_400_000));
    value(await applyImport(database, older, now));
    expect(value(await readGoals(database, mine))).toEqual([]);
    expect(value(await readActions(database, mine))).toMatchObject([{ text: 'Second' }]);
  });

  test('deletes elsewhere what was deleted here, and a row written again stays', async () => {
    value(await removeGoal(database, { member: mine, id: 'g' }, now + 1));
    value(await removeAction(database, { member: mine, id: 'n' }, now + 1));
    value(await writeAction(database, { ...note, member: mine, text: 'Again' }, now + 2));
    const newer = await fileOf(await text());
    value(await deleteEverything());
    database = value(await openDatabase());
    value(await applyImport(database, older, now));
    value(await applyImport(database, newer, now));
    expect(value(await readGoals(database, mine))).toEqual([]);
    expect(value(await readActions(database, mine))).toMatchObject([{ text: 'Again' }]);
  });

  test('after 400 days its rows may come back, for nothing is remembered of them any more', async () => {
    value(await removeGoal(database, { member: mine, id: 'g' }, now + 1));
    value(await purgeTombstones(database, now + 400 * 86_400_000));
    expect(await text()).toContain('"deleted":true');
    value(await purgeTombstones(database, now + 400 * 86_400_000 + 10));
    expect((await text()).includes('"deleted":true')).toBe(false);
    expect(value(await previewImport(database, older)).rows.goals.new).toBe(1);
  });

  test('of version 1 is read, and what was changed since wins', async () => {
    const line = (row: object) => JSON.stringify(row);
    const file = await fileOf(
      `{"format":"ssi-scorecard","version":1,"members":[${line({ id: mine, since: 5, name: 'Old', namedAt: 1 })}],` +
        `"actions":[${line({ ...note, member: mine, text: 'Version 1' })},${line({ ...note, id: 'n1', member: mine })}],` +
        `"goals":[${line({ ...goal, member: mine, target: 60 })}],` +
        `"tip-choices":[${line({ member: mine, tip: 'u', choice: 'dismissed' })}]}`,
    );
    expect(file.rejectedCount).toBe(0);
    value(await writeAction(database, { ...note, member: mine, text: 'Second' }, now + 1));
    value(await applyImport(database, file, now + 2));
    expect(value(await readActions(database, mine)).map(({ id, ...row }) => [id, 'text' in row && row.text])).toEqual([
      ['n', 'Second'],
      ['n1', 'First'],
    ]);
    expect(value(await readGoals(database, mine))).toMatchObject([{ target: 70 }]);
    expect(value(await readTipChoices(database, mine)).map(({ tip }) => tip)).toEqual(['t', 'u']);
    expect(value(await readMembers(database)).find(({ id }) => id === mine)).toMatchObject({ name: 'Work', since: 5 });
  });
});

test('a goal that was changed or deleted since it was read is not marked as reached', async () => {
  const goal = { id: 'g', member: 'unknown', of: 'total', target: 70, from: 50, setOn: '2026-10-01' } as const;
  value(await writeGoal(database, goal, now));
  value(await writeGoal(database, { ...goal, target: 90 }, now));
  expect(value(await markReached(database, goal, '2026-10-16', now))).toBe(false);
  value(await removeGoal(database, goal, now));
  expect(value(await markReached(database, goal, '2026-10-16', now))).toBe(false);
  expect(value(await readGoals(database, 'unknown'))).toEqual([]);
  value(await writeGoal(database, goal, now));
  expect(value(await markReached(database, goal, '2026-10-16', now))).toBe(true);
});

test('a plan and the ticks of a week are kept; a plan takes the place of the one before, a tick that of none', async () => {
  const plan = { member: 'unknown', week: '2026-11-23', minutes: 30, tips: { brand: 'b' } } as const;
  value(await writePlan(database, plan, now));
  value(await writePlan(database, { ...plan, tips: { people: 'p' } }, now + 1));
  expect(value(await readPlans(database, 'unknown'))).toEqual([{ ...plan, tips: { people: 'p' }, changedAt: now + 1 }]);
  for (const habit of ['brand_post', 'people_days', 'brand_post'] as const) {
    value(await tickHabit(database, plan, habit, true, now));
  }
  value(await tickHabit(database, plan, 'people_days', false, now + 2));
  const { member, week } = plan;
  const ticks = { brand_post: 1, people_days: 2 };
  const [check] = value(await readOwnChecks(database, 'unknown'));
  expect(check).toMatchObject({ member, week, ticks });
});

describe('profiles', () => {
  test('the same number always gives the same id, another number another, and none is in it', async () => {
    const ids = await Promise.all(['111', '111', '222'].map(async (number) => value(await memberIdOf(number))));
    expect(ids[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(value(await memberIdOf(undefined))).toBe('unknown');
  });

  test('the salt survives the loss of either place it is kept in', async () => {
    const id = value(await memberIdOf('111'));
    state.local.clear();
    expect(value(await memberIdOf('111'))).toBe(id);
    await closeDatabase();
    globalThis.indexedDB = new IDBFactory();
    expect(value(await memberIdOf('111'))).toBe(id);
  });

  test('pages show the profile read last, until the member switches', async () => {
    const { mine, other } = await fill();
    value(await recordSnapshot(database, sampleSnapshot({ member: other, day: '2026-10-16' })));
    expect(value(await readSelectedMember(database))?.id).toBe(other);
    value(await selectMember(mine));
    expect(value(await readSelectedMember(database))).toMatchObject({ id: mine, name: 'Work' });
  });

  test('whose the nameless history is gets asked once somebody was named, and only once', async () => {
    value(await recordSnapshot(database, sampleSnapshot({ day: '2026-10-01' })));
    expect(value(await readUnknownHistory(database))).toBeUndefined();
    const mine = value(await memberIdOf('111'));
    value(await recordSnapshot(database, sampleSnapshot({ member: mine, day: '2026-10-02' })));
    expect(value(await readUnknownHistory(database))).toMatchObject({
      days: 1,
      from: '2026-10-01',
      to: '2026-10-01',
      candidates: [{ id: mine }],
    });
    value(await answerUnknownHistory(database, 'unknown', now));
    expect(value(await readUnknownHistory(database))).toBeUndefined();
    expect(value(await readSnapshots(database, 'unknown'))).toHaveLength(1);
  });

  test('merging moves everything, keeps the later reading of a shared day, and undoing brings both back', async () => {
    const { mine, other } = await fill();
    const before = await text();
    const change = value(await mergeMembers(database, other, mine, now));
    expect(value(await readMembers(database)).map(({ id }) => id)).not.toContain(other);
    expect(value(await countSnapshots(database, mine))).toBe(30);
    value(await undoChange(database, change, now));
    expect(await text()).toBe(before);
  });

  test('merging moves rows of every kind, and undoing brings them back', async () => {
    const [from, into] = ['b'.repeat(64), 'a'.repeat(64)];
    await fc.assert(
      fc.asyncProperty(rowsArbitrary, async (rows) => {
        value(await deleteEverything());
        database = value(await openDatabase());
        await put({ ...rows, members: [from, into].map((id) => ({ id, since: 5 })) });
        const before = await text();
        const change = value(await mergeMembers(database, from, into, now));
        expect(await text()).not.toContain(from);
        value(await undoChange(database, change, now));
        expect(await text()).toBe(before);
      }),
      { numRuns: 20 },
    );
  });

  test('naming one changes nothing else of it, whatever else is known of it', async () => {
    const member = { id: 'unknown', since: 5, ofALaterVersion: true };
    await database.connection.put('members', member);
    value(await nameMember(database, 'unknown', ' Work ', now));
    expect(await database.connection.get('members', 'unknown')).toEqual({ ...member, name: 'Work', changedAt: now });
    value(await nameMember(database, 'unknown', ' ', now));
    expect(await database.connection.get('members', 'unknown')).toEqual({ ...member, changedAt: now + 1 });
  });

  test('after the nameless history was merged, nameless readings go to its owner', async () => {
    const mine = value(await memberIdOf('111'));
    value(await recordSnapshot(database, sampleSnapshot({ day: '2026-10-01' })));
    value(await recordSnapshot(database, sampleSnapshot({ member: mine, day: '2026-10-02' })));
    value(await answerUnknownHistory(database, mine, now));
    expect(value(await recordSnapshot(database, sampleSnapshot({ day: '2026-10-03' }))).snapshot.member).toBe(mine);
    expect(value(await readSnapshots(database, mine))).toHaveLength(3);
  });
});

describe('whose numbers are these', () => {
  const theirs = { brand: 4, people: 1, insights: 2, relationships: 3 };

  beforeEach(async () => {
    value(await recordSnapshot(database, sampleSnapshot({ day: '2026-10-10' })));
    for (const day of ['2026-10-11', '2026-10-12'])
      value(await recordSnapshot(database, sampleSnapshot({ day, scores: theirs })));
  });

  test('"mine" puts every such reading into the history', async () => {
    const [asked] = value(await readKeptAside(database));
    value(await answerKeptAside(database, asked!, 'mine', now));
    expect(value(await readSnapshots(database, 'unknown')).map(({ day }) => day)).toEqual([
      '2026-10-10',
      '2026-10-11',
      '2026-10-12',
    ]);
    expect(value(await readKeptAside(database))).toEqual([]);
  });

  test('"somebody else’s" gives them a profile of their own, where their next reading goes as well', async () => {
    const [asked] = value(await readKeptAside(database));
    value(await answerKeptAside(database, asked!, 'someone-else', now));
    expect(value(await readSnapshots(database, 'unknown'))).toHaveLength(1);
    expect(value(await readSnapshots(database, 'unknown-2'))).toHaveLength(2);
    const next = value(await recordSnapshot(database, sampleSnapshot({ day: '2026-10-13', scores: theirs })));
    expect(next.snapshot.member).toBe('unknown-2');
    expect(value(await recordSnapshot(database, sampleSnapshot({ day: '2026-10-13' }))).snapshot.member).toBe(
      'unknown',
    );
  });

  test.each(['mine', 'someone-else'] as const)('%s can be undone', async (whose) => {
    const before = await text();
    const [asked] = value(await readKeptAside(database));
    const change = value(await answerKeptAside(database, asked!, whose, now));
    expect(await text()).not.toBe(before);
    value(await undoChange(database, change, now));
    expect(await text()).toBe(before);
  });
});

describe('deleting', () => {
  test('one member takes what was announced and leaves no trace of them in any store', async () => {
    const { mine, other } = await fill();
    value(await applyImport(database, file({ snapshots: sampleHistory(mine, 3, lastDay - 300) }), now));
    value(await selectMember(mine));
    const announced = Object.entries(value(await countDeletion(database, mine))).filter(([, count]) => count > 0);
    expect(Object.fromEntries(announced)).toEqual({ snapshots: 33, actions: 1, goals: 1 });
    value(await deleteMember(database, mine, now));
    for (const store of database.connection.objectStoreNames) {
      expect(JSON.stringify(await database.connection.getAll(store))).not.toContain(mine);
    }
    expect(JSON.stringify([...state.local])).not.toContain(mine);
    expect(value(await countSnapshots(database, other))).toBe(5);
  });

  test('of whatever kinds their rows are, what was announced goes and nothing of theirs stays', async () => {
    const member = 'a'.repeat(64);
    await fc.assert(
      fc.asyncProperty(rowsArbitrary, async (rows) => {
        value(await deleteEverything());
        database = value(await openDatabase());
        await put(rows);
        const ofMember = (kind: RowKind) =>
          (rows[kind] as readonly StoredRows[RowKind][]).filter((row) => 'member' in row && row.member === member);
        const live = rowKinds.map((kind) => [kind, ofMember(kind).filter(isLive).length] as const);
        expect(Object.entries(value(await countDeletion(database, member))).filter(([, count]) => count > 0)).toEqual(
          live.filter(([, count]) => count > 0),
        );
        value(await deleteMember(database, member, now));
        expect(await text()).not.toContain(member);
      }),
      { numRuns: 20 },
    );
  });

  test('everything means the database, and every key of storage.local', async () => {
    await fill();
    value(await deleteEverything());
    expect(state.local.size).toBe(0);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('ssi-scorecard');
  });
});

test('settings: the browser’s storage may hold anything, and each wrong field gets its default', async () => {
  state.local.set(localKeys.settings, {
    theme: 'dark',
    badges: 'yes',
    reminder: { rhythm: 'weekdays', weekday: 9, quiet: null },
  });
  expect(value(await readSettings())).toEqual({
    ...defaultSettings,
    theme: 'dark',
    reminder: { rhythm: 'weekdays', weekday: 5, time: '09:00', hideNumbers: false },
    managed: {},
  });
});
