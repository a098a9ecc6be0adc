import type { Page } from '@playwright/test';
import { heapOf, type BenchBrowser } from './bench-browser';
import { documentTraces, endOf, measuredMark, recordTrace, type DocumentTrace } from './browser-trace';
import { paintedAt } from './measure-popup';
import { median, rowOf, type Row } from './row';
import { runs } from './runs';

/** A person's screen, in CSS pixels. */
const size = { width: 1200, height: 900 };

/** How long a page that shows its chart is watched on, in milliseconds. */
const settled = 300;

/** Moves of the mouse, and notches of the wheel, in one run. */
const moves = 16;

export const scorecardPage = 'scorecard/index.html';
export const chart = '#history .chart';

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

interface Looked {
  readonly painted: number;
  readonly heap: number;
  readonly crosshair: readonly number[];
  readonly zoom: readonly number[];
}

/** A page of the scorecard, opened, and when everything that can be seen of it was painted, in milliseconds since the navigation. */
export async function openTraced(
  { context, session }: BenchBrowser,
  address: string,
  ready: string,
): Promise<{ readonly page: Page; readonly painted: number }> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  const opening = await recordTrace(session, 'all', async () => {
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    await page.waitForTimeout(settled);
    await page.evaluate((mark) => void performance.mark(mark), measuredMark);
  });
  const [opened] = documentTraces(opening, address, 1);
  if (!opened) throw new Error('The scorecard was not traced.');
  return { page, painted: paintedAt(opened) };
}

/** What each painted frame costs the main thread, in milliseconds, while `work` is done again and again; it is told which part of it this is, 0 to 1. */
export async function framesDuring(
  { session }: BenchBrowser,
  page: Page,
  work: (share: number) => Promise<void>,
): Promise<readonly number[]> {
  const events = await recordTrace(session, 'all', async () => {
    await page.evaluate((mark) => void performance.mark(mark), interactionMark);
    for (let move = 0; move < moves; move += 1) await work(move / moves);
  });
  const mark = events.find(({ name, cat }) => name === interactionMark && cat.includes('user_timing'));
  if (!mark) throw new Error('The trace has no mark of the interaction.');
  const { pid, tid, ts } = mark;
  const ofPage = events.filter((event) => event.pid === pid && event.tid === tid);
  return framesSince({ start: ts, events: ofPage }, ts).work;
}

/** Opens the scorecard, moves the mouse over its history, and zooms into it. */
async function look(browser: BenchBrowser, origin: string): Promise<Looked> {
  const { page, painted } = await openTraced(browser, `${origin}/${scorecardPage}`, chart);
  const heap = await heapOf(page);
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
  return { painted, heap, crosshair, zoom };
}

/** Measures the scorecard with 5 and 50 years. The histories must have been put. */
export async function measureScorecard(browser: BenchBrowser, say: (done: string) => void): Promise<Row[]> {
  const names = ['5 years', '50 years'] as const;
  const looked: Record<(typeof names)[number], Looked[]> = { '5 years': [], '50 years': [] };
  for (let round = 0; round <= runs; round += 1) {
    say(`${round} of ${runs}`);
    for (const name of names) {
      const one = await look(browser, browser.copy(name).origin);
      if (round > 0) looked[name].push(one);
    }
  }
  const group = 'scorecard';
  return names.flatMap((name) => [
    rowOf(
      group,
      `${name}: opened → everything painted`,
      'ms',
      looked[name].map(({ painted }) => painted),
    ),
    rowOf(
      group,
      `${name}: frame while the crosshair moves, median of a run`,
      'ms',
      looked[name].map(({ crosshair }) => median(crosshair)),
      16.7,
    ),
    rowOf(
      group,
      `${name}: longest frame while the crosshair moves`,
      'ms',
      looked[name].map(({ crosshair }) => Math.max(...crosshair)),
      33,
    ),
    rowOf(
      group,
      `${name}: frame while zooming, median of a run`,
      'ms',
      looked[name].map(({ zoom }) => median(zoom)),
      16.7,
    ),
    rowOf(
      group,
      `${name}: longest frame while zooming`,
      'ms',
      looked[name].map(({ zoom }) => Math.max(...zoom)),
      33,
    ),
    rowOf(
      group,
      `${name}: heap`,
      'MB',
      looked[name].map(({ heap }) => heap),
      20,
    ),
  ]);
}
