import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ReminderStatus } from '../../src/scorecard/settings/reminder-status';
import { Toasts } from '../../src/scorecard/toast';
import { mondayOf } from '../../src/core/score/local-day';
import { sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

const fake = vi.hoisted(() => {
  const event = () => {
    const listeners = new Set<(changes: object) => void>();
    return {
      listeners,
      addListener: (listener: (changes: object) => void) => listeners.add(listener),
      removeListener: (listener: (changes: object) => void) => listeners.delete(listener),
    };
  };
  const local: Record<string, unknown> = {};
  return { stored: event(), permission: event(), local };
});

vi.mock('../../src/platform/browser', () => ({
  browser: {
    runtime: {},
    notifications: { onPermissionLevelChanged: fake.permission },
    storage: {
      session: { set: () => Promise.resolve() },
      managed: {
        get: () => Promise.resolve({}),
        onChanged: { addListener: () => undefined, removeListener: () => undefined },
      },
      local: {
        get: () => Promise.resolve(structuredClone(fake.local)),
        set: (entries: Record<string, unknown>) => {
          Object.assign(fake.local, entries);
          for (const listener of fake.stored.listeners) listener({ 'reminder-state': { newValue: 1 } });
          return Promise.resolve();
        },
        onChanged: fake.stored,
      },
    },
  },
}));

afterEach(cleanup);

it('the reminder’s card stops listening when it goes', async () => {
  const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
  const { unmount } = render(
    <Toasts say={sayEnglish}>
      <ReminderStatus around={around} />
    </Toasts>,
  );
  const listening = () => [fake.stored.listeners.size, fake.permission.listeners.size];
  await waitFor(() => expect(listening()).toEqual([1, 1]));
  unmount();
  // Preact takes effects back after the element is gone.
  await waitFor(() => expect(listening()).toEqual([0, 0]));
});

it('a week that is skipped can be had back at any time', async () => {
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
  const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
  fake.local['reminder-state'] = { since: 1, skippedWeek: mondayOf(sampleToday), goalsTold: [] };
  render(
    <Toasts say={sayEnglish}>
      <ReminderStatus around={around} />
    </Toasts>,
  );
  await screen.findByText('No reminder this week.');
  fireEvent.click(screen.getByRole('button', { name: 'Remind me after all' }));
  await screen.findByRole('button', { name: 'Skip this week' });
  expect(screen.queryByText('No reminder this week.')).toBeNull();
});
