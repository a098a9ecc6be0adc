// A member's week on the scorecard, with mouse and keyboard: a plan, its ticks, the journal they make, and a week without a score.
import { axeFindings } from './axe-findings';
import { expect, pageTest } from './extension-test';
import { openScorecard } from './open-scorecard';
import { popupStates } from './popup-states';
import { sampleHistory, sampleNow } from './popup-sample';

pageTest.use({ language: 'en-GB' });

pageTest(
  'a plan is made, ticked and kept, and its ticks stand in the journal',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, popupStates.rest);
    const plan = page.locator('#plan');
    await plan.getByRole('button', { name: 'Make a plan' }).click();
    await expect(plan.getByRole('radio', { name: '30 min' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(plan.getByRole('radio', { name: '60 min' })).toBeChecked();
    await expect(plan.getByRole('listitem')).toHaveCount(4);
    expect((await axeFindings(page, '#plan')).violations).toEqual([]);
    await plan.getByRole('button', { name: 'Use this plan' }).click();
    await expect(plan.getByText('0 of 4 done')).toBeVisible();
    await expect(plan.getByRole('heading')).toBeFocused();

    const first = plan.getByRole('checkbox').first();
    const title = (await plan.locator('.plan-row-title').first().textContent())!;
    await first.focus();
    await page.keyboard.press('Space');
    await expect(plan.getByText('1 of 4 done')).toBeVisible();
    await expect(page.locator('#journal').getByText(title)).toBeVisible();
    await page.reload();
    await expect(plan.getByText('1 of 4 done')).toBeVisible();
    expect((await axeFindings(page, '#plan')).violations).toEqual([]);

    await first.click();
    await expect(plan.getByText('0 of 4 done')).toBeVisible();
    await expect(page.locator('#journal').getByText(title)).toHaveCount(0);
  },
);

pageTest(
  'without a score plan, review and the own check go on',
  { tag: '@long' },
  async ({ context, openExtensionPage }) => {
    const page = await openScorecard(openExtensionPage, {
      snapshots: sampleHistory('2026-10-09'),
      local: { 'page-state': { state: 'access-ended', at: sampleNow, accessEndedSince: sampleNow } },
    });
    const check = page.getByRole('region', { name: 'Your self-check' });
    await check.getByRole('checkbox', { name: 'Posted one useful thing' }).check();
    await expect(check.getByText('of 12 habits')).toBeVisible();
    await expect(check.locator('.ring-number')).toHaveText('1');
    await page.reload();
    await expect(check.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(page.getByRole('region', { name: 'Week in review' })).toContainText('What you did');
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect((await axeFindings(page, '#content')).violations).toEqual([]);

    const mine = page.getByRole('switch', { name: 'Your self-check' });
    await mine.click();
    await expect(check).toHaveCount(0);
    await mine.click();
    await expect(check).toBeVisible();

    // The popup leads there, by keyboard.
    const popup = await openExtensionPage('popup/index.html');
    const way = popup.getByRole('button', { name: /^Your self-check/ });
    await way.focus();
    const opened = context.waitForEvent('page');
    // The popup closes itself then, perhaps before the key is up again.
    await popup.keyboard.press('Enter').catch((error: unknown) => expect(String(error)).toContain('closed'));
    const scorecard = await opened;
    await expect(scorecard.getByRole('heading', { name: 'Your self-check' })).toBeFocused();
  },
);
