// What the member sees of what their organization has decided, and of an update.
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settingsInForce, type Managed } from '../../src/core/managed';
import { defaultSettings } from '../../src/core/settings';
import { UpdateNotice } from '../../src/scorecard/about/update-notice';
import { loadScorecard, type ScorecardData } from '../../src/scorecard/load-scorecard';
import { SettingsCard } from '../../src/scorecard/settings/settings-card';
import { TipsPage } from '../../src/scorecard/tips/tips-page';
import { Toasts } from '../../src/scorecard/toast';
import { WelcomePage } from '../../src/scorecard/welcome/welcome-page';
import { noteUpdate } from '../../src/store/write/update-news';
import { sampleToday } from '../e2e/popup-sample';
import { value } from '../unit/value';
import { sayEnglish } from './say-english';

const { browser, state } = await vi.hoisted(async () => {
  const inMemory = (await import('../unit/in-memory-browser')).inMemoryBrowser();
  const runtime = { getURL: (path: string) => path, getManifest: () => ({ version: '0.2.0' }) };
  const action = { getUserSettings: () => Promise.resolve({ isOnToolbar: true }) };
  return { ...inMemory, browser: { ...inMemory.browser, runtime, action, notifications: {} } };
});
vi.mock('../../src/platform/browser', () => ({ browser }));

const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };

beforeEach(() => {
  vi.stubGlobal('navigator', {
    userAgent: 'Chrome',
    locks: { request: (_: string, work: () => unknown) => Promise.resolve(work()) },
  });
  state.local.clear();
  state.policy = undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (children: ComponentChildren) => render(<Toasts say={sayEnglish}>{children}</Toasts>);

function showSettings(managed: Managed) {
  show(<SettingsCard settings={settingsInForce(defaultSettings, managed)} hasCheck={false} around={around} />);
}

/** The switch whose name begins so. */
const toggle = (name: string) => screen.getByRole('switch', { name: new RegExp(`^${name}`) });

describe('the settings', () => {
  it('without a policy name no organization', () => {
    showSettings({});
    expect(screen.queryByText(/organization/)).toBeNull();
    expect(toggle('Reminder').getAttribute('aria-disabled')).toBe('false');
  });

  it('say of what is managed that it is, in its name, and a press changes nothing', () => {
    showSettings({ badges: false, reminder: { rhythm: 'weekly', weekday: 2 } });
    for (const name of ['Badges on my SSI page Set by your organization', 'Reminder Set by your organization']) {
      const managed = screen.getByRole('switch', { name });
      expect(managed.getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(managed);
    }
    expect(toggle('Badges on my SSI page').getAttribute('aria-checked')).toBe('false');
    expect(toggle('Reminder').getAttribute('aria-checked')).toBe('true');
    const day = screen.getByRole<HTMLSelectElement>('combobox', { name: /Set by your organization/ });
    expect([day.value, day.disabled]).toEqual(['2', true]);
    fireEvent.click(screen.getByRole('radio', { name: 'Every weekday' }));
    expect(state.local.size).toBe(0);
  });

  it('leave the rest to the member: the time of a managed reminder, too', async () => {
    showSettings({ reminder: { rhythm: 'weekly', weekday: 2 } });
    fireEvent.change(screen.getByLabelText('Time'), { target: { value: '11:30' } });
    await waitFor(() => expect(state.local.get('settings')).toMatchObject({ reminder: { time: '11:30', weekday: 5 } }));
  });

  it('show nothing of a reminder that is managed off but that it is', () => {
    showSettings({ reminder: { rhythm: 'off' } });
    expect(toggle('Reminder').getAttribute('aria-checked')).toBe('false');
    expect(screen.queryByLabelText('Time')).toBeNull();
  });
});

describe('the first-run page', () => {
  it('offers no sync that is forbidden, and says which switches are managed', async () => {
    state.policy = { syncAllowed: false, badgesAllowed: false };
    show(<WelcomePage settings={settingsInForce(defaultSettings, { sync: false, badges: false })} around={around} />);
    await waitFor(() => expect(toggle('Badges on my SSI page').getAttribute('aria-disabled')).toBe('true'));
    await waitFor(() => expect(browser.storage.sync.get).toHaveBeenCalled());
    expect(screen.getAllByRole('switch')).toHaveLength(2);
  });

  it('offers it where nothing forbids it', async () => {
    show(<WelcomePage settings={settingsInForce(defaultSettings, {})} around={around} />);
    expect(await screen.findByRole('switch', { name: 'Sync my computers' })).toBeTruthy();
  });
});

describe('the tips page', () => {
  const showTips = async (policy: Record<string, unknown> | undefined) => {
    state.policy = policy;
    const data: ScorecardData = value(await loadScorecard(sampleToday));
    const { salesNavigator } = state.policy ? { salesNavigator: state.policy['salesNavigatorTips'] === true } : {};
    show(<TipsPage data={{ ...data, salesNavigator }} around={around} />);
    return screen.getByRole<HTMLInputElement>('checkbox', { name: /Sales Navigator/ });
  };
  const tags = () => screen.queryAllByText('Sales Navigator', { selector: '.tag' }).length;

  it.each([true, false])('shows tips with Sales Navigator as the organization has it: %s', async (shown) => {
    const box = await showTips({ salesNavigatorTips: shown });
    expect([box.checked, box.disabled, tags() > 0]).toEqual([shown, true, shown]);
    expect(within(box.closest('label')!).getByText('Set by your organization')).toBeTruthy();
  });

  it('lets the member look at them where nothing is managed', async () => {
    const box = await showTips(undefined);
    expect([box.checked, box.disabled, tags()]).toEqual([false, false, 0]);
    fireEvent.click(box);
    await waitFor(() => expect(tags()).toBeGreaterThan(0));
  });
});

describe('after an update', () => {
  const line = 'SSI Scorecard is now version 0.2.0.';

  it('one line says so, once, and leads to what changed', async () => {
    value(await noteUpdate('0.1.0', '0.2.0'));
    const { unmount } = render(<UpdateNotice say={sayEnglish} />);
    expect(await screen.findByText(line)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See what’s new' }).getAttribute('href')).toBe('#changes');
    unmount();
    render(<UpdateNotice say={sayEnglish} />);
    await waitFor(() => expect(state.local.has('update-news')).toBe(false));
    expect(screen.queryByText(line)).toBeNull();
  });

  it('it can be closed at once', async () => {
    value(await noteUpdate('0.1.0', '0.2.0'));
    render(<UpdateNotice say={sayEnglish} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByText(line)).toBeNull());
  });
});
