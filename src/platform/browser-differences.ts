/**
 * What one browser has and another has not, each with the way to live without. The only file that may tell browsers apart. Edge has all that
 * Chromium has of what is used here: https://learn.microsoft.com/microsoft-edge/extensions/developer-guide/api-support
 */
import { browser } from './browser';

/** What Chromium has beyond Firefox (and beyond the common types): https://developer.chrome.com/docs/extensions/reference/api/notifications */
interface ChromiumNotifications {
  getPermissionLevel?(): Promise<'granted' | 'denied'>;
  onPermissionLevelChanged?: { addListener(listener: () => void): void; removeListener(listener: () => void): void };
}

function notifications(): (typeof browser.notifications & ChromiumNotifications) | undefined {
  return browser.notifications;
}

/**
 * Whether a notification may have buttons. Firefox rejects a whole notification for an option it does not know, `buttons` and
 * `requireInteraction` among them; there the click alone has to do. It is told by `runtime.getBrowserInfo`, which only Firefox has.
 */
export function hasNotificationButtons(): boolean {
  return !('getBrowserInfo' in browser.runtime);
}

/** Why a notification cannot be shown: the member or the system blocks those of this extension, or the browser has none. */
export type NotificationTrouble = 'blocked' | 'unavailable';

/**
 * Whether the browser says that it shows no notifications of this extension; undefined when it does not say so. Firefox never does, and no
 * browser knows whether the system keeps them back after that.
 */
export async function notificationTrouble(): Promise<NotificationTrouble | undefined> {
  const api = notifications();
  if (!api) return 'unavailable';
  return (await api.getPermissionLevel?.()) === 'denied' ? 'blocked' : undefined;
}

/**
 * Calls `listener` when notifications were blocked or allowed. Wakes a sleeping worker, where the browser tells at all. Call what it returns
 * to stop listening.
 */
export function onNotificationPermissionChange(listener: () => void): () => void {
  const changed = notifications()?.onPermissionLevelChanged;
  changed?.addListener(listener);
  return () => changed?.removeListener(listener);
}

/** Chromium's side panel, which the common types do not know: https://developer.chrome.com/docs/extensions/reference/api/sidePanel */
interface SidePanel {
  open(options: { readonly windowId: number }): Promise<void>;
}

function sidePanel(): SidePanel | undefined {
  return (browser as { readonly sidePanel?: SidePanel }).sidePanel;
}

/** Whether the worker may open the panel for a click in the page: Firefox refuses what came by message. */
export function opensPanelForPage(): boolean {
  return sidePanel() !== undefined;
}

/**
 * Opens the panel in a window, by default the one at hand: in Chromium the side panel, in Firefox the sidebar. Must be called in the very task of a click or a key. Whether
 * the browser did; it refuses where the member did nothing.
 */
export async function openPanel(windowId?: number): Promise<boolean> {
  try {
    await (sidePanel()?.open({ windowId: windowId ?? browser.windows.WINDOW_ID_CURRENT }) ??
      browser.sidebarAction.open());
    return true;
  } catch {
    // The browser's own refusal, or it has no panel.
    return false;
  }
}

/**
 * Opens the panel at the keyboard shortcut of manifest.json. Call it synchronously when the worker starts: the key wakes it. Firefox opens its
 * sidebar itself.
 */
export function openPanelByKey(): void {
  if (!sidePanel()) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') void openPanel(tab?.windowId);
  });
}

/** How the icon gets onto the toolbar: Chromium lists a pin beside it, Firefox a menu behind a gear. */
export function pinnedBy(): 'pin' | 'menu' {
  return hasNotificationButtons() ? 'pin' : 'menu';
}

/** Whether the icon stands on the toolbar. */
export async function isOnToolbar(): Promise<boolean> {
  return (await browser.action.getUserSettings()).isOnToolbar === true;
}

/** Names that stand in the user agent, the more special first: Edge calls itself Chrome too, and Chrome Safari. */
const browsers = { Edg: 'Edge', OPR: 'Opera', Vivaldi: 'Vivaldi', Firefox: 'Firefox', Chrome: 'Chrome' } as const;
const systems = { Windows: 'Windows', Mac: 'Mac', CrOS: 'ChromeOS', Android: 'Android', Linux: 'Linux' } as const;

/** This browser and its system, as the member calls them; told apart to be named, and for nothing else. */
export function ownBrowser(): { readonly browser: string; readonly system: string } {
  const { userAgent } = navigator;
  const named = (names: Readonly<Record<string, string>>, otherwise: string) =>
    Object.entries(names).find(([sign]) => userAgent.includes(sign))?.[1] ?? otherwise;
  return { browser: named(browsers, 'Chromium'), system: named(systems, '?') };
}
