import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { loadPanel } from '../../src/panel/load-panel';
import { PanelPage } from '../../src/panel/panel-page';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { tipDone } from '../../src/core/advice/tip-done';
import { addDays, mondayOf } from '../../src/core/score/local-day';
import { readActions, readGoals, readOwnChecks, readPlans, readTipChoices } from '../../src/store/read/rows';
import { writeAction, writeGoal, writePlan, writeTipChoice } from '../../src/store/write/rows';
import { tips } from '../../src/core/advice/tips';
import { sampleGoal, sampleHistory, sampleMember, sampleNow, sampleToday } from '../e2e/popup-sample';
import { value } from '../unit/value';
import { sayEnglish } from './say-english';

const { browser, state, tabs } = await vi.hoisted(async () => {
  const inMemory = (await import('../unit/in-memory-browser')).inMemoryBrowser();
  const asked = {
    create: vi.fn(() => Promise.resolve()),
    query: vi.fn<(among: object) => Promise<{ id: number }[]>>(() => Promise.resolve([])),
    sendMessage: vi.fn<() => Promise<boolean>>(() => Promise.resolve(false)),
    update: vi.fn(() => Promise.resolve()),
  };
  const runtime = { getURL: (path: string) => `extension:/${path}` };
  return { ...inMemory, tabs: asked, browser: { ...inMemory.browser, runtime, tabs: asked } };
});
vi.mock('../../src/platform/browser', () => ({ browser }));

async function store(snapshots: readonly Snapshot[]): Promise<void> {
  const { connection } = value(await openDatabase());
  const transaction = connection.transaction(['snapshots', 'members'], 'readwrite');
  for (const snapshot of snapshots) {
    await transaction.objectStore('snapshots').put(snapshot);
    await transaction.objectStore('members').put({ id: snapshot.member, since: 1 });
  }
  await transaction.done;
}

async function open(today = sampleToday): Promise<void> {
  const first = { loaded: await loadPanel(today), today };
  render(
    <PanelPage
      first={first}
      isOutdated={() => false}
      language="en-GB"
      mirrored={false}
      timeZone="UTC"
      say={sayEnglish}
    />,
  );
}

const card = () => within(screen.getByRole('region', { name: 'What to do next' }));
const title = () => card().getByRole('heading').textContent;
const steps = () => card().getAllByRole<HTMLInputElement>('checkbox');
const ticks = () => steps().map(({ checked }) => checked);
const press = (name: string) => fireEvent.click(card().getByRole('button', { name }));
const choices = async () => value(await readTipChoices(value(await openDatabase()), sampleMember));
const actions = async () => value(await readActions(value(await openDatabase()), sampleMember));

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: sampleNow }));

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  vi.clearAllMocks();
  tabs.query.mockResolvedValue([]);
  tabs.sendMessage.mockResolvedValue(false);
  state.local.clear();
  await closeDatabase();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('ssi-scorecard').onsuccess = resolve;
  });
});

