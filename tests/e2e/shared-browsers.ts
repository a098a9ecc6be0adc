import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchOptions, type ChromiumLaunch } from './launch-chromium';

/** What cannot be changed in a browser that runs. */
export type SharedLaunch = Required<
  Pick<ChromiumLaunch, 'executable' | 'linkedin' | 'timeZone' | 'language' | 'scale'>
>;

/** How many browsers stay open in one worker; another kind takes the place of the one that was not used for longest. */
const mostOpen = 2;

/** Two methods of Chromium's debugger that are younger than Playwright's types. */
interface ExtensionsDomain {
  send(method: 'Extensions.loadUnpacked', parameters: { readonly path: string }): Promise<{ readonly id: string }>;
  send(method: 'Extensions.uninstall', parameters: { readonly id: string }): Promise<void>;
}

/**
 * A Chromium that one test after another uses. Each gets the extension newly installed, under an address of its own: with the one before all went
 * that it had stored, its alarms, its notifications and its place in the toolbar.
 */
export class SharedBrowser {
  readonly context: BrowserContext;
  readonly #profile: string;
  readonly #browser: CDPSession;
  #front: Page;
  #installed: string | undefined;
  #installations = 0;

  private constructor(context: BrowserContext, profile: string, browser: CDPSession, front: Page) {
    this.context = context;
    this.#profile = profile;
    this.#browser = browser;
    this.#front = front;
  }

  static async start(launch: SharedLaunch): Promise<SharedBrowser> {
    const profile = await mkdtemp(join(tmpdir(), 'ssi-scorecard-shared-'));
    await mkdir(join(profile, 'Default'), { recursive: true });
    const preferences = { extensions: { ui: { developer_mode: true } } };
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    const options = launchOptions(launch);
    const context = await chromium.launchPersistentContext(profile, {
      ...options,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [...options.args, '--enable-unsafe-extension-debugging'],
    });
    const browser = await context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('There is no browser to ask.');
    return new SharedBrowser(context, profile, browser, context.pages()[0] ?? (await context.newPage()));
  }

  get #extensions(): ExtensionsDomain {
    return this.#browser;
  }

  /** Installs the unpacked extension of `folder` for one test, and closes the page that it opens then. */
  async install(folder: string): Promise<void> {
    for (let tries = 0; tries < 5; tries += 1) {
      if (await this.#installOnce(folder)) return;
      await this.#uninstall();
    }
    throw new Error('Chromium gives the extension none of its sentences, however often it is installed.');
  }

  /**
   * Returns whether it has its sentences: about once in fifteen times Chromium 156 gives the process of an extension that is installed while it
   * runs none of `_locales`, for as long as that process lives.
   */
  async #installOnce(folder: string): Promise<boolean> {
    // The address follows from the path.
    this.#installations += 1;
    const copy = join(this.#profile, `extension-${this.#installations}`);
    await cp(folder, copy, { recursive: true });
    const worker = this.context.waitForEvent('serviceworker');
    const welcome = this.context.waitForEvent('page');
    const { id } = await this.#extensions.send('Extensions.loadUnpacked', { path: copy });
    this.#installed = id;
    const name = await (await worker).evaluate(() => chrome.i18n.getMessage('extension_name'));
    await (await welcome).close();
    await this.#front.bringToFront();
    return name !== '';
  }

  async #uninstall(): Promise<void> {
    if (this.#installed !== undefined) await this.#extensions.send('Extensions.uninstall', { id: this.#installed });
    this.#installed = undefined;
  }

  /** Takes away all that a test has left. Returns whether the next one finds the browser as this one did. */
  async reset(): Promise<boolean> {
    await this.#uninstall();
    const before = this.context.pages();
    this.#front = await this.context.newPage();
    await Promise.all(before.map((page) => page.close()));
    await this.context.clearCookies();
    await this.context.clearPermissions();
    await this.context.unrouteAll();
    const session = await this.context.newCDPSession(this.#front);
    await session.send('Storage.clearDataForOrigin', { origin: 'https://www.linkedin.com', storageTypes: 'all' });
    await session.detach();
    // `page.clock` is the clock of all pages, and never goes again. `setPageClock` sets that of one.
    const hasOwnClock = await this.#front.evaluate<boolean>('"__pwClock" in globalThis');
    return !hasOwnClock && this.context.serviceWorkers().length === 0 && this.context.pages().length === 1;
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The browsers that the tests of one worker share. */
export class SharedBrowsers {
  /** By what they were started with, the one that was used last at the end. */
  readonly #open = new Map<string, SharedBrowser>();

  /** Lets `use` have a browser that was started like this, with the extension of `folder` newly installed. */
  async lend(launch: SharedLaunch, folder: string, use: (context: BrowserContext) => Promise<void>): Promise<void> {
    const kind = JSON.stringify(launch);
    const browser = this.#open.get(kind) ?? (await SharedBrowser.start(launch));
    // Out of the list as long as it is lent: whatever fails on the way, nobody else gets it.
    this.#open.delete(kind);
    let reusable = false;
    try {
      await browser.install(folder);
      await use(browser.context);
      reusable = await browser.reset();
    } finally {
      if (reusable) this.#open.set(kind, browser);
      else await browser.close();
    }
    for (const [oldest, unused] of [...this.#open].slice(0, -mostOpen)) {
      this.#open.delete(oldest);
      await unused.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((browser) => browser.close()));
    this.#open.clear();
  }
}
