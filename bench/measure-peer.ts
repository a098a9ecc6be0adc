import type { Page } from '@playwright/test';
import { stopExtension, type BenchBrowser } from './bench-browser';
import { documentTraces, endOf, measuredMark, recordTrace, since, type DocumentTrace } from './browser-trace';
import { measureVisit } from './measure-reading';
import { rowOf, type Row } from './row';
import { runs } from './runs';

/** A popup of any extension, and the same page without its scripts. */
export interface Peer {
  readonly name: string;
  /** `chrome-extension://…`, without a slash at its end. */
  readonly origin: string;
  readonly page: string;
  readonly bare: string;
  /** A browser that has this extension alone, for LinkedIn's page. */
  readonly alone: BenchBrowser;
}

/** A popup's size, in CSS pixels. */
const size = { width: 400, height: 600 };

/** A page of which nothing is known is watched for so long once it has loaded, in milliseconds: what is painted in this time belongs to opening. */
const watched = 700;

/**
 * When the last painting of its main thread ended, in milliseconds since the navigation. Of ours, too: nobody says of a stranger's page what it paints when
 * idle, and none is spared it.
 */
function lastPaint(trace: DocumentTrace): number {
  const paint = trace.events.findLast(({ name }) => name === 'Paint');
  if (!paint) throw new Error('Nothing was painted.');
  return since(trace, endOf(paint));
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(watched);
  await page.evaluate((mark) => void performance.mark(mark), measuredMark);
}

/** Measures popups in tabs, warm and cold, and what each content script adds to the SSI page, all in turns. `browser` has all of the extensions, `plain` none. */
export async function measurePeers(
  browser: BenchBrowser,
  plain: BenchBrowser,
  peers: readonly Peer[],
  say: (done: string) => void,
): Promise<Row[]> {
  const group = 'popup';
  const rows: Row[] = [];
  for (const state of ['warm', 'cold'] as const) {
    const painted = await paintedTimes(browser, peers, state, say);
    for (const { name, origin, page, bare } of peers) {
      const [full, empty] = [painted.get(`${origin}/${page}`) ?? [], painted.get(`${origin}/${bare}`) ?? []];
      rows.push(
        rowOf(group, `${name}, ${state}: opened → everything painted, in a tab`, 'ms', full),
        rowOf(group, `${name}, ${state}: its bare page`, 'ms', empty),
        rowOf(
          group,
          `${name}, ${state}: everything painted / bare`,
          'ratio',
          full.map((value, run) => value / (empty[run] ?? Number.NaN)),
        ),
      );
    }
  }
  return [...rows, ...(await addedToPage(plain, peers, say))];
}

/** By address. */
async function paintedTimes(
  browser: BenchBrowser,
  peers: readonly Peer[],
  state: 'warm' | 'cold',
  say: (done: string) => void,
): Promise<Map<string, number[]>> {
  const pages = peers.flatMap((peer) =>
    [peer.page, peer.bare].map((path) => ({ peer, address: `${peer.origin}/${path}` })),
  );
  const events = await recordTrace(browser.session, 'painting', async () => {
    // Round 0 warms up.
    for (let round = 0; round <= runs; round += 1) {
      say(`popups, ${state}, ${round} of ${runs}`);
      for (const { peer, address } of round % 2 === 0 ? pages : pages.toReversed()) {
        if (state === 'cold') await stopExtension(browser, peer);
        const page = await browser.context.newPage();
        await page.setViewportSize(size);
        await open(page, address);
        await page.close();
      }
    }
  });
  return new Map(
    pages.map(({ address }) => [
      address,
      documentTraces(events, address, runs + 1)
        .slice(1)
        .map(lastPaint),
    ]),
  );
}

/** How much longer LinkedIn's thread has a processor with each of them than without any. */
async function addedToPage(plain: BenchBrowser, peers: readonly Peer[], say: (done: string) => void): Promise<Row[]> {
  const without: number[] = [];
  const visits = new Map(peers.map(({ name }) => [name, { processor: [] as number[], ran: 0 }]));
  for (let round = 0; round <= runs; round += 1) {
    say(`the SSI page, ${round} of ${runs}`);
    const bare = await measureVisit(plain, 0);
    if (round > 0) without.push(bare.processor);
    for (const { name, alone } of peers) {
      const visit = await measureVisit(alone, 0);
      const known = visits.get(name);
      if (round === 0 || !known) continue;
      known.processor.push(visit.processor);
      if (visit.started > 0) known.ran += 1;
    }
  }
  return peers.map(({ name }) => {
    const { processor = [], ran = 0 } = visits.get(name) ?? {};
    const what = ran === 0 ? 'has no content script there' : 'content script, main thread (all it adds to the page)';
    return rowOf(
      'SSI page',
      `${name}: ${what}`,
      'ms',
      processor.map((value, run) => value - (without[run] ?? Number.NaN)),
    );
  });
}
