import '../set-up-temporal';
import { expect, type BrowserContext, type Page, type Worker } from '@playwright/test';
import type { Page as FirefoxPage } from 'puppeteer-core';
import type { ReminderState } from '../../src/core/reminder/reminder';
import type { Settings } from '../../src/core/settings';

/** Reminder settings as they lie in `storage.local`: no quiet hours are `null`. */
export type StoredReminder = Omit<Settings['reminder'], 'quiet'> & {
  readonly quiet: Settings['reminder']['quiet'] | null;
};

export const fridayAtNine: StoredReminder = {
  rhythm: 'weekly',
  weekday: 5,
  time: '09:00',
  quiet: null,
  hideNumbers: false,
};

/** The key that says which schedule `since` counts for, as the store has it. */
function scheduleOf({ weekday, time }: StoredReminder): string {
  return `weekly ${weekday} ${time}`;
}

/** A weekly reminder that is due at this wall-clock time, whatever the week. */
export function weeklyAt(local: Temporal.ZonedDateTime): StoredReminder {
  return {
    ...fridayAtNine,
    weekday: local.dayOfWeek,
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** What a browser shows and keeps of reminders. Works in the worker and in any page of the extension, in Firefox, too. */
export class ReminderDriver {
  readonly #realm: Pick<Page, 'evaluate'>;

  constructor(realm: Worker | Page | FirefoxPage) {
    // A worker and a page of Firefox evaluate as a page does.
    this.#realm = realm;
  }

  /**
   * Chooses a schedule. With `state`, also what is remembered; by default reminders began long ago. Where the worker's clock has been set, give a
   * `since` by that clock, or a look that began before would find a reminder due by the real one.
   */
  async choose(reminder: StoredReminder, state: ReminderState = {}): Promise<void> {
    const remembered: ReminderState = { since: 0, schedule: scheduleOf(reminder), ...state };
    await this.#realm.evaluate((entries) => chrome.storage.local.set(entries), {
      settings: { reminder },
      'reminder-state': remembered,
    });
  }

  async state(): Promise<ReminderState> {
    const stored = await this.#realm.evaluate(() => chrome.storage.local.get('reminder-state'));
    return stored['reminder-state'] ?? {};
  }

  /** Instant of the next tick, epoch milliseconds; undefined without an alarm. */
  async tick(): Promise<number | undefined> {
    return this.#realm.evaluate(async () => (await chrome.alarms.get('reminder'))?.scheduledTime);
  }

  /** The notifications that stand now. */
  async notifications(): Promise<string[]> {
    return this.#realm.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  }

  /** Takes the notifications away, as a member does. */
  async dismiss(): Promise<void> {
    await this.#realm.evaluate(async () => {
      for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
    });
  }

  /** Wakes the worker and waits until it has looked: a missing alarm comes back only after it was decided whether a reminder is due. */
  async look(): Promise<void> {
    await this.#realm.evaluate(async () => {
      await chrome.alarms.clear('reminder');
      // Any event will do: this key is one that the worker listens to.
      await chrome.storage.local.set({ 'selected-member': String(Math.random()) });
    });
    await expect.poll(() => this.tick()).toBeDefined();
  }

  /** Clicks a notification, or one of its buttons, as the browser reports it. Only in the worker. */
  async click(id: string, button?: number): Promise<void> {
    await this.#realm.evaluate(
      ([clicked, index]) => {
        // `dispatch` is Chromium's own way to raise an event; it is in no type.
        const events = chrome.notifications as unknown as Record<
          'onClicked' | 'onButtonClicked',
          { dispatch(...given: unknown[]): void }
        >;
        if (index === undefined) events.onClicked.dispatch(clicked);
        else events.onButtonClicked.dispatch(clicked, index);
      },
      [id, button] as const,
    );
  }
}

/**
 * Nothing is shown, and nothing comes any more. After a look what was decided may still be on its way to the screen: it reads the week, and then
 * shows. A second look reads, decides under a lock, remembers and sets the alarm, so once that one has ended the first has, too.
 */
export async function expectNoNotification(driver: ReminderDriver, when?: string): Promise<void> {
  await driver.look();
  await driver.look();
  expect(await driver.notifications(), when).toEqual([]);
}

/** Waits until a tab has been opened whose address contains `address`, and it is the only one beside those that were open `before`. */
export async function expectOneTabMore(
  context: BrowserContext,
  before: readonly Page[],
  address: string,
): Promise<void> {
  const opened = () => context.pages().filter((page) => !before.includes(page));
  await expect.poll(() => opened().map((page) => page.url())).toEqual([expect.stringContaining(address)]);
}
