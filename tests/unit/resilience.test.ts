import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isExportDue } from '../../src/core/reminder/export-reminder';
import { dayNumber } from '../../src/core/score/local-day';
import { noRows } from '../../src/core/rows/row-kinds';
import { applyImport } from '../../src/store/write/apply-import';
import { checkHistory, makeCopyIfDue } from '../../src/store/write/automatic-copy';
import { readCopyAbout } from '../../src/store/read/copy-about';
import { announceChange } from '../../src/store/announce-change';
import { onChange } from '../../src/store/changes';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { deleteEverything, deleteMember } from '../../src/store/write/delete';
import { exportBackup } from '../../src/store/write/export-backup';
import { noteExport, readLastExport } from '../../src/store/write/last-export';
import { localKeys } from '../../src/store/local-storage';
import { mergeMembers } from '../../src/store/write/merge-members';
import { keepReading, readPendingReadings, recordPendingReadings } from '../../src/store/write/pending-readings';
import { askToPersist } from '../../src/store/write/persistence';
import { restoreFromCopy } from '../../src/store/write/restore';
import { countSnapshots, readSnapshots } from '../../src/store/read/snapshots';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { changeSettings } from '../../src/store/write/settings';
import { readSettings } from '../../src/store/read/settings';
import { undoChange } from '../../src/store/write/undo';
import { sampleHistory, sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

const now = Date.parse('2026-10-16T09:14:00Z');
const day = 86_400_000;
const lastDay = dayNumber('2026-10-15');
let database: Database;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  state.refuseWrites = undefined;
  database = value(await openDatabase());
});

afterEach(async () => {
  vi.restoreAllMocks();
  await closeDatabase();
});

const text = async () => value(await exportBackup(database)).text();

/** The browser lost the database: cleared, or made anew after damage. */
async function loseDatabase(): Promise<void> {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  database = value(await openDatabase());
}

async function fill(member = 'unknown', days = 20): Promise<void> {
  for (const snapshot of sampleHistory(member, days, lastDay)) value(await recordSnapshot(database, snapshot));
}

describe('a reading that the database does not take', () => {
  const refuse = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room.', 'QuotaExceededError');
    });

  test('waits in storage.local, is told of, and comes in with the next one', async () => {
    const full = refuse();
    const first = sampleSnapshot({ day: '2026-10-14' });
    expect(value(await keepReading(first))).toEqual({ outcome: 'waiting', snapshot: first, reason: 'storage-full' });
    expect(value(await readPendingReadings())).toEqual([first]);
    full.mockRestore();

    const second = sampleSnapshot({ day: '2026-10-15' });
    expect(value(await keepReading(second)).outcome).toBe('recorded');
    expect(value(await readSnapshots(database, 'unknown'))).toEqual([first, second]);
    expect(value(await readPendingReadings())).toEqual([]);
  });

  test('many at once all wait, and none is let go before it is stored', async () => {
    const full = refuse();
    const readings = sampleHistory('unknown', 10, lastDay);
    await Promise.all(readings.map((reading) => keepReading(reading)));
    expect(value(await readPendingReadings())).toEqual(readings);
    expect(await recordPendingReadings(database)).toEqual({ ok: false, error: 'storage-full' });
    expect(value(await readPendingReadings())).toEqual(readings);
    full.mockRestore();
    expect(value(await recordPendingReadings(database))).toBe(10);
    expect(value(await readSnapshots(database, 'unknown'))).toEqual(readings);
  });

  test('waits as well while the database cannot be opened', async () => {
    await closeDatabase();
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Damaged.', 'UnknownError');
    });
    expect(value(await keepReading(sampleSnapshot()))).toMatchObject({ outcome: 'waiting', reason: 'storage-corrupt' });
  });

  test('is refused only when storage.local is full too, with the database’s reason', async () => {
    refuse();
    state.refuseWrites = new Error('Resource::kQuotaBytes quota exceeded');
    expect(await keepReading(sampleSnapshot())).toEqual({ ok: false, error: 'storage-full' });
  });
});

