import { browser } from '../platform/browser';
import { hasNotificationButtons, notificationTrouble } from '../platform/browser-differences';
import { message } from '../platform/i18n';
import type { NotificationButton, NotificationText } from '../words/notification-text';

/** Why a notification is shown: a reminder, which goes when the page is read, or the answer to a reading. */
export type NotificationReason = 'reminder' | 'answer';

/** What a notification is about; it says what a click does. */
const notificationSubjects = ['reading-wanted', 'digest', 'goal', 'access-ended', 'plan'] as const;
export type NotificationSubject = (typeof notificationSubjects)[number];

const reasons: readonly NotificationReason[] = ['reminder', 'answer'];

// The id must say all that a click needs: the worker that hears it is not the one that showed it.
function idOf(
  reason: NotificationReason,
  subject: NotificationSubject,
  buttons: readonly NotificationButton[],
): string {
  return [reason, subject, ...buttons].join(' ');
}

/**
 * Shows a notification in place of any other of ours. Whether the browser took it: false when it blocks them, has none, or refused. What the
 * system does after that, nobody is told.
 */
export async function showNotification(
  reason: NotificationReason,
  subject: NotificationSubject,
  { title, body, buttons }: NotificationText,
): Promise<boolean> {
  if ((await notificationTrouble()) !== undefined) return false;
  await clearNotifications(reasons);
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title,
    message: body,
    ...(hasNotificationButtons() && {
      buttons: buttons.map((button) => ({ title: message(`notification_button_${button.replaceAll('-', '_')}`) })),
    }),
  };
  try {
    await browser.notifications.create(idOf(reason, subject, buttons), options);
    return true;
  } catch (error) {
    // The browser's own refusal, such as no notification service; anything else is a mistake of ours.
    if (error instanceof TypeError) throw error;
    return false;
  }
}

/** Takes back the notifications shown for these reasons. Where they are blocked there are none, and Chromium would not even list them. */
export async function clearNotifications(of: readonly NotificationReason[]): Promise<void> {
  if ((await notificationTrouble()) !== undefined) return;
  const ids = Object.keys(await browser.notifications.getAll());
  await Promise.all(
    ids.filter((id) => of.some((reason) => id.startsWith(reason))).map((id) => browser.notifications.clear(id)),
  );
}

/** What was clicked: a button, or the notification itself. */
export interface NotificationClick {
  readonly subject: NotificationSubject;
  /** Absent when the notification itself was clicked. */
  readonly button?: NotificationButton;
}

/** Calls `listener` for each click on a notification of ours, which goes. Call it synchronously when the worker starts: a click wakes it. */
export function onNotificationClick(listener: (click: NotificationClick) => void): void {
  const clicked = (id: string, index?: number) => {
    const [, subject, ...buttons] = id.split(' ');
    const known = notificationSubjects.find((one) => one === subject);
    if (known === undefined) return;
    void browser.notifications.clear(id);
    const button = index === undefined ? undefined : (buttons[index] as NotificationButton | undefined);
    listener({ subject: known, ...(button && { button }) });
  };
  // Absent where the browser has no notifications, whatever the types say.
  if (!('notifications' in browser)) return;
  browser.notifications.onClicked.addListener((id) => clicked(id));
  if (hasNotificationButtons()) browser.notifications.onButtonClicked.addListener(clicked);
}
