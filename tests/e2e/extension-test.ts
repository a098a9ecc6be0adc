import { test as base, expect, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { startLinkedInServer, type LinkedInServer, type Respond } from '../linkedin/linkedin-server';
import { putSnapshots, readAllSnapshots } from './stored-snapshots';
import { extensionIdOf, extensionWorker, launchChromium } from './launch-chromium';

/** The built extension that the tests load. */
export const builtExtension = resolve(import.meta.dirname, '../..', process.env['DIST'] ?? 'dist', 'chromium');

export const ssiPageAddress = 'https://www.linkedin.com/sales/ssi';

interface Options {
  /** IANA time zone of the browser and of the member. */
  timeZone: string;
  /** The browser's language. */
  language: string;
  /** Further switches of the browser. */
  browserArguments: string[];
  /** Device pixels for each CSS pixel. */
  scale: number;
}

/** The stand-in for LinkedIn, whose answers a test may change at any time. */
interface StandIn extends LinkedInServer {
  respond: Respond;
}

interface Fixtures {
  profile: string;
  linkedin: StandIn;
  context: BrowserContext;
  worker: Worker;
  extensionId: string;
  /** Opens one of the extension's own pages in a tab: `popup/index.html`. */
  openExtensionPage: (path: string) => Promise<Page>;
  /** Everything in the store's `snapshots`, by member and day. */
  storedSnapshots: () => Promise<Snapshot[]>;
  /** Puts snapshots into the store as if they had been read before. */
  seedSnapshots: (snapshots: readonly Snapshot[]) => Promise<void>;
}

/** A test with its own profile, its own stand-in for LinkedIn, and a real Chromium with the real built extension. */
export const test = base.extend<Fixtures & Options>({
  timeZone: ['UTC', { option: true }],
  language: ['en-US', { option: true }],
  browserArguments: [[], { option: true }],
  scale: [1, { option: true }],

  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ssi-scorecard-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  linkedin: async ({}, use) => {
    const nothing: Respond = () => ({ status: 404, body: 'This test has no page here.' });
    const server = await startLinkedInServer({ respond: (url) => standIn.respond(url) });
    const standIn: StandIn = { ...server, respond: nothing };
    await use(standIn);
    await server.close();
  },

  context: async ({ profile, linkedin, timeZone, language, browserArguments, scale }, use) => {
    const context = await launchChromium({
      executable: chromiumExecutable(),
      extension: builtExtension,
      profile,
      linkedin,
      timeZone,
      language,
      scale,
      arguments: browserArguments,
    });
    await use(context);
    await context.close();
  },

  worker: async ({ context }, use) => {
    await use(await extensionWorker(context));
  },

  extensionId: async ({ worker }, use) => {
    await use(extensionIdOf(worker));
  },

  openExtensionPage: async ({ context, extensionId }, use) => {
    await use(async (path) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    });
  },

  storedSnapshots: async ({ worker }, use) => {
    await use(() => worker.evaluate(readAllSnapshots));
  },

  seedSnapshots: async ({ worker }, use) => {
    await use(async (snapshots) => {
      // The worker makes the store when it is installed; opening it sooner would make an empty one.
      await expect.poll(() => worker.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
      await worker.evaluate(putSnapshots, snapshots);
    });
  },
});

export { expect };

/** The Chromium that set-up found. */
export function chromiumExecutable(): string {
  const executable = process.env['SSI_CHROMIUM'];
  if (executable === undefined) throw new Error('SSI_CHROMIUM is not set; run the tests with "npm test".');
  return executable;
}
