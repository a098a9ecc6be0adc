import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LocalDay } from '../src/core/score/local-day';
import { addDays } from '../src/core/score/local-day';
import { capturedSeries, type StandInMember } from '../tests/linkedin/captured-members';
import type { Respond } from '../tests/linkedin/linkedin-server';
import { ssiPage } from '../tests/linkedin/ssi-page';
import { processesEnd, putMember, stopExtension, type BenchBrowser } from './bench-browser';
import { documentTraces, endOf, measuredMark, recordTrace, type DocumentTrace, type TraceEvent } from './browser-trace';
import { madeUpMember } from './made-up-member';
import { rowOf, type Row } from './row';
import { runs } from './runs';

const address = 'https://www.linkedin.com/sales/ssi';

/** From load until the stand-in paints the score, in milliseconds; LinkedIn takes longer, with nothing for us to do in it. */
const paintAfter = 600;

/** From the score on, the badges are waited for so long, in milliseconds; longer when the browser must first start the extension. */
const badgesWithin = 500;
const badgesWithinCold = 750;

/** What still runs is looked for in the second after that. */
const watchedAfter = 1000;

const scoreStands = 'score-stands';

/** The member of the stand-in: everything the page can show, so that the reader has nothing to wait for. */
function memberNow(): StandInMember {
  const member = capturedSeries().at(-1)?.member;
  if (!member) throw new Error('The captured series is empty.');
  return member;
}

/** Answers with the SSI page of a member, whose score says in the trace when it stands. */
export const respondWithScore: Respond = (url) => {
  if (url.pathname !== '/sales/ssi') return { status: 404, body: 'The benchmark has only the SSI page.' };
  const page = ssiPage(memberNow(), { paintAfter });
  const marked = page.replace('paint(frames.shift());', `paint(frames.shift()); performance.mark('${scoreStands}');`);
  if (marked === page) throw new Error('The stand-in paints otherwise than it did: its score cannot be marked.');
  return marked;
};

/** Five years of readings like the one the page shows, up to the day before `today`. */
export async function putPastOf(browser: BenchBrowser, name: string, today: LocalDay): Promise<void> {
  const past = madeUpMember(Math.round(5 * 365.25), addDays(today, -1), memberNow().scores);
  await putMember(browser.copy(name), past);
}

export interface Visit {
  /** Milliseconds from the score standing until the snapshot's transaction was complete; NaN without the extension. */
  readonly stored: number;
  /** Milliseconds from the score standing until the last painting after it; NaN when the badges did not come in time. */
  readonly painted: number;
  /** How long the content script took to be compiled and started, in milliseconds; 0 without the extension. */
  readonly started: number;
  /** How long the main thread was busy from the navigation until everything was painted and a second passed, in milliseconds. */
  readonly busy: number;
  /** How much of that it had a processor, in milliseconds: not the time that it waited for one, or for another process. */
  readonly processor: number;
  readonly longTasks: number;
  /** Cumulative layout shift (web.dev/cls) of the whole visit. */
  readonly shift: number;
  /** Calls of the extension's code on the page's main thread up to then, and in the last second. */
  readonly calls: number;
  readonly callsAfter: number;
  /** Timers and frames that were asked for, and neither came nor were taken back. */
  readonly left: number;
  /** Elements beside `head` and `body`: the badges' host. */
  readonly hosts: number;
}

/** Visits the page and stays for `stay` milliseconds after the score. Returns how many elements stand beside head and body. */
async function visitPage(page: Page, stay: number): Promise<number> {
  await page.goto(address);
  await page.locator('figcaption').first().waitFor();
  await page.waitForTimeout(stay);
  return page.evaluate((mark) => {
    performance.mark(mark);
    return document.documentElement.childElementCount - 2;
  }, measuredMark);
}

/** What nobody should do to LinkedIn's page: hold it up, move it, leave a timer. */
const everythingWrong = `setTimeout(() => {
  for (const end = performance.now() + 120; performance.now() < end; );
  document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 200px' }));
  setInterval(() => undefined, 10_000);
}, ${paintAfter + 200});`;

/** Throws unless what is counted to be nothing is seen where it is: instruments that find nothing anywhere would find us without fault. */
async function tryInstruments(plain: BenchBrowser): Promise<void> {
  const { longTasks, shift, left } = await measureVisit(plain, 0, everythingWrong);
  if (longTasks > 0 && shift > 0 && left > 0) return;
  throw new Error(
    `A page that does everything wrong has ${longTasks} long tasks, ${shift} of shift and ${left} timers left.`,
  );
}

/** One visit in a tab of its own, traced. `script` runs in the page before its own. */
export async function measureVisit({ context, session }: BenchBrowser, longer: number, script = ''): Promise<Visit> {
  const page = await context.newPage();
  await page.addInitScript(script);
  let hosts = 0;
  const events = await recordTrace(session, 'all', async () => {
    hosts = await visitPage(page, badgesWithin + longer);
  });
  await page.close();
  const [trace] = documentTraces(events, address, 1);
  if (!trace) throw new Error('The visit was not traced.');
  return visitOf(trace, events, hosts, badgesWithin);
}

