// One next step at any moment: each place has exactly one primary button, and all of them mean the same.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tipDone } from '../../src/core/advice/tip-done';
import { findTip } from '../../src/core/advice/tips';
import type { Goal } from '../../src/core/rows/goal';
import type { Snapshot } from '../../src/core/rows/snapshot';
import type { TotalReading } from '../../src/core/rows/total-reading';
import { addDays, mondayOf, type LocalDay } from '../../src/core/score/local-day';
import { loadPanel } from '../../src/panel/load-panel';
import { PanelPage } from '../../src/panel/panel-page';
import { loadPopup } from '../../src/popup/load-popup';
import { PopupPage } from '../../src/popup/popup-page';
import { loadFirst } from '../../src/scorecard/load-first';
import { ScorecardPage } from '../../src/scorecard/scorecard-page';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { takeTip } from '../../src/store/write/answer-tip';
import { writeAction, writeGoal, writePlan } from '../../src/store/write/rows';
import { sampleGoal, sampleHistory, sampleMember, sampleToday } from '../e2e/popup-sample';
import { value } from '../unit/value';
import { sayEnglish } from './say-english';

const { browser, state } = await vi.hoisted(async () => {
  const inMemory = (await import('../unit/in-memory-browser')).inMemoryBrowser();
  const deaf = { addListener: () => undefined, removeListener: () => undefined };
  const runtime = {
    getURL: (path: string) => `extension:/${path}`,
    getManifest: () => ({ version: '1.0.0', content_scripts: [{ matches: ['https://www.linkedin.com/sales/ssi'] }] }),
  };
  const access = { has: true };
  const permissions = { contains: () => Promise.resolve(access.has), onAdded: deaf, onRemoved: deaf };
  return { ...inMemory, access, browser: { ...inMemory.browser, runtime, permissions } };
});
vi.mock('../../src/platform/browser', () => ({ browser }));

vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
vi.stubGlobal('cancelIdleCallback', clearTimeout);
Object.defineProperty(navigator, 'storage', {
  value: {
    persist: () => Promise.resolve(true),
    persisted: () => Promise.resolve(true),
    estimate: () => Promise.resolve({ usage: 0, quota: 1e9 }),
  },
});

const week = mondayOf(sampleToday);
const [wednesday, friday] = [addDays(week, 2), addDays(week, 4)];
const planned = { people: 'people_viewers', insights: 'insights_share' } as const;
const steps = Object.entries(planned) as [keyof typeof planned, string][];
const titleOf = (tip: string) => sayEnglish(`tip_${tip}_title`);

interface Stored {
  readonly history?: readonly Snapshot[];
  readonly goals?: readonly Goal[];
  readonly isPlanned?: boolean;
  /** How many of its actions are done. */
  readonly done?: number;
  readonly taken?: string;
  readonly ended?: boolean;
  readonly totals?: readonly TotalReading[];
}

async function store(stored: Stored, today: LocalDay): Promise<void> {
  const { history = sampleHistory(today), goals = [], isPlanned = false, done = 0, taken, ended = false } = stored;
  const database = value(await openDatabase());
  const transaction = database.connection.transaction(['snapshots', 'members'], 'readwrite');
  for (const snapshot of history) await transaction.objectStore('snapshots').put(snapshot);
  if (history.length > 0 || isPlanned) await transaction.objectStore('members').put({ id: sampleMember, since: 1 });
  await transaction.done;
  for (const goal of goals) value(await writeGoal(database, goal));
  if (isPlanned) value(await writePlan(database, { member: sampleMember, week, minutes: 30, tips: planned }));
  for (const [pillar, id] of steps.slice(0, done)) {
    value(await writeAction(database, tipDone({ id, pillar }, sampleMember, week, 1)));
  }
  if (taken !== undefined) value(await takeTip(taken, sampleMember, 0));
  const at = Date.parse(`${today}T09:20:00Z`);
  if (ended) state.local.set('page-state', { state: 'access-ended', at, accessEndedSince: at });
}

type Place = 'popup' | 'panel' | 'scorecard';

async function open(place: Place, today: LocalDay): Promise<void> {
  const surroundings = {
    language: 'en-GB',
    mirrored: false,
    timeZone: 'UTC',
    say: sayEnglish,
    isOutdated: () => false,
  };
  if (place === 'popup') {
    const first = { loaded: await loadPopup('quarter', today), today };
    render(<PopupPage first={first} {...surroundings} />);
  } else if (place === 'panel') {
    const first = { loaded: await loadPanel(today), today };
    render(<PanelPage first={first} {...surroundings} />);
  } else {
    render(<ScorecardPage first={await loadFirst('UTC')} {...surroundings} />);
  }
}

/** What its primary buttons say. */
const primary = () => [...document.querySelectorAll('.button-primary')].map((button) => button.textContent);
/** The tip in sight. */
const shownTip = () => document.querySelector('.tip-title, .overview-tip-title')?.textContent;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  location.hash = '';
});

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await closeDatabase();
});

