import { test as base, expect } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { resolve } from 'node:path';
import { startLinkedInServer, type Respond } from '../linkedin/linkedin-server';
import { startConnectProxy } from './connect-proxy';

/** The built extension for Firefox. */
const builtFirefoxExtension = resolve(import.meta.dirname, '../..', process.env['DIST'] ?? 'dist', 'firefox');

/** The gecko id of manifest.json and the address that these tests give it. */
const geckoId = 'ssi-scorecard@ssi-scorecard.dev';
const extensionOrigin = 'moz-extension://6f8b3f2c-1f7e-4f5e-9c55-0a5b3f1e7d11';

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

interface Fixtures {
  linkedin: { respond: Respond };
  firefox: Browser;
  /** Opens one of the extension's own pages: `popup/index.html`. */
  openExtensionPage: (path: string) => Promise<Page>;
}

/** A test with a real Firefox, the real built extension and the stand-in for LinkedIn. */
export const test = base.extend<Fixtures>({
  linkedin: async ({}, use) => {
    await use({ respond: () => ({ status: 404, body: 'This test has no page here.' }) });
  },

  firefox: async ({ linkedin }, use) => {
    const server = await startLinkedInServer({ respond: (url) => linkedin.respond(url) });
    const proxy = await startConnectProxy(server.port);
    const executable = process.env['SSI_FIREFOX'];
    if (executable === undefined) throw new Error('SSI_FIREFOX is not set; run the tests with "npm test".');
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: executable,
      headless: true,
      acceptInsecureCerts: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        ...hermetic,
        'network.proxy.type': 1,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxy.port,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxy.port,
        'network.proxy.no_proxies_on': '',
        'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: new URL(extensionOrigin).host }),
      },
    });
    await browser.installExtension(builtFirefoxExtension);
    await use(browser);
    await browser.close();
    await proxy.close();
    await server.close();
  },

  openExtensionPage: async ({ firefox }, use) => {
    await use(async (path) => {
      const page = await firefox.newPage();
      // Firefox reports no load event for extension pages: whoever opens one waits for what it needs.
      await page.goto(`${extensionOrigin}/${path}`, { waitUntil: [] });
      return page;
    });
  },
});

export { expect };
