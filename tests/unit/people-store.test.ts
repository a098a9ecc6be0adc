// People whose files the member was given: beside the member's own, and never one of them.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dayNumber } from '../../src/core/score/local-day';
import { isPerson } from '../../src/core/rows/person';
import { noRows, rowKinds, type Rows } from '../../src/core/rows/row-kinds';
import { unknownMember } from '../../src/core/score/reading';
import { givenProfiles, type GivenProfile } from '../../src/files/given-profiles';
import type { ImportedFile } from '../../src/files/imported-file';
import { joinFiles } from '../../src/files/join-files';
import { readBackup } from '../../src/files/import-backup';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { readKeptAside } from '../../src/store/read/kept-aside';
import { readMembers, readSelectedMember } from '../../src/store/read/members';
import { hasPeople } from '../../src/store/read/has-people';
import { readPeople, readTotalsOn } from '../../src/store/read/people';
import { readStanding } from '../../src/store/read/standing';
import { readUnknownHistory } from '../../src/store/read/unknown-history';
import { doubtOf } from '../../src/store/write/doubt-of';
import { applyImport } from '../../src/store/write/apply-import';
import { previewImport } from '../../src/store/write/merge-import';
import { checkHistory, makeCopyIfDue } from '../../src/store/write/automatic-copy';
import { deleteEverything } from '../../src/store/write/delete';
import { exportBackup } from '../../src/store/write/export-backup';
import { answerKeptAside } from '../../src/store/write/kept-aside';
import { memberIdOf } from '../../src/store/write/member-id';
import { takeOverUnknown } from '../../src/store/write/merge-members';
import { forMember, selectMember } from '../../src/store/write/members';
import { bringBackPerson, deletePerson, takeInPeople } from '../../src/store/write/people';
import { writePlan } from '../../src/store/write/rows';
import { restoreFromCopy } from '../../src/store/write/restore';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { readUndoableChanges, undoChange } from '../../src/store/write/undo';
import { sampleHistory, sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

const now = Date.parse('2026-11-28T10:00:00Z');
const lastDay = dayNumber('2026-11-27');
let database: Database;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  database = value(await openDatabase());
});
afterEach(() => closeDatabase());

/** What a file of `count` days gives. */
function given(file: string, count: number, more: Partial<GivenProfile> = {}): GivenProfile {
  return { file, rows: { ...noRows(), snapshots: sampleHistory(unknownMember, 400, lastDay).slice(-count) }, ...more };
}

const own = () => recordSnapshot(database, sampleSnapshot({ day: '2026-11-20' }));
const takeIn = async (name: string, count: number, more?: Partial<GivenProfile>) =>
  value(await takeInPeople(database, [{ given: given(`${name}.json`, count, more), name }], now));
const people = async () => value(await readPeople(database));

async function everything(): Promise<Rows> {
  const rows = noRows();
  for (const kind of rowKinds) rows[kind].push(...((await database.connection.getAll(kind)) as never[]));
  return rows;
}

