// One tip in all places: popup, badge, panel and scorecard, from what is stored, whatever the member does with tips.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { markTipDone, takeShownTip, undoTip } from '../../src/background/badge-actions';
import { recordReading } from '../../src/background/record-reading';
import { digestOf, readWeek } from '../../src/background/week';
import { proposePlan } from '../../src/core/advice/propose-plan';
import { tips } from '../../src/core/advice/tips';
import { addDays, mondayOf } from '../../src/core/score/local-day';
import { loadPanel } from '../../src/panel/load-panel';
import { panelView } from '../../src/panel/panel-view';
import { loadPopup } from '../../src/popup/load-popup';
import { popupView } from '../../src/popup/popup-view';
import { loadScorecard } from '../../src/scorecard/load-scorecard';
import { overviewView } from '../../src/scorecard/overview/overview-view';
import { closeDatabase, openDatabase } from '../../src/store/database';
import { dismissTip, markTipDone as markDone, putOffTip, takeTip } from '../../src/store/write/answer-tip';
import { writePlan } from '../../src/store/write/rows';
import type { Surroundings } from '../../src/words/surroundings';
import { sampleHistory, sampleMember, sampleNow, sampleReading, sampleToday } from '../e2e/popup-sample';
import { longRuns } from '../long-runs';
import { value } from '../unit/value';
import { sayEnglish } from './say-english';

const { browser, state } = await vi.hoisted(async () => {
  const inMemory = (await import('../unit/in-memory-browser')).inMemoryBrowser();
  const runtime = {
    getURL: (path: string) => `extension:/${path}`,
    getManifest: () => ({ content_scripts: [{ matches: ['https://www.linkedin.com/sales/ssi'] }] }),
  };
  const permissions = { contains: () => Promise.resolve(true) };
  return { ...inMemory, browser: { ...inMemory.browser, runtime, permissions } };
});
vi.mock('../../src/platform/browser', () => ({ browser }));
vi.mock('../../src/background/toolbar', () => ({ refreshToolbar: () => Promise.resolve() }));
vi.mock('../../src/platform/i18n', () => ({
  browserLanguage: () => 'en',
  message: (...said: [string]) => sayEnglish(...said),
}));

const around: Surroundings = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: sampleNow });
  globalThis.indexedDB = new IDBFactory();
  state.local.clear();
  state.policy = undefined;
});

afterEach(async () => {
  vi.useRealTimers();
  await closeDatabase();
});

async function store(history = sampleHistory(addDays(sampleToday, -1))): Promise<void> {
  const { connection } = value(await openDatabase());
  const transaction = connection.transaction(['snapshots', 'members'], 'readwrite');
  for (const snapshot of history) await transaction.objectStore('snapshots').put(snapshot);
  await transaction.objectStore('members').put({ id: sampleMember, since: 1 });
  await transaction.done;
}

/** The badge's tip, as a visit of the SSI page is answered at this instant. */
async function badgeTip(visits: number) {
  const { member: _, day: __, readAt: ___, ...numbers } = sampleReading(sampleToday);
  const visit = `3f0e9a52-6a39-4c3f-9d0b-${String(visits).padStart(12, '0')}`;
  const request = { type: 'reading/record', visit, numbers } as const;
  return value(await recordReading(request, Date.now(), 'UTC')).badges?.view.start?.tip;
}

/** The tip in each place: its id, and which of its steps are ticked. */
async function places(visits: number) {
  const badge = await badgeTip(visits);
  const popup = popupView(value(await loadPopup('quarter', sampleToday)).data, around, 'total');
  const panel = panelView(value(await loadPanel(sampleToday)), around);
  const scorecard = overviewView(value(await loadScorecard(sampleToday)), around);
  const shown = [badge, popup.kind === 'score' ? popup.tip : undefined, panel.tip, scorecard?.tip];
  return shown.map((tip) => tip && { id: tip.id, ticked: tip.ticked });
}

const anyTip = fc.constantFrom(...tips.map(({ id }) => id));
const deeds = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('take', 'take in the page'), tip: anyTip, ticked: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ do: fc.constantFrom('done', 'done in the page', 'undone in the page', 'another', 'not for me') }),
  ),
  { minLength: 1, maxLength: 8 },
);

