import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { FirefoxProcesses } from './firefox-processes';

/** The gecko id of manifest.json. */
export const geckoId = 'ssi-scorecard@ssi-scorecard.dev';

interface FirefoxTab {
  /** Another one for every tab. */
  readonly linkedPanel: string;
  readonly linkedBrowser: { readonly currentURI: { readonly spec: string } };
}

interface ContentPreferences {
  setGlobal(name: string, value: number, context: null, answer: Readonly<Record<string, () => void>>): void;
}

/** What Firefox's own pages know of it, as far as the tests need it; these globals are in no types. */
interface FirefoxGlobals {
  readonly ChromeUtils: {
    importESModule(address: string): {
      readonly AddonManager: {
        getAddonByID(id: string): Promise<{ disable(): Promise<void>; enable(): Promise<void> }>;
      };
    };
  };
  readonly Cc: Readonly<Record<string, { getService(of: unknown): ContentPreferences }>>;
  readonly Ci: Readonly<Record<string, unknown>>;
  readonly WebExtensionPolicy: {
    getByID(id: string): {
      readonly mozExtensionHostname: string;
      readonly extension: {
        readonly backgroundState: string;
        terminateBackground(options: {
          ignoreDevToolsAttached: boolean;
          disableResetIdleForTest: boolean;
        }): Promise<void>;
      };
    } | null;
  };
  readonly Services: {
    readonly wm: {
      getMostRecentWindow(type: string):
        | (Window & {
            readonly CustomizableUI: { addWidgetToArea(id: string, area: string): void };
            readonly gBrowser: {
              readonly tabs: readonly FirefoxTab[];
              removeTab(tab: FirefoxTab, options: { animate: boolean; skipPermitUnload: boolean }): void;
            };
            onAlertClick?(): void;
            synthesizeMouseEvent(type: string, x: number, y: number, data: object, options: object): void;
          })
        | null;
    };
  };
}

/** A page of Firefox's own, which may do what only Firefox itself may: what a member does outside of all pages. */
export class FirefoxSystem {
  readonly #page: Page;
  /** Tabs that were open before any test: this page's own and what Firefox starts with. */
  #ownTabs: readonly string[] = [];
  readonly processes: FirefoxProcesses;

  /** `page` must not show anything yet. */
  constructor(page: Page) {
    this.#page = page;
    this.processes = new FirefoxProcesses(page);
  }

