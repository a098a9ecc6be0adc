import { test as base, expect, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { startLinkedInServer, type LinkedInServer, type Respond } from '../linkedin/linkedin-server';
import { putSnapshots, readAllSnapshots } from './stored-snapshots';
import { extensionIdOf, extensionWorker, launchChromium } from './launch-chromium';
import { SharedBrowsers } from './shared-browsers';

/** The built extension that the tests load. */
export const builtExtension = resolve(import.meta.dirname, '../..', process.env['DIST'] ?? 'dist', 'chromium');

export const ssiPageAddress = 'https://www.linkedin.com/sales/ssi';

interface Options {
  /** IANA time zone of the browser and of the member. */
  timeZone: string;
  /** The browser's language. */
  language: string;
  /** Further switches of the browser, which is the test's own then. */
  browserArguments: string[];
  /** The unpacked extension. */
  extension: string;
  /** Whether the browser is started for this test alone, as where it is to be killed or restarted. */
  ownBrowser: boolean;
  /** Whether another test may have used the installed extension before: see `pageTest`. */
  usedExtension: boolean;
  /** Device pixels for each CSS pixel. */
  scale: number;
  /** Whether the browser has its back/forward cache. */
  keepsLeftPages: boolean;
}

/** The stand-in for LinkedIn, whose answers a test may change at any time. */
interface StandIn extends LinkedInServer {
  respond: Respond;
}

/** What the tests of one worker share. */
interface Shared {
  linkedinServer: { readonly server: LinkedInServer; readonly standIn: { respond: Respond } };
  browsers: SharedBrowsers;
}

interface Fixtures {
  /** An empty folder, for a browser of the test's own. */
  profile: string;
  linkedin: StandIn;
  /** A browser with the extension; its id where it was told at the installation. */
  installed: { readonly context: BrowserContext; readonly id?: string };
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

const nothing: Respond = () => ({ status: 404, body: 'This test has no page here.' });

/**
 * A test with the real built extension, newly installed, in a real Chromium, and with the stand-in for LinkedIn. Where `ownBrowser` is false
 * the browser is shared with other tests: nothing of the extension outlives a test, but what is set for all pages of the browser would.
 */
export const test = base.extend<Fixtures & Options, Shared>({
  timeZone: ['UTC', { option: true }],
  language: ['en-GB', { option: true }],
  browserArguments: [[], { option: true }],
  scale: [1, { option: true }],
  keepsLeftPages: [false, { option: true }],
  extension: [builtExtension, { option: true }],
  ownBrowser: [false, { option: true }],
  usedExtension: [false, { option: true }],

  linkedinServer: [
    async ({}, use) => {
      const standIn = { respond: nothing };
      const server = await startLinkedInServer({ respond: (...request) => standIn.respond(...request) });
      await use({ server, standIn });
      await server.close();
    },
    { scope: 'worker' },
  ],

  browsers: [
    async ({}, use) => {
      const browsers = new SharedBrowsers();
      await use(browsers);
      await browsers.close();
    },
    { scope: 'worker' },
  ],

  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ssi-scorecard-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  linkedin: async ({ linkedinServer: { server, standIn } }, use) => {
    const before = server.requests.length;
    standIn.respond = nothing;
    await use({
      ...server,
      get requests() {
        return server.requests.slice(before);
      },
      get respond() {
        return standIn.respond;
      },
      set respond(respond) {
        standIn.respond = respond;
      },
    });
    standIn.respond = nothing;
  },

  installed: async (
    {
      browsers,
      profile,
      linkedin,
      timeZone,
      language,
      browserArguments,
      scale,
      extension,
      ownBrowser,
      usedExtension,
      keepsLeftPages,
    },
    use,
  ) => {
    const { port, spki } = linkedin;
    const launch = { executable: chromiumExecutable(), linkedin: { port, spki }, timeZone, language, scale };
    if (!ownBrowser && browserArguments.length === 0 && !keepsLeftPages) {
      const lent = { folder: extension, isUsed: usedExtension };
      await browsers.lend(launch, lent, (context, id) => use({ context, id }));
      return;
    }
    const own = { extension, profile, arguments: browserArguments, keepsLeftPages };
    const context = await launchChromium({ ...launch, ...own });
    await use({ context });
    await context.close();
  },

  context: async ({ installed: { context } }, use) => {
    await use(context);
  },

  worker: async ({ context }, use) => {
    await use(await extensionWorker(context));
  },

  extensionId: async ({ installed: { context, id } }, use) => {
    await use(id ?? extensionIdOf(await extensionWorker(context)));
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

/**
 * A test of how the extension's own pages look, which replaces all that is stored (`openStored`), lets the extension write nothing and does not ask
 * the worker: its extension may have been used by another such test. To install it anew takes as long as the test itself.
 */
export const pageTest = test.extend({ usedExtension: true });

export { expect };

/** The Chromium that set-up found. */
export function chromiumExecutable(): string {
  const executable = process.env['SSI_CHROMIUM'];
  if (executable === undefined) throw new Error('SSI_CHROMIUM is not set; run the tests with "npm test".');
  return executable;
}
