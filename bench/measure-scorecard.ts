import type { Page } from '@playwright/test';
import { heapOf, letGoOfFrames, type BenchBrowser } from './bench-browser';
import {
  documentTraces,
  endOf,
  measuredMark,
  recordTrace,
  since,
  type DocumentTrace,
  type TraceEvent,
} from './browser-trace';
import { median, rowOf, type Row, type Unit } from './row';
import { runs } from './runs';

/** A person's screen, in CSS pixels. */
const size = { width: 1200, height: 900 };

/** A page on which nothing changed for so long stands, in milliseconds. */
const settled = 300;

/** Moves of the mouse, and notches of the wheel, in one run. */
const moves = 16;

export const scorecardPage = 'scorecard/index.html';

/** What is drawn last. */
export const lastCard = '#settings';
/** The second class is that of older builds. */
const chart = '#history :is(.chart, .history-chart)';

interface Frames {
  /** Main-thread time of each frame in which something was painted, in milliseconds. */
  readonly work: readonly number[];
}

/**
 * What each painted frame cost the main thread since `from`: the tasks between the painting before and its own end, without the time it waited.
 */
function framesSince(trace: DocumentTrace, from: number): Frames {
  const tasks = trace.events.filter(({ name, ts }) => name === 'RunTask' && ts >= from);
  const paints = trace.events.filter(({ name, ts }) => name === 'Paint' && ts >= from);
  const work: number[] = [];
  let sum = 0;
  for (const task of tasks) {
    sum += (task.dur ?? 0) / 1000;
    if (!paints.some(({ ts }) => ts >= task.ts && ts <= endOf(task))) continue;
    work.push(sum);
    sum = 0;
  }
  return { work };
}

const interactionMark = 'bench-interaction';

/** When a page was painted, in milliseconds since the navigation. */
interface Painted {
  /** Everything that is seen in the window. */
  readonly seen: number;
  /** Everything on the page, what has to be scrolled to included. */
  readonly all: number;
  /** How long its main thread had a processor until then, in milliseconds. */
  readonly seenBusy: number;
  readonly allBusy: number;
  /** The longest task of the main thread, in milliseconds. */
  readonly block: number;
  /** How much of what was seen was moved by what came later: Chromium's layout shift, 0 is none. */
  readonly shift: number;
}

interface Looked extends Painted {
  readonly redraw: number;
  readonly heap: number;
  readonly crosshair: readonly number[];
  readonly zoom: readonly number[];
}

const drawnMark = 'bench-drawn';

