import { browser } from './browser';
import { openTab } from './open-tab';

/** Opens the full page in a new tab, at a part of it where one is named: `tips`, `goals`. */
export async function openScorecard(part?: string): Promise<void> {
  const address = browser.runtime.getURL('scorecard/index.html');
  await openTab(part === undefined ? address : `${address}#${part}`);
}
