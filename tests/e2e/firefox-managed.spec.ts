// An organization's policy in a real Firefox. Chromium reads its policies from folders of the whole system, which no test writes to.
import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { textOf } from './firefox-own-page';
import { expect, test } from './firefox-test';
import { readAllSnapshots } from './stored-snapshots';

test.skip(process.platform !== 'linux', 'elsewhere the policy is the whole computer’s');

test.use({ policy: { badgesAllowed: false, reminderDay: 'tuesday', syncAllowed: 'no' } });

test('a policy hides the badges whatever the member changes, sets the reminder’s day, and what is wrong in it counts for nothing', async ({
  firefox,
  linkedin,
  openExtensionPage,
}) => {
  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 0 });
  const scorecard = await openExtensionPage('scorecard/index.html#settings');
  await scorecard.waitForSelector('#settings select:disabled');
  expect(await textOf(scorecard, '#settings select:disabled option:checked')).toBe('Tuesday');
  expect(await textOf(scorecard, '.in-step')).not.toContain('organization');

  const visit = await firefox.newPage();
  await visit.goto('https://www.linkedin.com/sales/ssi');
  await expect.poll(() => scorecard.evaluate(readAllSnapshots)).toHaveLength(1);
  const badges = () => visit.evaluate(() => document.documentElement.children.length - 2);
  expect(await badges()).toBe(0);
  // The content script hears of it and asks the policy itself.
  await scorecard.evaluate(() => chrome.storage.local.set({ settings: { badges: true, theme: 'dark' } }));
  await expect.poll(() => scorecard.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  expect(await badges()).toBe(0);
});
