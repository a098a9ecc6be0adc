import type { Settings } from './settings';

/** Days of the week as a policy names them, Monday first. */
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** What an organization has decided by policy, in the place of the member. Absent: the member decides. See docs/managed.md. */
export interface Managed {
  /** No badges on the SSI page. A policy cannot force them on. */
  readonly badges?: false;
  /** The reminder is off, or weekly on an ISO weekday, 1 (Monday) to 7. */
  readonly reminder?: { readonly rhythm: 'off' } | { readonly rhythm: 'weekly'; readonly weekday: number };
  /** Nothing travels through the browser's sync. A policy cannot switch it on. */
  readonly sync?: false;
  /** Whether tips that need Sales Navigator are shown, whatever the SSI page shows of a seat. */
  readonly salesNavigator?: boolean;
}

/** What a policy says, whatever its administrator wrote: a value that is wrong counts as none, and so does a name that is not known. */
export function managedOf(policy: unknown): Managed {
  const { badgesAllowed, reminderDay, syncAllowed, salesNavigatorTips } = (policy ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const weekday = weekdays.findIndex((name) => name === reminderDay) + 1;
  return {
    ...(badgesAllowed === false && { badges: false }),
    ...(reminderDay === 'off' && { reminder: { rhythm: 'off' } }),
    ...(weekday > 0 && { reminder: { rhythm: 'weekly', weekday } }),
    ...(syncAllowed === false && { sync: false }),
    ...(typeof salesNavigatorTips === 'boolean' && { salesNavigator: salesNavigatorTips }),
  };
}

/** What counts: the member's own settings, and over them what is managed, which pages show as such. */
export interface SettingsInForce extends Settings {
  readonly managed: Managed;
}

/** The one place where the two meet. The member's own stay stored as they are, and count again when the policy goes. */
export function settingsInForce(own: Settings, managed: Managed): SettingsInForce {
  return {
    ...own,
    managed,
    badges: managed.badges ?? own.badges,
    reminder: { ...own.reminder, ...managed.reminder },
  };
}
