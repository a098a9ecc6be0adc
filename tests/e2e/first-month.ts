import { expect } from '@playwright/test';
import type { Scores } from '../../src/core/score/pillar';
import type { StandInMember } from '../linkedin/captured-members';
import { accessEnded, ssiPage } from '../linkedin/ssi-page';
import type { Hands, OwnPage } from './own-page';

/** A browser with the newly installed extension, and what only its driver can do with it. */
export interface MonthBrowser {
  readonly hands: Hands;
  /** Lets every page that is opened from now on, and the background, believe that it is `instant` (epoch milliseconds). */
  readonly setClock: (instant: number) => Promise<void>;
  /** Opens one of the extension's own pages: `popup/index.html`. */
  readonly open: (path: string, size: { readonly width: number; readonly height: number }) => Promise<OwnPage>;
  /** What LinkedIn answers for its SSI page from now on. */
  readonly serve: (html: string) => void;
  /** Opens the SSI page in place of the one that was open. */
  readonly visit: () => Promise<void>;
  /** The words of what stands in the page beside LinkedIn's numbers, by its name. */
  readonly badges: () => Promise<Readonly<Record<string, string>>>;
  /** Takes the tip by what the browser has for it, badge or popup; answers when LinkedIn's page of the tip is open. */
  readonly takeTip: () => Promise<void>;
  /** Whether the panel stands beside the page. */
  readonly isPanelOpen: () => Promise<boolean>;
  /** Whether the panel that stands beside the page lives in the same days, and says itself what is said once. */
  readonly panelLivesOn: boolean;
  /** What the icon in the toolbar says where the pointer rests on it. */
  readonly toolbarTitle: () => Promise<string>;
  /** Ids of the notifications that stand. */
  readonly notifications: () => Promise<readonly string[]>;
}

/** A Tuesday, years from now: no clock of the machine comes between. */
const firstVisit = Date.parse('2030-02-05T09:00:00Z');
const week = 7 * 86_400_000;

const scores: readonly Scores[] = [
  { brand: 17.3, people: 10.8, insights: 13.9, relationships: 18.6 },
  { brand: 17.5, people: 11.4, insights: 14.4, relationships: 19.1 },
  { brand: 17.8, people: 12.6, insights: 15.2, relationships: 19.6 },
];

/** What LinkedIn shows of the member so many weeks after their first visit: 60.6, 62.4 and 65.2. */
function pageOf(weeks: number): string {
  const member: StandInMember = {
    scores: scores[weeks]!,
    rank: { industry: 12, network: 30 },
    average: {
      industry: { total: 47, scores: { brand: 12.5, people: 12, insights: 9.3, relationships: 13.2 } },
      network: { total: 51 },
    },
  };
  return ssiPage(member, { paintAfter: 0 });
}

const sizes = {
  popup: { width: 400, height: 600 },
  panel: { width: 360, height: 760 },
  scorecard: { width: 1280, height: 900 },
};

/**
 * A member's first month, in which they do what a person would and see what a person sees: installation, first reading, a tip done step by step, a plan,
 * a second reading, the review, a goal that is reached, and a score that LinkedIn takes away without taking the week.
 */
