// Keeping in step through the real store and the worker's way in, on a browser in memory.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dayNumber } from '../../src/core/score/local-day';
import { noRows, type Rows } from '../../src/core/rows/row-kinds';
import type { Snapshot } from '../../src/core/rows/snapshot';
import type { ImportedFile } from '../../src/files/imported-file';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { readSnapshots } from '../../src/store/read/snapshots';
import { readMembers } from '../../src/store/read/members';
import { readPeople } from '../../src/store/read/people';
import { readSettings } from '../../src/store/read/settings';
import { applyImport } from '../../src/store/write/apply-import';
import { checkHistory, makeCopyIfDue } from '../../src/store/write/automatic-copy';
import { deleteEverything, deleteMember } from '../../src/store/write/delete';
import { mergeMembers, takeOverUnknown } from '../../src/store/write/merge-members';
import { forMember } from '../../src/store/write/members';
import { deletePerson, takeInPeople } from '../../src/store/write/people';
import { memberIdOf } from '../../src/store/write/member-id';
import { changeSettings } from '../../src/store/write/settings';
import { deleteDay } from '../../src/store/write/days';
import { recordSnapshot, withdrawVisit } from '../../src/store/write/snapshots';
import { writeAction, writePlan } from '../../src/store/write/rows';
import { readPlans } from '../../src/store/read/rows';
import { changeSyncState, readSyncState } from '../../src/store/write/sync-state';
import { readUndoableChanges, undoChange } from '../../src/store/write/undo';
import { Computer } from './in-memory-sync';
import {
  deleteEverywhere,
  forget,
  keepInStep,
  nameComputer,
  switchOff,
  switchOn,
  takeOut,
  usePassphrase,
} from '../../src/sync/sync';
import { readSyncStatus } from '../../src/sync/status';
import { sampleHistory, sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

const now = Date.parse('2026-11-28T10:00:00Z');
const day = 86_400_000;
const { sync } = browser.storage;
let database: Database;
let other: Computer;

/** What lies in the browser's sync. */
const synced = async () => await sync.get();

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  await sync.remove(Object.keys(await synced()));
  database = value(await openDatabase());
  for (const snapshot of sampleHistory('unknown', 5, dayNumber('2026-11-27')))
    value(await recordSnapshot(database, snapshot));
  other = new Computer('0000000000ff', now);
  vi.clearAllMocks();
});
afterEach(() => closeDatabase());

/** The other computer has its turn, with everything that was written here, and what it writes arrives here. */
async function otherStep(): Promise<void> {
  other.area.items = await synced();
  await other.step();
  await sync.remove(Object.keys(await synced()).filter((key) => !(key in other.area.items)));
  await sync.set(other.area.items);
  vi.clearAllMocks();
}

const days = async (member = 'unknown') => value(await readSnapshots(database, member)).length;
const file = (rows: Partial<Rows>, head: ImportedFile['head'] = {}): ImportedFile => ({
  kind: 'backup',
  head,
  rows: { ...noRows(), ...rows },
  columns: [],
  rejected: [],
  rejectedCount: 0,
});

describe('as long as the member does not want it', () => {
  test('nothing is asked of the sync, and nothing of what is deleted is remembered', async () => {
    value(await keepInStep(now));
    value(await deleteMember(database, 'unknown', now));
    expect(sync.get).not.toHaveBeenCalled();
    expect(sync.set).not.toHaveBeenCalled();
    expect(await database.connection.getAllKeys('facts')).toEqual([]);
  });
});

