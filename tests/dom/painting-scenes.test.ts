// How LinkedIn may paint a score in time, from the page to the database: whatever is seen on the way, what stays is the member's own of today.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { watchPage } from '../../src/content/page/watch-page';
import type { WatchResult } from '../../src/content/page/watch-state';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { localDayAt } from '../../src/core/score/local-day';
import { pillars, type Scores } from '../../src/core/score/pillar';
import { isLive } from '../../src/core/rows/tombstone';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { keepReading, takeBackReading } from '../../src/store/write/pending-readings';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { newIn, yesterday } from '../e2e/painting-histories';
import { countUp, memberOfScenes, paintingScenes } from '../linkedin/painting-scenes';
import { emptyShell, ssiMain } from '../linkedin/ssi-page';
import { value } from '../unit/value';
import { WatchWindow } from './watch-window';

const { browser, state } = await vi.hoisted(async () => (await import('../unit/in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

let database: Database;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-12T08:00:00Z') });
  database = value(await openDatabase());
});
afterEach(async () => {
  vi.useRealTimers();
  await closeDatabase();
});

/** A watched tab, of which all that it tells goes to the store, as `content.ts` and the worker have it. */
function openTab({ visible = true } = {}) {
  const window = new WatchWindow(emptyShell());
  if (!visible) window.show(false);
  const life = new AbortController();
  onTestFinished(() => life.abort());
  const opened = Date.now();
  const asked = new Set<Promise<unknown>>();
  const ask = async (result: WatchResult, readAt = Date.now()): Promise<void> => {
    if (result.state === 'moved') value(await takeBackReading('visit'));
    if (result.state !== 'reading') return;
    const day = localDayAt(readAt, 'UTC');
    value(await keepReading({ member: 'unknown', day, readAt, ...result.numbers }, 'visit'));
  };
  watchPage({
    window,
    signal: life.signal,
    onResult: (result, readAt) => {
      const answer = ask(result, readAt);
      asked.add(answer);
      return answer;
    },
  });
  return {
    window,
    pass: async (milliseconds: number) => {
      for (let left = milliseconds; left > 0; left -= 500) {
        await window.pass(Math.min(500, left));
        vi.setSystemTime(opened + window.performance.now());
        await Promise.all(asked);
      }
    },
  };
}

const ends = async (history: readonly Snapshot[]) =>
  newIn(
    {
      snapshots: await database.connection.getAll('snapshots'),
      aside: (await database.connection.getAll('kept-aside')).filter(isLive),
    },
    history,
  );
const valuesOf = (scores: Scores) => pillars.map((pillar) => scores[pillar]);
const frame = 16;

describe.each([
  ['on a fresh install', false],
  ['with a history', true],
])('%s', (_, hasHistory) => {
  let history: Snapshot[];
  beforeEach(async () => {
    history = hasHistory ? [yesterday()] : [];
    for (const snapshot of history) value(await recordSnapshot(database, snapshot));
  });

  test.each(paintingScenes)('a page that $name', async ({ frames, step, stored, isStrange }) => {
    const { window, pass } = openTab();
    for (const main of frames) {
      window.paint(main);
      await pass(step === 0 ? frame : step);
    }
    await pass(13_000);
    const scores = stored ? [valuesOf(stored)] : [];
    expect(await ends(history)).toEqual(
      isStrange && hasHistory ? { stored: [], aside: scores } : { stored: scores, aside: [] },
    );
  });

  test('a page that counts up in a hidden tab, whose animation stands still until it is shown the next day', async () => {
    const { window, pass } = openTab({ visible: false });
    const [first = '', ...others] = countUp();
    window.paint(first);
    await pass(5000);
    expect(await ends(history)).toEqual({ stored: [], aside: [] });
    window.show(true);
    for (const main of others) {
      window.paint(main);
      await pass(frame);
    }
    await pass(5000);
    expect(await ends(history)).toEqual({ stored: [valuesOf(memberOfScenes.scores)], aside: [] });
  });

  test('a page painted yesterday in a hidden tab and shown today is yesterday’s', async () => {
    vi.setSystemTime(new Date('2026-05-12T23:50:00Z'));
    const { window, pass } = openTab({ visible: false });
    window.paint(ssiMain(memberOfScenes));
    await pass(1000);
    vi.setSystemTime(new Date('2026-05-13T08:00:00Z'));
    window.show(true);
    await window.pass(1000);
    await expect.poll(() => database.connection.getAllKeys('snapshots')).toContainEqual(['unknown', '2026-05-12']);
    expect(await ends(history)).toEqual({ stored: [valuesOf(memberOfScenes.scores)], aside: [] });
  });

  test('the same numbers painted anew after midnight are no new day', async () => {
    const { window, pass } = openTab();
    window.paint(ssiMain(memberOfScenes));
    await pass(1000);
    await pass(500);
    vi.setSystemTime(new Date('2026-05-13T00:10:00Z'));
    window.paint(ssiMain(memberOfScenes));
    await window.pass(2000);
    await expect.poll(() => ends(history)).toEqual({ stored: [valuesOf(memberOfScenes.scores)], aside: [] });
    expect(await database.connection.getAllKeys('snapshots')).not.toContainEqual(['unknown', '2026-05-13']);
  });
});
