import { cpSync, readFileSync, writeFileSync } from 'node:fs';
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
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, short_name: name }));
  const files: Record<string, string> = { ...extra, [barePage]: bareDocumentOf(join(copy, 'popup', 'index.html')) };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(copy, file), text);
  return copy;
}

function bareDocumentOf(file: string): string {
  const page = readFileSync(file, 'utf8');
  const bare = page
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/<main([^>]*)><\/main>/, '<main$1>SSI Scorecard</main>');
  if (bare.includes('<script') || !bare.includes('stylesheet') || !bare.includes('>SSI Scorecard</main>')) {
    throw new Error('The popup’s document has changed: no bare page can be made of it.');
  }
  return bare;
}

/** Starts a browser with the extensions in these folders, or with none, and waits until each has its worker and its store. `name` is its own. */
export async function launchBenchBrowser(
  folder: string,
  name: string,
  extensions: readonly string[],
  options: Omit<ChromiumLaunch, 'extension' | 'profile'>,
): Promise<BenchBrowser> {
  const profile = join(folder, `profile of ${name}`);
  const context = await launchChromium({
    ...options,
    profile,
    keepsWelcome: true,
    ...(extensions.length > 0 && { extension: extensions.join(',') }),
    // Or the popup would be cut to the smallest of screens.
    arguments: ['--screen-info={1600x1200}', ...(options.arguments ?? [])],
  });
  const browser = context.browser();
  if (!browser) throw new Error('There is no browser to talk to.');
  const session = await browser.newBrowserCDPSession();
  while (context.serviceWorkers().length < extensions.length) await context.waitForEvent('serviceworker');
  const copies = await Promise.all(
    context.serviceWorkers().map(async (worker): Promise<ExtensionCopy> => {
      const name = await worker.evaluate(() => chrome.runtime.getManifest().short_name ?? '');
      const id = new URL(worker.url()).host;
      return { name, id, origin: `chrome-extension://${id}`, worker };
    }),
  );
  await Promise.all(copies.map(makeStore.bind(undefined, context)));
  // Each copy opens its page of welcome once.
  const welcomes = () => context.pages().filter((page) => page.url().endsWith('#welcome'));
  while (welcomes().length < extensions.length) await context.pages()[0]?.waitForTimeout(50);
  for (const page of welcomes()) await page.close();
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

/** The extension's own code makes the store; a page of it that is opened waits for that. */
async function makeStore(context: BrowserContext, { origin }: ExtensionCopy): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/popup/index.html`);
  await page.locator('button').first().waitFor();
  await page.close();
}

/** Puts everything of a made-up member into the store of a copy. */
export async function putMember({ worker }: ExtensionCopy, member: MadeUpMember): Promise<void> {
  for (const [store, rows] of Object.entries(member) as [string, readonly unknown[]][]) {
    // Fifty years in one message would be slow to hand over.
    for (let from = 0; from < rows.length; from += 5000) {
      await worker.evaluate(putRows, { store, rows: rows.slice(from, from + 5000) });
    }
  }
}

/** Runs in the extension's worker, which gets its text. */
function putRows({ store, rows }: { store: string; rows: readonly unknown[] }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ssi-scorecard');
    opening.onerror = () => reject(opening.error ?? new Error('The store did not open.'));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, 'readwrite');
      for (const row of rows) transaction.objectStore(store).put(row);
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

/** Stops a copy's worker and waits until its process is gone. The worker starts again with the next event; until then its handle does not answer. */
export async function stopExtension({ session, context }: BenchBrowser, { origin }: ExtensionCopy): Promise<void> {
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, url, targetId } of targetInfos) {
    if (type === 'service_worker' && url.startsWith(origin)) await session.send('Target.closeTarget', { targetId });
  }
  // Nothing tells when an empty process ends; this is longer than it takes.
  await context.pages()[0]?.waitForTimeout(300);
}
