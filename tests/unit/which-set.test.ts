// Sets of numbers of which nothing says whose they are: the member is asked once, and what they answer is remembered.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reportTrouble } from '../../src/background/report-trouble';
import { totalOf, type Scores } from '../../src/core/score/pillar';
import {
  afterAnswer,
  askableSets,
  knownAmong,
  seenSet,
  type ChosenSet,
  type SeenSet,
} from '../../src/core/score/seen-set';
import { closeDatabase, openDatabase, type Database } from '../../src/store/database';
import { localKeys } from '../../src/store/local-storage';
import { readAskedSets, type AskedSets } from '../../src/store/read/asked-sets';
import { readKnownSets } from '../../src/store/read/known-sets';
import { readMembers } from '../../src/store/read/members';
import { readPageState } from '../../src/store/read/page-state';
import { readSnapshots } from '../../src/store/read/snapshots';
import { answerMine, answerNone } from '../../src/store/write/asked-sets';
import { deleteEverything } from '../../src/store/write/delete';
import { recordSnapshot } from '../../src/store/write/snapshots';
import { undoChange } from '../../src/store/write/undo';
import { sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const { browser, state } = await vi.hoisted(async () => (await import('./in-memory-browser')).inMemoryBrowser());
vi.mock('../../src/platform/browser', () => ({ browser }));

let database: Database;
const day = '2026-05-12';
const noon = Date.parse(`${day}T12:00:00Z`);

beforeEach(async () => {
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, ...rest: unknown[]) => (rest.at(-1) as () => unknown)() },
  });
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  await browser.storage.session.clear();
  database = value(await openDatabase());
});
afterEach(closeDatabase);

/** A set as the reader tells of it. Its fingerprint is made of its heading. */
function set(heading: string, scores: Scores, changes: Partial<SeenSet> = {}): SeenSet {
  const labels = ['Establish your brand', 'Find the right people', 'Engage with insights', 'Build relationships'];
  return {
    ...{ heading, labels, scores, shownTotal: Math.round(totalOf(scores)), decimals: 2, why: 'undecided' },
    fingerprint: heading.toLowerCase(),
    ...changes,
  };
}

const mine = set('today', { brand: 20, people: 12.5, insights: 14.25, relationships: 15 });
const colleague = set('colleague', { brand: 9, people: 8, insights: 7, relationships: 6 });
const average = set('industry', { brand: 10, people: 9, insights: 8, relationships: 7 }, { why: 'group' });

const visitOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What the member is asked about after a visit at noon, or so many milliseconds after it. */
async function visited(number: number, sets: readonly SeenSet[], after = 0): Promise<AskedSets | undefined> {
  const trouble = { state: 'not-recognised', report: { checks: [], skeleton: 'main' }, sets } as const;
  value(await reportTrouble({ type: 'page/trouble', visit: visitOf(number), trouble }, noon + after));
  return value(await readAskedSets(noon + after));
}

const answered = async (number: number, chosen: SeenSet, sets: readonly SeenSet[] = [mine, colleague]) =>
  value(await answerMine(database, (await visited(number, sets, number))!, { mine: chosen, day, now: noon + 60_000 }));
const known = async (member = 'unknown') =>
  value(await readKnownSets(database, member)).map(({ fingerprint }) => fingerprint);
const readings = async (member = 'unknown') => value(await readSnapshots(database, member));

describe('what is asked', () => {
  test('numbers that are nothing, cannot be seen or may stand in another order are not', () => {
    const others = (['zeros', 'order', 'hidden'] as const).map((why) => set(why, mine.scores, { why }));
    expect(askableSets([mine, ...others, average])).toEqual([mine, average]);
  });

  test('nothing, where all are of groups or there are none', () => {
    expect(askableSets([average])).toEqual([]);
    expect(askableSets(undefined)).toEqual([]);
  });

  test('numbers that do not add up pass no door', () => {
    expect(seenSet.safeParse(mine).success).toBe(true);
    expect(seenSet.safeParse({ ...mine, shownTotal: mine.shownTotal + 2 }).success).toBe(false);
  });

  test('the page’s words are held in memory alone, and only with the visit that they are of', async () => {
    const asked = await visited(1, [mine, colleague]);
    expect(asked).toEqual({ visit: visitOf(1), at: noon, member: 'unknown', sets: [mine, colleague] });
    expect(JSON.stringify([...state.local])).not.toContain('brand');
    expect(value(await readAskedSets(noon + 1))).toBeUndefined();
  });

  test('a visit without such sets asks nothing', async () => {
    expect(await visited(1, [average])).toBeUndefined();
  });
});

