// What an organization decides by policy, through the store and the sync's way in, on a browser in memory.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { managedOf } from '../../src/core/managed';
import { defaultSettings } from '../../src/core/settings';
import { onChange, type Changed } from '../../src/store/changes';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { readSettings } from '../../src/store/read/settings';
import { changeReminderState } from '../../src/store/write/reminder-state';
import { changeSettings } from '../../src/store/write/settings';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { keepInStep, switchOff, switchOn, takeOut } from '../../src/sync/sync';
import { readSyncStatus } from '../../src/sync/status';
import { sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const { browser, state, changePolicy } = await vi.hoisted(async () =>
  (await import('./in-memory-browser')).inMemoryBrowser(),
);
vi.mock('../../src/platform/browser', () => ({ browser }));

interface Schema {
  readonly properties: Readonly<Record<string, { readonly type: string; readonly enum?: readonly string[] }>>;
}
const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../public/managed-schema.json'), 'utf8'),
) as Schema;

const now = Date.parse('2026-11-28T10:00:00Z');
const { sync } = browser.storage;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  state.policy = undefined;
  await sync.remove(Object.keys(await sync.get()));
});
afterEach(closeDatabase);

describe('a policy', () => {
  test.each([
    ['forbids badges, and cannot force them on', { badgesAllowed: false }, { badges: false }],
    ['that allows badges leaves them to the member', { badgesAllowed: true }, {}],
    ['forbids the sync', { syncAllowed: false }, { sync: false }],
    ['that allows the sync switches nothing on', { syncAllowed: true }, {}],
    ['switches the reminder off', { reminderDay: 'off' }, { reminder: { rhythm: 'off' } }],
    ['sets the first day of a week', { reminderDay: 'monday' }, { reminder: { rhythm: 'weekly', weekday: 1 } }],
    ['sets the last one', { reminderDay: 'sunday' }, { reminder: { rhythm: 'weekly', weekday: 7 } }],
    ['shows tips with Sales Navigator', { salesNavigatorTips: true }, { salesNavigator: true }],
    ['hides them', { salesNavigatorTips: false }, { salesNavigator: false }],
    [
      'with wrong values counts where it is right',
      { badgesAllowed: 'false', reminderDay: 'Tuesday', syncAllowed: false, salesNavigatorTips: 0, other: false },
      { sync: false },
    ],
  ])('%s', (_, policy, managed) => expect(managedOf(policy)).toEqual(managed));

  test('is never a crash, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything(), (policy) => {
        expect(Object.keys(managedOf(policy))).toEqual([]);
      }),
    );
  });

  test('may say what its schema says, and each of it has a meaning', () => {
    const policies = Object.entries(schema.properties).flatMap(([name, { type, enum: choices }]) =>
      (choices ?? (type === 'boolean' ? [true, false] : [])).map((choice) => ({ name, policy: { [name]: choice } })),
    );
    expect(policies).toHaveLength(14);
    const meaning = new Set(
      policies.filter(({ policy }) => Object.keys(managedOf(policy)).length > 0).map(({ name }) => name),
    );
    expect([...meaning]).toEqual(Object.keys(schema.properties));
    // Every day of it is another one.
    const days = schema.properties['reminderDay']?.enum ?? [];
    expect(new Set(days.map((reminderDay) => JSON.stringify(managedOf({ reminderDay }).reminder))).size).toBe(8);
  });
});

describe('settings', () => {
  test('without a policy are the member’s own, with nothing managed', async () => {
    expect(value(await readSettings())).toEqual({ ...defaultSettings, managed: {} });
  });

  test('are the policy’s where it says something; the member’s own stay stored, and count again when it goes', async () => {
    value(await changeSettings((own) => ({ ...own, reminder: { ...own.reminder, weekday: 2, time: '11:00' } })));
    state.policy = { badgesAllowed: false, reminderDay: 'friday' };
    const managed = value(await readSettings());
    expect(managed.badges).toBe(false);
    expect(managed.reminder).toMatchObject({ rhythm: 'weekly', weekday: 5, time: '11:00' });
    // What the member changes meanwhile takes nothing of the policy along.
    value(await changeSettings((own) => ({ ...own, theme: 'dark' })));
    expect(state.local.get('settings')).toMatchObject({ badges: true, theme: 'dark', reminder: { weekday: 2 } });
    state.policy = undefined;
    expect(value(await readSettings())).toMatchObject({ badges: true, theme: 'dark', reminder: { weekday: 2 } });
  });

  test('that a reminder is decided by are those that count', async () => {
    state.policy = { reminderDay: 'off' };
    const decided = await changeReminderState((before, { reminder }) => ({ state: before, rhythm: reminder.rhythm }));
    expect(value(decided).rhythm).toBe('off');
  });

  test('are told to have changed when the policy does', () => {
    const told: Changed[] = [];
    const stop = onChange((changed) => told.push(changed), 'others');
    changePolicy({ badgesAllowed: false });
    stop();
    changePolicy(undefined);
    expect(told).toEqual(['settings']);
  });
});

describe('where the sync is forbidden', () => {
  const synced = async () => Object.keys(await sync.get());

  async function read(day: string): Promise<void> {
    value(await recordSnapshot(value(await openDatabase()), sampleSnapshot({ day })));
  }

  test('it cannot be switched on, and nothing is asked of it', async () => {
    state.policy = { syncAllowed: false };
    await read('2026-11-27');
    expect(value(await switchOn(now))).toBe(false);
    expect(state.local.get('sync')).toBeUndefined();
    expect(await synced()).toEqual([]);
    expect(value(await readSyncStatus())).toMatchObject({ on: false, forbidden: { hasCopy: false }, computers: [] });
  });

  test('nothing more travels; what was sent stays, and goes on when the policy goes', async () => {
    await read('2026-11-26');
    value(await switchOn(now));
    const before = await sync.get();
    expect(Object.keys(before)).not.toEqual([]);
    state.policy = { syncAllowed: false };
    await read('2026-11-27');
    expect(value(await keepInStep(now + 60_000))).toBe(false);
    value(await switchOff(now + 60_000));
    expect(await sync.get()).toEqual(before);
    expect(value(await readSyncStatus())).toMatchObject({ on: false, forbidden: { hasCopy: true }, troubles: [] });
    state.policy = undefined;
    expect(value(await readSyncStatus()).on).toBe(true);
    value(await keepInStep(now + 120_000));
    expect(await sync.get()).not.toEqual(before);
  });

  test('the member takes out what was sent', async () => {
    await read('2026-11-26');
    value(await switchOn(now));
    state.policy = { syncAllowed: false };
    value(await takeOut());
    expect(value(await readSyncStatus())).toMatchObject({ forbidden: { hasCopy: false } });
    state.policy = undefined;
    expect(value(await readSyncStatus()).on).toBe(false);
  });
});