test('is the same with the same ticks after whatever was done in any of them', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, fc.boolean(), async (done, isPlanned) => {
      globalThis.indexedDB = new IDBFactory();
      await closeDatabase();
      await store();
      const tips = { people: 'people_viewers', insights: 'insights_share' };
      const plan = { member: sampleMember, week: mondayOf(sampleToday), minutes: 30, tips } as const;
      if (isPlanned) value(await writePlan(value(await openDatabase()), plan));
      let visits = 0;
      const action = '3f0e9a52-6a39-4c3f-9d0b-2f1c5c1f4b11';
      for (const deed of done) {
        vi.setSystemTime(Date.now() + 1000);
        const before = panelView(value(await loadPanel(sampleToday)), around).tip;
        if ('tip' in deed) {
          const { tip, ticked } = deed;
          if (deed.do === 'take') value(await takeTip(tip, sampleMember, ticked));
          else value(await takeShownTip({ type: 'tip/take', tip, ticked, member: sampleMember, panel: false }));
        } else if (before) {
          const { id: tip } = before;
          if (deed.do === 'done') value(await markDone(before, sampleMember, sampleToday));
          if (deed.do === 'another') value(await putOffTip(before, sampleMember, sampleToday));
          if (deed.do === 'not for me') value(await dismissTip(before, sampleMember));
          const request = { tip, action, member: sampleMember };
          if (deed.do === 'done in the page')
            value(await markTipDone({ type: 'tip/done', ...request }, Date.now(), 'UTC'));
          if (deed.do === 'undone in the page') value(await undoTip({ type: 'tip/undo', ...request }));
        }
        const [first, ...others] = await places((visits += 1));
        expect(first).toBeDefined();
        for (const other of others) expect(other).toEqual(first);
        if ('tip' in deed) expect(first).toEqual({ id: deed.tip, ticked: deed.ticked });
      }
    }),
    { numRuns: longRuns(12, 300) },
  );
});

test('that was taken stays in panel and scorecard while the reading is too old, and the popup asks for a reading', async () => {
  await store(sampleHistory(addDays(sampleToday, -12)));
  value(await takeTip('insights_share', sampleMember, 1));
  const popup = popupView(value(await loadPopup('quarter', sampleToday)).data, around, 'total');
  expect(popup).toMatchObject({ kind: 'score', stale: true, notice: { primary: { action: 'open-ssi-page' } } });
  expect(panelView(value(await loadPanel(sampleToday)), around).tip?.id).toBe('insights_share');
  expect(overviewView(value(await loadScorecard(sampleToday)), around)?.tip?.id).toBe('insights_share');
});

test.each([
  ['is one with Sales Navigator where the organization says that there is a seat', true],
  ['is none with Sales Navigator where it says that there is none, whatever the page shows', false],
])('%s', async (_, seat) => {
  // What does not need a seat is put away, so that the one that does has its turn.
  const [needsSeat] = tips.filter(({ salesNavigator }) => salesNavigator);
  const { pillar } = needsSeat!;
  const history = sampleHistory(addDays(sampleToday, -1)).map((snapshot) => ({
    ...snapshot,
    ...(!seat && { rank: { ...snapshot.rank, team: 5 } }),
    scores: { ...snapshot.scores, [pillar]: 12 },
  }));
  await store(history);
  for (const tip of tips)
    if (!tip.salesNavigator) value(await dismissTip({ ...tip, ticked: 0, taken: false }, sampleMember));
  const without = (await loadedTips()).map((tip) => tip !== undefined);
  expect(without).toEqual(seat ? [false, false, false] : [true, true, true]);
  state.policy = { salesNavigatorTips: seat };
  const shown = await loadedTips();
  expect(shown.map((tip) => tip !== undefined)).toEqual([seat, seat, seat]);
  expect(new Set(shown).size).toBe(1);
  expect(
    proposePlan({
      ...value(await loadScorecard(sampleToday)),
      today: sampleToday,
      week: mondayOf(sampleToday),
    }).exhausted.includes(pillar),
  ).toBe(!seat);
  const digest = digestOf(value(await readWeek(sampleToday, sampleMember)), sampleToday);
  expect('next' in digest).toBe(seat);
});

/** The id of the tip in popup, panel and scorecard. */
async function loadedTips() {
  const popup = popupView(value(await loadPopup('quarter', sampleToday)).data, around, 'total');
  const panel = panelView(value(await loadPanel(sampleToday)), around);
  const scorecard = overviewView(value(await loadScorecard(sampleToday)), around);
  return [popup.kind === 'score' ? popup.tip : undefined, panel.tip, scorecard?.tip].map((tip) => tip?.id);
}