export async function liveFirstMonth(browser: MonthBrowser): Promise<void> {
  const open = (page: keyof typeof sizes, part = '') => browser.open(`${page}/index.html${part}`, sizes[page]);

  // Installed.
  await browser.setClock(firstVisit);
  const welcome = await open('scorecard', '#welcome');
  await welcome.see('.welcome', 'Open my SSI page');
  await welcome.close();

  // The first visit.
  browser.serve(pageOf(0));
  await browser.visit();
  await expect.poll(browser.badges).toMatchObject({ total: 'Saved. Your history starts today', start: 'Start here' });
  let popup = await open('popup');
  await popup.see('.hero', 'Your starting point');
  await popup.see('.ring-number', '61');
  await popup.expectNoFindings({ long: true });
  const tip = await popup.words('.tip-title');
  await popup.close();

  // A tip, step by step beside LinkedIn.
  expect(await browser.isPanelOpen(), 'never by itself').toBe(false);
  await browser.takeTip();
  await expect.poll(browser.isPanelOpen).toBe(true);
  let panel = await open('panel');
  await panel.see('.tip-title', tip);
  const steps = (await panel.boxes('.steps')).all;
  expect(steps).toBeGreaterThan(1);
  for (let step = 1; step <= steps; step += 1) {
    await panel.use('checkbox', /./, `.steps li:nth-child(${step})`);
    await expect.poll(() => panel.boxes('.steps')).toEqual({ all: steps, ticked: step });
  }
  await panel.expectNoFindings();
  await panel.use('button', 'Done', '.tip');
  await panel.see('.tip', /^Done\. On (19 Feb|Feb 19) you’ll see what followed\. Undo Next$/);
  await panel.use('button', 'Next', '.tip');
  await expect.poll(() => panel.words('.tip-title')).not.toBe(tip);

  // The plan of the week.
  await planTheWeek(panel, 'This week');
  await panel.see('.plan', 'done today');
  const planned = await panel.words('.plan-row-title');
  await panel.close();
  let scorecard = await open('scorecard');
  await scorecard.see('#plan', /1 of \d done/);
  for (const done of [tip, planned]) await scorecard.see('#journal', done);
  await scorecard.close();

  // A week later.
  await browser.setClock(firstVisit + week);
  browser.serve(pageOf(1));
  await browser.visit();
  await expect.poll(async () => (await browser.badges())['total']).toMatch(/^Saved\s*\+1\.8/);
  scorecard = await open('scorecard');
  await scorecard.see('.review', /Total 60\.6 → 62\.4 .*\+1\.8/);
  await scorecard.see('.review', 'Nothing noted. A quiet week is fine too.');
  await scorecard.see('.review', '2 weeks with a reading.');
  await scorecard.use('button', 'Previous week', '.review');
  for (const done of [tip, planned]) await scorecard.see('.review', done);
  await scorecard.see('.review', 'Your next reading will show what changed.');
  await scorecard.expectNoFindings();
  await scorecard.close();

  // A goal, and a plan anew.
  popup = await open('popup');
  await popup.see('.hero', /\+1\.8 vs 7 days ago/);
  await popup.use('button', 'Set a goal', '.hero');
  await popup.use('radio', '65', '.hero');
  await popup.use('button', 'Set goal', '.hero');
  await popup.see('.hero', 'Goal 65 is set.');
  await popup.close();
  panel = await open('panel');
  await planTheWeek(panel, 'This week');
  await panel.see('.strip', /62 .*\+1\.8 vs 7 days ago Updated today/);
  const second = await panel.words('.plan-row-title');
  // It stands with the plan, and not twice.
  expect(await panel.words('.review')).not.toContain(second);
  await panel.expectNoFindings({ long: true });
  await panel.close();

  // The goal is reached, which is told once.
  await browser.setClock(firstVisit + 2 * week);
  browser.serve(pageOf(2));
  await browser.visit();
  await expect.poll(async () => (await browser.badges())['total']).toMatch(/^Saved\s*\+2\.8/);
  await expect.poll(browser.notifications).toContainEqual(expect.stringMatching(/^answer goal/));
  popup = await open('popup');
  if (!browser.panelLivesOn) {
    await popup.see('.hero', 'Goal 65 reached in 1 week');
    await popup.expectNoFindings({ long: true });
    await popup.use('button', 'Not now', '.hero');
  }
  await popup.see('.hero', /Goal 65: reached on (19 Feb|Feb 19)/);
  await popup.close();
  popup = await open('popup');
  await popup.see('.hero', /Goal 65: reached on (19 Feb|Feb 19)/);
  expect(await popup.words('.hero')).not.toContain('65 reached');
  await popup.close();

  // LinkedIn ends the access, and the week goes on.
  await browser.setClock(firstVisit + 3 * week);
  browser.serve(accessEnded());
  await browser.visit();
  // A page that nobody looks at tells nothing.
  await expect.poll(browser.toolbarTitle).toContain('LinkedIn says your access to SSI has ended');
  popup = await open('popup');
  await popup.see('#popup', 'LinkedIn says your access to SSI has ended');
  await popup.see('#popup', /Last reading, Tue,? (19 Feb|Feb 19)/);
  await popup.expectNoFindings({ long: true });
  await popup.close();
  await expect.poll(browser.badges).toEqual({});

  scorecard = await open('scorecard');
  await planTheWeek(scorecard, 'This week', '#plan .plan');
  const third = await scorecard.words('.plan-row-title');
  await scorecard.use('checkbox', 'Posted one useful thing', '.own-check');
  await scorecard.see('.own-check .ring', /^1 of 12 habits$/);
  await scorecard.see('.review', 'No reading this week. What you did still counts.');
  await scorecard.see('.review', third);
  await scorecard.see('#journal', third);
  await scorecard.expectNoFindings({ long: true });
  await scorecard.close();

  // And goes on.
  await browser.setClock(firstVisit + 4 * week);
  panel = await open('panel');
  await panel.see('.strip', /Last reading, Tue,? (19 Feb|Feb 19)/);
  await panel.see('.review', third);
  const next = await panel.words('.tip-title');
  await panel.use('button', 'Done', '.tip');
  await panel.see('.tip', /^Done\./);
  await panel.use('button', 'Next', '.tip');
  // What was just done is no proposal any more once the week knows of it.
  await panel.see('.review', next);
  await planTheWeek(panel, 'This week');
  await panel.expectNoFindings({ long: true });
  await panel.close();
  scorecard = await open('scorecard');
  await scorecard.see('.own-check .ring', /^0 of 12 habits$/);
  await scorecard.see('#plan', /1 of \d done/);
  await scorecard.see('#journal', next);
  await scorecard.close();
}

/** Asks for a plan, uses the one that is proposed, and ticks the first of its actions. */
async function planTheWeek(page: OwnPage, title: string, within = '.plan'): Promise<void> {
  await page.see(within, 'A plan for this week?');
  await page.use('button', 'Make a plan', within);
  await page.see(within, 'How much time this week?');
  await page.use('button', 'Use this plan', within);
  await page.see(within, new RegExp(`^${title} .*0 of \\d done`));
  await page.use('checkbox', /./, `${within} li:first-child`);
  await page.see(within, /1 of \d done/);
}