describe('somebody whose file was given', () => {
  test.each([
    [
      'their marks',
      () => [given('a/ben.json', 3, { origin: 'b'.repeat(64) }), given('b/ben.json', 6, { origin: 'c'.repeat(64) })],
    ],
    [
      'most of their days',
      () => {
        const other = given('ben.csv', 6);
        const snapshots = other.rows.snapshots.map((row) => ({ ...row, total: row.total + 9 }));
        return [given('ben.json', 3), { ...other, rows: { ...other.rows, snapshots } }];
      },
    ],
  ])('is not one with a namesake in the same files where %s differ', async (_what, files) => {
    value(
      await takeInPeople(
        database,
        files().map((one) => ({ given: one, name: 'Ben' })),
        now,
      ),
    );
    expect((await people()).map(({ member, readings }) => [member.name, readings]).sort()).toEqual([
      ['Ben', 3],
      ['Ben', 6],
    ]);
  });

  test('of thousands in one file is told apart in one look', () => {
    const ids = Array.from({ length: 4000 }, (_, index) => index.toString(16).padStart(64, '0'));
    const rows = {
      ...noRows(),
      members: ids.map((id) => ({ id, since: 0 })),
      snapshots: ids.flatMap((member) => sampleHistory(member, 5, lastDay)),
    };
    const began = performance.now();
    const found = givenProfiles(
      { kind: 'backup', head: {}, rows, columns: [], rejected: [], rejectedCount: 0 },
      'team.json',
    );
    expect(performance.now() - began).toBeLessThan(1500);
    expect(found).toHaveLength(4000);
    expect(found[9]?.rows.snapshots).toHaveLength(5);
  });

  test('is there, and none of the member’s own', async () => {
    value(await own());
    expect(value(await hasPeople(database))).toBe(false);
    await takeIn('Amira', 400);
    expect(value(await hasPeople(database))).toBe(true);
    const [amira] = await people();
    expect(amira).toMatchObject({ readings: 400, firstDay: '2025-10-24', member: { name: 'Amira' } });
    // No more than the page tells of.
    expect(amira!.history.length).toBeLessThan(200);
    expect(value(await readMembers(database)).map(({ id }) => id)).toEqual([unknownMember]);
    value(await selectMember(amira!.member.id));
    expect(value(await readSelectedMember(database))?.id).toBe(unknownMember);
    expect(value(await readStanding(database, '2026-11-28', 10))?.lastReadOn).toBe('2026-11-20');
  });

  test('alone here makes nobody the member’s own: not for a toolbar, nor for a plan, nor for a reading', async () => {
    await takeIn('Amira', 9);
    expect(value(await readSelectedMember(database))).toBeUndefined();
    value(
      await forMember(undefined, (open, member) =>
        writePlan(open, { member, week: '2026-11-23', minutes: 30, tips: {} }, now),
      ),
    );
    expect(value(await readMembers(database)).map(({ id }) => id)).toEqual([unknownMember]);
    const named = value(await memberIdOf('111'));
    const recorded = value(await recordSnapshot(database, sampleSnapshot({ member: named })));
    expect(recorded.snapshot.member).toBe(named);
    // The nameless plan goes over to the one whom the page has named: people are no second one.
    expect(value(await takeOverUnknown(database, named, now))).toBe(true);
    expect((await people())[0]?.readings).toBe(9);
  });

  test('is nobody of whom the earlier readings could be', async () => {
    value(await own());
    await takeIn('Amira', 9);
    expect(value(await readUnknownHistory(database))).toBeUndefined();
  });

  test('gets no reading of a page that names nobody, however well it fits', async () => {
    await takeIn('Amira', 9);
    const recorded = value(await recordSnapshot(database, sampleSnapshot({ day: '2026-11-28' })));
    expect(recorded.snapshot.member).toBe(unknownMember);
    expect((await people())[0]?.readings).toBe(9);
  });

  test('leaves the member’s salt alone, with which the next reading is theirs', async () => {
    const named = value(await memberIdOf('111'));
    await takeIn('Amira', 3, { origin: 'b'.repeat(64) });
    expect(value(await memberIdOf('111'))).toBe(named);
  });

  test('a newer file adds to them and keeps what they are called and who they said they are', async () => {
    await takeIn('Amira', 5, { origin: 'b'.repeat(64) });
    const [{ member } = { member: { id: '' } }] = await people();
    value(await takeInPeople(database, [{ given: given('newer.csv', 8), person: member.id }], now + 1));
    const [amira, ...others] = await people();
    expect(others).toEqual([]);
    expect(amira).toMatchObject({
      readings: 8,
      member: { name: 'Amira', given: { at: now + 1, file: 'newer.csv', origin: 'b'.repeat(64) } },
    });
    expect(value(await readTotalsOn(database, member.id, ['2026-11-27', '2020-01-01'])).size).toBe(1);
  });

  test('two files of one new name are of one person, and all files of an act are undone as one', async () => {
    value(await own());
    const before = await everything();
    const change = value(
      await takeInPeople(
        database,
        [
          { given: given('a.json', 3), name: 'Gustav' },
          { given: given('b.json', 6), name: ' Gustav' },
          { given: given('c.json', 2), name: 'Ben' },
        ],
        now,
      ),
    );
    expect((await people()).map(({ member, readings }) => [member.name, readings]).sort()).toEqual([
      ['Ben', 2],
      ['Gustav', 6],
    ]);
    expect(value(await readUndoableChanges(database))[0]?.kind).toBe('people');
    value(await undoChange(database, change, now + 1));
    expect(await everything()).toEqual(before);
  });

  test('is in the export of everything, and theirs again where that is imported', async () => {
    value(await own());
    await takeIn('Amira', 4, { origin: 'b'.repeat(64) });
    const before = await everything();
    const json = JSON.parse(await value(await exportBackup(database)).text()) as object;
    value(await deleteEverything());
    expect(value(await readPeople(value(await openDatabase())))).toEqual([]);
    database = value(await openDatabase());
    value(await applyImport(database, value(await readBackup(json, () => undefined)), now));
    expect(await everything()).toEqual(before);
    expect((await people()).map(({ member }) => isPerson(member.id))).toEqual([true]);
  });

  test('has no reading on hold that the member is asked about, or that goes with an answer', async () => {
    await takeIn('Amira', 9);
    const [amira] = await people();
    const theirs = sampleSnapshot({ member: amira!.member.id });
    await database.connection.put('kept-aside', theirs);
    expect(value(await readKeptAside(database))).toEqual([]);
    const mine = sampleSnapshot({ readAt: theirs.readAt + 1 });
    await database.connection.put('kept-aside', mine);
    expect(value(await readKeptAside(database))).toEqual([mine]);
    value(await answerKeptAside(database, mine, 'mine', now));
    expect(await database.connection.get('kept-aside', [theirs.member, theirs.readAt])).toEqual(theirs);
  });

  test('is nobody to whom a file can make the member’s readings go', async () => {
    await takeIn('Amira', 9);
    const [amira] = await people();
    const backup = JSON.parse(await value(await exportBackup(database)).text()) as object;
    const pause = () => Promise.resolve();
    const file = value(await readBackup({ ...backup, unknownOwner: amira!.member.id }, pause));
    value(await applyImport(database, file, now));
    expect(value(await own()).snapshot.member).toBe(unknownMember);
    expect(value(await readStanding(database, '2026-11-28', 10))?.lastReadOn).toBe('2026-11-20');
  });

  test('is of no interest to whom the member gives their own file', async () => {
    value(await own());
    await takeIn('Amira', 4);
    const json = JSON.parse(await value(await exportBackup(database)).text()) as object;
    const file = value(await readBackup(json, () => undefined));
    expect(givenProfiles(file, 'mine.json').map(({ rows }) => rows.snapshots.length)).toEqual([1]);
  });
});

