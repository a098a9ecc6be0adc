import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import {
  barePage,
  heapOf,
  letGoOfFrames,
  putMember,
  startExtension,
  stopExtension,
  type BenchBrowser,
  type ExtensionCopy,
} from './bench-browser';
import { documentTraces, endOf, measuredMark, recordTrace, since, type DocumentTrace } from './browser-trace';
import { madeUpMember } from './made-up-member';
import { rowOf, type Row } from './row';
import { runs } from './runs';
import type { LocalDay } from '../src/core/score/local-day';

/** The histories that are measured: copies of the extension by name, with their years of days. */
export const histories = { 'no history': 0, '1 year': 1, '5 years': 5, '50 years': 50 } as const;
type HistoryName = keyof typeof histories;
const names = Object.keys(histories) as HistoryName[];

export const popupPage = 'popup/index.html';
export const panelPage = 'panel/index.html';

/** What of a page is drawn last; of any other page its text. */
const drawnLast: Readonly<Record<string, string>> = {
  [popupPage]: '#popup button',
  // The week comes when the tip is there already.
  [panelPage]: '.review',
};

/** How long a page that shows its content is watched on, in milliseconds: what is painted in this time belongs to opening. */
const settled = 150;

/** Popup and panel in their designed sizes, in CSS pixels. */
const popupSize = { width: 400, height: 600 };
const panelSize = { width: 360, height: 760 };
const sizeOf = (path: string) => (path.startsWith(panelPage) ? panelSize : popupSize);

/** Stores a history in each copy. */
export async function putHistories(browser: BenchBrowser, last: LocalDay): Promise<void> {
  for (const name of names) {
    const centre = { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 };
    await putMember(browser.copy(name), madeUpMember(Math.round(histories[name] * 365.25), last, centre));
  }
}

/**
 * When everything that can be seen was painted, in milliseconds since the navigation: the end of the last painting by its main thread, before it
 * had time for idle callbacks (see `wholePicture`). Throws when nothing was painted.
 */
function paintedAt(trace: DocumentTrace): number {
  const loaded = trace.events.find(({ name }) => name === 'firstContentfulPaint')?.ts ?? trace.start;
  const idle = trace.events.find(({ name, ts }) => name === 'FireIdleCallback' && ts > loaded)?.ts ?? Infinity;
  const paint = trace.events.findLast(({ name, ts }) => name === 'Paint' && ts < idle);
  if (!paint) throw new Error('Nothing was painted.');
  return since(trace, endOf(paint));
}

/** A popup that shows its content is looked at once more after so long, in milliseconds, for what it may paint after all was measured. */
const lookedAtAgain = 1000;

/**
 * What a popup looks like where what is measured of it is all that a person waits to see: the same to the pixel when its idle callbacks (a table for screen
 * readers) never run, and later. Throws otherwise: something would be painted that is not counted.
 */
async function wholePicture(context: BrowserContext, address: string): Promise<Buffer> {
  // A busy machine may be late once.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const measured = await picture(context, address, { idle: false, after: settled });
    const later = await picture(context, address, { idle: true, after: lookedAtAgain });
    if (measured.equals(later)) return later;
  }
  throw new Error('The popup paints something when it is idle, or later than it is watched: count it in `paintedAt`.');
}

async function picture(
  context: BrowserContext,
  address: string,
  { idle, after }: { readonly idle: boolean; readonly after: number },
): Promise<Buffer> {
  const page = await emptyTab(context);
  if (!idle) await page.addInitScript(() => (globalThis.requestIdleCallback = () => 0));
  await page.goto(address);
  await page.locator('#popup button').first().waitFor();
  await page.waitForTimeout(after);
  const taken = await page.screenshot({ animations: 'disabled' });
  await page.close();
  return taken;
}

/** How long the main thread was busy up to `until` milliseconds after the navigation, in milliseconds. */
function busyTime(trace: DocumentTrace, until: number): number {
  return trace.events
    .filter((event) => event.name === 'RunTask' && since(trace, endOf(event)) <= until)
    .reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
}

interface Opening {
  readonly painted: number;
  readonly busy: number;
  readonly script: number;
  readonly heap: number;
}

/** An empty tab of the popup's size, or of the panel's. */
async function emptyTab(context: BrowserContext, size = popupSize): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  return page;
}

/** Opens a page of the extension in a tab and waits until it stands. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page
    .locator(drawnLast[new URL(address).pathname.slice(1)] ?? 'main')
    .first()
    .waitFor();
  await page.waitForTimeout(settled);
  await page.evaluate((mark) => void performance.mark(mark), measuredMark);
}

/**
 * When everything of each of these pages of a copy was painted, in milliseconds since its navigation, by path: each drawn from the store, with no frame
 * kept. They are opened in turns, neither always first, and all in one trace: to end one takes longer than an opening. Round 0 warms up.
 */
