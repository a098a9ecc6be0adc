import { browser } from './browser';

/** Opens `url` in a new tab in front; in a new window where none is open, for a browser may outlive its last one. */
export async function openTab(url: string): Promise<void> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  if (windows.length > 0) await browser.tabs.create({ url });
  else await browser.windows.create({ url });
}