const beside = 'Open beside LinkedIn';
const cases: readonly {
  readonly name: string;
  readonly on?: LocalDay;
  readonly stored: Stored;
  /** What the one primary button says in popup, panel and scorecard. */
  readonly says: Readonly<Record<Place, string>>;
  /** The tip that it is about. */
  readonly tip?: string;
}[] = [
  {
    name: 'before the first reading it is to read',
    stored: { history: [] },
    says: { popup: 'Open my SSI page', panel: 'Open my SSI page', scorecard: 'Open my SSI page' },
  },
  {
    name: 'in the first week it is the tip',
    stored: { history: sampleHistory(friday, friday) },
    says: { popup: beside, panel: 'Open on LinkedIn', scorecard: beside },
  },
  {
    name: 'without a plan it is the tip, near the end of the week too',
    on: friday,
    stored: {},
    says: { popup: beside, panel: 'Open on LinkedIn', scorecard: beside },
  },
  {
    name: 'with a plan it is its first action',
    stored: { isPlanned: true },
    says: { popup: beside, panel: 'Open on LinkedIn', scorecard: beside },
    tip: planned.people,
  },
  {
    name: 'with a plan of which the first is done it is the next',
    stored: { isPlanned: true, done: 1 },
    says: { popup: beside, panel: 'Open on LinkedIn', scorecard: beside },
    tip: planned.insights,
  },
  {
    name: 'with a plan and another tip under way it is that tip',
    stored: { isPlanned: true, taken: 'brand_first_post' },
    says: { popup: beside, panel: 'Done', scorecard: beside },
    tip: 'brand_first_post',
  },
  {
    name: 'with all of it done it is rest',
    on: wednesday,
    stored: { isPlanned: true, done: 2 },
    says: { popup: 'See my week', panel: 'See my week', scorecard: 'See my week' },
  },
  {
    name: 'with all of it done near the end of the week it is the next week',
    on: friday,
    stored: { isPlanned: true, done: 2 },
    says: { popup: 'Plan next week', panel: 'Use this plan', scorecard: 'Use this plan' },
  },
  {
    name: 'with a reading that is too old it is to read, but in the panel, where the member is at work',
    stored: { history: sampleHistory(addDays(friday, -12)), isPlanned: true },
    says: { popup: 'Open my SSI page', panel: 'Open on LinkedIn', scorecard: 'Open my SSI page' },
  },
  {
    name: 'with a goal that was just reached it is the next goal',
    stored: { goals: [{ ...sampleGoal, target: 63, reachedOn: friday }], isPlanned: true },
    says: { popup: 'Set goal', panel: 'Set goal', scorecard: 'Set goal' },
    tip: planned.people,
  },
  {
    name: 'where access has ended it is what goes on',
    stored: { ended: true, isPlanned: true },
    says: { popup: 'Open this week’s plan', panel: 'Open on LinkedIn', scorecard: beside },
  },
  {
    name: 'where access has ended before the first reading it is a plan',
    stored: { history: [], ended: true },
    says: { popup: 'Open this week’s plan', panel: 'Make a plan', scorecard: 'Make a plan' },
  },
  {
    name: 'where access has ended before the first reading and there is a plan it is its first action',
    stored: { history: [], ended: true, isPlanned: true },
    says: { popup: 'Open this week’s plan', panel: 'Open on LinkedIn', scorecard: beside },
  },
];

describe.each(['popup', 'panel', 'scorecard'] as const)('the one next step in the %s', (place) => {
  test.each(cases)('$name', async ({ stored, on = friday, says, tip }) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${on}T09:14:00Z`) });
    await store(stored, on);
    await open(place, on);
    await waitFor(() => expect(primary()).toEqual([says[place]]));
    if (tip !== undefined) expect(shownTip()).toBe(titleOf(tip));
    // What comes late takes nothing from it.
    if (place !== 'popup') await waitFor(() => expect(document.querySelector('.plan')).not.toBeNull());
    expect(primary()).toEqual([says[place]]);
  });

  test('is the goal while the member sets one, and the tip again when they do not', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${friday}T09:14:00Z`) });
    await store({ goals: [sampleGoal] }, friday);
    await open(place, friday);
    await waitFor(() => expect(primary()).toHaveLength(1));
    const before = primary();
    expect(before).not.toEqual(['Set goal']);
    fireEvent.click(await screen.findByRole('button', { name: /^Change the goal|^Goal 70/ }));
    await waitFor(() => expect(primary()).toEqual(['Set goal']));
    fireEvent.keyDown(screen.getByRole('button', { name: 'Set goal' }), { key: 'Escape' });
    await waitFor(() => expect(primary()).toEqual(before));
  });

  test('is one more tip for who wants it when all is done', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${wednesday}T09:14:00Z`) });
    await store({ isPlanned: true, done: 2 }, wednesday);
    await open(place, wednesday);
    fireEvent.click(await screen.findByRole('button', { name: 'One more tip' }));
    await waitFor(() => expect(primary()).toEqual([place === 'panel' ? 'Open on LinkedIn' : beside]));
  });
});

test('a notice at the top of the scorecard has the one primary button, and the tip steps back', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${friday}T09:14:00Z`) });
  await store({}, friday);
  state.local.set('page-state', { state: 'signed-out', at: Date.parse(`${friday}T09:20:00Z`) });
  await open('scorecard', friday);
  await screen.findByText('LinkedIn asks you to sign in');
  await waitFor(() => expect(primary()).toEqual(['Open my SSI page']));
  expect(shownTip()).toBeDefined();
});

test('nothing is planned by looking, taking or doing', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${friday}T09:14:00Z`) });
  await store({ taken: findTip('brand_first_post')!.id }, friday);
  await open('scorecard', friday);
  fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
  await screen.findByRole('button', { name: 'Undo' });
  const { plans } = value(await loadPanel(friday));
  expect(plans).toEqual([]);
});
