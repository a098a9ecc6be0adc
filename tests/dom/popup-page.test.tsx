import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { loadPopup } from '../../src/popup/load-popup';
import { PopupPage } from '../../src/popup/popup-page';
import { readActions, readGoals, readTipChoices } from '../../src/store/read/rows';
import { writeAction, writeGoal, writeTipChoice } from '../../src/store/write/rows';
import { isLive } from '../../src/core/rows/tombstone';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { announceChange } from '../../src/store/announce-change';
import {
  sampleActions,
  sampleGoal,
  sampleHistory,
  sampleMember,
  sampleNow,
  sampleReading,
  sampleToday,
} from '../e2e/popup-sample';
import { value } from '../unit/value';
import { patience } from './patient-queries';
import { sayEnglish } from './say-english';

const fake = vi.hoisted(() => ({
  local: new Map<string, unknown>(),
  tabs: { create: vi.fn(), query: vi.fn(), sendMessage: vi.fn(), update: vi.fn(), reload: vi.fn() },
  windows: { update: vi.fn(), WINDOW_ID_CURRENT: -2 },
  sidePanel: { open: vi.fn<(where: object) => Promise<void>>(() => Promise.resolve()) },
  changed: new Set<(changes: Record<string, unknown>) => void>(),
  siteAccess: { allowed: true, listeners: new Set<() => void>(), asked: [] as unknown[] },
}));

vi.mock('../../src/platform/browser', () => ({
  browser: {
    runtime: {
      getURL: (path: string) => `extension:/${path}`,
      getManifest: () => ({ content_scripts: [{ matches: ['https://www.linkedin.com/sales/ssi'] }] }),
    },
    permissions: {
      contains: () => Promise.resolve(fake.siteAccess.allowed),
      request: (wanted: unknown) => {
        fake.siteAccess.asked.push(wanted);
        fake.siteAccess.allowed = true;
        for (const listener of fake.siteAccess.listeners) listener();
        return Promise.resolve(true);
      },
      onAdded: {
        addListener: (listener: () => void) => fake.siteAccess.listeners.add(listener),
        removeListener: (listener: () => void) => fake.siteAccess.listeners.delete(listener),
      },
      onRemoved: { addListener: () => undefined, removeListener: () => undefined },
    },
    tabs: fake.tabs,
    windows: fake.windows,
    sidePanel: fake.sidePanel,
    storage: {
      session: { get: () => Promise.resolve({}), set: () => Promise.resolve() },
      managed: {
        get: () => Promise.resolve({}),
        onChanged: { addListener: () => undefined, removeListener: () => undefined },
      },
      local: {
        get: (keys: string[]) =>
          Promise.resolve(Object.fromEntries([...fake.local].filter(([name]) => keys.includes(name)))),
        set: (entries: Record<string, unknown>) => {
          for (const [key, entry] of Object.entries(entries)) fake.local.set(key, entry);
          for (const listener of fake.changed) listener(entries);
          return Promise.resolve();
        },
        onChanged: {
          addListener: (listener: (changes: Record<string, unknown>) => void) => fake.changed.add(listener),
          removeListener: (listener: (changes: Record<string, unknown>) => void) => fake.changed.delete(listener),
        },
      },
    },
  },
}));

// Effects that still run after a test need them, too, so they stay.
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
vi.stubGlobal('cancelIdleCallback', clearTimeout);

async function store(snapshots: readonly Snapshot[]): Promise<void> {
  const { connection } = value(await openDatabase());
  const transaction = connection.transaction(['snapshots', 'members'], 'readwrite');
  for (const snapshot of snapshots) {
    await transaction.objectStore('snapshots').put(snapshot);
    await transaction.objectStore('members').put({ id: snapshot.member, since: 1 });
  }
  await transaction.done;
}

async function storeSample(): Promise<void> {
  await store(sampleHistory());
  const database = value(await openDatabase());
  value(await writeGoal(database, sampleGoal));
  for (const action of sampleActions) value(await writeAction(database, action));
}

async function open() {
  const first = { loaded: await loadPopup('quarter', sampleToday), today: sampleToday };
  return render(
    <PopupPage
      first={first}
      isOutdated={() => false}
      language="en-GB"
      mirrored={false}
      timeZone="UTC"
      say={sayEnglish}
    />,
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: sampleNow });
  vi.spyOn(window, 'close').mockImplementation(() => undefined);
  fake.tabs.query.mockResolvedValue([]);
});

afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const mock of [...Object.values(fake.tabs), fake.windows.update]) mock.mockReset();
  fake.sidePanel.open.mockClear();
  fake.local.clear();
  fake.siteAccess.allowed = true;
  await closeDatabase();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('ssi-scorecard').onsuccess = resolve;
  });
});

describe('the popup', () => {
  it('invites to the SSI page before the first reading, with the first focus on it', async () => {
    await open();
    const button = await screen.findByRole('button', { name: 'Open my SSI page' });
    expect(screen.getByText('Your score goes here')).toBeTruthy();
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    await waitFor(() => expect(fake.tabs.create).toHaveBeenCalledWith({ url: 'https://www.linkedin.com/sales/ssi' }));
  });

  it('asks for access to the page where it was taken back, in the click itself, and goes on once it is given', async () => {
    await storeSample();
    fake.siteAccess.allowed = false;
    await open();
    expect(screen.getByText('SSI Scorecard isn’t allowed to read LinkedIn’s page')).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Allow it again' });
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    // Browsers refuse to ask after the click is over.
    expect(fake.siteAccess.asked).toEqual([{ origins: ['https://www.linkedin.com/sales/ssi'] }]);
    await waitFor(() => expect(screen.queryByText('SSI Scorecard isn’t allowed to read LinkedIn’s page')).toBeNull());
    expect(screen.getByText('Updated today, 09:14')).toBeTruthy();
  });

  it('brings an open SSI page to the front instead of opening another', async () => {
    fake.tabs.query.mockResolvedValue([
      { id: 1, windowId: 7 },
      { id: 2, windowId: 8 },
    ]);
    fake.tabs.sendMessage.mockImplementation((id: number) =>
      id === 2 ? Promise.resolve(true) : Promise.reject(new Error('Could not establish connection')),
    );
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Open my SSI page' }));
    await waitFor(() => expect(fake.tabs.reload).toHaveBeenCalledWith(2));
    expect(fake.tabs.update).toHaveBeenCalledWith(2, { active: true });
    expect(fake.windows.update).toHaveBeenCalledWith(8, { focused: true });
    expect(fake.tabs.create).not.toHaveBeenCalled();
  });

  it('shows a reading that arrives while it is open', async () => {
    await open();
    await screen.findByText('Your score goes here');
    await store([sampleReading(sampleToday)]);
    announceChange();
    expect(await screen.findByText('Your starting point')).toBeTruthy();
  });

  it('shows at once that LinkedIn asks to sign in', async () => {
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    const at = sampleNow + 1000;
    fake.local.set('page-state', { state: 'signed-out', at });
    for (const listener of fake.changed) listener({ 'page-state': {} });
    expect(await screen.findByText('LinkedIn asks you to sign in')).toBeTruthy();
  });

  it('moves the ring for a new reading and never again for the same', async () => {
    await storeSample();
    const first = await open();
    await waitFor(() => expect(first.container.querySelector('.ring-drawn')).toBeTruthy());
    cleanup();
    const second = await open();
    await screen.findByText('vs 7 days ago');
    expect(second.container.querySelector('.ring-drawn')).toBeNull();
  });

  it('takes the theme the member chose', async () => {
    fake.local.set('settings', { theme: 'dark' });
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});

describe('a reading that waits for room', () => {
  it('is told, and that nothing is lost', async () => {
    fake.local.set('pending-readings', [sampleReading(sampleToday)]);
    await storeSample();
    await open();
    expect(await screen.findByText(/^Your disk is full, so .* none is lost\.$/)).toBeTruthy();
  });
});

describe('the tip', () => {
  const card = () => screen.getByRole('region', { name: 'What to do next' });
  const title = () => within(card()).getByRole('heading').textContent;

  it('is marked as done on the chart, and undone within six seconds', async () => {
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    const before = title();
    fireEvent.click(within(card()).getByRole('button', { name: 'Done' }));
    expect(await screen.findByText('Done. On 30 Oct you’ll see what followed.')).toBeTruthy();
    const database = value(await openDatabase());
    await waitFor(async () => expect(value(await readActions(database, sampleMember))).toHaveLength(8));
    const undo = within(card()).getByRole('button', { name: 'Undo' });
    expect(document.activeElement?.textContent).not.toBe('Done');
    fireEvent.click(undo);
    await waitFor(() => expect(title()).toBe(before));
    expect(value(await readActions(database, sampleMember))).toHaveLength(7);
  });

  it('is written down once by a double click', async () => {
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    const done = within(card()).getByRole('button', { name: 'Done' });
    fireEvent.click(done);
    fireEvent.click(done);
    expect(await screen.findByText('Done. On 30 Oct you’ll see what followed.')).toBeTruthy();
    const database = value(await openDatabase());
    const mine = async () => value(await readActions(database, sampleMember)).filter(({ day }) => day === sampleToday);
    await waitFor(async () => expect(await mine()).toHaveLength(1));
  });

  it('gives way to the next after six seconds', async () => {
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    const before = title();
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: sampleNow });
    fireEvent.click(within(card()).getByRole('button', { name: 'Done' }));
    await vi.waitFor(
      () => expect(within(card()).queryByText('Done. On 30 Oct you’ll see what followed.')).toBeTruthy(),
      patience,
    );
    await act(() => void vi.advanceTimersByTime(5900));
    expect(within(card()).queryByRole('button', { name: 'Undo' })).toBeTruthy();
    await act(() => void vi.advanceTimersByTime(200));
    await vi.waitFor(() => expect(title()).not.toBe(before), patience);
  });

  it('shows another of the same pillar, and never again one that is not for me', async () => {
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    const first = title();
    fireEvent.click(within(card()).getByRole('button', { name: 'Another' }));
    await waitFor(() => expect(title()).not.toBe(first));
    expect(within(card()).getByText('Tip for Right people')).toBeTruthy();
    fireEvent.click(within(card()).getByRole('button', { name: 'More' }));
    fireEvent.click(within(card()).getByRole('button', { name: 'Not for me' }));
    expect(await screen.findByText('You won’t see this tip again.')).toBeTruthy();
    const choices = value(await readTipChoices(value(await openDatabase()), sampleMember));
    expect(choices.map(({ choice }) => choice).sort()).toEqual(['dismissed', 'later']);
  });

  it('opens its page with its steps beside it, and is the current one from then on', async () => {
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    fireEvent.click(within(card()).getByRole('button', { name: 'Open beside LinkedIn' }));
    expect(fake.sidePanel.open).toHaveBeenCalledTimes(1);
    await waitFor(() =>
      expect(fake.tabs.create).toHaveBeenCalledWith({
        url: expect.stringMatching(/^https:\/\/www\.linkedin\.com\//) as string,
      }),
    );
    const choices = value(await readTipChoices(value(await openDatabase()), sampleMember));
    expect(choices).toMatchObject([{ choice: 'taken' }]);
  });

  it('shows its steps in the place of the chart, and keeps those that are ticked', async () => {
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    const steps = within(card()).getByRole('button', { name: 'Steps' });
    expect(steps.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(steps);
    expect(screen.queryByRole('slider')).toBeNull();
    fireEvent.click(within(card()).getAllByRole('checkbox')[1]!);
    const ticked = async () => value(await readTipChoices(value(await openDatabase()), sampleMember));
    await waitFor(async () => expect(await ticked()).toMatchObject([{ choice: 'taken', ticked: 0b010 }]));
    fireEvent.click(screen.getByRole('button', { name: /Show the chart/ }));
    expect(screen.getByRole('slider')).toBeTruthy();
    expect(within(card()).queryByRole('checkbox')).toBeNull();
  });

  it('has its steps open from the start while the member is at it', async () => {
    await storeSample();
    const tip = { member: sampleMember, tip: 'people_best_client', choice: 'taken', takenAt: 1, ticked: 1 } as const;
    value(await writeTipChoice(value(await openDatabase()), tip));
    await open();
    await screen.findByText('vs 7 days ago');
    const boxes = within(card()).getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false, false]);
  });

  it('closes the menu, and not the popup, on Escape', async () => {
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    const more = within(card()).getByRole('button', { name: 'More' });
    fireEvent.click(more);
    const item = within(card()).getByRole('button', { name: 'Open on LinkedIn' });
    expect(document.activeElement).toBe(item);
    expect(fireEvent.keyDown(item, { key: 'Escape' })).toBe(false);
    expect(within(card()).queryByRole('button', { name: 'Open on LinkedIn' })).toBeNull();
    expect(document.activeElement).toBe(more);
    fireEvent.click(more);
    fireEvent.click(within(card()).getByRole('button', { name: 'Open on LinkedIn' }));
    await waitFor(() => expect(fake.tabs.create).toHaveBeenCalledTimes(1));
    expect(fake.sidePanel.open).not.toHaveBeenCalled();
  });

  it('opens its page all the same where the browser refuses the panel', async () => {
    fake.sidePanel.open.mockRejectedValueOnce(new Error('refused'));
    await storeSample();
    await open();
    await screen.findByText('vs 7 days ago');
    fireEvent.click(within(card()).getByRole('button', { name: 'Open beside LinkedIn' }));
    await waitFor(() => expect(fake.tabs.create).toHaveBeenCalledTimes(1));
  });
});

