// What popup and scorecard drew last is drawn again when they open next: but never once anything that shows has changed, and never of anybody who was deleted.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../src/core/result';
import type { Action } from '../../src/core/rows/action';
import { closeDatabase, openDatabase, writeTogether, type Database } from '../../src/store/database';
import { changingShown, keepFrame, noteShownChange, readFrame } from '../../src/store/kept-frame';
import { clearLocal, localKeys, removeLocal, writeLocal } from '../../src/store/local-storage';
import { clearSession, sessionKeys, writeSession } from '../../src/store/session-storage';
import { dataStores } from '../../src/store/data-stores';
import { deleteDay } from '../../src/store/write/days';
import { deleteEverything, deleteMember } from '../../src/store/write/delete';
import { isNewlyShown } from '../../src/store/write/drawn-reading';
import { nameMember, selectMember } from '../../src/store/write/members';
import { isNewlyReached } from '../../src/store/write/praised-goal';
import { ImporterInWorker } from '../../src/store/write/importer-in-worker';
import { writeAction } from '../../src/store/write/rows';
import { changeSettings } from '../../src/store/write/settings';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { undoChange } from '../../src/store/write/undo';
import { sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

const today = '2026-11-29 UTC en 2.0.0';
const drawn = '[{"lang":"en"},[["p",{},["Anna: 62"]]]]';
let database: Database;

beforeEach(async () => {
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, ...rest: unknown[]) => (rest.at(-1) as () => unknown)() },
  });
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  state.session.clear();
  database = value(await openDatabase());
});
afterEach(closeDatabase);

/** Opens both pages as far as the frame goes, and keeps one of each. */
async function keepOne(): Promise<void> {
  for (const page of ['popup', 'scorecard'] as const) {
    const { since } = await readFrame(page, today);
    await keepFrame(page, { holdsFor: today, drawn: `${page} ${drawn}` }, since);
    expect((await readFrame(page, today)).drawn).toBe(`${page} ${drawn}`);
  }
}
const keptPopup = `popup ${drawn}`;

const held = () => JSON.stringify([...state.session]);

test('a frame is drawn again where nothing has changed, as often as the popup is opened', async () => {
  expect(await readFrame('popup', today)).toEqual({ since: null });
  await keepOne();
  expect((await readFrame('popup', today)).drawn).toBe(keptPopup);
});

test('a frame holds for its day, time zone, language and version alone', async () => {
  await keepOne();
  for (const other of ['2026-11-30 UTC en 2.0.0', '2026-11-29 Asia/Tokyo en 2.0.0', '2026-11-29 UTC de 2.0.0']) {
    expect((await readFrame('popup', other)).drawn).toBeUndefined();
  }
  expect((await readFrame('popup', '2026-11-29 UTC en 2.0.1')).drawn).toBeUndefined();
});

test('what was read before a change is never kept after it', async () => {
  const { since } = await readFrame('popup', today);
  await noteShownChange();
  await keepFrame('popup', { holdsFor: today, drawn }, since);
  expect((await readFrame('popup', today)).drawn).toBeUndefined();
  expect(held()).not.toContain('Anna');
});

test('in whichever order a change and an opening are told of, no frame of before is drawn after it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      state.session.clear();
      let shown = 1;
      const open = async () => {
        const { since } = await readFrame('popup', today);
        await scheduler.schedule(Promise.resolve(), 'the store is asked');
        const read = String(shown);
        await scheduler.schedule(Promise.resolve(), 'it is drawn');
        await keepFrame('popup', { holdsFor: today, drawn: read }, since);
      };
      const change = () =>
        changingShown(async () => {
          await scheduler.schedule(Promise.resolve(), 'it is written');
          shown += 1;
        });
      await scheduler.waitFor(Promise.all([open(), change(), open(), change(), open()]));
      const { drawn: next } = await readFrame('popup', today);
      expect([undefined, String(shown)]).toContain(next);
    }),
  );
});

const snapshot = sampleSnapshot({ day: '2026-11-28', member: 'a'.repeat(64) });
const { member } = snapshot;
const record = async () => value(await recordSnapshot(database, snapshot));
const note: Action = { id: 'a', member, day: '2026-11-28', recordedAt: 1, kind: 'note', text: 'A post' };

