import { memberOfJune2026 } from '../linkedin/captured-members';
import { ssiPage } from '../linkedin/ssi-page';
import { builtExtension, chromiumExecutable, expect, ssiPageAddress, test as base } from './extension-test';
import { launchChromium } from './launch-chromium';

const test = base.extend({
  installed: async ({ profile, linkedin }, use) => {
    const context = await launchChromium({
      executable: chromiumExecutable(),
      extension: builtExtension,
      profile,
      linkedin,
      timeZone: 'UTC',
      language: 'en-GB',
      keepsWelcome: true,
    });
    await use({ context });
    await context.close();
  },
});

test('after the installation one page says what is read and where it stays, reminders begin, and the first reading makes it the scorecard', async ({
  context,
  linkedin,
  worker,
}) => {
  await expect.poll(() => context.pages().filter((page) => page.url().endsWith('#welcome')).length).toBe(1);
  const welcome = context.pages().find((page) => page.url().endsWith('#welcome'));
  if (!welcome) throw new Error('No welcome page.');
  await expect(welcome.getByRole('button', { name: 'Open my SSI page' }).first()).toBeVisible();
  await expect
    .poll(() =>
      worker.evaluate(async () => {
        const stored = await chrome.storage.local.get('reminder-state');
        return typeof (stored['reminder-state'] as { since?: number } | undefined)?.since;
      }),
    )
    .toBe('number');
  expect(await worker.evaluate(async () => (await chrome.alarms.getAll()).length)).toBe(1);

  linkedin.respond = () => ssiPage(memberOfJune2026, { paintAfter: 0 });
  const page = await context.newPage();
  await page.goto(ssiPageAddress);
  await welcome.waitForURL(/#overview$/);
  await expect(welcome.locator('#overview')).toContainText('20');

  // The browser's update of an installed extension is no installation, and neither is a worker that starts again.
  expect(context.pages().filter((other) => other.url().includes('#welcome'))).toEqual([]);
});