describe('the goal', () => {
  const goals = async () => value(await readGoals(value(await openDatabase()), sampleMember));
  const chips = () => screen.getAllByRole('radio').filter(({ className }) => className === 'goal-chip');
  const chosen = () => chips().find((chip) => chip.getAttribute('aria-checked') === 'true')?.textContent;
  const stepper = () => screen.getByRole('spinbutton', { name: 'Goal' });

  it('is changed in place by a click, and that is taken back', async () => {
    await storeSample();
    await open();
    fireEvent.click(await screen.findByRole('button', { name: /^Goal 70:.*Change goal$/ }));
    expect(await screen.findByRole('radiogroup', { name: 'What would you like to reach?' })).toBeTruthy();
    expect(chips().map((chip) => chip.textContent)).toEqual(['65', '70', '75']);
    expect(chosen()).toBe('70');
    fireEvent.click(screen.getByRole('radio', { name: '75' }));
    expect(screen.getByText(/^12\.0 to go/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Set goal' }));
    expect(await screen.findByText('Goal 75 is set.')).toBeTruthy();
    const { id, from, setOn } = sampleGoal;
    expect(await goals()).toMatchObject([{ id, from, setOn, target: 75 }]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: /^Goal 70:/ })).toBeTruthy();
    expect(await goals()).toMatchObject([{ id, target: 70 }]);
    expect(fake.tabs.create).not.toHaveBeenCalled();
  });

  it('is changed by keys alone: arrows choose, Enter sets, Escape puts back and does not close the popup', async () => {
    await storeSample();
    await open();
    const rest = await screen.findByRole('button', { name: /^Goal 70:/ });
    rest.focus();
    fireEvent.click(rest);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('70'));
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
    expect(document.activeElement?.textContent).toBe('75');
    // What is prevented does not close the popup.
    expect(fireEvent.keyDown(document.activeElement!, { key: 'Escape' })).toBe(false);
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Goal 70:/));
    fireEvent.click(document.activeElement!);
    await waitFor(() => expect(chosen()).toBe('70'));
    for (const [key, is] of [
      ['ArrowUp', '71'],
      ['PageUp', '76'],
      ['End', '100'],
      ['ArrowRight', '100'],
      ['Home', '64'],
      ['PageDown', '64'],
    ] as const) {
      fireEvent.keyDown(stepper(), { key });
      expect(stepper().getAttribute('aria-valuenow')).toBe(is);
    }
    fireEvent.keyDown(stepper(), { key: 'Enter' });
    expect(await screen.findByText('Goal 64 is set.')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Undo');
    expect(await goals()).toMatchObject([{ target: 64 }]);
  });

  it('is set in place where there was none, and begins today', async () => {
    await store(sampleHistory());
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Set a goal' }));
    await waitFor(() => expect(chosen()).toBe('70'));
    fireEvent.click(screen.getByRole('button', { name: 'Set goal' }));
    expect(await screen.findByText('Goal 70 is set.')).toBeTruthy();
    expect(await goals()).toMatchObject([{ of: 'total', target: 70, from: 63, setOn: sampleToday }]);
  });

  it('that was reached today is told once, with the next one proposed', async () => {
    await store(sampleHistory());
    const database = value(await openDatabase());
    value(await writeGoal(database, { ...sampleGoal, target: 63, setOn: '2026-07-31', reachedOn: sampleToday }));
    await open();
    expect(await screen.findByText('Goal 63 reached in 11 weeks')).toBeTruthy();
    expect(chosen()).toBe('70');
    fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
    expect(
      await screen.findByRole('button', { name: /^Goal 63: reached on 16 Oct.*Set your next goal$/ }),
    ).toBeTruthy();
    cleanup();
    await open();
    const next = await screen.findByRole('button', { name: /Set your next goal$/ });
    expect(screen.queryByText('Goal 63 reached in 11 weeks')).toBeNull();
    fireEvent.click(next);
    fireEvent.click(await screen.findByRole('button', { name: 'Set goal' }));
    expect(await screen.findByText('Goal 70 is set.')).toBeTruthy();
    expect(await goals()).toMatchObject([
      { target: 63, reachedOn: sampleToday },
      { target: 70, setOn: sampleToday },
    ]);
  });

  it('that was reached on another day is no news', async () => {
    await store(sampleHistory());
    const database = value(await openDatabase());
    value(await writeGoal(database, { ...sampleGoal, target: 62, reachedOn: '2026-10-09' }));
    await open();
    expect(await screen.findByRole('button', { name: /^Goal 62: reached on 9 Oct/ })).toBeTruthy();
    expect(screen.queryByText(/^62 reached/)).toBeNull();
  });
});

