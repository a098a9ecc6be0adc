import type { Runtime } from 'webextension-polyfill';
import { isSsiPage } from '../platform/address';

/**
 * Whether a message comes from our own content script in the top document of the SSI page, in a window that is not private.
 * The page's own scripts cannot send messages at all (no `externally_connectable`); this keeps everything else out.
 */
export function isOurContentScript(sender: Runtime.MessageSender, extensionId: string): boolean {
  return (
    sender.id === extensionId &&
    sender.frameId === 0 &&
    sender.tab !== undefined &&
    !sender.tab.incognito &&
    isSsiPage(sender.url ?? '')
  );
}
