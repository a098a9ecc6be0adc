import { beforeEach, expect, test, vi } from 'vitest';
import { reminderStateOf } from '../../src/core/reminder/stored-reminder-state';
import {
  beginReminders,
  changeReminderState,
  readReminderState,
  skipThisWeek,
  snoozeReminder,
} from '../../src/store/write/reminder-state';
import { readNotificationTrouble } from '../../src/store/read/notification-trouble';
import type { InMemoryBrowser } from './in-memory-browser';
import { value } from './value';

const { state } = vi.hoisted(() => ({ state: { current: undefined as unknown as InMemoryBrowser, level: 'granted' } }));

vi.mock('../../src/platform/browser', async () => {
  const { inMemoryBrowser } = await import('./in-memory-browser');
  const { browser, state: memory } = inMemoryBrowser();
  state.current = memory;
  return { browser: { ...browser, notifications: { getPermissionLevel: () => Promise.resolve(state.level) } } };
});

const friday = Date.parse('2026-10-16T10:00:00Z');

beforeEach(() => {
  state.current.local.clear();
  state.current.refuseWrites = undefined;
  state.level = 'granted';
  // Node 20 has no Web Locks: one at a time, in the order of asking, as they promise.
  let last: Promise<unknown> = Promise.resolve();
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, work: () => Promise<unknown>) => {
        last = last.then(work);
        return last;
      },
    },
  });
});

test('nothing is remembered at first', async () => {
  expect(value(await readReminderState())).toEqual({});
});

test('reminders begin once', async () => {
  await beginReminders(friday);
  await beginReminders(friday + 1000);
  expect(value(await readReminderState())).toEqual({ since: friday });
});

test('"Skip this week" and "Remind me tomorrow" are remembered', async () => {
  await snoozeReminder(friday, 'UTC');
  expect(value(await readReminderState())).toEqual({ snoozedUntil: Date.parse('2026-10-17T09:00:00Z') });
  await skipThisWeek(friday, 'UTC');
  expect(value(await readReminderState()).skippedWeek).toBe('2026-10-12');
  expect(value(await readReminderState()).snoozedUntil).toBeUndefined();
});

test('many changes at once are all kept', async () => {
  const goals = Array.from({ length: 20 }, (_, index) => `goal-${index}`);
  await Promise.all(
    goals.map((goal) =>
      changeReminderState((before) => ({ state: { ...before, toldGoals: [...(before.toldGoals ?? []), goal] } })),
    ),
  );
  expect(value(await readReminderState()).toldGoals).toEqual(goals);
});

test('what cannot be written is an error, and nothing was changed', async () => {
  state.current.refuseWrites = new Error('QUOTA_BYTES quota exceeded');
  expect(await beginReminders(friday)).toEqual({ ok: false, error: 'storage-full' });
  expect(value(await readReminderState())).toEqual({});
});

test('notifications are in trouble when the browser blocks them or refused the last one', async () => {
  expect(value(await readNotificationTrouble())).toBeUndefined();
  await changeReminderState((before) => ({ state: { ...before, refused: true } }));
  expect(value(await readNotificationTrouble())).toBe('unavailable');
  state.level = 'denied';
  expect(value(await readNotificationTrouble())).toBe('blocked');
});

test.each([
  ['nothing', undefined],
  ['a text', 'since'],
  ['an instant that is none', { since: Number.NaN }],
  [
    'a day that does not exist',
    { since: 1, last: { kind: 'digest', dueOn: '2026-02-30', shownOn: '2026-02-28', at: 1 } },
  ],
  [
    'a kind of a later version',
    { since: 1, last: { kind: 'song', dueOn: '2026-02-28', shownOn: '2026-02-28', at: 1 } },
  ],
])('%s in the store is nothing remembered', (_what, stored) => {
  expect(reminderStateOf(stored)).toEqual({});
});

test('what is remembered is read back as it was', () => {
  const remembered = {
    since: 1,
    schedule: 'weekly 5 09:00',
    last: { kind: 'digest', dueOn: '2026-10-16', shownOn: '2026-10-17', at: friday },
    skippedWeek: '2026-10-12',
    digestWantedOn: '2026-10-16',
    toldGoals: ['one'],
    refused: false,
  };
  expect(reminderStateOf(structuredClone(remembered))).toEqual(remembered);
});
