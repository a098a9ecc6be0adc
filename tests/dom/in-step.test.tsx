import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { syncTroubles } from '../../src/core/sync-state';
import { FileCopy } from '../../src/scorecard/data/file-copy';
import { InStep } from '../../src/scorecard/data/in-step';
import { OnePlaceNotice } from '../../src/scorecard/data/one-place-notice';
import { Toasts } from '../../src/scorecard/toast';
import type { FileCopy as KeptCopy } from '../../src/sync/kept-folder';
import type { SyncStatus } from '../../src/sync/status';
import { sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

const { browser, state } = await vi.hoisted(async () => (await import('../unit/in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

/** Where the copy in a file is, as it is remembered; undefined where the browser can keep none. */
const file = vi.hoisted(() => ({ copy: undefined as KeptCopy | undefined, together: [] as boolean[] }));
vi.mock('../../src/sync/kept-folder', async (original) => ({
  ...(await original<object>()),
  canKeepFile: () => file.copy !== undefined,
  readFileCopy: () => Promise.resolve(file.copy),
}));
vi.mock('../../src/scorecard/load-sync', () => ({
  loadFileCopy: () =>
    Promise.resolve({
      comeTogether: (_: number, { mayAsk }: { mayAsk: boolean }) => {
        file.together.push(mayAsk);
        return Promise.resolve({ ok: true, value: undefined });
      },
    }),
}));

beforeEach(() => {
  state.local.clear();
  [file.copy, file.together] = [undefined, []];
});
afterEach(cleanup);

const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const off: SyncStatus = {
  on: false,
  computers: [],
  used: 0,
  inStepAt: undefined,
  waiting: 0,
  averagesFrom: undefined,
  readingsFrom: undefined,
  troubles: [],
  hasPassphrase: false,
};
const mine = { installation: 'aaaaaaaaaaaa', isThis: true, browser: 'Chrome', system: 'Windows' };
const office = {
  installation: 'bbbbbbbbbbbb',
  isThis: false,
  browser: 'Edge',
  system: 'Windows',
  name: 'Office',
  seen: 1,
};
const on: SyncStatus = { ...off, on: true, computers: [mine, office], used: 0.134, inStepAt: 1 };

const show = (status: SyncStatus) =>
  render(
    <Toasts say={sayEnglish}>
      <InStep status={status} kept="33 days" around={around} />
    </Toasts>,
  );

describe('keeping in step', () => {
  it('that the organization forbids says so in the switch’s name, and does nothing when it is pressed', () => {
    show({ ...off, forbidden: { hasCopy: false } });
    const name = 'Sync my computers Set by your organization';
    const toggle = screen.getByRole('switch', { name });
    expect(toggle.getAttribute('aria-disabled')).toBe('true');
    toggle.click();
    expect(state.local.has('sync')).toBe(false);
    // Nothing that the switch would do is promised, and nothing is there to take out.
    expect(screen.queryByText('What turning it on does')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('that is forbidden after something was sent offers to take it out', () => {
    show({ ...off, forbidden: { hasCopy: true } });
    expect(screen.getByText(/still in your browser’s sync/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Remove the synced copy' })).toBeTruthy();
  });

  it('is off, and says what the switch would do', () => {
    show(off);
    expect(screen.getByRole('switch', { name: 'Sync my computers' }).getAttribute('aria-checked')).toBe('false');
    expect(screen.getByText(/we have no server/)).toBeTruthy();
    expect(screen.queryByText('Sync space')).toBeNull();
  });

  it('on, names each computer, this one first, and how full it is', () => {
    show(on);
    expect(screen.getAllByRole('listitem').map((row) => row.querySelector('.strong')?.textContent)).toEqual([
      'Chrome on Windows This one',
      'Edge on Windows, “Office” ',
    ]);
    expect(screen.getByRole('button', { name: 'Forget: Edge on Windows, “Office”' })).toBeTruthy();
    expect(screen.getByText(/14% used/)).toBeTruthy();
    expect(screen.queryByText('Waiting for your first other computer')).toBeNull();
  });

  it('alone yet, says how to get the other computer, and how to see whether the browser’s sync is on', () => {
    show({ ...on, computers: [mine] });
    expect(screen.getByText('Waiting for your first other computer')).toBeTruthy();
    expect(screen.getByText(/Your browser doesn’t tell us whether its sync is on/)).toBeTruthy();
  });

  it.each(syncTroubles)('has a sentence for “%s”, which names the computers it is about', (trouble) => {
    const { container } = show({ ...on, troubles: [{ trouble, with: [office] }] });
    const told = container.querySelector('[role="status"].notice')?.textContent ?? '';
    expect(told.length).toBeGreaterThan(20);
    const isTheirs = ['damaged', 'newer', 'locked'].includes(trouble);
    expect(told.includes('Edge on Windows, “Office”')).toBe(isTheirs);
  });

  it('says from which day on averages and readings are complete, and what waits', () => {
    show({ ...on, averagesFrom: '2020-03-01', readingsFrom: '2018-03-01', waiting: 7 });
    expect(screen.getByText(/from 1 Mar 2020 on/)).toBeTruthy();
    expect(screen.getByText(/days before 1 Mar 2018 stay on the computers that have them/)).toBeTruthy();
    expect(screen.getByText('Entries waiting to be sent: 7')).toBeTruthy();
  });
});

describe('who has many readings in this browser alone', () => {
  const title = 'Ten readings, but only in one place';
  const tell = (readings: number) => render(<OnePlaceNotice readings={readings} say={sayEnglish} />);

  it('is told once, and not before the tenth', async () => {
    tell(9);
    expect(screen.queryByText(title)).toBeNull();
    cleanup();
    tell(10);
    (await screen.findByRole('button', { name: 'That’s fine' })).click();
    await waitFor(() => expect(state.local.get('one-place-told')).toBe(true));
    expect(screen.queryByText(title)).toBeNull();
    cleanup();
    vi.clearAllMocks();
    tell(11);
    await waitFor(() => expect(browser.storage.local.get).toHaveBeenCalled());
    await Promise.all(browser.storage.local.get.mock.results.map(({ value }) => value as Promise<unknown>));
    expect(screen.queryByText(title)).toBeNull();
  });
});

describe('a copy in a file', () => {
  const open = () =>
    render(
      <Toasts say={sayEnglish}>
        <FileCopy around={around} />
      </Toasts>,
    );

  it('comes together by itself when the page is opened, and says where it is', async () => {
    file.copy = { folder: 'Cloud', at: 1, mustAsk: false };
    open();
    expect(await screen.findByText(/Cloud\/ssi-scorecard\.json/)).toBeTruthy();
    await waitFor(() => expect(file.together).toEqual([false]));
    expect(screen.queryByText(/wants to ask you again/)).toBeNull();
  });

  it('that the browser must be asked for again says which button to press, and that one asks', async () => {
    file.copy = { folder: 'Cloud', mustAsk: true };
    open();
    expect((await screen.findByText(/wants to ask you again/)).textContent).toContain('Sync the file now');
    await waitFor(() => expect(file.together).toEqual([false]));
    screen.getByRole('button', { name: 'Sync the file now' }).click();
    await waitFor(() => expect(file.together).toEqual([false, true]));
  });

  it('is made by hand where the browser can keep none', () => {
    open();
    expect(screen.getByText(/Export JSON here and import it there/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
