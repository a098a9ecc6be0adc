// A copy in a folder that the member's own cloud carries: two computers that have nothing between them but that file.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dayNumber } from '../../src/core/score/local-day';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { readMembers } from '../../src/store/read/members';
import { readSettings } from '../../src/store/read/settings';
import { readSnapshots } from '../../src/store/read/snapshots';
import { deleteMember } from '../../src/store/write/delete';
import { writeAction } from '../../src/store/write/rows';
import { changeSettings } from '../../src/store/write/settings';
import { exportBackup } from '../../src/store/write/export-backup';
import { takeInPeople } from '../../src/store/write/people';
import { noRows } from '../../src/core/rows/row-kinds';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { chooseFolder, comeTogether, forgetFolder } from '../../src/sync/file-copy';
import { copyFileName, type Folder } from '../../src/sync/kept-folder';
import { switchOff, switchOn } from '../../src/sync/sync';
import { sampleHistory, sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

/** What is remembered of the folder on the computer that is used: a database cannot hold a folder that is made up. */
const kept = vi.hoisted(() => ({ copy: undefined as { folder: Folder; at?: number } | undefined }));
vi.mock('../../src/sync/kept-folder', async (original) => ({
  ...(await original<object>()),
  readKept: () => Promise.resolve(kept.copy),
  readFileCopy: () => Promise.resolve(kept.copy && { folder: kept.copy.folder.name }),
  openFolders: () =>
    Promise.resolve({
      put: (_: string, copy: typeof kept.copy) => void (kept.copy = copy),
      delete: () => void (kept.copy = undefined),
      close: () => undefined,
    }),
}));

const now = Date.parse('2026-11-28T10:00:00Z');

/** A folder with one file, as the File System Access API gives it. */
class CloudFolder {
  readonly kind = 'directory';
  readonly name = 'Cloud';
  text = '';
  permission: PermissionState = 'granted';
  /** The folder is gone, or the disk is full. */
  readonly refuses = { reading: false, writing: false };
  writes = 0;

  queryPermission = () => Promise.resolve(this.permission);
  requestPermission = () => Promise.resolve(this.permission === 'prompt' ? 'granted' : this.permission);

  getFileHandle(name: string) {
    expect(name).toBe(copyFileName);
    if (this.refuses.reading) return Promise.reject(new DOMException('gone', 'NotFoundError'));
    return Promise.resolve({
      getFile: () => Promise.resolve(new Blob([this.text])),
      createWritable: () => {
        if (this.refuses.writing) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
        let written = '';
        return Promise.resolve({
          write: (text: string) => void (written += text),
          close: () => {
            this.text = written;
            this.writes += 1;
          },
        });
      },
    });
  }
}

let folder: CloudFolder;
const asFolder = () => folder as unknown as Folder;

/** What one computer has of its own. */
interface Computer {
  readonly databases: IDBFactory;
  local: Map<string, unknown>;
  copy: typeof kept.copy;
}
let used: Computer;
const newComputer = (): Computer => ({ databases: new IDBFactory(), local: new Map(), copy: undefined });

/** The member sits down at a computer. Answers with its history. */
async function use(computer: Computer) {
  used.local = new Map(state.local);
  used.copy = kept.copy;
  await closeDatabase();
  used = computer;
  globalThis.indexedDB = computer.databases;
  state.local.clear();
  for (const [key, stored] of computer.local) state.local.set(key, stored);
  kept.copy = computer.copy;
  return value(await openDatabase());
}

let mine: Computer;
let office: Computer;

beforeEach(async () => {
  folder = new CloudFolder();
  [mine, office] = [newComputer(), newComputer()];
  used = newComputer();
  vi.stubGlobal('showDirectoryPicker', () => Promise.resolve(asFolder()));
  const database = await use(office);
  value(await recordSnapshot(database, sampleSnapshot({ day: '2025-01-01' })));
  const here = await use(mine);
  for (const snapshot of sampleHistory('unknown', 5, dayNumber('2026-11-27')))
    value(await recordSnapshot(here, snapshot));
});

const days = async (computer: Computer) =>
  value(await readSnapshots(await use(computer), 'unknown')).map(({ day }) => day);
const together = () => comeTogether(now, { mayAsk: false });

describe('two computers with one file between them', () => {
  test('have the days, notes and settings of both, and the file is written only when there is something new', async () => {
    const note = {
      kind: 'note',
      id: 'n',
      member: 'unknown',
      day: '2026-11-01',
      pillar: 'people',
      recordedAt: now,
    } as const;
    value(await writeAction(await use(mine), { ...note, text: 'a note' }, now));
    value(await changeSettings((settings) => ({ ...settings, theme: 'dark' }), now));
    value(await chooseFolder(now));
    await use(office);
    value(await chooseFolder(now));
    const database = await use(mine);
    value(await together());
    const written = folder.writes;
    value(await together());
    expect(folder.writes).toBe(written);
    expect(await database.connection.getAll('actions')).toHaveLength(1);
    const all = await days(mine);
    expect(all).toHaveLength(6);
    expect(await days(office)).toEqual(all);
    expect(value(await readSettings()).theme).toBe('dark');
    expect(kept.copy?.at).toBe(now);
  });

  test('lose nothing when the cloud keeps the file of one and drops what the other wrote meanwhile', async () => {
    value(await chooseFolder(now));
    const stale = folder.text;
    await use(office);
    value(await chooseFolder(now));
    folder.text = stale;
    await use(mine);
    value(await together());
    await use(office);
    value(await together());
    await use(mine);
    value(await together());
    expect(await days(mine)).toHaveLength(6);
    expect(await days(office)).toHaveLength(6);
  });

  test('delete on both what was deleted on one, also when nothing is left', async () => {
    value(await chooseFolder(now));
    await use(office);
    value(await chooseFolder(now));
    value(await deleteMember(await use(office), 'unknown', now + 1));
    value(await together());
    await use(mine);
    value(await together());
    expect(await days(mine)).toEqual([]);
    expect(value(await readMembers(await use(mine)))).toEqual([]);
    await use(office);
    expect(await together()).toEqual({ ok: true, value: undefined });
  });

  test('begin with a file of a computer that has no history yet', async () => {
    const fresh = newComputer();
    await use(fresh);
    value(await chooseFolder(now));
    await use(mine);
    value(await chooseFolder(now));
    await use(fresh);
    value(await together());
    expect(await days(fresh)).toHaveLength(5);
  });
});

describe('a file that is not ours to write over', () => {
  const half = (text: string) => text.slice(0, text.length / 2);
  const newer = (text: string) => text.replace(/"version": \d+/, '"version": 99');
  test.each([
    ['half of it', 'copy-unreachable', half],
    ['no JSON', 'copy-unreachable', () => 'Dear diary'],
    ['another program’s', 'copy-unreachable', () => '{"rows":[1,2]}'],
    ['a list', 'copy-unreachable', () => '[]'],
    ['of a newer version', 'import-newer', newer],
  ] as const)('%s: it is told, and stays as it is, as the history does', async (_, error, change) => {
    value(await chooseFolder(now));
    folder.text = change(folder.text);
    const found = folder.text;
    expect(await comeTogether(now + 1, { mayAsk: true })).toEqual({ ok: false, error });
    expect(folder.text).toBe(found);
    expect(await days(mine)).toHaveLength(5);
    expect(kept.copy?.at, 'when both came together last').toBe(now);
  });

  test('rows in it that make no sense cost no other', async () => {
    value(await chooseFolder(now));
    await use(office);
    folder.text = folder.text.replace(/"shownTotal":\d+/, '"shownTotal":1000');
    value(await chooseFolder(now));
    expect(await days(office)).toHaveLength(5);
  });
});

describe('a folder that cannot be used', () => {
  test('the browser must be asked again: nothing happens by itself, and a click is enough', async () => {
    value(await chooseFolder(now));
    folder.permission = 'prompt';
    value(await recordSnapshot(await use(mine), sampleSnapshot({ day: '2026-11-28' })));
    const found = folder.text;
    value(await together());
    expect(folder.text).toBe(found);
    value(await comeTogether(now, { mayAsk: true }));
    expect(folder.text).toContain('2026-11-28');
  });

  test.each([
    ['the browser no longer allows it', () => (folder.permission = 'denied')],
    ['the folder is gone', () => (folder.refuses.reading = true)],
    ['the disk is full', () => (folder.refuses.writing = true)],
  ])('%s: a click tells, and nothing is lost', async (_, happens) => {
    value(await chooseFolder(now));
    const database = await use(mine);
    value(await recordSnapshot(database, sampleSnapshot({ day: '2026-11-28' })));
    const found = folder.text;
    happens();
    expect(await comeTogether(now + 1, { mayAsk: true })).toEqual({ ok: false, error: 'copy-unreachable' });
    expect(folder.text).toBe(found);
    expect(await days(mine)).toHaveLength(6);
  });

  test('choosing none changes nothing', async () => {
    vi.stubGlobal('showDirectoryPicker', () => Promise.reject(new DOMException('no', 'AbortError')));
    value(await chooseFolder(now));
    expect(kept.copy).toBeUndefined();
    expect(await (await use(mine)).connection.getAllKeys('facts')).toEqual([]);
  });

  test('forgotten, the file stays, and what is deleted is no longer remembered', async () => {
    value(await chooseFolder(now));
    value(await forgetFolder());
    const found = folder.text;
    value(await deleteMember(await use(mine), 'unknown', now));
    value(await together());
    expect(folder.text).toBe(found);
    expect(await (await use(mine)).connection.getAllKeys('facts')).toEqual([]);
  });
});

describe('people', () => {
  test('of an export that lies where the file is kept do not come back after they were deleted', async () => {
    const database = await use(mine);
    const rows = { ...noRows(), snapshots: sampleHistory('unknown', 3, dayNumber('2026-11-20')) };
    value(await takeInPeople(database, [{ given: { file: 'amira.json', rows }, name: 'Amira' }], now));
    folder.text = await value(await exportBackup(database)).text();
    await use(office);
    value(await chooseFolder(now));
    expect(folder.text).not.toContain('person-');
  });
});

describe('a folder that is forgotten while an organization forbids the sync', () => {
  test('does not forget what was deleted: it must be told when the policy goes', async () => {
    value(await switchOn(now));
    value(await chooseFolder(now));
    state.policy = { syncAllowed: false };
    value(await forgetFolder());
    state.policy = undefined;
    const { connection } = value(await openDatabase());
    expect(await connection.get('facts', 'removals')).toBeDefined();
    value(await switchOff(now));
    expect(await connection.get('facts', 'removals')).toBeUndefined();
  });
});
