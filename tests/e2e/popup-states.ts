import type { Page } from '@playwright/test';
import type { Action } from '../../src/core/rows/action';
import type { Goal } from '../../src/core/rows/goal';
import type { Member } from '../../src/core/rows/member';
import { habits, type Habit } from '../../src/core/rows/habit';
import type { OwnCheck } from '../../src/core/rows/own-check';
import type { Plan } from '../../src/core/rows/plan';
import type { Snapshot } from '../../src/core/rows/snapshot';
import type { TipChoice } from '../../src/core/rows/tip-choice';
import type { TotalReading } from '../../src/core/rows/total-reading';
import { daysBetween, type LocalDay } from '../../src/core/score/local-day';
import { totalOf, type Pillar } from '../../src/core/score/pillar';
import type { SeenSet } from '../../src/core/score/seen-set';
import type { AskedSets } from '../../src/store/read/asked-sets';
import {
  sampleActions,
  sampleGoal,
  sampleHistory,
  sampleMember,
  sampleNow,
  sampleReading,
  sampleToday,
} from './popup-sample';

/** What is stored when the popup is opened. */
export interface Stored {
  readonly snapshots: readonly Snapshot[];
  readonly totals?: readonly TotalReading[];
  readonly members?: readonly Member[];
  readonly actions?: readonly Action[];
  readonly choices?: readonly TipChoice[];
  readonly goals?: readonly Goal[];
  readonly plans?: readonly Plan[];
  readonly checks?: readonly OwnCheck[];
  readonly keptAside?: readonly Snapshot[];
  /** Keys of `storage.local`. */
  readonly local?: Readonly<Record<string, unknown>>;
  /** Keys of `storage.session`. */
  readonly session?: Readonly<Record<string, unknown>>;
}

/** Three sets of numbers on a page, as in the design's picture: the member's own is the second. */
export const seenSets: readonly SeenSet[] = [
  { heading: 'Average of your industry', ...seen(12.4, 12, 9.3, 13.1), why: 'group' },
  { heading: '', ...seen(17.6, 11.2, 14.9, 19.3), why: 'undecided' },
  { heading: 'Your score last week', ...seen(14.8, 11.9, 12.6, 16.1), why: 'undecided' },
];

function seen(brand: number, people: number, insights: number, relationships: number) {
  const scores = { brand, people, insights, relationships };
  return {
    ...{ labels: ['', '', '', ''], shownTotal: Math.round(totalOf(scores)), scores, decimals: 1 },
    ...{ rank: { industry: 8, network: 13 }, fingerprint: String(brand * 10) },
  };
}

const troubled = (state: string, report?: object): Stored => ({
  snapshots: sampleHistory('2026-10-15'),
  local: { 'page-state': { state, at: sampleNow, ...(report && { report }) } },
});

/** A history of which a file, and the member's own typing, told the totals and nothing else. */
export const totalsAlone: Stored = {
  snapshots: [],
  totals: sampleHistory(sampleToday, '2026-07-18')
    .filter(({ day }) => daysBetween(day, sampleToday) % 7 === 0)
    .map(({ member, day, readAt, total, rank }) => ({
      ...{ member, day, readAt, rank },
      source: day < '2026-09-01' ? 'import' : 'by-hand',
      total: Math.round(total),
      average: {},
    })),
};

/** Averages that let the four pillars' marks stand apart, as in the design's picture of the scorecard. */
const averagesOfPictures: Snapshot['average'] = {
  industry: { total: 47, scores: { brand: 12.4, people: 12, insights: 9.3, relationships: 13.1 } },
  network: { total: 55, scores: { brand: 14.8, people: 11.9, insights: 12.6, relationships: 16.1 } },
};

const notesOfPictures: Readonly<Record<string, string>> = {
  '2026-08-26': 'Tried three search filters',
  '2026-09-03': 'Viewed ten profiles at target accounts',
  '2026-09-10': 'Rewrote the headline and About section',
  '2026-09-22': 'Shared an article with an opinion',
  '2026-09-29': 'Commented on three customer posts',
  '2026-10-07': 'Sent five personal invitations',
  '2026-10-12': 'Wrote a post about a customer call',
};

