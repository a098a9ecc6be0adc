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
const mostOpen = 3;

/** Two methods of Chromium's debugger that are younger than Playwright's types. */
interface ExtensionsDomain {
  send(method: 'Extensions.loadUnpacked', parameters: { readonly path: string }): Promise<{ readonly id: string }>;
  send(method: 'Extensions.uninstall', parameters: { readonly id: string }): Promise<void>;
}

/**
 * A Chromium that one test after another uses. Each gets the extension newly installed, under an address of its own: with the one before all went
 * that it had stored, its alarms, its notifications and its place in the toolbar. A test that asks for it gets the one that is installed, with
 * whatever a test of its kind has left there.
 */
export class SharedBrowser {
  readonly context: BrowserContext;
  readonly #profile: string;
  readonly #browser: CDPSession;
  #front: Page;
  #installed: { readonly id: string; readonly folder: string; readonly isUsed: boolean } | undefined;
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

  /**
   * Sees to it that the unpacked extension of `folder` is there: newly installed, the page that it opens then closed, or, where `isUsed` does not
   * matter, as another such test left it. Returns its id.
   */
  async install(folder: string, isUsed: boolean): Promise<string> {
    if (isUsed && this.#installed?.isUsed && this.#installed.folder === folder) return this.#installed.id;
    await this.#uninstall();
    for (let tries = 0; tries < 5; tries += 1) {
      const id = await this.#installOnce(folder);
      if (id !== undefined) {
        this.#installed = { id, folder, isUsed };
        return id;
      }
      await this.#uninstall();
    }
    throw new Error('Chromium gives the extension none of its sentences, however often it is installed.');
  }

  /**
   * Returns its id, or undefined where it has no sentences: about once in fifteen times Chromium 156 gives the process of an extension that is
   * installed while it runs none of `_locales`, for as long as that process lives.
   */
  async #installOnce(folder: string): Promise<string | undefined> {
    // The address follows from the path.
    this.#installations += 1;
    const copy = join(this.#profile, `extension-${this.#installations}`);
    await cp(folder, copy, { recursive: true });
    const worker = this.context.waitForEvent('serviceworker');
    const welcome = this.context.waitForEvent('page');
    const { id } = await this.#extensions.send('Extensions.loadUnpacked', { path: copy });
    this.#installed = { id, folder, isUsed: false };
    const [name] = await Promise.all([
      worker.then((started) => started.evaluate(() => chrome.i18n.getMessage('extension_name'))),
      welcome.then((page) => page.close()),
    ]);
    await this.#front.bringToFront();
    return name === '' ? undefined : id;
  }

  async #uninstall(): Promise<void> {
    if (this.#installed !== undefined) await this.#extensions.send('Extensions.uninstall', { id: this.#installed.id });
    this.#installed = undefined;
  }

  /** Takes away all that a test has left. Returns whether the next one finds the browser as this one did. */
  async reset(): Promise<boolean> {
    if (this.#installed?.isUsed === false) await this.#uninstall();
    if (this.#front.isClosed()) this.#front = await this.context.newPage();
    // Anew, with whatever is still set for all pages of the browser.
    await this.#front.goto('about:blank');
    const others = this.context.pages().filter((page) => page !== this.#front);
    await Promise.all(others.map((page) => page.close()));
    await this.context.clearCookies();
    await this.context.clearPermissions();
    await this.context.unrouteAll();
    const session = await this.context.newCDPSession(this.#front);
    await session.send('Storage.clearDataForOrigin', { origin: 'https://www.linkedin.com', storageTypes: 'all' });
    await session.detach();
    // `page.clock` is the clock of all pages, and never goes again. `setPageClock` sets that of one.
    const hasOwnClock = await this.#front.evaluate<boolean>('"__pwClock" in globalThis');
    const isAlone = this.#installed !== undefined || this.context.serviceWorkers().length === 0;
    return !hasOwnClock && isAlone && this.context.pages().length === 1;
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

  /** Lets `use` have a browser that was started like this, with the extension of `folder`: see `install`. */
  async lend(
    launch: SharedLaunch,
    { folder, isUsed }: { readonly folder: string; readonly isUsed: boolean },
    use: (context: BrowserContext, extensionId: string) => Promise<void>,
  ): Promise<void> {
    const kind = JSON.stringify(launch);
    const browser = this.#open.get(kind) ?? (await SharedBrowser.start(launch));
    // Out of the list as long as it is lent: whatever fails on the way, nobody else gets it.
    this.#open.delete(kind);
    let reusable = false;
    try {
      const id = await browser.install(folder, isUsed);
      await use(browser.context, id);
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
