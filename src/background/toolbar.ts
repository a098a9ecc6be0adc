import { browser } from '../platform/browser';
import { openDatabase } from '../store/database';
import { readSelectedMember } from '../store/members';
import { readSettings } from '../store/settings';
import { readLatestSnapshot } from '../store/snapshots';

/** Grey that carries white text at a contrast of 6.3. */
const badgeColour = '#5B6070';

/** Shows the last total of the member that the pages show on the toolbar icon, unless the member switched that off. */
export async function refreshToolbar(): Promise<void> {
  const text = (await wantsToolbar()) ? await lastTotal() : '';
  await browser.action.setBadgeBackgroundColor({ color: badgeColour });
  await browser.action.setBadgeTextColor({ color: '#FFFFFF' });
  await browser.action.setBadgeText({ text });
}

async function wantsToolbar(): Promise<boolean> {
  const settings = await readSettings();
  return settings.ok && settings.value.toolbar;
}

/** The whole total LinkedIn printed last; an empty text when there is none, or the store cannot be read (the popup says so). */
async function lastTotal(): Promise<string> {
  const database = await openDatabase();
  if (!database.ok) return '';
  const member = await readSelectedMember(database.value);
  if (!member.ok || member.value === undefined) return '';
  const latest = await readLatestSnapshot(database.value, member.value.id);
  return latest.ok && latest.value !== undefined ? String(latest.value.shownTotal) : '';
}
