import { browser } from './browser';

/** Opens the full page in a new tab, at a part of it where one is named: `tips`, `goals`. */
export async function openScorecard(part?: string): Promise<void> {
  const address = browser.runtime.getURL('scorecard/index.html');
  await browser.tabs.create({ url: part === undefined ? address : `${address}#${part}` });
}