describe('the automatic copy', () => {
  test('is made at the first reading, and again after a week', async () => {
    expect(value(await makeCopyIfDue(database, now))).toBe('nothing-to-copy');
    await fill();
    expect(value(await makeCopyIfDue(database, now))).toBe('made');
    expect(value(await makeCopyIfDue(database, now + 7 * day - 1))).toBe('not-due');
    expect(value(await makeCopyIfDue(database, now + 7 * day))).toBe('made');
    expect(value(await readCopyAbout())).toEqual({ madeAt: now + 7 * day, days: 20 });
  });

  test('brings the whole history back after the database was lost, byte for byte', async () => {
    await fill();
    const before = await text();
    value(await makeCopyIfDue(database, now));
    await loseDatabase();
    expect(value(await checkHistory(database))).toEqual({
      state: 'lost-days',
      lostDays: 20,
      copy: { madeAt: now, days: 20 },
    });
    value(await restoreFromCopy(now));
    expect(await text()).toBe(before);
    expect(value(await checkHistory(database))).toEqual({ state: 'whole' });
  });

  test('is never overwritten by a history that lost days, even when new ones came since', async () => {
    await fill();
    value(await makeCopyIfDue(database, now));
    await loseDatabase();
    const since = sampleSnapshot({ day: '2026-10-16' });
    value(await recordSnapshot(database, since));
    expect(value(await makeCopyIfDue(database, now + 8 * day))).toBe('lost-days');
    value(await restoreFromCopy(now));
    expect(value(await countSnapshots(database))).toBe(21);
    expect(value(await makeCopyIfDue(database, now + 8 * day))).toBe('made');
  });

  test('a restoring can be undone', async () => {
    await fill();
    value(await makeCopyIfDue(database, now));
    await loseDatabase();
    const restored = value(await restoreFromCopy(now));
    expect(value(await undoChange(database, restored.change, now))).toMatchObject({ leftAlone: 0 });
    expect(value(await countSnapshots(database))).toBe(0);
  });

  test('replaces a database that the browser cannot read any more', async () => {
    await fill();
    value(await makeCopyIfDue(database, now));
    await closeDatabase();
    const open = vi.spyOn(globalThis.indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Damaged.', 'UnknownError');
    });
    value(await restoreFromCopy(now));
    expect(open).toHaveBeenCalledTimes(2);
    database = value(await openDatabase());
    expect(value(await countSnapshots(database))).toBe(20);
  });

  test('a damaged copy makes way for a whole one, but stays beside an empty history', async () => {
    await fill();
    value(await makeCopyIfDue(database, now));
    state.local.set(localKeys.copy, 'damaged');
    expect(value(await makeCopyIfDue(database, now + 8 * day))).toBe('made');
    state.local.set(localKeys.copy, 'damaged');
    await loseDatabase();
    expect(await makeCopyIfDue(database, now + 16 * day)).toEqual({ ok: false, error: 'storage-corrupt' });
    expect(value(await readCopyAbout())?.days).toBe(20);
  });

  test('a damaged copy deletes nothing', async () => {
    await fill();
    state.local.set(localKeys.copy, 'H4sIAAAAAAAA');
    expect(await restoreFromCopy(now)).toEqual({ ok: false, error: 'storage-corrupt' });
    expect(value(await countSnapshots(database))).toBe(20);
  });

  test('days that were moved, undone or deleted on purpose are not missed', async () => {
    const [mine, other] = ['a'.repeat(64), 'b'.repeat(64)];
    await fill(mine);
    await fill(other, 10);
    value(await makeCopyIfDue(database, now));
    const imported = value(
      await applyImport(
        database,
        {
          kind: 'backup',
          head: {},
          rows: { ...noRows(), snapshots: sampleHistory(mine, 5, lastDay - 50) },
          columns: [],
          rejected: [],
          rejectedCount: 0,
        },
        now,
      ),
    );
    value(await makeCopyIfDue(database, now + 8 * day));
    value(await undoChange(database, imported.change, now));
    expect(value(await checkHistory(database)).state).toBe('whole');
    value(await mergeMembers(database, other, mine, now));
    expect(value(await checkHistory(database)).state).toBe('whole');
    value(await deleteMember(database, mine, now));
    expect(value(await checkHistory(database)).state).toBe('whole');
    expect(value(await readCopyAbout())).toBeUndefined();
  });
});

