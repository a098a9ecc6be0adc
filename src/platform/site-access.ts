import { browser } from './browser';

/**
 * Where the content script of manifest.json runs: the one page, and all that is ever asked for. Browsers give it at the installation without a
 * question of its own, and let the member take it back; both count these addresses among the permissions (seen in Chromium 156 and Firefox 153).
 */
function siteOrigins(): string[] {
  return (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches);
}

/** Whether the browser lets the content script read the SSI page: true from the installation on, until the member takes it back. */
export async function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: siteOrigins() });
}

/**
 * Asks the member to let the SSI page be read again. Must be called in the very task of a click, or the browser refuses to ask. Whether it is
 * allowed then: false when the member said no, and when the browser would not ask.
 */
export async function askSiteAccess(): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: siteOrigins() });
  } catch (error) {
    // The browser's own refusal, such as a rule of an organization; anything else is a mistake of ours.
    if (error instanceof TypeError) throw error;
    return false;
  }
}

/** Calls `listener` when the member has taken access back or given it again, in whichever way. Returns how to stop. */
export function onSiteAccessChange(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  const changed = () => listener();
  onAdded.addListener(changed);
  onRemoved.addListener(changed);
  return () => {
    onAdded.removeListener(changed);
    onRemoved.removeListener(changed);
  };
}
