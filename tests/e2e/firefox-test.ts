import { test as base, expect } from '@playwright/test';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startLinkedInServer, type LinkedInServer, type Respond } from '../linkedin/linkedin-server';
import { startConnectProxy } from './connect-proxy';
import { FirefoxSystem, geckoId } from './firefox-system';
import { fontEnvironment, fontFolders } from './test-fonts';

/** The built extension for Firefox. */
const builtFirefoxExtension = resolve(import.meta.dirname, '../..', process.env['DIST'] ?? 'dist', 'firefox');

/** Keeps Firefox from looking anywhere but at the proxy: no updates, no telemetry, no names resolved. */
const hermetic = {
  'network.proxy.failover_direct': false,
  'network.proxy.allow_bypass': false,
  'network.dns.disabled': true,
  'network.trr.mode': 5,
  'network.dns.disablePrefetch': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'app.update.auto': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
};

/** A Firefox that one test after another uses, and what it stands on. */
interface StartedFirefox {
  readonly browser: Browser;
  readonly system: FirefoxSystem;
  /** Where files are saved without a question. */
  readonly downloads: string;
  /** The home of whoever it runs for. */
  readonly home: string;
  readonly server: LinkedInServer;
  /** Changed by each test. */
  readonly standIn: { respond: Respond };
  /** Every name and port that Firefox asked its proxy for. */
  readonly asked: readonly string[];
}

interface Fixtures {
  /** What the organization's policy says of the extension, from its installation on; on Linux alone, where it can be said to one browser. */
  policy: Readonly<Record<string, unknown>> | undefined;
  /** The stand-in for LinkedIn, whose answers a test may change at any time. */
  linkedin: { respond: Respond };
  /** The real built extension, installed anew for this test. */
  installed: { readonly browser: Browser; readonly origin: string };
  /** A real Firefox with it. */
  firefox: Browser;
  /** Installs it once more, over itself: to the browser that is an update. */
  updateExtension: () => Promise<void>;
  /** What a member does outside of all pages. */
  system: FirefoxSystem;
  /** Opens one of the extension's own pages: `popup/index.html`. */
  openExtensionPage: (path: string) => Promise<Page>;
  /** The extension's address, without a slash at the end. */
  extensionOrigin: string;
  /** Paths that LinkedIn was asked for since this test began, and names that anybody was asked for, oldest first. */
  requests: () => { readonly paths: readonly string[]; readonly names: readonly string[] };
  /** Paths of the files saved in this test. */
  savedFiles: () => Promise<string[]>;
}

const nothing: Respond = () => ({ status: 404, body: 'This test has no page here.' });

/** A test with a real Firefox, the real built extension and the stand-in for LinkedIn. */
export const test = base.extend<Fixtures, { startedFirefox: StartedFirefox }>({
  startedFirefox: [
    async ({}, use) => {
      const executable = process.env['SSI_FIREFOX'];
      if (executable === undefined) throw new Error('SSI_FIREFOX is not set; run the tests with "npm test".');
      const standIn = { respond: nothing };
      const server = await startLinkedInServer({ respond: (...request) => standIn.respond(...request) });
      const proxy = await startConnectProxy(server.port);
      const downloads = await mkdtemp(join(tmpdir(), 'ssi-scorecard-downloads-'));
      const home = await mkdtemp(join(tmpdir(), 'ssi-scorecard-home-'));
      const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: executable,
        headless: true,
        acceptInsecureCerts: true,
        args: ['--remote-allow-system-access'],
        env: { ...process.env, ...fontEnvironment(), TZ: 'UTC', HOME: home },
        extraPrefsFirefox: {
          ...hermetic,
          // With the slash at the end all that is in a folder.
          'security.sandbox.content.read_path_whitelist': fontFolders.map((folder) => `${folder}/`).join(','),
          'network.proxy.type': 1,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': proxy.port,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': proxy.port,
          'network.proxy.no_proxies_on': '',
          'browser.download.folderList': 2,
          'browser.download.dir': downloads,
          'browser.download.always_ask_before_handling_new_types': false,
          'browser.download.alwaysOpenPanel': false,
          // Its questions take an answer at once, not only after a moment to think.
          'security.notification_enable_delay': 0,
          // Its own notifications, which need no desktop and stay.
          'alerts.useSystemBackend': false,
          // The background stops when a test says so, and never in the middle of one.
          'extensions.background.idle.timeout': 3_600_000,
        },
      });
      const system = new FirefoxSystem(await browser.newPage());
      await system.open();
      await use({ browser, system, downloads, home, server, standIn, asked: proxy.asked });
      await browser.close();
      await proxy.close();
      await server.close();
      for (const folder of [downloads, home]) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  linkedin: async ({ startedFirefox: { standIn } }, use) => {
    standIn.respond = nothing;
    await use(standIn);
    standIn.respond = nothing;
  },

  policy: [undefined, { option: true }],

  installed: async ({ startedFirefox: { browser, system, home }, policy }, use) => {
    // Firefox's own file for one member, which says to `storage.managed` what an administrator's policies.json says for all of a computer.
    const managed = join(home, '.mozilla/managed-storage');
    if (policy !== undefined) {
      await mkdir(managed, { recursive: true });
      const manifest = { name: geckoId, description: 'Policy', type: 'storage', data: policy };
      await writeFile(join(managed, `${geckoId}.json`), JSON.stringify(manifest));
    }
    const id = await browser.installExtension(builtFirefoxExtension);
    const origin = await system.extensionOrigin();
    if (origin === undefined) throw new Error('Firefox has not installed the extension.');
    // Its first-run page, which would come before a test's own tabs.
    await expect.poll(() => system.tabs()).toEqual([`${origin}/scorecard/index.html#welcome`]);
    await system.closeTabs();
    await use({ browser, origin });
    await system.closePanels();
    await system.closeTabs();
    // With it goes all that it stored; the next one has another address.
    await browser.uninstallExtension(id);
    await rm(managed, { recursive: true, force: true });
  },

  firefox: async ({ installed }, use) => {
    await use(installed.browser);
  },

  updateExtension: async ({ firefox }, use) => {
    await use(async () => {
      await firefox.installExtension(builtFirefoxExtension);
    });
  },

  system: async ({ startedFirefox: { system } }, use) => {
    await use(system);
  },

  extensionOrigin: async ({ installed }, use) => {
    await use(installed.origin);
  },

  openExtensionPage: async ({ firefox, extensionOrigin }, use) => {
    await use(async (path) => {
      const page = await firefox.newPage();
      // A tab that is not seen has slow timers, and this Firefox opens tabs unseen.
      await page.bringToFront();
      // Firefox reports no load event for extension pages: whoever opens one waits for what it needs.
      await page.goto(`${extensionOrigin}/${path}`, { waitUntil: [] });
      return page;
    });
  },

  requests: async ({ startedFirefox: { server, asked } }, use) => {
    const [paths, names] = [server.requests.length, asked.length];
    await use(() => ({ paths: server.requests.slice(paths), names: asked.slice(names) }));
  },

  savedFiles: async ({ startedFirefox: { downloads } }, use) => {
    const before = await readdir(downloads);
    await use(async () => {
      const names = await readdir(downloads);
      // While a file is written it is empty, and what is written stands beside it.
      const written = names.filter(
        (name) => !before.includes(name) && !name.endsWith('.part') && !names.includes(`${name}.part`),
      );
      const sizes = await Promise.all(written.map(async (name) => (await stat(join(downloads, name))).size));
      return written.filter((_, index) => sizes[index] !== 0).map((name) => join(downloads, name));
    });
  },
});

export { expect };
