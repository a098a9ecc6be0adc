import { beforeEach, expect, test, vi } from 'vitest';
import type { PageTrouble } from '../../src/core/score/page-trouble';
import { localKeys } from '../../src/store/local-storage';
import { readPageState } from '../../src/store/read/page-state';
import { clearPageState, writePageState } from '../../src/store/write/page-state';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
  state.local.clear();
});

/** What is remembered after visits that met these states, one a day from instant 1000 on. */
async function after(...states: PageTrouble['state'][]): Promise<number | undefined> {
  state.local.clear();
  for (const [index, met] of states.entries()) value(await writePageState({ state: met }, 1000 + index));
  return value(await readPageState())?.accessEndedSince;
}

test('access has ended since the first visit that said so, also behind LinkedIn’s doors, until something else is there', async () => {
  expect(await after('access-ended')).toBe(1000);
  expect(await after('signed-out', 'access-ended', 'access-ended')).toBe(1001);
  expect(await after('access-ended', 'signed-out', 'contract-chooser', 'access-ended')).toBe(1000);
  expect(await after('access-ended', 'not-recognised')).toBeUndefined();
  expect(await after('access-ended', 'not-recognised', 'access-ended')).toBe(1002);
  expect(await after('signed-out')).toBeUndefined();
});

test('a score that is read again ends it', async () => {
  await after('access-ended');
  value(await clearPageState());
  expect(value(await readPageState())).toBeUndefined();
});

test('of the page nothing is kept but why, and the report without its words', async () => {
  const report = { checks: ['bars: none found'], skeleton: 'main > div' };
  const sets = [
    {
      heading: 'Your own words',
      labels: ['a', 'b', 'c', 'd'],
      shownTotal: 40,
      scores: { brand: 10, people: 10, insights: 10, relationships: 10 },
      fingerprint: 'abc',
      why: 'undecided' as const,
    },
  ];
  value(await writePageState({ state: 'not-recognised', report, sets }, 5));
  expect(state.local.get(localKeys.pageState)).toEqual({ state: 'not-recognised', report, at: 5 });
});