/** What the pictures of the scorecard show: the design's journal and goals, and a copy that was exported not long ago. */
export const scorecardOfPictures: Stored = {
  snapshots: sampleHistory().map((reading) => ({ ...reading, average: averagesOfPictures })),
  actions: sampleActions.map((action) =>
    action.kind === 'note' ? { ...action, text: notesOfPictures[action.day] ?? action.text } : action,
  ),
  goals: [
    sampleGoal,
    { ...sampleGoal, id: 'goal-2', of: 'people', target: 13, from: 10.5, setOn: '2026-09-20' },
    { ...sampleGoal, id: 'goal-3', target: 60, from: 54, setOn: '2026-08-20' },
  ],
  local: {
    'last-export': sampleNow - 20 * 86_400_000,
    // Never unpacked for this.
    'automatic-copy': '',
    'automatic-copy-about': { madeAt: sampleNow - 2 * 86_400_000, days: sampleHistory().length },
  },
};

const doneOf = (day: LocalDay, pillar: Pillar, tip: string): Action => ({
  kind: 'tip',
  id: `tip-${tip}`,
  member: sampleMember,
  day,
  pillar,
  recordedAt: Date.parse(`${day}T10:00:00Z`),
  tip,
});

const checkOf = (week: LocalDay, ticked: readonly Habit[]): OwnCheck => ({
  member: sampleMember,
  week,
  ticks: Object.fromEntries(ticked.map((habit) => [habit, 1])),
  changedAt: sampleNow,
});

/** The week of the design's pictures: a tip under way that is one of three planned, one of them done on Tuesday; a year of weeks with a reading. */
export const weekOfPictures: Stored = {
  ...scorecardOfPictures,
  actions: [...(scorecardOfPictures.actions ?? []), doneOf('2026-10-13', 'insights', 'insights_comments')],
  choices: [{ member: sampleMember, tip: 'people_best_client', choice: 'taken', takenAt: sampleNow, ticked: 0b011 }],
  plans: [
    {
      member: sampleMember,
      week: '2026-10-12',
      minutes: 30,
      tips: { people: 'people_best_client', insights: 'insights_comments', relationships: 'relationships_note' },
    },
  ],
};

/** The same week at its end: all three done. */
export const weekDone: Stored = {
  ...weekOfPictures,
  choices: [],
  actions: [
    ...(weekOfPictures.actions ?? []),
    doneOf('2026-10-15', 'people', 'people_best_client'),
    doneOf('2026-10-16', 'relationships', 'relationships_note'),
  ],
};

/** The same week without a score since Friday a week ago: with the own check of three weeks. */
export const weekWithoutScore: Stored = {
  ...weekOfPictures,
  snapshots: weekOfPictures.snapshots.filter(({ day }) => day <= '2026-10-09'),
  checks: [
    checkOf('2026-09-28', ['insights_comment', 'people_search']),
    checkOf('2026-10-05', ['brand_profile', 'insights_comment', 'people_search', 'relationships_invite']),
    checkOf('2026-10-12', [
      ...habits.insights,
      'brand_profile',
      'people_search',
      'people_profiles',
      'relationships_invite',
    ]),
  ],
  local: {
    ...scorecardOfPictures.local,
    'page-state': { state: 'access-ended', at: sampleNow, accessEndedSince: sampleNow },
  },
};