describe('the copy and what is deleted meanwhile', () => {
  const longestHistory = 600;

  test('"Delete everything" while the copy is made leaves nothing of it', async () => {
    await fill('unknown', longestHistory);
    const making = makeCopyIfDue(database, now);
    const deleted = deleteEverything();
    await Promise.all([making, deleted]);
    expect([...state.local.keys()]).toEqual([]);
  });

  test('pages hear of a deleted profile when the copy is without it, too', async () => {
    const mine = 'a'.repeat(64);
    await fill(mine, 3);
    await fill('unknown', 2);
    value(await makeCopyIfDue(database, now));
    const offered: string[] = [];
    const stop = onChange(() => void checkHistory(database).then((health) => offered.push(value(health).state)));
    value(await deleteMember(database, mine, now));
    await vi.waitUntil(() => offered.length > 0);
    stop();
    expect(offered).not.toContain('lost-days');
    expect(value(await checkHistory(database)).state).toBe('whole');
  });

  test('days that were lost are offered also when as many came since, or the copy would stop for ever', async () => {
    await fill();
    value(await makeCopyIfDue(database, now));
    await loseDatabase();
    for (const snapshot of sampleHistory('unknown', 25, lastDay - 100)) value(await recordSnapshot(database, snapshot));
    expect(value(await makeCopyIfDue(database, now + 8 * day))).toBe('lost-days');
    expect(value(await checkHistory(database))).toMatchObject({ state: 'lost-days', lostDays: 20 });
    value(await restoreFromCopy(now));
    expect(value(await checkHistory(database))).toEqual({ state: 'whole' });
    expect(value(await makeCopyIfDue(database, now + 8 * day))).toBe('made');
  });
});

describe('changes of a stored value', () => {
  test('made at once in several pages are all kept', async () => {
    await Promise.all([
      changeSettings((settings) => ({ ...settings, badges: false })),
      changeSettings((settings) => ({ ...settings, theme: 'dark' })),
      changeSettings((settings) => ({ ...settings, toolbar: false })),
    ]);
    expect(value(await readSettings())).toMatchObject({ badges: false, theme: 'dark', toolbar: false });
  });
});

describe('small duties', () => {
  test('the browser is asked to keep the history once for ever', async () => {
    const persist = vi.fn(() => Promise.resolve(false));
    vi.stubGlobal('navigator', {
      locks: navigator.locks,
      storage: { persist, persisted: () => Promise.resolve(false) },
    });
    expect(value(await askToPersist())).toBe(false);
    expect(value(await askToPersist())).toBe(false);
    expect(persist).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  test('an export is due 90 days after the last one, or after the first reading', async () => {
    expect(isExportDue(undefined, undefined, now)).toBe(false);
    expect(isExportDue(undefined, now - 91 * day, now)).toBe(true);
    expect(isExportDue(now - 90 * day, now - 400 * day, now)).toBe(false);
    value(await noteExport(now - 91 * day));
    expect(isExportDue(value(await readLastExport()), now - 400 * day, now)).toBe(true);
  });

  test('a change announced anywhere reaches every open page, until it stops listening', async () => {
    const heard = vi.fn();
    const stop = onChange(heard);
    announceChange();
    await vi.waitUntil(() => heard.mock.calls.length === 1);
    stop();
    const other = vi.fn();
    const stopOther = onChange(other);
    announceChange();
    await vi.waitUntil(() => other.mock.calls.length === 1);
    expect(heard).toHaveBeenCalledTimes(1);
    stopOther();
  });
});

describe('a reading that is refused while another look finds that none waits', () => {
  test('is not forgotten by that look', async () => {
    const write = vi.spyOn(database.connection, 'transaction').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const set = browser.storage.local.set;
    const original = set.getMockImplementation()!;
    // While the reading is on its way to where it waits, somebody else looks whether any does.
    set.mockImplementationOnce(async (entries) => {
      value(await recordPendingReadings(database));
      return original(entries);
    });
    expect(value(await keepReading(sampleSnapshot())).outcome).toBe('waiting');
    write.mockRestore();
    expect(value(await recordPendingReadings(database))).toBe(1);
    expect(value(await readPendingReadings())).toEqual([]);
  });
});