describe('"This is mine"', () => {
  test('is the reading of that visit, exactly as the page said it, and nothing is wrong with the page any more', async () => {
    await answered(1, { ...mine, rank: { industry: 8 } }, [{ ...mine, rank: { industry: 8 } }, colleague]);
    expect(await readings()).toEqual([
      {
        ...{ member: 'unknown', day, readAt: noon + 1, source: 'chosen', shownTotal: 62, total: 61.75 },
        ...{ scores: mine.scores, decimals: 2, rank: { industry: 8 }, average: {} },
      },
    ]);
    expect(value(await readMembers(database))).toEqual([{ id: 'unknown', since: noon + 1 }]);
    expect(value(await readPageState())).toBeUndefined();
  });

  test('goes to the member whom the page named, or where nameless readings go by the member’s word', async () => {
    await database.connection.put('facts', { key: 'unknown-owner', value: 'unknown-2' });
    await answered(1, mine);
    expect(await readings('unknown-2')).toHaveLength(1);
    const asked = (await visited(2, [mine]))!;
    const named = 'a'.repeat(64);
    value(await answerMine(database, { ...asked, member: named }, { mine, day, now: noon }));
    expect(await readings(named)).toHaveLength(1);
  });

  test('leaves a later reading of the day as it is, and is undone byte for byte', async () => {
    const morning = sampleSnapshot({ day, readAt: noon - 3_600_000 });
    value(await recordSnapshot(database, morning));
    const change = await answered(1, mine);
    expect((await readings())[0]?.source).toBe('chosen');
    value(await undoChange(database, change, noon + 70_000));
    expect(await readings()).toEqual([morning]);
    const evening = sampleSnapshot({ day, readAt: noon + 3_600_000 });
    value(await recordSnapshot(database, evening));
    await answered(2, mine);
    expect(await readings()).toEqual([evening]);
  });

  test('is taken back by a later reading of the same visit', async () => {
    await answered(1, mine);
    const later = sampleSnapshot({ day, readAt: noon + 5000 });
    value(await recordSnapshot(database, later, visitOf(1)));
    expect(await readings()).toEqual([later]);
  });

  test('is known from the second visit on, with the last reading beside it; the same visit counts once', async () => {
    await answered(1, mine);
    await answered(1, mine);
    expect(await known()).toEqual([]);
    const drifted = { ...mine, scores: { ...mine.scores, people: 13 }, shownTotal: 62 };
    await answered(2, drifted);
    expect(value(await readKnownSets(database, 'unknown'))).toEqual([{ fingerprint: 'today', scores: drifted.scores }]);
    expect(await known('b'.repeat(64))).toEqual([]);
  });

  test('of a set that is like another on the page is never known', async () => {
    const alike = { ...mine, fingerprint: '' };
    await answered(1, alike);
    await answered(2, alike);
    expect(await known()).toEqual([]);
  });

  test('refuses nothing silently: what cannot be written is said, and can be said again', async () => {
    const asked = (await visited(1, [mine]))!;
    state.refuseWrites = new Error('QUOTA_BYTES quota exceeded');
    expect(await answerMine(database, asked, { mine, day, now: noon })).toEqual({ ok: false, error: 'storage-full' });
    state.refuseWrites = undefined;
    value(await answerMine(database, asked, { mine, day, now: noon }));
    expect(await readings()).toHaveLength(1);
  });
});

describe('"None of these"', () => {
  test('records nothing, asks no more, and what was known is not known any more', async () => {
    await answered(1, mine);
    await answered(2, mine);
    expect(await known()).toEqual(['today']);
    const before = await readings();
    const asked = (await visited(3, [mine, colleague], 3))!;
    value(await answerNone(asked));
    expect(await readings()).toEqual(before);
    expect(await known()).toEqual([]);
    expect(value(await readAskedSets(noon + 3))?.sets).toEqual([]);
    expect(value(await readPageState())?.state).toBe('not-recognised');
  });

  test('another set that is chosen says the same of those that were not', async () => {
    await answered(1, mine);
    await answered(2, mine);
    await answered(3, colleague);
    expect(await known()).toEqual([]);
  });
});

test('of many sets that were chosen the newest are remembered', () => {
  const after = Array.from({ length: 20 }, (_, index) => set(`card${index}`, mine.scores)).reduce<readonly ChosenSet[]>(
    (before, chosen, index) => afterAnswer(before, { asked: [chosen], mine: chosen, visit: visitOf(index) }),
    [],
  );
  expect(after.map(({ fingerprint }) => fingerprint)).toEqual(
    [12, 13, 14, 15, 16, 17, 18, 19].map((index) => `card${index}`),
  );
  expect(knownAmong(after)).toEqual([]);
});

test('what is stored as known and is something else is nothing', async () => {
  await answered(1, mine);
  await browser.storage.local.set({ [localKeys.knownSets]: [{ fingerprint: 'Ada', visits: [] }] });
  expect(await known()).toEqual([]);
});

test('"Delete everything" takes what is asked and what is known', async () => {
  await answered(1, mine);
  await visited(2, [mine]);
  value(await deleteEverything());
  expect(state.local.get(localKeys.knownSets)).toBeUndefined();
  expect(value(await readAskedSets(noon))).toBeUndefined();
});
