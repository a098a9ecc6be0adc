import { createHash } from 'node:crypto';
import { cpSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import { launchChromium, type ChromiumLaunch } from '../tests/e2e/launch-chromium';
import type { MadeUpMember } from './made-up-member';

/** One of the copies of the built extension that run side by side, each with an id, a process and a store of its own. */
export interface ExtensionCopy {
  readonly name: string;
  readonly id: string;
  /** `chrome-extension://…`, without a slash at its end. */
  readonly origin: string;
  /** The one that runs now: another each time that it was stopped. Throws while it is. */
  readonly worker: Worker;
}

/** A browser to measure in. */
export interface BenchBrowser {
  readonly context: BrowserContext;
  /** Talks to the whole browser. */
  readonly session: CDPSession;
  readonly copies: readonly ExtensionCopy[];
  /** Chromium's product and version. */
  readonly version: string;
  copy(name: string): ExtensionCopy;
  close(): Promise<void>;
}

/** The page of the copies that is nothing but the popup's document and style sheet: no script, one line of text. */
export const barePage = 'bare.html';

/**
 * Copies the built extension into `folder` under `name`, with what only the benchmark needs: a bare page, and `extra` files by their names.
 * Returns where the copy is. What ships is not touched.
 */
export function copyExtension(
  built: string,
  folder: string,
  name: string,
  extra: Readonly<Record<string, string>> = {},
): string {
  const copy = join(folder, name);
  cpSync(built, copy, { recursive: true });
  const manifestFile = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as object;
  // Without a key its id is of its folder, and each copy's its own.
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, short_name: name, key: undefined }));
  const files: Record<string, string> = { ...extra, [barePage]: bareDocumentOf(join(copy, 'popup', 'index.html')) };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(copy, file), text);
  return copy;
}

/** An extension's page without its scripts: what its style sheets make of one word. */
function bareDocument(page: string): string {
  const bare = withoutScripts(page);
  return /<body[\s>]/.test(bare)
    ? bare.replace(/(<body[^>]*>)[\s\S]*?(<\/body>|$)/, '$1<main>Bare</main>$2')
    : `${bare}<main>Bare</main>`;
}

