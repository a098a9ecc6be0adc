// What a reading costs, with all that follows it: the worker's answer, toolbar, reminder and copy. The whole worker runs, on a browser in memory.
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { unknownMember } from '../../src/core/score/reading';
import type { ReadNumbers } from '../../src/core/rows/snapshot';
import type { Answer, ContentRequest, RecordReading } from '../../src/platform/messages';
import { openDatabase } from '../../src/store/database';
import { writeGoal } from '../../src/store/write/rows';
import { selectMember } from '../../src/store/write/members';
import { switchOff, switchOn } from '../../src/sync/sync';
import { value } from './value';

type Listener = (...told: unknown[]) => unknown;

const { memory, browser, heard } = await vi.hoisted(async () => {
  const { inMemoryBrowser } = await import('./in-memory-browser');
  const inMemory = inMemoryBrowser();
  const listeners = new Map<string, Listener>();
  const event = (name: string) => ({ addListener: (listener: Listener) => void listeners.set(name, listener) });
  const done = () => vi.fn(() => Promise.resolve());
  return {
    memory: inMemory.state,
    heard: listeners,
    browser: {
      ...inMemory.browser,
      runtime: {
        id: 'ours',
        getURL: (path: string) => path,
        getManifest: () => ({ version: '0.2.0' }),
        onMessage: event('message'),
        onInstalled: event('installed'),
        onStartup: event('startup'),
      },
      alarms: {
        onAlarm: event('alarm'),
        get: () => Promise.resolve(undefined),
        create: vi.fn<(name: string) => Promise<void>>(() => Promise.resolve()),
        clear: done(),
      },
      action: {
        setBadgeText: done(),
        setBadgeBackgroundColor: done(),
        setBadgeTextColor: done(),
        setTitle: vi.fn<(shown: { title: string }) => Promise<void>>(() => Promise.resolve()),
      },
      permissions: { onAdded: event('added'), onRemoved: event('removed') },
      notifications: {
        getAll: () => Promise.resolve({}),
        create: done(),
        clear: done(),
        onClicked: event('click'),
        onButtonClicked: event('button'),
      },
      i18n: {
        getMessage: (key: string, parts: readonly string[]) =>
          key === 'language_tag' ? 'en' : [key, ...parts].join(' '),
        getUILanguage: () => 'en',
      },
    },
  };
});
vi.mock('../../src/platform/browser', () => ({ browser }));

const reads = browser.storage.local.get;
const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
const looks = browser.action.setTitle;

const scores = { brand: 13.118002, people: 3.68, insights: 0.29999998, relationships: 2.6077502 };
const numbers: ReadNumbers = { source: 'bars', shownTotal: 20, total: 19.70575218, scores, rank: {}, average: {} };
const later: ReadNumbers = { ...numbers, scores: { ...scores, people: 3.98 }, total: 20.00575218 };

function ask<Request extends ContentRequest>(request: Request): Promise<Answer<Request>> {
  const sender = { id: 'ours', frameId: 0, tab: { incognito: false }, url: 'https://www.linkedin.com/sales/ssi' };
  return new Promise((resolve) => heard.get('message')?.(request, sender, resolve));
}

const reading = (read: ReadNumbers, memberNumber?: string): RecordReading => ({
  type: 'reading/record',
  visit: '3f0e9a52-6a39-4c3f-9d0b-2f1c5c1f4b11',
  numbers: read,
  ...(memberNumber !== undefined && { memberNumber }),
});

/** Waits until the worker has nothing more to do: turns of the event loop in which nothing is asked of any storage. */
async function rest(): Promise<void> {
  const asked = () => reads.mock.calls.length + transactions.mock.calls.length + looks.mock.calls.length;
  for (let [quiet, seen] = [0, asked()]; quiet < 200; quiet += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (asked() === seen) continue;
    [quiet, seen] = [0, asked()];
  }
}

/** What `work` costs until the worker rests, having looked at least once. */
async function costOf(work: () => Promise<unknown>) {
  vi.clearAllMocks();
  await work();
  await vi.waitUntil(() => looks.mock.calls.length > 0);
  await rest();
  return {
    reads: reads.mock.calls.length,
    transactions: transactions.mock.calls.length,
    looks: looks.mock.calls.length,
  };
}

beforeAll(async () => {
  await import('../../src/background/background');
  await vi.waitUntil(() => looks.mock.calls.length > 0);
  await rest();
});