export async function measurePainted(
  { context, session }: BenchBrowser,
  copy: ExtensionCopy,
  paths: readonly string[],
  say: (done: string) => void,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rounds = Array.from({ length: runs + 1 }, (_, round) => (round % 2 === 0 ? paths : paths.toReversed()));
  const tabs: { readonly page: Page; readonly path: string }[] = [];
  for (const path of rounds.flat()) tabs.push({ page: await emptyTab(context, sizeOf(path)), path });
  const events = await recordTrace(session, 'painting', async () => {
    for (const [index, { page, path }] of tabs.entries()) {
      if (index % paths.length === 0) say(`${index / paths.length} of ${runs}`);
      await letGoOfFrames(copy);
      await page.bringToFront();
      await open(page, `${copy.origin}/${path}`);
    }
  });
  for (const { page } of tabs) await page.close();
  return new Map(
    paths.map((path) => [
      path,
      documentTraces(events, `${copy.origin}/${path}`, runs + 1)
        .slice(1)
        .map(paintedAt),
    ]),
  );
}

/** Opens a page of the extension in a tab and measures it. */
async function measureTab(
  { context, session }: BenchBrowser,
  { origin }: ExtensionCopy,
  path: string,
): Promise<Opening> {
  const address = `${origin}/${path}`;
  const page = await emptyTab(context);
  const events = await recordTrace(session, 'all', () => open(page, address));
  const heap = await heapOf(page);
  await page.close();
  const [trace] = documentTraces(events, address, 1);
  if (!trace) throw new Error('No page was traced.');
  const painted = paintedAt(trace);
  return { painted, busy: busyTime(trace, painted), script: scriptTime(trace, painted), heap };
}

const scriptEvents = new Set([
  'EvaluateScript',
  'FunctionCall',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'RunMicrotasks',
]);

/** How long script ran or was compiled on the main thread up to `until` milliseconds after the navigation, in milliseconds. */
function scriptTime(trace: DocumentTrace, until: number): number {
  let sum = 0;
  let last = trace.start;
  // They lie in one another: count each moment once.
  for (const event of trace.events) {
    if (!scriptEvents.has(event.name) || since(trace, endOf(event)) > until) continue;
    sum += Math.max(0, endOf(event) - Math.max(event.ts, last)) / 1000;
    last = Math.max(last, endOf(event));
  }
  return sum;
}

const askedMark = 'bench-popup-asked';

/** Opens a page as the real popup of the toolbar's button, and closes it. */
async function openInToolbar({ session, context }: BenchBrowser, copy: ExtensionCopy, path: string): Promise<void> {
  const address = `${copy.origin}/${path}`;
  const front = context.pages()[0];
  if (!front) throw new Error('There is no window to open a popup in.');
  await front.bringToFront();
  await copy.worker.evaluate((popup) => chrome.action.setPopup({ popup }), path);
  await copy.worker.evaluate((mark) => {
    performance.mark(mark);
    return chrome.action.openPopup();
  }, askedMark);
  const target = await popupTarget(session, address);
  if (target === undefined) throw new Error('The popup did not open.');
  await front.waitForTimeout(settled);
  await copy.worker.evaluate((mark) => void performance.mark(mark), measuredMark);
  await session.send('Target.closeTarget', { targetId: target });
  // The next one opens only when this one is gone.
  while ((await popupTarget(session, address)) !== undefined) await front.waitForTimeout(10);
}

async function popupTarget(session: CDPSession, address: string): Promise<string | undefined> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos.find(({ url }) => url === address)?.targetId;
}

/** What is compared: the bare page, and the popup with each history. */
interface Subject {
  readonly name: HistoryName | typeof barePageName | typeof afterChange;
  readonly copy: ExtensionCopy;
  readonly path: string;
}

const barePageName = 'bare page';

/** The popup begins with what it drew the last time, unless something has changed since: both happen. */
const afterChange = '5 years, first opening after a change';

async function prepare({ name, copy }: Subject): Promise<void> {
  if (name === afterChange) await letGoOfFrames(copy);
}