describe('a file of an ordinary import', () => {
  const imported = (rows: Partial<Rows>, head = {}) => ({
    ...{ kind: 'table' as const, head, columns: [], rejected: [], rejectedCount: 0 },
    rows: { ...noRows(), ...rows },
  });
  const doubtIn = async (file: ReturnType<typeof imported>) =>
    value(await doubtOf(database, file, value(await previewImport(database, file))));
  const members = [{ id: unknownMember, since: 0 }];

  test('is in doubt where most days that both know differ, but for rounding, and not where there are too few', async () => {
    const history = sampleHistory(unknownMember, 20, lastDay);
    for (const row of history) value(await recordSnapshot(database, row));
    expect(await doubtIn(imported({ members, snapshots: history }))).toBeUndefined();
    const rounded = history.map(({ member, day, readAt, total }) => ({
      ...{ member, day, readAt, source: 'import' as const, total: Math.round(total), rank: {}, average: {} },
    }));
    expect(await doubtIn(imported({ members, totals: rounded }))).toBeUndefined();
    const others = rounded.map((row, index) => (index < 5 ? row : { ...row, total: row.total + 4 }));
    expect(await doubtIn(imported({ members, totals: others }))).toEqual({ why: 'days', both: 20, differ: 15 });
    expect(await doubtIn(imported({ members, totals: others.slice(-2) }))).toBeUndefined();
  });

  test('is in doubt also where it is read together with the member’s own, whichever comes first', async () => {
    const salt = async () => (await database.connection.get('facts', 'salt'))!.value;
    const named = value(await memberIdOf('111'));
    value(await recordSnapshot(database, sampleSnapshot({ member: named })));
    const file = (head: ImportedFile['head'], member: string): ImportedFile => ({
      kind: 'backup',
      head,
      rows: { ...noRows(), members: [{ id: member, since: 0 }], snapshots: sampleHistory(member, 3, lastDay) },
      columns: [],
      rejected: [],
      rejectedCount: 0,
    });
    const [mine, theirs] = [file({ salt: await salt() }, named), file({ salt: 'f'.repeat(32) }, 'b'.repeat(64))];
    for (const files of [
      [mine, theirs],
      [theirs, mine],
      [{ ...file({}, unknownMember), kind: 'table' as const }, theirs],
    ]) {
      const joined = joinFiles(files)!;
      const preview = value(await previewImport(database, joined));
      expect(value(await doubtOf(database, joined, preview))).toEqual({ why: 'other-salt' });
    }
  });

  test('is in doubt where it was hashed with another salt', async () => {
    const named = value(await memberIdOf('111'));
    value(await recordSnapshot(database, sampleSnapshot({ member: named })));
    const stranger = 'b'.repeat(64);
    const file = imported({ members: [{ id: stranger, since: 0 }] }, { salt: 'f'.repeat(32) });
    expect(await doubtIn(file)).toEqual({ why: 'other-salt' });
  });
});