  /** Opens the page. Once, before anything else. */
  async open(): Promise<void> {
    // Firefox reports no load event for its own pages.
    await this.#page.goto('about:support', { waitUntil: [] });
    await expect.poll(() => this.#page.evaluate(() => 'WebExtensionPolicy' in globalThis)).toBe(true);
    this.#ownTabs = await this.#page.evaluate(() => {
      const { Services } = globalThis as unknown as FirefoxGlobals;
      return Services.wm.getMostRecentWindow('navigator:browser')!.gBrowser.tabs.map((tab) => tab.linkedPanel);
    });
  }

  /** The address that Firefox gave the installed extension, without a slash at the end; undefined when none is installed. */
  async extensionOrigin(): Promise<string | undefined> {
    const host = await this.#page.evaluate((id) => {
      const { WebExtensionPolicy } = globalThis as unknown as FirefoxGlobals;
      return WebExtensionPolicy.getByID(id)?.mozExtensionHostname;
    }, geckoId);
    return host === undefined ? undefined : `moz-extension://${host}`;
  }

  /** The addresses of the open tabs, from left to right, without those that were there before any test. */
  async tabs(): Promise<string[]> {
    return this.#page.evaluate((own) => {
      const { Services } = globalThis as unknown as FirefoxGlobals;
      return Services.wm
        .getMostRecentWindow('navigator:browser')!
        .gBrowser.tabs.filter((tab) => !own.includes(tab.linkedPanel))
        .map((tab) => tab.linkedBrowser.currentURI.spec);
    }, this.#ownTabs);
  }

  /** Closes those tabs. The driver itself does not learn of it where one showed a page of the extension. */
  async closeTabs(): Promise<void> {
    await this.#page.evaluate((own) => {
      const { Services } = globalThis as unknown as FirefoxGlobals;
      const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser')!;
      for (const tab of gBrowser.tabs.filter(({ linkedPanel }) => !own.includes(linkedPanel))) {
        gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
      }
    }, this.#ownTabs);
  }

  /** Stops the extension's background page, as Firefox does with an idle one. The next event starts it anew. */
  async stopBackground(): Promise<void> {
    const state = await this.#page.evaluate(async (id) => {
      const { WebExtensionPolicy } = globalThis as unknown as FirefoxGlobals;
      const { extension } = WebExtensionPolicy.getByID(id)!;
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension.backgroundState;
    }, geckoId);
    expect(state).toBe('stopped');
  }

  /** Switches the extension off and on again, as a member does in the list of add-ons. */
  async switchOffAndOn(): Promise<void> {
    await this.#page.evaluate(async (id) => {
      const { ChromeUtils } = globalThis as unknown as FirefoxGlobals;
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(id);
      await addon.disable();
      await addon.enable();
    }, geckoId);
  }

  /** Moves the extension's button into the toolbar's overflow menu, and sets the zoom of all pages (1 is 100 %). */
  async overflowButton(zoom: number): Promise<void> {
    await this.#page.evaluate(
      async ([id, factor]) => {
        const { Cc, Ci, Services } = globalThis as unknown as FirefoxGlobals;
        const { CustomizableUI } = Services.wm.getMostRecentWindow('navigator:browser')!;
        CustomizableUI.addWidgetToArea(`${id.replace(/[@.]/g, '_')}-browser-action`, 'widget-overflow-fixed-list');
        const preferences = Cc['@mozilla.org/content-pref/service;1']!.getService(Ci['nsIContentPrefService2']);
        await new Promise<void>((handleCompletion) => {
          preferences.setGlobal('browser.content.full-zoom', factor, null, {
            handleCompletion,
            handleResult: () => undefined,
            handleError: () => undefined,
          });
        });
      },
      [geckoId, zoom] as const,
    );
  }

  /** Clicks the notification that Firefox shows, as a member does. */
  async clickNotification(): Promise<void> {
    const clicked = () =>
      this.#page.evaluate(() => {
        const { Services } = globalThis as unknown as FirefoxGlobals;
        const alert = Services.wm.getMostRecentWindow('alert:alert');
        alert?.onAlertClick?.();
        return alert?.onAlertClick !== undefined;
      });
    // The window is there a moment after the notification.
    await expect.poll(clicked).toBe(true);
  }

  /** What Firefox asks the member about the extension's permissions, once it asks. */
  async permissionQuestion(): Promise<string> {
    await expect.poll(() => this.#question()).not.toBe('');
    return this.#question();
  }

  /** Answers that question. */
  async answerPermissionQuestion(answer: 'allow' | 'refuse'): Promise<void> {
    await this.permissionQuestion();
    await this.#page.evaluate((wanted) => {
      const { Services } = globalThis as unknown as FirefoxGlobals;
      const asked = Services.wm
        .getMostRecentWindow('navigator:browser')
        ?.document.querySelector<HTMLElement & { button: HTMLElement; secondaryButton: HTMLElement }>(
          '#addon-webext-permissions-notification',
        );
      (wanted === 'allow' ? asked?.button : asked?.secondaryButton)?.click();
    }, answer);
  }

  /** Clicks in the toolbar's open popup, which no driver reaches, with a pointer that Firefox takes for a real one. In CSS pixels of the popup. */
  async clickInPopup({ x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    await this.#page.evaluate(
      (place) => {
        const { Services } = globalThis as unknown as FirefoxGlobals;
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        const popup = window?.document.querySelector('.webextension-popup-browser');
        if (!window || !popup) throw new Error('No popup is open.');
        const { left, top } = popup.getBoundingClientRect();
        for (const type of ['mousedown', 'mouseup']) {
          const data = { button: 0, clickCount: 1 };
          window.synthesizeMouseEvent(type, left + place.x, top + place.y, data, { isDOMEventSynthesized: false });
        }
      },
      { x, y },
    );
  }

  /** Closes what hangs from the toolbar: popups, questions, news of downloads. Firefox opens nothing else while one is open. */
  async closePanels(): Promise<void> {
    await this.#page.evaluate(() => {
      const { Services } = globalThis as unknown as FirefoxGlobals;
      const { document } = Services.wm.getMostRecentWindow('navigator:browser')!;
      for (const panel of document.querySelectorAll<Element & { state: string; hidePopup(): void }>('panel')) {
        if (panel.state === 'open' || panel.state === 'showing') panel.hidePopup();
      }
    });
  }

  /** Waits until Firefox asks nothing. */
  async noPermissionQuestion(): Promise<void> {
    await expect.poll(() => this.#question()).toBe('');
  }

  #question(): Promise<string> {
    return this.#page.evaluate(() => {
      const { Services } = globalThis as unknown as FirefoxGlobals;
      const asked = Services.wm
        .getMostRecentWindow('navigator:browser')
        ?.document.querySelector('#addon-webext-permissions-notification');
      return asked && !asked.hasAttribute('hidden') ? asked.textContent : '';
    });
  }
}