/** Every kind of change, through the store's own functions. */
const changes: Readonly<Record<string, () => Promise<Result<unknown>>>> = {
  'a reading': () => recordSnapshot(database, snapshot),
  'what the member did': () => writeAction(database, note),
  'a name': async () => {
    await record();
    await keepOne();
    return nameMember(database, member, 'Anna', 2);
  },
  'another profile': () => selectMember('b'.repeat(64)),
  settings: () => changeSettings((settings) => ({ ...settings, theme: 'dark' })),
  'an undo': async () => {
    await record();
    const id = value(await deleteDay(database, member, snapshot.day, 2));
    await keepOne();
    return undoChange(database, id, 3);
  },
  'a deleted member': async () => {
    await record();
    await keepOne();
    return deleteMember(database, member, 2);
  },
  'everything deleted': deleteEverything,
};

describe('every change lets go of the frame, in memory too', () => {
  test.each(Object.keys(changes))('%s', async (name) => {
    await keepOne();
    value((await changes[name]?.()) ?? (undefined as never));
    expect((await readFrame('popup', today)).drawn).toBeUndefined();
    expect(held()).not.toContain('Anna');
  });

  // Facts show nowhere.
  test.each(dataStores.filter((store) => store !== 'facts'))('a row of %s', async (store) => {
    await keepOne();
    value(await writeTogether(database, [store], () => Promise.resolve()));
    expect((await readFrame('popup', today)).drawn).toBeUndefined();
  });

  const unseen: readonly string[] = [localKeys.drawnReading, localKeys.praisedGoal];
  test.each(Object.values(localKeys).filter((key) => !unseen.includes(key)))(
    'the value "%s", written or removed',
    async (key) => {
      for (const write of [() => writeLocal(key, 1), () => removeLocal([key])]) {
        await keepOne();
        value(await write());
        expect((await readFrame('popup', today)).drawn).toBeUndefined();
      }
    },
  );

  test('all values at once, and what is held in memory', async () => {
    for (const write of [clearLocal, clearSession, () => writeSession(sessionKeys.askedSets, 1)]) {
      await keepOne();
      value(await write());
      expect((await readFrame('popup', today)).drawn).toBeUndefined();
    }
  });

  test('one that failed may have been made all the same', async () => {
    await keepOne();
    await expect(changingShown(() => Promise.reject(new Error('closed')))).rejects.toThrow('closed');
    expect((await readFrame('popup', today)).drawn).toBeUndefined();
  });
});

test('what only says whether something moves lets a frame be', async () => {
  await keepOne();
  await isNewlyShown(1);
  await isNewlyReached('a');
  expect((await readFrame('popup', today)).drawn).toBe(keptPopup);
});

test('nothing in src writes past those who let go of the frame', () => {
  const src = join(import.meta.dirname, '../../src');
  const writers = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => {
      const code = readFileSync(join(src, file), 'utf8');
      return (
        /\.transaction\([^;]*'readwrite'/.test(code) ||
        /\b(local|session)\.(set|remove|clear)\(|\bdeleteDB\(/.test(code)
      );
    });
  expect(writers.sort()).toEqual([
    'store/database.ts',
    'store/kept-frame.ts',
    'store/local-storage.ts',
    'store/session-storage.ts',
    'store/write/delete.ts',
    'store/write/restore.ts',
  ]);
});

test('what a worker of the page writes, which has nothing to note it in, is noted by the page: before it begins and after', async () => {
  const heldAt: string[] = [];
  class SilentWorker {
    onmessage: ((event: { readonly data: { readonly answer: Result<never> } }) => void) | null = null;
    postMessage(): void {
      heldAt.push(held());
      void keepOne().then(() => this.onmessage?.({ data: { answer: { ok: false, error: 'import-empty' } } }));
    }
    terminate(): void {
      heldAt.push('ended');
    }
  }
  vi.stubGlobal('Worker', SilentWorker);
  await keepOne();
  expect(await new ImporterInWorker().write(Date.now())).toEqual({ ok: false, error: 'import-empty' });
  expect(heldAt).toHaveLength(1);
  expect(heldAt[0]).not.toContain('Anna');
  expect(held()).not.toContain('Anna');
});
