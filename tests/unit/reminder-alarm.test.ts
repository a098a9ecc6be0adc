import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkReminder } from '../../src/background/reminder';
import { closeDatabase } from '../../src/store/database';
import { localKeys } from '../../src/store/local-storage';

/** The one alarm as both browsers have it: set for an instant by the wall clock, it rings when so much time has passed, wherever that clock is then. */
const alarm = vi.hoisted(() => ({
  now: 0,
  scheduledTime: undefined as number | undefined,
  period: 0,
  /** How long until it rings. */
  left: Infinity,
  shown: [] as string[],
}));
const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());

vi.mock('../../src/platform/i18n', () => ({ browserLanguage: () => 'en', message: (key: string) => key }));
vi.mock('../../src/platform/browser', () => ({
  browser: {
    ...browser,
    runtime: { getURL: (path: string) => path },
    alarms: {
      get: () =>
        Promise.resolve(alarm.scheduledTime === undefined ? undefined : { scheduledTime: alarm.scheduledTime }),
      create: (_: string, { when, periodInMinutes }: { when: number; periodInMinutes: number }) => {
        Object.assign(alarm, { scheduledTime: when, period: periodInMinutes * 60_000, left: when - alarm.now });
        return Promise.resolve();
      },
      clear: () => {
        Object.assign(alarm, { scheduledTime: undefined, left: Infinity });
        return Promise.resolve(true);
      },
    },
    notifications: {
      getAll: () => Promise.resolve({}),
      create: (id: string) => {
        alarm.shown.push(id);
        return Promise.resolve(id);
      },
    },
  },
}));

const at = (local: string) => Date.parse(`${local}Z`);
const nine = at('2026-11-27T09:00');

async function look(): Promise<void> {
  await checkReminder({ lastReadOn: undefined, accessEnded: false }, alarm.now, 'UTC');
}

/** Time passes, and the alarm rings when it is time by its own count. It repeats from there: where it is asked in its own ring, it is a day ahead. */
async function pass(milliseconds: number): Promise<void> {
  if (alarm.left > milliseconds) {
    alarm.now += milliseconds;
    alarm.left -= milliseconds;
    return;
  }
  const rest = milliseconds - Math.max(0, alarm.left);
  alarm.now += milliseconds - rest;
  Object.assign(alarm, { left: alarm.period, scheduledTime: alarm.now + alarm.period });
  await look();
  await pass(rest);
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
  state.local.clear();
  state.local.set(localKeys.settings, { reminder: { rhythm: 'weekly', weekday: 5, time: '09:00', quiet: null } });
  state.local.set(localKeys.reminderState, { since: nine - 86_400_000, schedule: 'weekly 5 09:00' });
  alarm.shown.length = 0;
  alarm.scheduledTime = undefined;
  alarm.now = nine - 2000;
  await look();
  expect(alarm.scheduledTime).toBe(nine);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await closeDatabase();
});

describe('an alarm set two seconds before its time', () => {
  test('rings then, once', async () => {
    await pass(2000);
    expect(alarm.shown).toHaveLength(1);
    await pass(3 * 86_400_000);
    expect(alarm.shown).toHaveLength(1);
  });

  test.each([
    ['by less than it may be off', 30_000],
    ['by an hour', 3_600_000],
    ['by a day', 86_400_000],
  ])('when the clock is set back meanwhile, %s, rings for nothing and again at 09:00', async (_, back) => {
    alarm.now -= back;
    await pass(2000);
    expect(alarm.shown).toEqual([]);
    // The last second before 09:00, and then that.
    await pass(back - 1000);
    expect(alarm.shown).toEqual([]);
    await pass(1000);
    expect(alarm.shown).toHaveLength(1);
  });

  test.each([
    ['by less than it may be off', 30_000],
    ['by an hour', 3_600_000],
    ['by a day', 86_400_000],
  ])('when the clock is set forward meanwhile, %s, brings the reminder when it rings', async (_, forward) => {
    alarm.now += forward;
    await pass(2000);
    expect(alarm.shown).toHaveLength(1);
  });

  test('that was taken away, as by switching the extension off, is there again with the next start of the worker', async () => {
    Object.assign(alarm, { scheduledTime: undefined, left: Infinity });
    await look();
    expect(alarm.scheduledTime).toBe(nine);
  });
});
