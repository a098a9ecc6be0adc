import type { LocalDay } from '../src/core/score/local-day';
import { putMember, type BenchBrowser } from './bench-browser';
import { madeUpMember, type MadeUpMember } from './made-up-member';
import { framesDuring, lastCard, openTraced, scorecardPage } from './measure-scorecard';
import { median, rowOf, type Row } from './row';
import { runs } from './runs';

/** So many people, and so many days of each and of the member. */
const people = 30;
const days = Math.round(3 * 365.25);

/** The page of people may take so many times as long as the scorecard of one. */
const most = 1.5;

/** What is drawn last: somebody beside the list. */
const person = '.person .chart';

const centre = { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 };

/** The name of the copy that is measured. */
export const peopleCopy = 'people';

/** Stores a member and the people whose files they were given. */
async function putPeople(browser: BenchBrowser, last: LocalDay): Promise<void> {
  const copy = browser.copy(peopleCopy);
  await putMember(copy, madeUpMember(days, last, centre));
  for (let number = 0; number < people; number += 1) {
    const scores = { ...centre, people: 5 + number / 2 };
    await putMember(copy, asPerson(madeUpMember(days, last, scores), number));
  }
}

/** The member's rows as those of somebody else. */
function asPerson({ snapshots, actions }: MadeUpMember, number: number): MadeUpMember {
  const member = `person-${String(number).padStart(16, '0')}`;
  const since = snapshots[0]?.readAt ?? 0;
  const named = { id: member, name: `Person ${number}`, since, given: { at: since, file: '' } };
  return {
    members: [named],
    snapshots: snapshots.map((row) => ({ ...row, member })),
    actions: actions.map((row) => ({ ...row, member })),
    goals: [],
  };
}

/**
 * Measures the page of people beside the scorecard of one, opened one after the other, with as many days of each person as of the member; and the frames
 * while it is scrolled.
 */
export async function measurePeople(
  browser: BenchBrowser,
  last: LocalDay,
  say: (done: string) => void,
): Promise<Row[]> {
  say('storing the people');
  await putPeople(browser, last);
  const { origin } = browser.copy(peopleCopy);
  const scorecard: number[] = [];
  const list: number[] = [];
  const scrolled: (readonly number[])[] = [];
  // Round 0 warms up.
  for (let round = 0; round <= runs; round += 1) {
    say(`${round} of ${runs}`);
    const openings = [
      async () => {
        const { page, all } = await openTraced(browser, `${origin}/${scorecardPage}`, lastCard);
        await page.close();
        if (round > 0) scorecard.push(all);
      },
      async () => {
        const { page, all } = await openTraced(browser, `${origin}/${scorecardPage}#people`, person);
        const shown = await page.locator('.people-table tbody tr').count();
        if (shown !== people) throw new Error(`The page shows ${shown} people, not ${people}.`);
        await page.mouse.move(300, 500);
        const frames = await framesDuring(browser, page, (share) => page.mouse.wheel(0, share < 0.5 ? 120 : -120));
        await page.close();
        if (round === 0) return;
        list.push(all);
        scrolled.push(frames);
      },
    ];
    // Neither always comes first.
    for (const open of round % 2 === 0 ? openings : openings.toReversed()) await open();
  }
  const group = 'people';
  const of = `${people} people, 3 years each`;
  return [
    rowOf(group, 'scorecard of one, 3 years: opened → everything painted', 'ms', scorecard),
    rowOf(group, `${of}: opened → everything painted`, 'ms', list),
    rowOf(
      group,
      `${of}: page of people / scorecard of one`,
      'ratio',
      list.map((value, round) => value / (scorecard[round] ?? Number.NaN)),
      most,
    ),
    rowOf(
      group,
      `${of}: frame while scrolling, median of a run`,
      'ms',
      scrolled.map((frames) => median(frames)),
      16.7,
    ),
    rowOf(
      group,
      `${of}: longest frame while scrolling`,
      'ms',
      scrolled.map((frames) => Math.max(...frames)),
      33,
    ),
  ];
}