describe('switched on', () => {
  test('one write carries everything, the next day’s reading one more, and nothing new none', async () => {
    value(await switchOn(now));
    expect(sync.set).toHaveBeenCalledTimes(1);
    value(await keepInStep(now + 1));
    expect(sync.set).toHaveBeenCalledTimes(1);
    value(await recordSnapshot(database, sampleSnapshot({ day: '2026-11-28', readAt: now })));
    value(await keepInStep(now + day));
    expect(sync.set).toHaveBeenCalledTimes(2);
    expect(sync.remove).not.toHaveBeenCalled();
    await otherStep();
    expect(other.rows.snapshots).toHaveLength(6);
  });

  test('what comes from another computer is here, and pages are told only when something came', async () => {
    value(await switchOn(now));
    other.record(sampleSnapshot({ day: '2025-01-01' }));
    await otherStep();
    expect(value(await keepInStep(now + 1))).toBe(true);
    expect(await days()).toBe(6);
    expect(value(await keepInStep(now + 2))).toBe(false);
  });

  test('settings that were chosen elsewhere later come in, by the door for settings', async () => {
    value(await changeSettings((settings) => ({ ...settings, theme: 'dark' }), now));
    value(await switchOn(now));
    other.settings = { theme: 'light', badges: false, toolbar: 'wrong', changedAt: { theme: now - 1, badges: now } };
    await otherStep();
    value(await keepInStep(now + 1));
    expect(value(await readSettings())).toMatchObject({ theme: 'dark', badges: false, toolbar: true });
  });

  test('days that go by another computer’s word do not count as lost, and can be brought back everywhere', async () => {
    value(await makeCopyIfDue(database, now));
    value(await switchOn(now));
    await otherStep();
    other.deleteMember('unknown');
    await otherStep();
    value(await keepInStep(now + 1));
    expect(await days()).toBe(0);
    expect(value(await checkHistory(database))).toEqual({ state: 'whole' });
    const [change] = value(await readUndoableChanges(database));
    expect(change).toMatchObject({ kind: 'left' });
    value(await undoChange(database, change!.id, now + 2));
    expect(await days()).toBe(5);
    value(await keepInStep(now + 3));
    await otherStep();
    expect(other.rows.snapshots).toHaveLength(5);
  });

  test('a profile that was deleted here and changed there later is back, and undoing that deletes it everywhere', async () => {
    value(await switchOn(now));
    await otherStep();
    value(await deleteMember(database, 'unknown', now + 1));
    value(await keepInStep(now + 2));
    other.now = now + day;
    other.record(sampleSnapshot({ day: '2026-11-29', readAt: other.now }));
    await otherStep();
    value(await keepInStep(now + 2 * day));
    expect(await days()).toBe(6);
    const [change] = value(await readUndoableChanges(database));
    expect(change).toMatchObject({ kind: 'returned' });
    value(await undoChange(database, change!.id, now + 2 * day + 1));
    value(await keepInStep(now + 2 * day + 2));
    await otherStep();
    expect(await days()).toBe(0);
    expect(other.rows.snapshots).toEqual([]);
  });

  test('an import that was undone is gone everywhere, and imported again it is back everywhere', async () => {
    value(await switchOn(now));
    const incoming = file({ snapshots: sampleHistory('unknown', 3, dayNumber('2020-01-03')) });
    const { change } = value(await applyImport(database, incoming, now));
    value(await keepInStep(now + 1));
    await otherStep();
    expect(other.rows.snapshots).toHaveLength(8);
    value(await undoChange(database, change, now + 2));
    value(await keepInStep(now + 3));
    await otherStep();
    value(await keepInStep(now + 4));
    expect([other.rows.snapshots.length, await days()]).toEqual([5, 5]);
    value(await applyImport(database, incoming, now + 5));
    value(await keepInStep(now + 6));
    await otherStep();
    expect([other.rows.snapshots.length, await days()]).toEqual([8, 8]);
  });

  const aDay = '2026-11-20';
  const ofDay = (hours: number, changes: Partial<Snapshot> = {}) =>
    sampleSnapshot({ day: aDay, readAt: Date.parse(aDay) + hours * 3_600_000, ...changes });
  const keptHere = async () => (await database.connection.get('snapshots', ['unknown', aDay]))?.readAt;
  const keptThere = () => other.get('snapshots', `unknown,${aDay}`)?.readAt;

  test('an undone import that had replaced an earlier reading puts that back on every computer', async () => {
    value(await recordSnapshot(database, ofDay(8)));
    value(await switchOn(now));
    await otherStep();
    const imported = ofDay(20, { source: 'import' });
    const { change } = value(await applyImport(database, file({ snapshots: [imported] }), now));
    value(await keepInStep(now + 1));
    await otherStep();
    expect([await keptHere(), keptThere()]).toEqual([imported.readAt, imported.readAt]);
    value(await undoChange(database, change, now + 2));
    value(await keepInStep(now + 3));
    await otherStep();
    value(await keepInStep(now + 4));
    expect([await keptHere(), keptThere()]).toEqual([ofDay(8).readAt, ofDay(8).readAt]);
  });

  test('an undone import takes no reading of the other computer with it, even where it had taken its place there', async () => {
    value(await switchOn(now));
    await otherStep();
    other.record(ofDay(8));
    const { change } = value(await applyImport(database, file({ snapshots: [ofDay(20, { source: 'import' })] }), now));
    value(await keepInStep(now + 1));
    await otherStep();
    expect(keptThere()).toBe(ofDay(20).readAt);
    value(await undoChange(database, change, now + 2));
    value(await keepInStep(now + 3));
    await otherStep();
    value(await keepInStep(now + 4));
    expect([await keptHere(), keptThere()]).toEqual([ofDay(8).readAt, ofDay(8).readAt]);
  });

  test('an undone import that had made a profile takes that along only where nothing else is known of it', async () => {
    const named = value(await memberIdOf('111'));
    value(await switchOn(now));
    await otherStep();
    other.record(sampleSnapshot({ member: named, day: '2026-11-01' }));
    const brought = sampleSnapshot({ member: named, day: '2026-11-02' });
    const incoming = file({ members: [{ id: named, since: brought.readAt }], snapshots: [brought] });
    const { change } = value(await applyImport(database, incoming, now));
    value(await keepInStep(now + 1));
    value(await undoChange(database, change, now + 2));
    value(await keepInStep(now + 3));
    await otherStep();
    value(await keepInStep(now + 4));
    expect(value(await readSnapshots(database, named)).map(({ day: of }) => of)).toEqual(['2026-11-01']);
    expect(other.rows.snapshots.filter(({ member }) => member === named)).toHaveLength(1);
  });

  test('of a day that both computers read the later reading stays on both, whoever hears of it first', async () => {
    value(await switchOn(now));
    await otherStep();
    value(await recordSnapshot(database, ofDay(9)));
    other.record(ofDay(18));
    value(await keepInStep(now + 1));
    await otherStep();
    value(await keepInStep(now + 2));
    expect([await keptHere(), keptThere()]).toEqual([ofDay(18).readAt, ofDay(18).readAt]);
  });

  test('what a visit of the page takes back is gone everywhere, and what it had replaced is there again', async () => {
    value(await recordSnapshot(database, ofDay(8)));
    value(await switchOn(now));
    await otherStep();
    value(await recordSnapshot(database, ofDay(9), 'visit'));
    value(await keepInStep(now + 1));
    await otherStep();
    expect(keptThere()).toBe(ofDay(9).readAt);
    value(await withdrawVisit(database, 'visit'));
    value(await keepInStep(now + 2));
    await otherStep();
    value(await keepInStep(now + 3));
    expect([await keptHere(), keptThere()]).toEqual([ofDay(8).readAt, ofDay(8).readAt]);
  });

  test('a day that is read again after it was deleted stays, though the clock was set back in between', async () => {
    value(await recordSnapshot(database, ofDay(8)));
    value(await switchOn(now));
    value(await deleteDay(database, 'unknown', aDay, now));
    value(await recordSnapshot(database, ofDay(9)));
    value(await keepInStep(now + 1));
    await otherStep();
    expect(await keptHere()).toBe(now + 1);
    expect(keptThere()).toBe(now + 1);
  });

  test('profiles made one here are one there, and two again after undoing', async () => {
    const named = value(await memberIdOf('111'));
    value(await recordSnapshot(database, sampleSnapshot({ member: named, day: '2026-10-01' })));
    value(await switchOn(now));
    await otherStep();
    const change = value(await mergeMembers(database, 'unknown', named, now + 1));
    value(await keepInStep(now + 2));
    await otherStep();
    expect(other.rows.members.map(({ id }) => id)).toEqual([named]);
    expect(other.rows.snapshots).toHaveLength(6);
    value(await undoChange(database, change, now + 3));
    value(await keepInStep(now + 4));
    await otherStep();
    value(await keepInStep(now + 5));
    expect(
      value(await readMembers(database))
        .map(({ id }) => id)
        .sort(),
    ).toEqual([named, 'unknown'].sort());
    expect(other.rows.snapshots.filter(({ member }) => member === 'unknown')).toHaveLength(5);
    expect(other.rows.snapshots.filter(({ member }) => member === named)).toHaveLength(1);
  });

  test('what a member made without a name goes over to them everywhere, and nobody’s readings there go along', async () => {
    value(await deleteEverything());
    database = value(await openDatabase());
    const plan = { member: 'unknown', week: '2026-11-23', minutes: 30, tips: { people: 'people_viewers' } } as const;
    value(await forMember(undefined, (stored) => writePlan(stored, plan)));
    value(await switchOn(now));
    await otherStep();
    expect(other.rows.plans).toMatchObject([{ member: 'unknown' }]);
    // Read there meanwhile on a page that named nobody, and not told yet.
    const nameless = sampleSnapshot({ day: '2026-11-26' });
    other.record(nameless);
    const named = value(await memberIdOf('111'));
    value(await recordSnapshot(database, sampleSnapshot({ member: named, day: '2026-11-27' })));
    expect(value(await takeOverUnknown(database, named, now + 1))).toBe(true);
    value(await keepInStep(now + 2));
    await otherStep();
    value(await keepInStep(now + 3));
    expect(other.rows.plans).toMatchObject([{ member: named, week: plan.week, tips: plan.tips }]);
    expect(value(await readPlans(database, named))).toHaveLength(1);
    expect(value(await readPlans(database, 'unknown'))).toEqual([]);
    expect(other.rows.snapshots.find(({ day }) => day === '2026-11-26')?.member).toBe('unknown');
    expect(await days('unknown')).toBe(1);
    expect(await days(named)).toBe(1);
  });

  test('profiles of somebody else’s file do not travel', async () => {
    const named = value(await memberIdOf('111'));
    value(await recordSnapshot(database, sampleSnapshot({ member: named })));
    const theirs = {
      kind: 'note',
      text: 'x',
      id: 'n',
      member: 'unknown',
      day: '2026-11-01',
      recordedAt: now,
      changedAt: now,
    } as const;
    const rows = { ...noRows(), snapshots: [sampleSnapshot()], actions: [theirs] };
    const given = { file: 'ben.json', rows };
    const change = value(await takeInPeople(database, [{ given, name: 'Ben' }], now));
    value(await switchOn(now));
    await otherStep();
    expect(other.rows.members.map(({ id }) => id).sort()).toEqual([named, 'unknown'].sort());
    expect(other.rows.actions).toEqual([]);
    // Nor that they went.
    value(await undoChange(database, change, now + 1));
    value(await takeInPeople(database, [{ given, name: 'Ben' }], now + 2));
    const [ben] = value(await readPeople(database));
    value(await deletePerson(database, ben!.member.id, now + 3));
    value(await keepInStep(now + 4));
    await otherStep();
    expect([...other.removals.values()].filter(({ key }) => key.startsWith('person-'))).toEqual([]);
  });

  test('a note that is too long for the sync stays here, is counted, and holds nothing else up', async () => {
    const random = Array.from({ length: 10_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
    ).join('');
    const note = {
      kind: 'note',
      id: 'n',
      member: 'unknown',
      day: '2026-11-01',
      pillar: 'people',
      recordedAt: now,
    } as const;
    value(await writeAction(database, { ...note, text: random }, now));
    value(await switchOn(now));
    expect(value(await readSyncStatus()).waiting).toBe(1);
    await otherStep();
    expect(other.rows.snapshots).toHaveLength(5);
  });
});

test.each([
  ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'too-fast'],
  ['This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.', 'too-fast'],
  ['Resource::kQuotaBytes quota exceeded', 'full'],
  ['QUOTA_BYTES_PER_ITEM quota exceeded', 'full'],
  ['MAX_ITEMS quota exceeded', 'full'],
  ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'full'],
  ['Please set webextensions.storage.sync.enabled to true in about:config', 'refused'],
])(
  'what browsers say of a write that they refuse, “%s”, is told as “%s”, and the next one brings all of it',
  async (said, trouble) => {
    sync.set.mockRejectedValueOnce(new Error(said));
    value(await switchOn(now));
    expect(value(await readSyncStatus()).troubles).toEqual([{ trouble, with: [] }]);
    expect(await synced()).toEqual({});
    value(await keepInStep(now + 61_000));
    expect(value(await readSyncStatus()).troubles).toEqual([]);
    await otherStep();
    expect(other.rows.snapshots).toHaveLength(5);
  },
);

