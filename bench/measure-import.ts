import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { BenchBrowser } from './bench-browser';
import { endOf, recordTrace, type TraceEvent } from './browser-trace';
import { madeUpMember } from './made-up-member';
import { rowOf, type Row } from './row';

/** Fifty years of days, of each of three members. */
const days = 18_250;
const members = ['a', 'b', 'c'].map((letter) => letter.repeat(64));

/** Writes a backup of 54,750 days into `folder` and returns where it is. It is one of version 1, which every version reads. */
export function writeLongBackup(folder: string): string {
  const centre = { brand: 17.6, people: 11.2, insights: 14.9, relationships: 19.3 };
  const { snapshots } = madeUpMember(days, '2026-10-16', centre);
  const backup = {
    format: 'ssi-scorecard',
    version: 1,
    members: members.map((id) => ({ id, since: 0 })),
    snapshots: members.flatMap((member) =>
      snapshots.map((row) => ({ ...row, member, readAt: Math.max(0, row.readAt) })),
    ),
  };
  const file = join(folder, 'fifty-years.json');
  writeFileSync(file, JSON.stringify(backup));
  return file;
}

/** One import by hand, in milliseconds. */
interface TimedImport {
  /** From choosing the file until its preview can be answered. */
  readonly read: number;
  /** From "Import" until the page says that it is done. */
  readonly written: number;
}

/** For so long after it was said, in milliseconds, the page is watched drawing anew. */
const redrawing = 1000;

const [chosenMark, askedMark, doneMark] = ['bench-import-chosen', 'bench-import-asked', 'bench-import-done'];

/** A tab of the extension at `origin`, whose history is emptied. */
async function emptied({ context }: BenchBrowser, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/popup/index.html`);
  await page.evaluate(emptyStores);
  return page;
}

/** Imports `file` in `page`, on the data card of the scorecard at `origin`. Throws unless all of it has come in. */
async function importOnce(page: Page, origin: string, file: string): Promise<TimedImport> {
  await page.goto(`${origin}/scorecard/index.html#data`);
  const take = page.locator('#data').getByRole('button', { name: 'Import', exact: true });
  await mark(page, chosenMark);
  const started = performance.now();
  await page.locator('#data input[type=file]').first().setInputFiles(file);
  await take.waitFor({ timeout: 60_000 });
  await mark(page, askedMark);
  const asked = performance.now();
  await take.click();
  await page.locator('.toast').waitFor({ timeout: 60_000 });
  const done = performance.now();
  await page.waitForTimeout(redrawing);
  await mark(page, doneMark);
  const count = await page.evaluate(countDays);
  if (count !== days * members.length) throw new Error(`${count} days came in.`);
  return { read: asked - started, written: done - asked };
}

/**
 * The longest task of the page's main thread while the file was read, while it was written, and after that, when all is drawn anew: the
 * milliseconds in which it had a processor. */
async function longestBlocks(
  browser: BenchBrowser,
  origin: string,
  file: string,
): Promise<{ readonly read: number; readonly written: number; readonly redrawn: number }> {
  const page = await emptied(browser, origin);
  const events = await recordTrace(browser.session, 'store', async () => {
    await importOnce(page, origin, file);
  });
  await page.close();
  const at = (name: string): TraceEvent => {
    const found = events.find((event) => event.name === name && event.cat.includes('user_timing'));
    if (!found) throw new Error(`The trace has no mark "${name}".`);
    return found;
  };
  const [chosen, asked, done] = [at(chosenMark), at(askedMark), at(doneMark)];
  const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && pid === asked.pid && tid === asked.tid);
  if (tasks.length === 0) throw new Error('The trace has no task of the page.');
  const longest = (from: number, to: number): number =>
    Math.max(
      0,
      ...tasks.filter((task) => task.ts >= from && endOf(task) <= to).map(({ dur = 0, tdur = dur }) => tdur / 1000),
    );
  const put = events.findLast(({ name, ts }) => name === 'Database::PutOperation' && ts < done.ts);
  const stored = put && events.find(({ name, ts }) => name === 'IDBTransaction::onComplete' && ts > put.ts);
  if (!stored) throw new Error('The trace has no transaction that wrote.');
  return {
    read: longest(chosen.ts, asked.ts),
    written: longest(asked.ts, stored.ts),
    redrawn: longest(stored.ts, done.ts),
  };
}

async function mark(page: Page, name: string): Promise<void> {
  await page.evaluate((text) => void performance.mark(text), name);
}

/** Runs in a page of the extension, which gets its text: nothing is in the history any more. */
function emptyStores(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const names = [...opening.result.objectStoreNames];
      const transaction = opening.result.transaction(names, 'readwrite');
      for (const name of names) transaction.objectStore(name).clear();
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      transaction.onerror = () => reject(transaction.error ?? new Error('The store was not emptied.'));
    };
  });
}

/** Runs in a page of the extension, which gets its text: how many days the history has. */
function countDays(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const count = opening.result.transaction('snapshots').objectStore('snapshots').count();
      count.onsuccess = () => {
        opening.result.close();
        resolve(count.result);
      };
      count.onerror = () => reject(count.error ?? new Error('The days were not counted.'));
    };
  });
}

/** Measures how a file of fifty years of three members is taken in by hand, in the copy `name`, whose history is deleted by it. */
export async function measureImport(
  browser: BenchBrowser,
  name: string,
  file: string,
  say: (done: string) => void,
): Promise<Row[]> {
  const { origin } = browser.copy(name);
  say('its time');
  // Once: it takes seconds and varies little.
  const page = await emptied(browser, origin);
  const { read, written } = await importOnce(page, origin, file);
  await page.close();
  say('its blocks');
  const blocks = await longestBlocks(browser, origin, file);
  const group = 'import';
  const of = `${(days * members.length).toLocaleString('en')} days`;
  return [
    rowOf(group, `${of}: chosen → preview shown`, 'ms', [read]),
    rowOf(group, `${of}: preview → all is imported and said`, 'ms', [written], 5000),
    rowOf(group, `${of}: longest block of the page while it is read`, 'ms', [blocks.read], 50),
    rowOf(group, `${of}: longest block of the page while it is written`, 'ms', [blocks.written], 50),
    rowOf(group, `${of}: longest block of the page, drawing it anew`, 'ms', [blocks.redrawn], 50),
  ];
}
