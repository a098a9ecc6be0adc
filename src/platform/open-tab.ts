import { browser } from './browser';

/** Opens `url` in a new tab in front; in a new window where none is open, for a browser may outlive its last one. */
export async function openTab(url: string): Promise<void> {
  try {
    await browser.tabs.create({ url });
  } catch {
    // "No current window": a mistake in the address would be refused here too.
    await browser.windows.create({ url });
  }
}
