// The card that tells how keeping in step stands, in each of its states.
import '../set-up-temporal';
import type { Page } from '@playwright/test';
import type { SyncState } from '../../src/core/sync-state';
import { headKey } from '../../src/sync/area';
import { seal } from '../../src/sync/chunk';
import { casesOf } from '../long-runs';
import { syncState } from '../unit/in-memory-sync';
import { axeFindings } from './axe-findings';
import { expect, pageTest } from './extension-test';
import { openScorecard } from './open-scorecard';
import { sampleNow } from './popup-sample';
import { scorecardOfPictures } from './popup-states';

const hour = 3_600_000;
const [mine, office, old] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'] as const;

/** What another computer says of itself in the sync. */
const head = async (installation: string, about: object, named: object = {}) => ({
  [headKey(installation)]: {
    format: 1,
    wrote: 'x',
    private: await seal(headKey(installation), JSON.stringify(named)),
    ...about,
  },
});

const others = {
  ...(await head(office, { browser: 'Edge', system: 'Windows', seen: sampleNow - 17 * hour }, { name: 'Office' })),
  ...(await head(old, { browser: 'Chrome', system: 'Mac', seen: sampleNow - 600 * hour })),
};
const on = { inStepAt: sampleNow - hour };
const full = { ...others, ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`x${at}`, 'x'.repeat(8_000)])) };

interface Scene {
  readonly state?: Partial<SyncState>;
  readonly items?: object;
  readonly says: string;
  readonly long?: true;
}

/** The states of the card: what is known of keeping in step, what lies in the sync, and a word that must be there. */
const scenes: readonly Scene[] = [
  { says: 'What happens when you turn it on', long: true },
  { state: on, says: 'Waiting for your first other computer', long: true },
  { state: { ...on, name: 'Home' }, items: others, says: 'Edge on Windows, “Office”' },
  {
    state: { ...on, troubles: [{ trouble: 'refused', with: [] }], waiting: 3 },
    items: others,
    says: 'didn’t accept it',
    long: true,
  },
  {
    state: { ...on, averagesFrom: '2026-08-01', readingsFrom: '2026-05-01', waiting: 12 },
    items: full,
    says: 'nearly full',
  },
  {
    state: { ...on, troubles: [{ trouble: 'newer', with: [old] }] },
    items: others,
    says: 'Chrome on Mac has a newer',
    long: true,
  },
  {
    state: { ...on, troubles: [{ trouble: 'locked', with: [office] }] },
    items: others,
    says: 'uses a passphrase',
    long: true,
  },
  {
    state: { ...on, troubles: [{ trouble: 'away', with: [] }] },
    items: others,
    says: 'Merge both histories',
    long: true,
  },
];

/** Puts one state in the place of the one before, and shows it. */
async function show(page: Page, { state, items = {} }: Scene): Promise<void> {
  await page.evaluate(
    async ([local, synced]) => {
      await chrome.storage.sync.clear();
      await chrome.storage.sync.set(synced);
      if (local) await chrome.storage.local.set({ sync: local });
    },
    [state && { ...syncState(mine), ...state }, items] as const,
  );
  await page.reload();
  await page.locator('.in-step').first().waitFor();
}

pageTest(
  'the card of keeping in step is for everybody in each of its states',
  { tag: '@long' },
  async ({ openExtensionPage }) => {
    // As long as another page is at it, nobody comes in step.
    const holding = await openExtensionPage('manifest.json');
    await holding.evaluate(() => void navigator.locks.request('sync-step', () => new Promise(() => undefined)));
    const page = await openScorecard(openExtensionPage, scorecardOfPictures, '#data');
    for (const [index, scene] of casesOf(scenes).entries()) {
      await show(page, scene);
      await expect(page.locator('#data')).toContainText(scene.says);
      const isDark = index % 2 === 1;
      await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
      expect((await axeFindings(page, '#data')).violations, scene.says).toEqual([]);
    }
  },
);