/** Every state of the popup, by the name of its picture. */
export const popupStates = {
  rest: { snapshots: sampleHistory(), actions: sampleActions, goals: [sampleGoal] },
  'tip-open': {
    snapshots: sampleHistory(),
    actions: sampleActions,
    goals: [sampleGoal],
    choices: [{ member: sampleMember, tip: 'people_best_client', choice: 'taken', takenAt: sampleNow, ticked: 0b001 }],
  },
  empty: { snapshots: [] },
  first: { snapshots: [sampleReading(sampleToday)] },
  young: { snapshots: sampleHistory(sampleToday, '2026-10-13') },
  stale: {
    snapshots: sampleHistory('2026-10-04'),
    actions: sampleActions.filter(({ day }) => day <= '2026-10-04'),
    goals: [sampleGoal],
  },
  'not-recognised': troubled('not-recognised', { checks: ['bars: none found'], skeleton: 'main > div.x' }),
  'which-set': {
    ...troubled('not-recognised', { checks: ['set 1 of 3: group'], skeleton: 'main > div.x' }),
    session: { 'asked-sets': { visit: '', at: sampleNow, member: sampleMember, sets: seenSets } satisfies AskedSets },
  },
  'signed-out': troubled('signed-out'),
  'contract-chooser': troubled('contract-chooser'),
  'access-ended': weekWithoutScore,
  'kept-aside': {
    snapshots: sampleHistory('2026-10-15'),
    goals: [sampleGoal],
    keptAside: [
      sampleReading(sampleToday, { shownTotal: 24, scores: { brand: 9, people: 4, insights: 3, relationships: 8 } }),
    ],
  },
  'storage-full': {
    snapshots: sampleHistory('2026-10-15'),
    goals: [sampleGoal],
    local: { 'pending-readings': [sampleReading(sampleToday)] },
  },
  'named-later': {
    snapshots: [...sampleHistory('2026-10-10'), sampleReading(sampleToday, { member: 'a1' })],
    members: [
      { id: sampleMember, since: 1 },
      { id: 'a1', since: 2 },
    ],
  },
  'lost-history': {
    snapshots: [],
    // Never unpacked for this; a copy that is missing would be forgotten when the worker starts.
    local: { 'automatic-copy': '', 'automatic-copy-about': { madeAt: sampleNow, days: 276 } },
  },
  profiles: {
    snapshots: [...sampleHistory(), sampleReading(sampleToday, { member: 'unknown-2' })],
    members: [
      { id: sampleMember, since: 1, name: 'Anna' },
      { id: 'unknown-2', since: 2 },
    ],
    goals: [sampleGoal],
    local: { 'selected-member': sampleMember },
  },
} satisfies Record<string, Stored>;

type PopupState = keyof typeof popupStates;

/** One of each kind of view. */
const inGate: readonly string[] = ['rest', 'tip-open', 'first', 'empty', 'access-ended', 'which-set'];

/** The names of all of them; `npm test` looks at those that are not `long`. */
export const popupStateCases = (Object.keys(popupStates) as PopupState[]).map((name) => ({
  name,
  ...(!inGate.includes(name) && { long: true as const }),
}));

/** Stores what is to be shown, in place of all that was stored, and opens the popup in `page`, which is one of the extension's own. */
export async function showPopup(page: Page, stored: Stored): Promise<void> {
  await page.evaluate(putStored, JSON.stringify(stored));
  await page.reload();
  await page.locator('.head').waitFor();
}

/**
 * Puts a whole store in the place of what is there. `text` is a `Stored` as JSON: objects the runner would take apart one by one. Runs inside the browser
 * and must stand alone.
 */
export async function putStored(text: string): Promise<void> {
  const { snapshots, totals, members, actions, choices, goals, plans, checks, keptAside, local, session } = JSON.parse(
    text,
  ) as Stored;
  await chrome.storage.session.clear();
  if (session) await chrome.storage.session.set(session);
  await chrome.storage.local.clear();
  // The ring was drawn before: nothing moves in a picture. And nobody is told any more that the readings are in one place alone.
  const latest = snapshots.at(-1) ?? totals?.at(-1);
  const before = { 'one-place-told': true, ...(latest && { 'drawn-reading': latest.readAt }) };
  await chrome.storage.local.set({ ...before, ...local });
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const database = opening.result;
      const rows: Record<string, readonly unknown[] | undefined> = {
        snapshots,
        totals,
        'deleted-days': [],
        members: members ?? (latest ? [{ id: latest.member, since: 1 }] : []),
        // As the store leaves them: what the member makes knows when it was changed.
        actions: actions?.map((row) => ({ changedAt: row.recordedAt, ...row })),
        'tip-choices': choices?.map((row) => ({ changedAt: 1, ...row })),
        goals: goals?.map((row) => ({ changedAt: 1, ...row })),
        plans: plans?.map((row) => ({ changedAt: 1, ...row })),
        'own-checks': checks,
        'kept-aside': keptAside,
      };
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names, 'readwrite');
      for (const name of names) {
        transaction.objectStore(name).clear();
        for (const row of rows[name] ?? []) transaction.objectStore(name).put(row);
      }
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
      transaction.onerror = () => reject(transaction.error ?? new Error('Nothing was stored.'));
    };
  });
}