describe('deleting somebody', () => {
  test('leaves nothing of them, not even for undoing or in the automatic copy, and the member’s own as it was', async () => {
    value(await own());
    const before = await everything();
    await takeIn('Amira', 4);
    value(await makeCopyIfDue(database, now));
    const [amira] = await people();
    const rows = value(await deletePerson(database, amira!.member.id, now));
    expect(rows.snapshots).toHaveLength(4);
    expect(await everything()).toEqual(before);
    expect(JSON.stringify(await database.connection.getAll('undo'))).not.toContain(amira!.member.id);
    expect(value(await checkHistory(database))).toEqual({ state: 'whole' });
  });

  test('can be taken back from what the page remembers, and is whole then', async () => {
    await takeIn('Amira', 4);
    value(await makeCopyIfDue(database, now));
    const before = await everything();
    const [amira] = await people();
    const rows = value(await deletePerson(database, amira!.member.id, now));
    value(await bringBackPerson(database, rows, now + 1));
    expect(await everything()).toEqual(before);
    expect(value(await checkHistory(database))).toEqual({ state: 'whole' });
  });

  test('stays whole where the automatic copy cannot be made without them', async () => {
    value(await own());
    await takeIn('Amira', 4);
    value(await makeCopyIfDue(database, now));
    const before = await everything();
    state.refuseWrites = new Error('QUOTA_BYTES quota exceeded');
    const deleted = await deletePerson(database, (await people())[0]!.member.id, now);
    state.refuseWrites = undefined;
    expect(deleted.ok).toBe(false);
    expect(await everything()).toEqual(before);
  });

  test('does not forget how the member’s own last import is undone', async () => {
    const file = { rows: { ...noRows(), snapshots: sampleHistory(unknownMember, 3, lastDay) } };
    const imported = { kind: 'backup' as const, head: {}, columns: [], rejected: [], rejectedCount: 0, ...file };
    const { change } = value(await applyImport(database, imported, now));
    await takeIn('Amira', 4);
    value(await deletePerson(database, (await people())[0]!.member.id, now + 1));
    expect(value(await readUndoableChanges(database)).map(({ id }) => id)).toEqual([change]);
  });
});

describe('an automatic copy, or an export, of when somebody else’s days were a profile of the member’s own', () => {
  const stranger = 'b'.repeat(64);
  const week = 8 * 86_400_000;

  /** As it is after the upgrade: the copy has them by their old id, the history by that of a person. */
  async function upgraded(): Promise<Blob> {
    value(await memberIdOf('111'));
    value(await own());
    for (const snapshot of sampleHistory(stranger, 4, lastDay)) value(await recordSnapshot(database, snapshot));
    value(await makeCopyIfDue(database, now));
    const before = value(await exportBackup(database));
    await database.connection.delete('members', stranger);
    await database.connection.delete('snapshots', IDBKeyRange.bound([stranger], [stranger, []]));
    await takeIn('Ben', 4, { origin: stranger });
    return before;
  }

  test('misses none of them, and is renewed', async () => {
    await upgraded();
    expect(value(await makeCopyIfDue(database, now + week))).toBe('made');
    expect(value(await checkHistory(database))).toEqual({ state: 'whole' });
  });

  test('brings them back as that person’s, not as the member’s own', async () => {
    const before = await upgraded();
    const [ben] = await people();
    await database.connection.delete('snapshots', [ben!.member.id, '2026-11-27']);
    value(await restoreFromCopy(now + 1));
    const file = value(await readBackup(JSON.parse(await before.text()) as object, () => Promise.resolve()));
    expect(value(await previewImport(database, file)).days).toMatchObject({ new: 0, newer: 0 });
    value(await applyImport(database, file, now + 2));
    expect(value(await readMembers(database)).map(({ id }) => id)).toEqual([unknownMember]);
    expect((await people()).map(({ member, readings }) => [member.name, readings])).toEqual([['Ben', 4]]);
  });
});