describe('the tip in the panel', () => {
  beforeEach(() => store(sampleHistory()));

  test('has its steps, and what is ticked outlives the panel', async () => {
    await open();
    const first = title();
    expect(steps().length).toBeGreaterThan(1);
    fireEvent.click(steps()[1]!);
    await waitFor(async () => expect(await choices()).toMatchObject([{ choice: 'taken', ticked: 2 }]));
    cleanup();
    await open();
    expect(title()).toBe(first);
    expect(ticks().slice(0, 2)).toEqual([false, true]);
  });

  test('keeps every one of quick clicks', async () => {
    await open();
    for (const step of steps()) fireEvent.click(step);
    expect(ticks()).not.toContain(false);
    const all = 2 ** steps().length - 1;
    await waitFor(async () => expect(await choices()).toMatchObject([{ ticked: all }]));
    fireEvent.click(steps()[0]!);
    await waitFor(async () => expect(await choices()).toMatchObject([{ ticked: all - 1 }]));
  });

  test('makes Done the first button once it is opened or a step is ticked', async () => {
    await open();
    const primary = () => document.querySelector('.tip .button-primary')?.textContent;
    expect(primary()).toBe('Open on LinkedIn');
    fireEvent.click(steps()[0]!);
    await waitFor(() => expect(primary()).toBe('Done'));
  });

  test('is done in the journal, with the day on which to look; undone it is back with its ticks', async () => {
    await open();
    const first = title();
    fireEvent.click(steps()[0]!);
    press('Done');
    expect(await screen.findByText('Done. On 30 Oct you’ll see what followed.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Undo');
    await waitFor(async () => expect(await actions()).toHaveLength(1));
    press('Undo');
    await waitFor(() => expect(title()).toBe(first));
    expect(await actions()).toEqual([]);
    expect(ticks()[0]).toBe(true);
    expect(document.activeElement?.textContent).toBe(first);
  });

  test('gives way to the next only when the member goes on', async () => {
    await open();
    const first = title();
    press('Done');
    await screen.findByText(/what followed/);
    press('Next');
    await waitFor(() => expect(title()).not.toBe(first));
    expect(document.activeElement?.textContent).toBe(title());
    expect(await actions()).toHaveLength(1);
  });

  test('is another for a week at "Another", and never again at "Not for me", which can be undone', async () => {
    await open();
    const first = title();
    press('Another');
    await waitFor(() => expect(title()).not.toBe(first));
    expect(await choices()).toMatchObject([{ choice: 'later', until: '2026-10-23' }]);
    const second = title();
    press('Not for me');
    await screen.findByText('You won’t see this tip again.');
    press('Undo');
    await waitFor(() => expect(title()).toBe(second));
    expect((await choices()).map(({ choice }) => choice)).toEqual(['later']);
  });

  test('is the one that was taken elsewhere, at once', async () => {
    await open();
    const database = value(await openDatabase());
    const taken = { member: sampleMember, tip: 'insights_comments', choice: 'taken', takenAt: 5, ticked: 1 } as const;
    value(await writeTipChoice(database, taken));
    await waitFor(() => expect(card().getByText('Tip for Insights')).toBeTruthy());
    expect(ticks()[0]).toBe(true);
  });

  test('opens in a new tab, and in the tab beside where that has the SSI page', async () => {
    await open();
    press('Open on LinkedIn');
    await waitFor(() => expect(tabs.create).toHaveBeenCalledTimes(1));
    expect(tabs.query).toHaveBeenCalledWith({ active: true, currentWindow: true });
    expect(await choices()).toMatchObject([{ choice: 'taken' }]);
    tabs.query.mockResolvedValue([{ id: 7 }]);
    tabs.sendMessage.mockResolvedValue(true);
    press('Open on LinkedIn');
    await waitFor(() => expect(tabs.update).toHaveBeenCalledTimes(1));
    expect(tabs.update).toHaveBeenCalledWith(7, {
      url: expect.stringMatching(/^https:\/\/www\.linkedin\.com\//) as string,
    });
    expect(tabs.create).toHaveBeenCalledTimes(1);
  });

  test('says what went wrong, and is as it was', async () => {
    await open();
    const { connection } = value(await openDatabase());
    vi.spyOn(connection, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    fireEvent.click(steps()[0]!);
    expect((await card().findByRole('alert')).textContent).toContain('disk is full');
    await waitFor(() => expect(ticks()).not.toContain(true));
    expect(await choices()).toEqual([]);
  });

  test('with nothing left leads to all tips', async () => {
    const database = value(await openDatabase());
    for (const { id } of tips)
      value(await writeTipChoice(database, { member: sampleMember, tip: id, choice: 'dismissed' }));
    await open();
    press('See all tips');
    await waitFor(() => expect(tabs.create).toHaveBeenCalledWith({ url: 'extension:/scorecard/index.html#tips' }));
  });
});

describe('the score below it', () => {
  test('says how it stands', async () => {
    await store(sampleHistory());
    await open();
    const strip = document.querySelector('.strip')!;
    expect(strip.textContent).toContain('vs 7 days ago');
    expect(strip.textContent).toContain('Updated today, 09:14');
  });

  test('where the last visit gave none is the last reading, and the tip stays', async () => {
    await store(sampleHistory());
    state.local.set('page-state', { state: 'access-ended', at: sampleNow });
    await open();
    const strip = document.querySelector('.strip')!;
    expect(strip.textContent).toMatch(/Last reading, Fri,? 16 Oct/);
    expect(strip.textContent).not.toContain('vs 7 days ago');
    expect(steps().length).toBeGreaterThan(0);
  });

  test('before the first reading asks for it', async () => {
    await open();
    expect(screen.getByRole('button', { name: 'Open my SSI page' })).toBeTruthy();
    expect(document.querySelector('.strip')).toBeNull();
  });
});

describe('the week in the panel', () => {
  beforeEach(() => store(sampleHistory()));

  test('stands below the tip: a plan is kept, a row of it becomes the tip, and a tick stands in the journal', async () => {
    await open();
    const plan = await screen.findByRole('region', { name: 'A plan for this week?' });
    fireEvent.click(within(plan).getByRole('button', { name: 'Make a plan' }));
    fireEvent.click(within(plan).getByRole('radio', { name: '60 min' }));
    fireEvent.click(within(plan).getByRole('button', { name: 'Use this plan' }));
    await screen.findByText('0 of 4 done');
    const rows = () => within(screen.getByRole('region', { name: 'This week' })).getAllByRole('listitem');
    const last = rows().at(-1)!;
    const wanted = within(last).getByRole('checkbox').getAttribute('aria-label');
    fireEvent.click(within(last).getByRole('button'));
    await waitFor(() => expect(title()).toBe(wanted));
    await waitFor(() => expect(rows().at(-1)!.textContent).toContain('in progress'));
    fireEvent.click(within(rows()[0]!).getByRole('checkbox'));
    await screen.findByText('1 of 4 done');
    expect(await actions()).toMatchObject([{ kind: 'tip', day: sampleToday }]);
    expect(screen.getByRole('region', { name: 'Week in review' }).textContent).toContain('What changed');
  });
});

describe('a week of which all is done', () => {
  const week = mondayOf(sampleToday);
  const planned = { people: 'people_viewers', insights: 'insights_share' } as const;
  const done = (pillar: keyof typeof planned) => tipDone({ id: planned[pillar], pillar }, sampleMember, sampleToday, 1);
  const region = (name: string) => screen.findByRole('region', { name });

  beforeEach(async () => {
    await store(sampleHistory());
    const database = value(await openDatabase());
    value(await writePlan(database, { member: sampleMember, week, minutes: 30, tips: planned }));
    value(await writeAction(database, done('people')));
  });

  /** Near its end the next week comes first. */
  const planNext = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Use this plan' }));
    return screen.findByRole('button', { name: 'See my week' });
  };

  test('says so in place of a tip, with what it took; the next week can be planned, and "See my week" leads to the review', async () => {
    const database = value(await openDatabase());
    value(await writeAction(database, done('insights')));
    await open();
    const told = await region('Your week is done');
    expect(told.textContent).toContain('2 actions, ');
    expect(told.textContent).toContain('it may take weeks.');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This week');
    expect(screen.queryByRole('region', { name: 'What to do next' })).toBeNull();
    await region('2 of 2 done');
    // Not said twice.
    expect(screen.getAllByText('Your week is done')).toHaveLength(1);

    const review = await region('Week in review');
    expect(review.textContent).not.toContain('Next week');
    fireEvent.click(within(review).getByRole('button', { name: 'Previous week' }));
    const seeWeek = await planNext();
    expect(value(await readPlans(database, sampleMember)).map((plan) => plan.week)).toEqual([week, addDays(week, 7)]);
    fireEvent.click(seeWeek);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Week in review'));
  });

  test('has one more tip for who wants it, and is done again after that', async () => {
    const database = value(await openDatabase());
    value(await writeAction(database, done('insights')));
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'One more tip' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe(title()));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your current tip');
    press('Done');
    fireEvent.click(await screen.findByRole('button', { name: 'Next' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Your week is done'));
    expect(await actions()).toHaveLength(3);
  });

  test('is shown at "See my week" also before its Sunday without a reading', async () => {
    const database = value(await openDatabase());
    value(await writeAction(database, done('insights')));
    await database.connection.clear('snapshots');
    await open();
    await region('2 of 2 done');
    expect(screen.queryByRole('region', { name: 'Week in review' })).toBeNull();
    fireEvent.click(await planNext());
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Week in review'));
  });

  test('gives way to the tip that the member has taken since', async () => {
    const database = value(await openDatabase());
    value(await writeAction(database, done('insights')));
    const taken = { member: sampleMember, tip: 'brand_post', choice: 'taken', takenAt: sampleNow, ticked: 0 } as const;
    const { id } = tips.find(({ pillar }) => pillar === 'brand')!;
    value(await writeTipChoice(database, { ...taken, tip: id }));
    await open();
    expect(card().getByText('Tip for Professional brand')).toBeTruthy();
    await region('Your week is done');
  });

  test('is not said of a plan that is not finished, nor that anything was missed', async () => {
    await open();
    await screen.findByText('1 of 2 done');
    expect(card().getByRole('heading')).toBeTruthy();
    expect(screen.queryByText('Your week is done')).toBeNull();
    expect(document.body.textContent).not.toMatch(/missed|failed|lost/i);
    cleanup();
    // The next Monday begins anew.
    const today = addDays(week, 7);
    vi.setSystemTime(Date.parse(`${today}T09:00:00Z`));
    await open(today);
    await region('A plan for this week?');
    expect(document.body.textContent).not.toMatch(/missed|failed|lost/i);
  });

  test('promises no reading where access has ended', async () => {
    const database = value(await openDatabase());
    value(await writeAction(database, done('insights')));
    state.local.set('page-state', { state: 'access-ended', at: sampleNow, accessEndedSince: sampleNow });
    await open();
    const told = await region('Your week is done');
    expect(told.textContent).toContain('Next week starts fresh.');
    expect(told.textContent).not.toContain('readings');
  });
});

describe('when the score is looked at next', () => {
  const strip = () => document.querySelector('.strip')!.textContent;

  test('is the day of the reminder', async () => {
    await store(sampleHistory());
    await open();
    expect(strip()).toMatch(/Next: Fri,? 23 Oct/);
  });

  test('is left out where nothing tells, where the reading is too old, and where no score is to come', async () => {
    await store(sampleHistory());
    state.local.set('settings', { reminder: { rhythm: 'off' } });
    await open();
    expect(strip()).not.toContain('Next');
    cleanup();
    state.local.clear();
    state.local.set('page-state', { state: 'access-ended', at: sampleNow, accessEndedSince: sampleNow });
    await open();
    expect(strip()).not.toContain('Next');
  });
});

describe('the goal in the panel', () => {
  const goal = () => within(screen.getByRole('region', { name: 'Goal' }));
  const goals = async () => value(await readGoals(value(await openDatabase()), sampleMember));

  test('is set by keyboard alone, and taken back', async () => {
    await store(sampleHistory());
    await open();
    fireEvent.click(goal().getByRole('button', { name: 'Set a goal' }));
    const chip = await goal().findByRole('radio', { checked: true });
    expect(document.activeElement).toBe(chip);
    const stepper = goal().getByRole('spinbutton');
    const before = Number(stepper.getAttribute('aria-valuenow'));
    fireEvent.keyDown(stepper, { key: 'ArrowUp' });
    fireEvent.keyDown(stepper, { key: 'Enter' });
    await goal().findByText(`Goal ${before + 1} is set.`);
    expect(await goals()).toMatchObject([{ of: 'total', target: before + 1 }]);
    expect(document.activeElement?.textContent).toBe('Undo');
    fireEvent.click(goal().getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await goals()).toEqual([]));
  });

  test('on the way is changed, and Escape leaves it', async () => {
    await store(sampleHistory());
    value(await writeGoal(value(await openDatabase()), sampleGoal));
    await open();
    const change = () => fireEvent.click(goal().getByRole('button', { name: /Change goal/ }));
    change();
    fireEvent.keyDown(await goal().findByRole('spinbutton'), { key: 'Escape' });
    await waitFor(() => expect(goal().queryByRole('spinbutton')).toBeNull());
    change();
    fireEvent.keyDown(await goal().findByRole('spinbutton'), { key: 'PageUp' });
    fireEvent.keyDown(goal().getByRole('spinbutton'), { key: 'Enter' });
    await waitFor(async () => expect(await goals()).toMatchObject([{ id: sampleGoal.id, target: 75 }]));
  });

  test('that was reached today is said once, with the next one', async () => {
    await store(sampleHistory());
    const reached = { ...sampleGoal, target: 63, reachedOn: sampleToday };
    value(await writeGoal(value(await openDatabase()), reached));
    await open();
    expect((await goal().findByRole('status')).textContent).toMatch(/^Goal 63 reached in /);
    expect(goal().getAllByRole('radio').length).toBeGreaterThan(1);
    fireEvent.click(goal().getByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(goal().queryAllByRole('radio')).toEqual([]));
    cleanup();
    await open();
    await screen.findByRole('region', { name: 'Week in review' });
    expect(goal().queryAllByRole('radio')).toEqual([]);
  });

  test('rests while access has ended', async () => {
    await store(sampleHistory());
    value(await writeGoal(value(await openDatabase()), sampleGoal));
    state.local.set('page-state', { state: 'access-ended', at: sampleNow, accessEndedSince: sampleNow });
    await open();
    await screen.findByRole('region', { name: 'Week in review' });
    expect(screen.queryByRole('region', { name: 'Goal' })).toBeNull();
  });
});

describe('who has no profile yet', () => {
  const unknown = async () => {
    const database = value(await openDatabase());
    return {
      plans: value(await readPlans(database, 'unknown')),
      checks: value(await readOwnChecks(database, 'unknown')),
    };
  };

  test('makes a plan, takes one of its tips, does it, and has a week and a journal of it', async () => {
    await open();
    const plan = await screen.findByRole('region', { name: 'A plan for this week?' });
    expect(screen.getByText('Your score goes here')).toBeTruthy();
    fireEvent.click(within(plan).getByRole('button', { name: 'Make a plan' }));
    fireEvent.click(within(plan).getByRole('button', { name: 'Use this plan' }));
    await screen.findByText(/^0 of \d done$/);
    expect((await unknown()).plans).toHaveLength(1);

    const rows = () => within(screen.getByRole('region', { name: 'This week' })).getAllByRole('listitem');
    const wanted = within(rows()[0]!).getByRole('checkbox').getAttribute('aria-label');
    fireEvent.click(within(rows()[0]!).getByRole('button'));
    await waitFor(() => expect(title()).toBe(wanted));
    fireEvent.click(within(rows()[0]!).getByRole('checkbox'));
    await screen.findByText(/^1 of \d done$/);
    expect(document.querySelector('.strip')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    cleanup();
    const sunday = addDays(mondayOf(sampleToday), 6);
    vi.setSystemTime(Date.parse(`${sunday}T09:00:00Z`));
    await open(sunday);
    const review = await screen.findByRole('region', { name: 'Week in review' });
    expect(review.textContent).toContain('What you did still counts.');
    // It stands with the plan above, and not twice.
    expect(screen.getAllByText(wanted!)).toHaveLength(1);
  });

  test('and to whom LinkedIn shows no score has the own check too, which begins a profile, unless it is hidden', async () => {
    state.local.set('page-state', { state: 'access-ended', at: sampleNow, accessEndedSince: sampleNow });
    await open();
    const check = await screen.findByRole('region', { name: 'Your self-check' });
    expect(screen.queryByText('Your score goes here')).toBeNull();
    fireEvent.click(within(check).getByRole('checkbox', { name: 'Posted one useful thing' }));
    await waitFor(async () => expect((await unknown()).checks).toMatchObject([{ ticks: { brand_post: 1 } }]));
    cleanup();
    state.local.set('settings', { ownCheck: 'hidden' });
    await open();
    await screen.findByRole('region', { name: 'A plan for this week?' });
    expect(screen.queryByRole('region', { name: 'Your self-check' })).toBeNull();
  });
});
