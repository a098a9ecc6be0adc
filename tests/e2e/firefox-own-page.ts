import '../set-up-temporal';
import { expect } from '@playwright/test';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Action } from '../../src/core/rows/action';
import { addDays, daysBetween, localDayAt } from '../../src/core/score/local-day';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { sampleToday } from './popup-sample';
import { putStored, type Stored } from './popup-states';

const dayLength = 86_400_000;

/** `stored` as if the day of the design's pictures were today: the clock of Firefox's own pages cannot be set. */
function storedToday(stored: Stored): Stored {
  const days = daysBetween(sampleToday, localDayAt(Date.now(), 'UTC'));
  const snapshots = (of: readonly Snapshot[]) =>
    of.map((snapshot) => ({
      ...snapshot,
      day: addDays(snapshot.day, days),
      readAt: snapshot.readAt + days * dayLength,
    }));
  const actions = (of: readonly Action[]) => of.map((action) => ({ ...action, day: addDays(action.day, days) }));
  const { 'page-state': pageState, ...local } = stored.local ?? {};
  return {
    ...stored,
    snapshots: snapshots(stored.snapshots),
    ...(stored.actions && { actions: actions(stored.actions) }),
    ...(stored.goals && { goals: stored.goals.map((goal) => ({ ...goal, setOn: addDays(goal.setOn, days) })) }),
    ...(stored.keptAside && { keptAside: snapshots(stored.keptAside) }),
    local: {
      ...local,
      ...(typeof pageState === 'object' && { 'page-state': { ...pageState, at: Date.now() } }),
    },
  };
}

/** Shows what is stored, in place of all that was stored, in an open page of the extension. `ready` is a selector of what is drawn last. */
export async function showStored(page: Page, stored: Stored, ready: string): Promise<void> {
  await page.waitForSelector('body *');
  await page.evaluate(putStored, JSON.stringify(storedToday(stored)));
  await reload(page, ready);
}

/** Loads one of the extension's own pages anew. Firefox reports no load event for them. */
export async function reload(page: Page, ready: string): Promise<void> {
  await page.evaluate(() => {
    document.body.dataset['before'] = 'true';
    location.reload();
  });
  await page.waitForSelector(`body:not([data-before]) ${ready}`);
}

/** Opens the toolbar's real popup, from any open page of the extension. It is one of `chrome.extension.getViews({ type: 'popup' })`. */
export async function openRealPopup(page: Page): Promise<void> {
  const opened = () =>
    page.evaluate(() =>
      chrome.action.openPopup().then(
        () => 'open',
        // Something else that hangs from the toolbar has to be gone first.
        (error: unknown) => String(error),
      ),
    );
  await expect.poll(opened).toBe('open');
}

/** The text of the first element that `selector` finds; empty when there is none. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
}

/** Presses the button or switch that is called `name`, once it is there, with a real key: a pointer may miss where things still move. */
export async function pressButton(page: Page, name: string): Promise<void> {
  const button = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('button')].find((button) => {
        const label = document.getElementById(button.getAttribute('aria-labelledby') ?? '');
        return (button.getAttribute('aria-label') ?? (label ?? button).textContent.trim()) === wanted;
      }),
    {},
    name,
  );
  await (button as ElementHandle<HTMLButtonElement>).press('Enter');
}