describe('the history', () => {
  it('moves the crosshair by keys and announces what it shows', async () => {
    await storeSample();
    await open();
    const chart = await screen.findByRole('slider', { name: 'History of your total' });
    const spoken = () => chart.getAttribute('aria-valuetext');
    fireEvent.keyDown(chart, { key: 'ArrowLeft' });
    expect(spoken()).toMatch(/^Fri,? 16 Oct: 63\.0, \+1\.8 in 7 days$/);
    fireEvent.keyDown(chart, { key: 'ArrowLeft' });
    expect(spoken()).toMatch(/^Thu,? 15 Oct: /);
    fireEvent.keyDown(chart, { key: 'ArrowLeft', shiftKey: true });
    expect(spoken()).toMatch(/^Thu,? 8 Oct: /);
    fireEvent.keyDown(chart, { key: 'Home' });
    expect(spoken()).toMatch(/^Thu,? 16 Jul: /);
    fireEvent.keyDown(chart, { key: 'End' });
    expect(spoken()).toMatch(/^Fri,? 16 Oct: /);
    fireEvent.keyDown(chart, { key: 'Escape' });
    expect(await screen.findByText('in 3 months')).toBeTruthy();
  });

  it('of a pillar takes the place of the total’s, with its tips, until Escape', async () => {
    await storeSample();
    await open();
    fireEvent.click(await screen.findByRole('button', { name: /^Insights: / }));
    expect(await screen.findByRole('slider', { name: 'History of Insights' })).toBeTruthy();
    expect(screen.getByText('Tip for Insights')).toBeTruthy();
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(await screen.findByRole('slider', { name: 'History of your total' })).toBeTruthy();
    expect(screen.getByText('Tip for Right people')).toBeTruthy();
  });

  it('reads the whole history only when it is asked for', async () => {
    await storeSample();
    await open();
    fireEvent.click(await screen.findByRole('radio', { name: 'All time' }));
    expect(await screen.findByText('since 18 Aug 2025')).toBeTruthy();
  });

  it('is a table for screen readers', async () => {
    await storeSample();
    await open();
    const table = await screen.findByRole('table', { name: 'History of your total' });
    expect(within(table).getAllByRole('row').length).toBe(1 + sampleHistory(sampleToday, '2026-07-16').length);
  });

  it.each([
    ['2026-08-30', ['1 month', 'All time']],
    ['2026-10-05', []],
  ])('that begins on %s has no range to choose that is longer, and no choice of one alone', async (firstDay, names) => {
    await store(sampleHistory(sampleToday, firstDay));
    await open();
    await screen.findByRole('slider');
    const ranges = screen.queryAllByRole('radio').map((range) => range.getAttribute('aria-label'));
    expect(ranges).toEqual(names);
  });
});

