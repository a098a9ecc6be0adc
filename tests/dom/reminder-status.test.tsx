import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ReminderStatus } from '../../src/scorecard/settings/reminder-status';
import { Toasts } from '../../src/scorecard/toast';
import { sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

const fake = vi.hoisted(() => {
  const event = () => {
    const listeners = new Set<() => void>();
    return {
      listeners,
      addListener: (listener: () => void) => listeners.add(listener),
      removeListener: (listener: () => void) => listeners.delete(listener),
    };
  };
  return { stored: event(), permission: event() };
});

vi.mock('../../src/platform/browser', () => ({
  browser: {
    runtime: {},
    notifications: { onPermissionLevelChanged: fake.permission },
    storage: { local: { get: () => Promise.resolve({}), onChanged: fake.stored } },
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