/** Visits that find nothing of the extension running, all in one trace. */
async function measureColdVisits(browser: BenchBrowser): Promise<Visit[]> {
  const [copy] = browser.copies;
  if (!copy) throw new Error('This browser has no extension.');
  const hosts: number[] = [];
  const events = await recordTrace(browser.session, 'all', async () => {
    for (let run = 0; run < runs; run += 1) {
      await stopExtension(browser, copy);
      const page = await browser.context.newPage();
      hosts.push(await visitPage(page, badgesWithinCold));
      await page.close();
    }
  });
  return documentTraces(events, address, runs).map((trace, index) =>
    visitOf(trace, events, hosts[index] ?? 0, badgesWithinCold),
  );
}

function visitOf(trace: DocumentTrace, events: readonly TraceEvent[], hosts: number, within: number): Visit {
  const mark = trace.events.find(({ name, ts }) => name === scoreStands && ts > trace.start);
  if (!mark) throw new Error('The score never stood in the page.');
  const end = mark.ts + within * 1000;
  const stored = storedAt(events, mark.ts);
  // With badges, a painting before their numbers were stored is the page's own.
  const from = hosts > 0 ? stored : mark.ts;
  const paint = trace.events.findLast(({ name, ts }) => name === 'Paint' && ts > from && ts < end);
  const tasks = trace.events.filter(({ name, ts }) => name === 'RunTask' && ts < end);
  const entered = trace.events.find(isOurs)?.ts ?? trace.start;
  return {
    stored: (stored - mark.ts) / 1000,
    painted: paint ? (endOf(paint) - mark.ts) / 1000 : Number.NaN,
    started: trace.events
      .filter((event) => event.name === 'EvaluateScript' && isOurs(event))
      .reduce((sum, { dur = 0 }) => sum + dur / 1000, 0),
    busy: tasks.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0),
    processor: tasks.reduce((sum, { tdur = Number.NaN }) => sum + tdur / 1000, 0),
    longTasks: tasks.filter(({ ts, dur = 0 }) => ts + dur > entered && dur > 50_000).length,
    shift: trace.events
      .filter(({ name }) => name === 'LayoutShift')
      .reduce((sum, { args }) => sum + Number(args.data?.['weighted_score_delta'] ?? 0), 0),
    calls: trace.events.filter((event) => event.name === 'FunctionCall' && event.ts < end && isOurs(event)).length,
    callsAfter: trace.events.filter((event) => event.ts >= end && isOurs(event)).length,
    left: outstanding(trace),
    hosts,
  };
}

/** Whether an event is code of an extension being run. */
function isOurs({ name, args }: TraceEvent): boolean {
  const address = args.data?.['url'];
  return (
    (name === 'FunctionCall' || name === 'EvaluateScript') &&
    typeof address === 'string' &&
    address.startsWith('chrome-extension://')
  );
}

/** When the first transaction that put something after `from` was complete, in microseconds of the trace's clock; NaN when none was. */
function storedAt(events: readonly TraceEvent[], from: number): number {
  const put = events.find(({ name, ts }) => name === 'Database::PutOperation' && ts > from);
  const complete = put && events.find(({ name, ts }) => name === 'IDBTransaction::onComplete' && ts > put.ts);
  return complete?.ts ?? Number.NaN;
}

/** How many timers and frames of the page wait at the end of the trace. */
function outstanding({ events }: DocumentTrace): number {
  const waiting = new Set<string>();
  const repeating = new Set<string>();
  for (const { name, args } of events) {
    const timer = `timer ${String(args.data?.['timerId'])}`;
    const frame = `frame ${String(args.data?.['id'])}`;
    if (name === 'TimerInstall') {
      waiting.add(timer);
      if (args.data?.['singleShot'] === false) repeating.add(timer);
    }
    if (name === 'TimerRemove' || (name === 'TimerFire' && !repeating.has(timer))) waiting.delete(timer);
    if (name === 'RequestAnimationFrame') waiting.add(frame);
    if (name === 'CancelAnimationFrame' || name === 'FireAnimationFrame') waiting.delete(frame);
  }
  return waiting.size;
}

/** What the browser's sampling profiler found of the content script in one visit, in milliseconds. */
interface Profile {
  /** Its code, with everything the browser did on its behalf. */
  readonly script: number;
  /** Of that, the reader: `src/content/page/`. */
  readonly reader: number;
}

/** Microseconds between two samples. Each interrupts what it measures: with 100 the reader takes a seventh longer. */
const sampling = 400;

/** One visit has few samples of the reader, and they vary; profiled so often in each round. */
const profilesOfRound = 2;

