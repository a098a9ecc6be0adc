import type { Page } from 'puppeteer-core';

/** What Firefox's own pages know of its processes; these globals are in no types. */
interface ParentGlobals {
  readonly Services: {
    readonly ppmm: {
      readonly sharedData: { set(name: string, value: unknown): void; flush(): void };
      loadProcessScript(address: string, alsoLater: boolean): void;
      broadcastAsyncMessage(name: string): void;
      addMessageListener(name: string, listener: (message: { readonly data: SeenBadges }) => void): void;
    };
  };
  /** What each process has told last, by its id. */
  seenBadges: Map<number, Badges>;
}

/** What a script knows that runs in one of its processes. */
interface ProcessGlobals {
  readonly Cu: {
    waiveXrays(window: Window): { readonly Date: DateConstructor };
    exportFunction(of: () => number, into: object, as: { readonly defineAs: string }): void;
    isDeadWrapper(window: Window): boolean;
  };
  readonly Services: {
    readonly obs: { addObserver(observer: (window: Window & typeof globalThis) => void, topic: string): void };
    readonly appinfo: { readonly uniqueProcessID: number };
    readonly cpmm: {
      readonly sharedData: { get(name: string): number | null };
      addMessageListener(name: string, listener: () => void): void;
      sendAsyncMessage(name: string, data: SeenBadges): void;
    };
  };
}

/** The words of badges by their names. */
type Badges = Readonly<Record<string, string>>;

interface SeenBadges {
  readonly process: number;
  readonly badges: Badges;
}

/** Firefox's processes, in which a script of ours runs beside all pages: it gives the extension's pages a clock, and sees into closed shadow roots. */
export class FirefoxProcesses {
  readonly #page: Page;
  #isScripted = false;

  /** `page` is one of Firefox's own. */
  constructor(page: Page) {
    this.#page = page;
  }

  /**
   * Lets every page of the extension that is opened from now on, and the background once it starts again, believe that it is `instant` (epoch milliseconds).
   * Undefined: as the machine has it.
   */
  async setClock(instant: number | undefined): Promise<void> {
    await this.#loadScript();
    await this.#page.evaluate((now) => {
      const { sharedData } = (globalThis as unknown as ParentGlobals).Services.ppmm;
      sharedData.set('test-clock', now ?? null);
      sharedData.flush();
    }, instant);
  }

  /** The words of the badges that were seen last in pages of LinkedIn's, by their names; each call has them looked for anew. Ask until it is so. */
  async badges(): Promise<Badges> {
    await this.#loadScript();
    return this.#page.evaluate(() => {
      const { Services, seenBadges } = globalThis as unknown as ParentGlobals;
      const seen = Object.assign({}, ...seenBadges.values()) as Badges;
      // A process that has ended since answers no more.
      seenBadges.clear();
      Services.ppmm.broadcastAsyncMessage('test-badges-wanted');
      return seen;
    });
  }

  async #loadScript(): Promise<void> {
    if (this.#isScripted) return;
    this.#isScripted = true;
    await this.#page.evaluate((script) => {
      const parent = globalThis as unknown as ParentGlobals;
      parent.seenBadges = new Map();
      const { ppmm } = parent.Services;
      ppmm.addMessageListener('test-badges', ({ data }) => parent.seenBadges.set(data.process, data.badges));
      ppmm.loadProcessScript(`data:,${encodeURIComponent(script)}`, true);
    }, `(${inEachProcess.toString()})()`);
  }
}

// Runs in each of Firefox's processes, which gets its text.
function inEachProcess(): void {
  const { Cu, Services } = globalThis as unknown as ProcessGlobals;
  const pages = new Set<Window & typeof globalThis>();
  Services.obs.addObserver((window) => {
    if (window.location.protocol === 'https:') pages.add(window);
    if (window.location.protocol !== 'moz-extension:') return;
    const real = Date.now.bind(Date);
    const now = () => Services.cpmm.sharedData.get('test-clock') ?? real();
    Cu.exportFunction(now, Cu.waiveXrays(window).Date, { defineAs: 'now' });
  }, 'content-document-global-created');
  Services.cpmm.addMessageListener('test-badges-wanted', () => {
    const badges: Record<string, string> = {};
    for (const page of pages) {
      if (Cu.isDeadWrapper(page)) {
        pages.delete(page);
        continue;
      }
      // One closed root stands in the other.
      const look = (element: Element): void => {
        const { openOrClosedShadowRoot: root } = element as Element & { openOrClosedShadowRoot: ShadowRoot | null };
        root?.querySelectorAll('*').forEach(look);
        const { badge } = (element as HTMLElement).dataset;
        const isSeen = badge !== undefined && page.getComputedStyle(element).visibility === 'visible';
        if (isSeen) badges[badge] = element.textContent;
      };
      for (const host of page.document.documentElement.children) look(host);
    }
    Services.cpmm.sendAsyncMessage('test-badges', { process: Services.appinfo.uniqueProcessID, badges });
  });
}