function withoutScripts(page: string): string {
  return page
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link\b[^>]*\brel=["']?(modulepreload|preload|prefetch)\b[^>]*>/g, '');
}

function bareDocumentOf(file: string): string {
  const page = readFileSync(file, 'utf8');
  const bare = withoutScripts(page).replace(/<main([^>]*)><\/main>/, '<main$1>SSI Scorecard</main>');
  if (bare.includes('<script') || !bare.includes('stylesheet') || !bare.includes('>SSI Scorecard</main>')) {
    throw new Error('The popup’s document has changed: no bare page can be made of it.');
  }
  return bare;
}

/** Where an unpacked extension without a key lives: Chromium makes its id of the path of its folder. */
export function originOf(folder: string): string {
  const digest = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  const id = digest.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  return `chrome-extension://${id}`;
}

/**
 * Starts a browser with the extensions in these folders, or with none, and waits until each has its worker and its store. `name` is its own. Of `others`, which are
 * nobody's copies of ours, nothing is waited for.
 */
export async function launchBenchBrowser(
  folder: string,
  name: string,
  extensions: readonly string[],
  options: Omit<ChromiumLaunch, 'extension' | 'profile'>,
  others: readonly string[] = [],
): Promise<BenchBrowser> {
  const loaded = [...extensions, ...others];
  const profile = join(folder, `profile of ${name}`);
  const context = await launchChromium({
    ...options,
    profile,
    keepsWelcome: true,
    ...(loaded.length > 0 && { extension: loaded.join(',') }),
    // Or the popup would be cut to the smallest of screens.
    arguments: ['--screen-info={1600x1200}', ...(options.arguments ?? [])],
  });
  const browser = context.browser();
  if (!browser) throw new Error('There is no browser to talk to.');
  const session = await browser.newBrowserCDPSession();
  const origins = extensions.map(originOf);
  const isOurs = (url: string) => origins.some((origin) => url.startsWith(origin));
  const workers = () => context.serviceWorkers().filter((worker) => isOurs(worker.url()));
  while (workers().length < extensions.length) await context.waitForEvent('serviceworker');
  const copies = await Promise.all(
    workers().map(async (worker): Promise<ExtensionCopy> => {
      const name = await worker.evaluate(() => chrome.runtime.getManifest().short_name ?? '');
      const id = new URL(worker.url()).host;
      const origin = `chrome-extension://${id}`;
      return {
        name,
        id,
        origin,
        get worker() {
          const running = context.serviceWorkers().findLast((one) => one.url().startsWith(origin));
          if (!running) throw new Error(`The worker of "${name}" was stopped.`);
          return running;
        },
      };
    }),
  );
  await Promise.all(copies.map(makeStore.bind(undefined, context)));
  // Each copy opens its page of welcome once.
  const welcomes = () => context.pages().filter((page) => page.url().endsWith('#welcome') && isOurs(page.url()));
  while (welcomes().length < extensions.length) await context.pages()[0]?.waitForTimeout(50);
  for (const page of welcomes()) await page.close();
  if (others.length > 0) await closeWelcomesOf(context, others.map(originOf));
  return {
    context,
    session,
    copies,
    version: `Chromium ${browser.version()}`,
    copy: (name) => {
      const found = copies.find((copy) => copy.name === name);
      if (!found) throw new Error(`There is no copy "${name}".`);
      return found;
    },
    close: () => context.close(),
  };
}

/** Pages that others open after their installation would be measured along. How long they take nobody knows. */
async function closeWelcomesOf(context: BrowserContext, origins: readonly string[]): Promise<void> {
  await context.pages()[0]?.waitForTimeout(2000);
  const [first, ...more] = context.pages();
  for (const page of more) await page.close();
  if (origins.some((origin) => first?.url().startsWith(origin))) await first?.goto('about:blank');
}

/** The extension's own code makes the store; a page of it that is opened waits for that. */
async function makeStore(context: BrowserContext, { origin }: ExtensionCopy): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/popup/index.html`);
  await page.locator('button').first().waitFor();
  await page.close();
}

/** Copies an extension of others into `folder` under `name`, with a bare page beside `page`, and the bare one's path. What was built is not touched. */
export function copyOther(built: string, folder: string, name: string, page: string): { folder: string; bare: string } {
  const copy = join(folder, name);
  cpSync(built, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, key: undefined }));
  // Beside it, for its style sheets may be named from there.
  const [path = ''] = page.split(/[?#]/);
  const bare = `${path.slice(0, path.lastIndexOf('/') + 1)}bench-bare.html`;
  writeFileSync(join(copy, bare), bareDocument(readFileSync(join(copy, path), 'utf8')));
  return { folder: copy, bare };
}

/** Puts everything of a made-up member into the store of a copy. Throws unless it is there then: nothing would be faster than an empty history. */
export async function putMember({ worker }: ExtensionCopy, member: MadeUpMember): Promise<void> {
  for (const [store, rows] of Object.entries(member) as [string, readonly unknown[]][]) {
    if (rows.length > 0) await worker.evaluate(putRows, { store, rows: JSON.stringify(rows) });
  }
  const { length: days, 0: first } = member.snapshots;
  const found = first === undefined ? 0 : await worker.evaluate(countRows, first.member);
  if (found !== days) throw new Error(`${found} days are in the store, not ${days}.`);
}

/** Lets go of what the pages of a copy would begin with, as a change does. */
export async function letGoOfFrames({ worker }: ExtensionCopy): Promise<void> {
  await worker.evaluate(() => chrome.storage.session.clear());
}

/** Runs in the extension's worker, which gets its text: how many days there are of a member. */
function countRows(member: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const snapshots = opening.result.transaction('snapshots').objectStore('snapshots');
      const count = snapshots.count(IDBKeyRange.bound([member], [member, []]));
      count.onsuccess = () => {
        opening.result.close();
        resolve(count.result);
      };
      count.onerror = () => reject(count.error ?? new Error('The days were not counted.'));
    };
  });
}

/** Runs in the extension's worker, which gets its text. The rows are JSON: objects the runner would take apart one by one. */
function putRows({ store, rows }: { store: string; rows: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, 'readwrite');
      for (const row of JSON.parse(rows) as unknown[]) transaction.objectStore(store).put(row);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      transaction.onerror = () => reject(transaction.error ?? new Error('The rows were not stored.'));
    };
  });
}

/** What a page's JavaScript holds, in MB (10^6 bytes), after everything that nothing refers to was collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** Starts a copy's worker after `stopExtension`: a message is an event. */
export async function startExtension(
  { context }: BenchBrowser,
  { origin }: Pick<ExtensionCopy, 'origin'>,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/${barePage}`);
  await page.evaluate(() => chrome.runtime.sendMessage({ type: 'bench' }).catch(() => undefined));
  const isRunning = () => context.serviceWorkers().some((worker) => worker.url().startsWith(origin));
  while (!isRunning()) await context.waitForEvent('serviceworker');
  await page.close();
}

/** Stops a copy's worker and waits until its process is gone. The worker starts again with the next event; until then nothing can be asked of it. */
export async function stopExtension(
  { session }: BenchBrowser,
  { origin }: Pick<ExtensionCopy, 'origin'>,
): Promise<void> {
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, url, targetId } of targetInfos) {
    if (['service_worker', 'background_page'].includes(type) && url.startsWith(origin))
      await session.send('Target.closeTarget', { targetId });
  }
  await processesEnd();
}

/**
 * Waits until the processes of what was closed are gone: nothing tells, and this is longer than it takes. A trace that begins before takes Chromium 10 s to
 * begin.
 */
export async function processesEnd(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
}
