import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { loadPanel } from '../../src/panel/load-panel';
import { PanelPage } from '../../src/panel/panel-page';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { readActions, readTipChoices } from '../../src/store/read/rows';
import { writeTipChoice } from '../../src/store/write/rows';
import { tips } from '../../src/core/advice/tips';
import { sampleHistory, sampleMember, sampleNow, sampleToday } from '../e2e/popup-sample';
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

async function open(): Promise<void> {
  const first = { loaded: await loadPanel(sampleToday), today: sampleToday };
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
    expect(await screen.findByText('Done. See on 30 Oct what followed.')).toBeTruthy();
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
    await screen.findByText('This tip will not come back.');
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
    press('Look at all tips');
    await waitFor(() => expect(tabs.create).toHaveBeenCalledWith({ url: 'extension:/scorecard/index.html#tips' }));
  });
});

describe('the score below it', () => {
  test('says how it stands', async () => {
    await store(sampleHistory());
    await open();
    const strip = document.querySelector('.strip')!;
    expect(strip.textContent).toContain('vs 7 days ago');
    expect(strip.textContent).toContain('Read today, 09:14');
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
    fireEvent.click(within(plan).getByRole('button', { name: '60 min' }));
    fireEvent.click(within(plan).getByRole('button', { name: 'Use this plan' }));
    await screen.findByText('0 of 4 done');
    const rows = () => within(screen.getByRole('region', { name: 'This week' })).getAllByRole('listitem');
    const last = rows().at(-1)!;
    const wanted = within(last).getByRole('checkbox').getAttribute('aria-label');
    fireEvent.click(within(last).getByRole('button'));
    await waitFor(() => expect(title()).toBe(wanted));
    await waitFor(() => expect(rows().at(-1)!.textContent).toContain('on it now'));
    fireEvent.click(within(rows()[0]!).getByRole('checkbox'));
    await screen.findByText('1 of 4 done');
    expect(await actions()).toMatchObject([{ kind: 'tip', day: sampleToday }]);
    expect(screen.getByRole('region', { name: 'Your week' }).textContent).toContain('What moved');
  });
});
