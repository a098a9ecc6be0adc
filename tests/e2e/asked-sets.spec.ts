import type { Scores } from '../../src/core/score/pillar';
import { undecidedPage } from '../linkedin/undecided-page';
import { axeFindings } from './axe-findings';
import { expect, ssiPageAddress, test } from './extension-test';

const ada: Scores = { brand: 9.1, people: 8.4, insights: 7.2, relationships: 6.1 };
const mine: Scores = { brand: 20, people: 12.5, insights: 14.25, relationships: 15 };

/** The member's numbers some days later. */
const after = (days: number): Scores => ({ ...mine, people: mine.people + days * 0.5 });

test('numbers of which nothing says whose they are are asked about twice, then read by themselves, and asked about again where another says the same', async ({
  context,
  linkedin,
  openExtensionPage,
  storedSnapshots,
}) => {
  const visit = async (...cards: Parameters<typeof undecidedPage>[0]) => {
    linkedin.respond = () => undecidedPage(cards);
    await page.goto(ssiPageAddress);
  };
  const others = { heading: 'Ada', scores: ada };
  const own = (days: number) => ({ heading: 'This week', scores: after(days) });
  const kept = async () => (await storedSnapshots()).map(({ source, scores }) => [source, scores.people]);
  const page = await context.newPage();

  await visit(others, own(0));
  const popup = await openExtensionPage('popup/index.html');
  const question = popup.getByRole('radiogroup', { name: /^Is one of these your score/ });
  await expect(question.getByRole('radio')).toHaveCount(2);
  expect((await axeFindings(popup)).violations).toEqual([]);
  await expect(popup.getByRole('button', { name: 'This is mine' })).toBeDisabled();
  await expect(question.getByRole('radio', { name: /Ada/ })).toBeFocused();
  await popup.keyboard.press('ArrowDown');
  await expect(question.getByRole('radio', { name: /This week/ })).toBeChecked();
  expect(await storedSnapshots()).toEqual([]);
  await popup.keyboard.press('Enter');
  await expect(popup.locator('.hero')).toContainText('62');
  expect(await kept()).toEqual([['chosen', 12.5]]);

  await page.bringToFront();
  await visit(others, own(1));
  await expect(question.getByRole('radio')).toHaveCount(2);
  await popup.bringToFront();
  await question.getByText('This week').click();
  await popup.getByRole('button', { name: 'This is mine' }).click();
  await expect.poll(kept).toEqual([['chosen', 13]]);

  await page.bringToFront();
  await visit(others, own(2));
  await expect.poll(kept).toEqual([['known', 13.5]]);

  // Both are near the last reading, and only the member can say which is today's.
  await visit({ heading: 'This week', scores: after(3) }, own(2));
  await expect(question.getByRole('radio')).toHaveCount(2);
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'None of these' }).click();
  await expect(popup.getByText('Nothing was saved')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Copy report' })).toBeVisible();
  expect(await kept()).toEqual([['known', 13.5]]);
});