/** Runs in a page before its own scripts: leaves a mark in the trace whenever something of the page changed, and keeps what. */
function watchDrawing(mark: string): void {
  const changed: Node[][] = [];
  let [shift, changedAt] = [0, 0];
  new MutationObserver((records) => {
    changedAt = performance.now();
    performance.mark(`${mark} ${changed.length}`);
    changed.push(
      records.flatMap(({ target, addedNodes, removedNodes }) => {
        if (addedNodes.length > 0) return [...addedNodes];
        // Where something was that nobody saw, nothing has changed.
        const wasSeen = [...removedNodes].some((node) => !(node instanceof HTMLElement && node.hidden));
        return removedNodes.length === 0 || wasSeen ? [target] : [];
      }),
    );
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { readonly value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  // Methods, and no functions with a name of their own: what runs this file would ask the page for a helper for those.
  const watched = {
    isSeen(node: Node): boolean {
      const element = node instanceof Element ? node : node.parentElement;
      const { top, bottom, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      // What is for screen readers alone is one pixel large.
      return element?.isConnected === true && bottom > 0 && top < innerHeight && width > 1 && height > 1;
    },
    drawn() {
      return {
        seen: changed.findLastIndex((nodes) => nodes.some((node) => this.isSeen(node))),
        all: changed.length - 1,
        shift,
      };
    },
    stands(quiet: number) {
      return new Promise<void>((resolve) => {
        const timer = setInterval(() => {
          if (performance.now() - changedAt < quiet) return;
          clearInterval(timer);
          resolve();
        }, 50);
      });
    },
  };
  Object.assign(globalThis, { watched });
}

/** What it leaves in the page: the number of the last change of what is seen in the window and of the last of all, and when nothing changes any more. */
declare const watched: {
  readonly drawn: () => { readonly seen: number; readonly all: number; readonly shift: number };
  readonly stands: (quiet: number) => Promise<void>;
};

/** When what changed at a mark was painted: the end of the first painting after it, in milliseconds since the navigation. */
function paintedAfter(trace: DocumentTrace, mark: string): number {
  const changed = trace.events.find(({ name, cat }) => name === mark && cat.includes('user_timing'));
  const paint = changed && trace.events.find(({ name, ts }) => name === 'Paint' && ts >= changed.ts);
  if (!changed) throw new Error(`The trace has no mark "${mark}".`);
  // What changes nothing that can be seen is not painted.
  return since(trace, paint ? endOf(paint) : changed.ts);
}

/** How long the main thread had a processor up to `until` milliseconds after the navigation, in milliseconds. */
function busyUntil(trace: DocumentTrace, until: number): number {
  return trace.events
    .filter((event) => event.name === 'RunTask' && since(trace, endOf(event)) <= until)
    .reduce((sum, { dur = 0, tdur = dur }) => sum + tdur / 1000, 0);
}

/** The longest of the main thread's tasks, in milliseconds. */
function longestTask(trace: DocumentTrace): number {
  const tasks = trace.events.filter(({ name }) => name === 'RunTask');
  return Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000));
}

/** A page of the scorecard, opened, and when it was painted. `ready` is there when it stands, but for what comes by itself soon after. */
export async function openTraced(
  { context, session }: BenchBrowser,
  address: string,
  ready: string,
): Promise<{ readonly page: Page } & Painted> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.addInitScript(watchDrawing, drawnMark);
  let last: ReturnType<typeof watched.drawn> | undefined;
  const opening = await recordTrace(session, 'tasks', async () => {
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    await page.evaluate((quiet) => watched.stands(quiet), settled);
    await page.evaluate((mark) => void performance.mark(mark), measuredMark);
    last = await page.evaluate(() => watched.drawn());
  });
  const [opened] = documentTraces(opening, address, 1);
  if (!opened || !last) throw new Error('The scorecard was not traced.');
  const [seen, all] = [last.seen, last.all].map((number) => paintedAfter(opened, `${drawnMark} ${number}`));
  if (seen === undefined || all === undefined) throw new Error('Nothing was drawn.');
  const [seenBusy, allBusy] = [busyUntil(opened, seen), busyUntil(opened, all)];
  return { page, seen, all, seenBusy, allBusy, block: longestTask(opened), shift: last.shift };
}

/** What each painted frame costs the main thread, in milliseconds, while `work` is done again and again; it is told which part of it this is, 0 to 1. */
export async function framesDuring(
  { session }: BenchBrowser,
  page: Page,
  work: (share: number) => Promise<void>,
): Promise<readonly number[]> {
  const events = await recordTrace(session, 'tasks', async () => {
    await page.evaluate((mark) => void performance.mark(mark), interactionMark);
    for (let move = 0; move < moves; move += 1) await work(move / moves);
  });
  const trace = ofPageSince(events);
  return framesSince(trace, trace.start).work;
}

/** The longest task of the page's main thread while it draws anew what was changed elsewhere, as after an import, in milliseconds. */
async function redrawAfterChange({ session }: BenchBrowser, page: Page): Promise<number> {
  const events = await recordTrace(session, 'tasks', async () => {
    await page.evaluate((mark) => {
      performance.mark(mark);
      // As the store tells it (src/store/changes.ts).
      new BroadcastChannel('ssi-scorecard-changes').postMessage('bench');
    }, interactionMark);
    await page.waitForTimeout(settled);
    await page.evaluate((quiet) => watched.stands(quiet), settled);
    await page.evaluate((mark) => void performance.mark(mark), measuredMark);
  });
  return longestTask(ofPageSince(events));
}

/** What the main thread that set the mark of an interaction did from then on. */
function ofPageSince(events: readonly TraceEvent[]): DocumentTrace {
  const mark = events.find(({ name, cat }) => name === interactionMark && cat.includes('user_timing'));
  if (!mark) throw new Error('The trace has no mark of the interaction.');
  const { pid, tid, ts } = mark;
  return { start: ts, events: events.filter((event) => event.pid === pid && event.tid === tid && event.ts >= ts) };
}

/** Opens the scorecard, moves the mouse over its history, zooms into it, and has it drawn anew. */
async function look(browser: BenchBrowser, origin: string): Promise<Looked> {
  const { page, ...painted } = await openTraced(browser, `${origin}/${scorecardPage}`, lastCard);
  const heap = await heapOf(page);
  const redraw = await redrawAfterChange(browser, page);
  const pane = page.locator(`${chart} svg`).first();
  await pane.scrollIntoViewIfNeeded();
  const box = await pane.boundingBox();
  if (!box) throw new Error('The history is not drawn.');
  const y = box.y + Math.min(60, box.height / 2);
  const crosshair = await framesDuring(browser, page, (share) =>
    page.mouse.move(box.x + box.width * (0.15 + 0.7 * share), y),
  );
  await page.mouse.move(box.x + box.width * 0.6, y);
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.down('Control');
  const zoom = await framesDuring(browser, page, (share) => page.mouse.wheel(0, share < 0.5 ? -60 : 60));
  await page.keyboard.up('Control');
  await page.close();
  return { ...painted, redraw, heap, crosshair, zoom };
}

/** What is made of an opening, and the most it may be. */
const figures: readonly {
  readonly name: string;
  readonly unit: Unit;
  readonly of: (looked: Looked) => number;
  readonly most?: number;
}[] = [
  { name: 'opened → all that is seen painted', unit: 'ms', of: ({ seen }) => seen },
  { name: 'opened → all cards painted', unit: 'ms', of: ({ all }) => all },
  { name: 'main thread until all that is seen is painted', unit: 'ms', of: ({ seenBusy }) => seenBusy },
  { name: 'main thread until all cards are painted', unit: 'ms', of: ({ allBusy }) => allBusy },
  { name: 'longest task while it opens', unit: 'ms', of: ({ block }) => block },
  { name: 'layout shift while it opens', unit: 'score', of: ({ shift }) => shift, most: 0 },
  { name: 'longest task while it is drawn anew', unit: 'ms', of: ({ redraw }) => redraw, most: 50 },
  {
    name: 'frame while the crosshair moves, median of a run',
    unit: 'ms',
    of: ({ crosshair }) => median(crosshair),
    most: 16.7,
  },
  {
    name: 'longest frame while the crosshair moves',
    unit: 'ms',
    of: ({ crosshair }) => Math.max(...crosshair),
    most: 33,
  },
  { name: 'frame while zooming, median of a run', unit: 'ms', of: ({ zoom }) => median(zoom), most: 16.7 },
  { name: 'longest frame while zooming', unit: 'ms', of: ({ zoom }) => Math.max(...zoom), most: 33 },
  { name: 'heap', unit: 'MB', of: ({ heap }) => heap, most: 9 },
];

/** What fifty years may take of the time of five. */
const mostOfFive = 1.3;

/** Measures the scorecard with 5 and 50 years. The histories must have been put. */
export async function measureScorecard(browser: BenchBrowser, say: (done: string) => void): Promise<Row[]> {
  const names = ['5 years', '50 years'] as const;
  const looked: Record<(typeof names)[number], Looked[]> = { '5 years': [], '50 years': [] };
  const changed: Painted[] = [];
  for (let round = 0; round <= runs; round += 1) {
    say(`${round} of ${runs}`);
    const five = browser.copy('5 years');
    await letGoOfFrames(five);
    const { page, ...painted } = await openTraced(browser, `${five.origin}/${scorecardPage}`, lastCard);
    await page.close();
    if (round > 0) changed.push(painted);
    for (const name of names) {
      const one = await look(browser, browser.copy(name).origin);
      if (round > 0) looked[name].push(one);
    }
  }
  const group = 'scorecard';
  const ratio = (of: 'seen' | 'all') =>
    looked['50 years'].map((one, run) => one[of] / (looked['5 years'][run]?.[of] ?? Number.NaN));
  return [
    ...names.flatMap((name) =>
      figures.map((figure) =>
        rowOf(group, `${name}: ${figure.name}`, figure.unit, looked[name].map(figure.of), figure.most),
      ),
    ),
    rowOf(
      group,
      '5 years, first opening after a change: opened → all that is seen painted',
      'ms',
      changed.map(({ seen }) => seen),
    ),
    rowOf(group, '50 years / 5 years: all that is seen painted', 'ratio', ratio('seen'), mostOfFive),
    rowOf(group, '50 years / 5 years: all cards painted', 'ratio', ratio('all')),
  ];
}