/** Profiles a visit. `sources` is the source file of each line of the built content script. */
async function profile({ context }: BenchBrowser, sources: readonly string[]): Promise<Profile> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: sampling });
  await session.send('Profiler.start');
  await page.goto(address);
  await page.locator('figcaption').first().waitFor();
  await page.waitForTimeout(badgesWithin / 2);
  const { profile: recorded } = await session.send('Profiler.stop');
  await session.detach();
  await page.close();
  const parents = new Map<number, number>();
  for (const { id, children } of recorded.nodes) for (const child of children ?? []) parents.set(child, id);
  const nodes = new Map(recorded.nodes.map((node) => [node.id, node]));
  /** The source file of ours that a sample lies in or, when the browser worked on its behalf, below. */
  const sourceOf = (id: number): string | undefined => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const frame = nodes.get(at)?.callFrame;
      if (frame?.url.endsWith('/content.js')) return sources[frame.lineNumber] ?? '';
    }
    return undefined;
  };
  let script = 0;
  let reader = 0;
  (recorded.samples ?? []).forEach((sample, index) => {
    const source = sourceOf(sample);
    const time = (recorded.timeDeltas?.[index + 1] ?? 0) / 1000;
    if (source === undefined) return;
    script += time;
    if (source.startsWith('src/content/page/')) reader += time;
  });
  return { script, reader };
}

/** For each line of the built content script, counted from 0, the source file it comes from: the build says so in comments. */
function sourcesOf(builtExtension: string): string[] {
  let source = '';
  return readFileSync(join(builtExtension, 'content.js'), 'utf8')
    .split('\n')
    .map((line) => {
      source = /^\t?\/\/ ((?:src|node_modules)\/\S+)$/.exec(line)?.[1] ?? source;
      return source;
    });
}

/**
 * Measures what happens on LinkedIn's page, beside a browser without the extension. The copy's past must have been put; `extension` is its folder.
 */
export async function measureReading(
  browser: BenchBrowser,
  plain: BenchBrowser,
  extension: string,
  say: (done: string) => void,
): Promise<Row[]> {
  const ours: Visit[] = [];
  const without: Visit[] = [];
  const profiles: Profile[] = [];
  const sources = sourcesOf(extension);
  await tryInstruments(plain);
  // Round 0 warms up.
  for (let round = 0; round <= runs; round += 1) {
    say(`${round} of ${runs}`);
    const one = await measureVisit(browser, watchedAfter);
    const other = await measureVisit(plain, 0);
    if (round === 0) continue;
    ours.push(one);
    without.push(other);
    for (let once = 0; once < profilesOfRound; once += 1) profiles.push(await profile(browser, sources));
    await processesEnd();
  }
  say('cold');
  const cold = await measureColdVisits(browser);
  const group = 'reading';
  const of = (visits: readonly Visit[], what: keyof Visit): number[] => visits.map((one) => one[what]);
  const more = (what: keyof Visit): number[] =>
    ours.map((one, index) => one[what] - (without[index]?.[what] ?? Number.NaN));
  // Nothing would be faster than a script that never ran, and a reader that was not found in the profile.
  if (![...ours, ...cold].every(({ hosts, started, calls }) => hosts > 0 && started > 0 && calls > 0)) {
    throw new Error('On a visit there were no badges: what was measured is LinkedIn’s page alone.');
  }
  if (profiles.filter(({ reader }) => reader > 0).length * 2 < profiles.length) {
    throw new Error('The reader is not in most profiles: the built script says no more where its lines come from.');
  }
  return [
    rowOf(group, 'score stands → stored', 'ms', of(ours, 'stored'), 50),
    rowOf(group, 'score stands → stored, cold worker and process', 'ms', of(cold, 'stored')),
    rowOf(group, 'score stands → badges painted', 'ms', of(ours, 'painted'), 100),
    rowOf(group, 'score stands → badges painted, cold worker and process', 'ms', of(cold, 'painted')),
    rowOf(group, 'score stands → painted, without the extension', 'ms', of(without, 'painted')),
    rowOf(
      group,
      'reader, main thread',
      'ms',
      profiles.map(({ reader }) => reader),
      5,
    ),
    rowOf(group, 'content script, compiled and started', 'ms', of(ours, 'started')),
    rowOf(
      group,
      'content script, main thread (its code)',
      'ms',
      profiles.map(({ script }) => script),
    ),
    rowOf(group, 'content script, main thread (all it adds to the page)', 'ms', more('processor'), 30),
    rowOf(group, 'content script, main thread (all it adds, by the clock)', 'ms', more('busy')),
    rowOf(group, 'main thread without the extension', 'ms', of(without, 'processor')),
    rowOf(group, 'main thread without the extension, by the clock', 'ms', of(without, 'busy')),
    rowOf(group, 'long tasks (over 50 ms)', 'count', of(ours, 'longTasks'), 0),
    rowOf(group, 'layout shift added (CLS)', 'score', more('shift'), 0),
    rowOf(group, 'calls of its code in the second after the first', 'count', of(ours, 'callsAfter'), 0),
    // The one takes "Saved" away again.
    rowOf(group, 'timers and frames left after that', 'count', more('left'), 1),
  ];
}