describe('a reading kept aside', () => {
  it.each([
    { answer: 'They are mine', profiles: ['unknown'] },
    { answer: 'Someone else’s', profiles: ['unknown', 'unknown-2'] },
  ])('is lost by neither answer: "$answer"', async ({ answer, profiles }) => {
    await store(sampleHistory('2026-10-15'));
    const { connection } = value(await openDatabase());
    const other = sampleReading(sampleToday, { scores: { brand: 9, people: 4, insights: 3, relationships: 8 } });
    await connection.put('kept-aside', other);
    await open();
    fireEvent.click(await screen.findByRole('button', { name: answer }));
    await waitFor(async () => expect((await connection.getAll('kept-aside')).filter(isLive)).toEqual([]));
    await waitFor(() => expect(screen.queryByText('Whose numbers are these?')).toBeNull());
    expect((await connection.getAllKeys('members')).sort()).toEqual(profiles);
    expect(await connection.count('snapshots')).toBe(sampleHistory('2026-10-15').length + 1);
  });

  it('is asked for beside the profile that the answer puts it into, not the one shown', async () => {
    await storeSample();
    const { connection } = value(await openDatabase());
    const shown = 'a'.repeat(64);
    await store([sampleReading(sampleToday, { member: shown, shownTotal: 40 })]);
    await connection.put('facts', { key: 'unknown-owner', value: 'unknown' });
    await connection.put('kept-aside', sampleReading(sampleToday, { shownTotal: 31 }));
    fake.local.set('selected-member', shown);
    await open();
    expect(await screen.findByText(/says 31, far from your 63/)).toBeTruthy();
  });
});