describe('ending it', () => {
  test('switched off, everything stays here, and the other computer takes over what was sent', async () => {
    value(await switchOn(now));
    await otherStep();
    value(await switchOff(now + 1));
    expect(value(await readSyncStatus())).toMatchObject({ on: false, computers: [] });
    await otherStep();
    expect(Object.keys(await synced()).every((key) => key.includes('0000000000ff'))).toBe(true);
    expect(other.rows.snapshots).toHaveLength(5);
    expect(await days()).toBe(5);
    expect(await database.connection.getAllKeys('facts')).toEqual([]);
  });

  test('taken out, nothing is left in the sync, and both keep what they have', async () => {
    value(await switchOn(now));
    await otherStep();
    expect(value(await takeOut())).toBeUndefined();
    expect(Object.keys(await synced())).toEqual(['o']);
    await otherStep();
    expect(other.state.on).toBe(false);
    expect([other.rows.snapshots.length, await days()]).toEqual([5, 5]);
    value(await switchOn(now + 1));
    expect(value(await readSyncStatus()).on).toBe(true);
  });

  test('deleted everywhere, the other computer has nothing either', async () => {
    value(await switchOn(now));
    await otherStep();
    expect(value(await deleteEverywhere(now + 1))).toBeUndefined();
    await otherStep();
    expect(other.rows.snapshots).toEqual([]);
    expect(other.told).toEqual(['left unknown']);
  });

  test('deleted everywhere while the sync takes nothing, the profiles go here, and it is told as soon as it does', async () => {
    value(await switchOn(now));
    await otherStep();
    sync.set.mockRejectedValueOnce(new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.'));
    expect(value(await deleteEverywhere(now + 1))).toBe('too-fast');
    expect(await days()).toBe(0);
    value(await keepInStep(now + day));
    await otherStep();
    expect(other.rows.snapshots).toEqual([]);
  });
});

describe('what the card shows', () => {
  test('this computer first, the others by when they were seen, and how full it is', async () => {
    value(await switchOn(now));
    other.state = { ...other.state, name: 'Office' };
    await otherStep();
    value(await nameComputer('Home', now));
    const { computers, used, inStepAt } = value(await readSyncStatus());
    expect(computers).toMatchObject([
      { isThis: true, name: 'Home' },
      { browser: 'Chrome', system: 'Linux', name: 'Office', seen: now },
    ]);
    expect(used).toBeGreaterThan(0);
    expect(used).toBeLessThan(0.05);
    expect(inStepAt).toBe(now);
  });

  test('a computer that was forgotten no longer', async () => {
    value(await switchOn(now));
    await otherStep();
    value(await forget('0000000000ff', now + 1));
    expect(value(await readSyncStatus()).computers).toHaveLength(1);
  });

  test('a passphrase must be the one of the other computers', async () => {
    value(await switchOn(now));
    expect(value(await usePassphrase('correct horse', now))).toBe(true);
    const known = value(await readSyncState())!;
    other.state = { ...other.state, salt: known.salt!, keys: known.keys };
    await otherStep();
    value(await changeSyncState((before) => before && { ...before, keys: {} }));
    expect(value(await usePassphrase('wrong', now))).toBe(false);
    expect(value(await usePassphrase('correct horse', now))).toBe(true);
    expect(value(await readSyncStatus())).toMatchObject({ hasPassphrase: true, troubles: [] });
  });
});