describe('what a reading costs', () => {
  // At most 10 and 10, and 5 and 5. One more is a decision: it is written here.
  test('the first of a fresh install', async () => {
    const cost = await costOf(async () => {
      expect(value(await ask(reading(numbers, '123'))).badges?.shown).toBe(true);
      // Packing takes a thread of its own.
      await vi.waitUntil(() => memory.local.has('automatic-copy-about'));
    });
    // One of them looks for the salt while `storage.local` is asked for it, too: it is there at every later reading.
    expect(cost).toEqual({ reads: 8, transactions: 8, looks: 1 });
    expect(memory.local.get('automatic-copy-about')).toMatchObject({ days: 1 });
    expect(memory.local.get('reminder-state')).toMatchObject({ since: expect.any(Number) as number });
    expect(looks.mock.lastCall?.[0].title).toContain('toolbar_score 20');
  });

  test('the second of the same day', async () => {
    const cost = await costOf(() => ask(reading(later, '123')));
    expect(cost).toEqual({ reads: 5, transactions: 5, looks: 1 });
  });

  test('the first after a day, in step with other computers: one write of the sync at most, and no alarm for it', async () => {
    value(await switchOn(Date.now()));
    const { sync } = browser.storage;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    try {
      await costOf(() => ask(reading(later, '123')));
      await vi.waitUntil(() => sync.set.mock.calls.length > 0);
      await rest();
    } finally {
      vi.useRealTimers();
    }
    expect([sync.set.mock.calls.length, sync.remove.mock.calls.length]).toEqual([1, 0]);
    expect(Object.keys(sync.set.mock.lastCall?.[0] ?? {}).map((key) => key.slice(0, 2))).toEqual(['r.', 'i.']);
    expect(new Set(browser.alarms.create.mock.calls.map(([name]) => name))).toEqual(new Set(['reminder']));
    value(await switchOff(Date.now()));
  });
});

describe('the worker', () => {
  test('looks once at what others change, and not at what it writes itself', async () => {
    const switchOff = () => browser.storage.local.set({ settings: { toolbar: false } });
    expect((await costOf(switchOff)).looks).toBe(1);
    expect(looks.mock.lastCall?.[0].title).toBe('extension_name');
    expect((await costOf(() => browser.storage.local.remove('settings'))).looks).toBe(1);
    expect(
      (
        await costOf(() =>
          ask({
            type: 'page/trouble',
            visit: '3f0e9a52-6a39-4c3f-9d0b-2f1c5c1f4b11',
            trouble: { state: 'signed-out' },
          }),
        )
      ).looks,
    ).toBe(1);
    expect(looks.mock.lastCall?.[0].title).toContain('toolbar_signed_out');
  });

  test('writes an update to a new edition down for the page to tell, and no installation or mended version', async () => {
    heard.get('installed')?.({ reason: 'install' });
    heard.get('installed')?.({ reason: 'update', previousVersion: '0.2.0' });
    await rest();
    expect(memory.local.has('update-news')).toBe(false);
    heard.get('installed')?.({ reason: 'update', previousVersion: '0.1.0' });
    await vi.waitUntil(() => memory.local.get('update-news') === true);
  });

  test('tells of a goal of whoever was read, whichever profile the pages show', async () => {
    const { member: shown = '' } = value(await ask(reading(later, '123')));
    const { member: other = '' } = value(await ask(reading(numbers, '456')));
    expect(new Set([shown, other, unknownMember]).size).toBe(3);
    const database = value(await openDatabase());
    const goal = { id: 'goal', of: 'total', target: 20, from: 10, setOn: '2026-01-01' } as const;
    for (const member of [shown, other]) value(await writeGoal(database, { ...goal, member }));
    await browser.storage.local.set({ settings: { reminder: { quiet: null } } });
    value(await selectMember(shown));
    await rest();
    await costOf(() => ask(reading(later, '456')));
    const goals = await database.connection.getAll('goals');
    expect(goals.map((row) => [row.member, 'reachedOn' in row])).toEqual(
      [
        [shown, false],
        [other, true],
      ].sort(),
    );
    expect(browser.notifications.create).toHaveBeenCalledTimes(1);
  });

  test('tells the badges what was done while the page was loading', async () => {
    const { member = '', badges: before } = value(await ask(reading(later, '789')));
    const tip = before?.view.start?.tip.id ?? '';
    await rest();
    value(await ask({ type: 'visit/begin', memberNumber: '789' }));
    const action = '01234567-89ab-4cde-8f01-23456789abcd';
    value(await ask({ type: 'tip/done', tip, action, member }));
    await rest();
    const { badges } = value(await ask(reading(numbers, '789')));
    expect(badges?.view.start?.tip.id).toEqual(expect.not.stringMatching(tip));
    await rest();
  });
});