/** Measures the popup with each history; `say` is told of each round. The histories must have been put. */
export async function measurePopup(browser: BenchBrowser, say: (done: string) => void): Promise<Row[]> {
  const five = browser.copy('5 years');
  const subjects: readonly Subject[] = [
    { name: barePageName, copy: five, path: barePage },
    ...names.map((name) => ({ name, copy: browser.copy(name), path: popupPage })),
    // Of an address of its own, to be told apart in a trace.
    { name: afterChange, copy: five, path: `${popupPage}?after-a-change` },
  ];
  const pictures: Buffer[] = [];
  for (const { copy, path } of subjects.slice(1)) {
    pictures.push(await wholePicture(browser.context, `${copy.origin}/${path}`));
  }
  const [nothing, ...read] = pictures;
  // Nothing would be faster than a history that is not shown.
  if (nothing === undefined || read.some((one) => one.equals(nothing))) {
    throw new Error('With a history the popup shows what it does without one.');
  }
  const tabs = await measureTabs(browser, subjects, say);
  const toolbar = await measureToolbar(browser, subjects, say);
  const cold = await measureCold(
    browser,
    subjects.filter(({ name, copy }) => copy === five && name !== afterChange),
    say,
  );
  const ratio = (times: Times, over: Subject['name'], under: Subject['name']): number[] =>
    of(times, over).map((value, index) => value / (of(times, under)[index] ?? Number.NaN));
  const painted: Times = new Map([...tabs].map(([name, openings]) => [name, openings.map((one) => one.painted)]));
  const group = 'popup';
  const every = subjects.map(({ name }) => name);
  return [
    ...every.map((name) => rowOf(group, `${name}: opened → everything painted, in a tab`, 'ms', of(painted, name))),
    rowOf(group, '5 years / bare page, in a tab', 'ratio', ratio(painted, '5 years', 'bare page'), 1.3),
    rowOf(group, '5 years / bare page, in a tab, after a change', 'ratio', ratio(painted, afterChange, 'bare page')),
    rowOf(group, '50 years / 1 year, in a tab', 'ratio', ratio(painted, '50 years', '1 year'), 1.1),
    ...every.map((name) =>
      rowOf(group, `${name}: asked → everything painted, in the toolbar`, 'ms', of(toolbar, name)),
    ),
    rowOf(group, '5 years / bare page, in the toolbar', 'ratio', ratio(toolbar, '5 years', 'bare page'), 1.08),
    rowOf(
      group,
      '5 years / bare page, in the toolbar, after a change',
      'ratio',
      ratio(toolbar, afterChange, 'bare page'),
    ),
    rowOf(group, '50 years / 1 year, in the toolbar', 'ratio', ratio(toolbar, '50 years', '1 year'), 1.1),
    rowOf(group, 'bare page: cold worker and process, in a tab', 'ms', of(cold, 'bare page')),
    rowOf(group, '5 years: cold worker and process, in a tab', 'ms', of(cold, '5 years')),
    rowOf(group, '5 years / bare page, cold', 'ratio', ratio(cold, '5 years', 'bare page')),
    ...every.map((name) =>
      rowOf(
        group,
        `${name}: main thread busy until painted`,
        'ms',
        of(tabs, name).map(({ busy }) => busy),
      ),
    ),
    ...names.map((name) =>
      rowOf(
        group,
        `${name}: script until painted`,
        'ms',
        of(tabs, name).map(({ script }) => script),
      ),
    ),
    ...every.map((name) =>
      rowOf(
        group,
        `${name}: heap`,
        'MB',
        of(tabs, name).map(({ heap }) => heap),
        4,
      ),
    ),
  ];
}

type Times = ReadonlyMap<Subject['name'], readonly number[]>;

function of<Value>(all: ReadonlyMap<Subject['name'], readonly Value[]>, name: Subject['name']): readonly Value[] {
  return all.get(name) ?? [];
}

async function measureTabs(browser: BenchBrowser, subjects: readonly Subject[], say: (done: string) => void) {
  const openings = new Map<Subject['name'], Opening[]>(subjects.map(({ name }) => [name, []]));
  // Round 0 warms up: the first reading shown is drawn with motion, and code is not compiled yet.
  for (let round = 0; round <= runs; round += 1) {
    say(`in a tab, ${round} of ${runs}`);
    for (const subject of subjects) {
      await prepare(subject);
      const opening = await measureTab(browser, subject.copy, subject.path);
      if (round > 0) openings.get(subject.name)?.push(opening);
    }
  }
  return openings;
}

/** Milliseconds from asking for the popup until everything was painted. */
async function measureToolbar(
  browser: BenchBrowser,
  subjects: readonly Subject[],
  say: (done: string) => void,
): Promise<Times> {
  const events = await recordTrace(browser.session, 'painting', async () => {
    for (let round = 0; round <= runs; round += 1) {
      say(`in the toolbar, ${round} of ${runs}`);
      for (const subject of subjects) {
        await prepare(subject);
        await openInToolbar(browser, subject.copy, subject.path);
      }
    }
  });
  const asked = events.filter(({ name, cat }) => name === askedMark && cat.includes('user_timing'));
  return new Map(
    subjects.map(({ name, copy, path }) => [
      name,
      documentTraces(events, `${copy.origin}/${path}`, runs + 1)
        .slice(1)
        .map((trace) => {
          const mark = asked.findLast(({ ts }) => ts < trace.start);
          return mark ? paintedAt(trace) - since(trace, mark.ts) : Number.NaN;
        }),
    ]),
  );
}

/** Milliseconds from the navigation until everything was painted, when nothing of the extension was running. */
async function measureCold(
  browser: BenchBrowser,
  subjects: readonly Subject[],
  say: (done: string) => void,
): Promise<Times> {
  const events = await recordTrace(browser.session, 'painting', async () => {
    for (let round = 1; round <= runs; round += 1) {
      say(`cold, ${round} of ${runs}`);
      for (const { copy, path } of subjects) {
        await stopExtension(browser, copy);
        const page = await emptyTab(browser.context);
        await open(page, `${copy.origin}/${path}`);
        await page.close();
      }
    }
  });
  // What is measured next asks them.
  for (const { copy } of subjects) await startExtension(browser, copy);
  return new Map(
    subjects.map(({ name, copy, path }) => [
      name,
      documentTraces(events, `${copy.origin}/${path}`, runs).map(paintedAt),
    ]),
  );
}
