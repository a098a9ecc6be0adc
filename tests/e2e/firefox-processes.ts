import type { Page } from 'puppeteer-core';

/** What Firefox's own pages know of its processes; these globals are in no types. */
interface ParentGlobals {
  readonly Services: {
    readonly ppmm: {
      readonly childCount: number;
      readonly sharedData: { set(name: string, value: unknown): void; flush(): void };
      loadProcessScript(address: string, alsoLater: boolean): void;
      broadcastAsyncMessage(name: string): void;
      addMessageListener(name: string, listener: (message: { readonly data: Badges }) => void): void;
      removeMessageListener(name: string, listener: (message: { readonly data: Badges }) => void): void;
    };
  };
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
    readonly cpmm: {
      readonly sharedData: { get(name: string): number | null };
      addMessageListener(name: string, listener: () => void): void;
      sendAsyncMessage(name: string, data: Badges): void;
    };
  };
}

/** The words of badges by their names. */
type Badges = Readonly<Record<string, string>>;

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

  /** The words of the badges that are seen in a page of LinkedIn's, by their names. */
  async badges(): Promise<Badges> {
    await this.#loadScript();
    return this.#page.evaluate(
      () =>
        new Promise<Badges>((resolve) => {
          const { ppmm } = (globalThis as unknown as ParentGlobals).Services;
          let badges: Badges = {};
          let missing = ppmm.childCount;
          const listener = ({ data }: { readonly data: Badges }) => {
            badges = { ...badges, ...data };
            missing -= 1;
            if (missing > 0) return;
            ppmm.removeMessageListener('test-badges', listener);
            resolve(badges);
          };
          ppmm.addMessageListener('test-badges', listener);
          ppmm.broadcastAsyncMessage('test-badges-wanted');
        }),
    );
  }

  async #loadScript(): Promise<void> {
    if (this.#isScripted) return;
    this.#isScripted = true;
    await this.#page.evaluate((script) => {
      const { ppmm } = (globalThis as unknown as ParentGlobals).Services;
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
      for (const host of page.document.documentElement.children) {
        const { openOrClosedShadowRoot: root } = host as Element & { openOrClosedShadowRoot: ShadowRoot | null };
        for (const badge of root?.querySelectorAll<HTMLElement>('[data-badge]') ?? []) {
          const isSeen = page.getComputedStyle(badge).visibility === 'visible';
          if (isSeen) badges[badge.dataset['badge'] ?? ''] = badge.textContent;
        }
      }
    }
    Services.cpmm.sendAsyncMessage('test-badges', badges);
  });
}
