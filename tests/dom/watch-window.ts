import type { PageWindow } from '../../src/content/page/watch-page';

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** Milliseconds between two frames, about 60 a second. */
const frameLength = 16;

/** A tab with a clock that only a test moves: what is due runs in its order, and page and observers have their turn in between. */
export class WatchWindow extends EventTarget implements PageWindow {
  readonly document: Document;
  readonly location = { pathname: '/sales/ssi' };
  readonly navigation = new EventTarget();
  readonly performance = { now: () => this.#time };
  readonly MutationObserver: typeof MutationObserver;
  /** How often any observer was called. */
  observerCalls = 0;
  /** Milliseconds that each look takes, in which the page has no turn. */
  lookTakes = 0;

  #time = 0;
  #next = 1;
  readonly #due = new Map<number, Due>();
  #visible = true;

  constructor(html: string) {
    super();
    this.document = new DOMParser().parseFromString(html, 'text/html');
    Object.defineProperty(this.document, 'visibilityState', { get: () => (this.#visible ? 'visible' : 'hidden') });
    let path = this.location.pathname;
    // Every look begins with the address.
    Object.defineProperty(this.location, 'pathname', {
      get: () => {
        this.#time += this.lookTakes;
        return path;
      },
      set: (next: string) => {
        path = next;
      },
    });
    // The counting observer below is a MutationObserver in everything but its constructor's first line.
    const counted = (): void => {
      this.observerCalls += 1;
    };
    this.MutationObserver = class extends MutationObserver {
      constructor(callback: MutationCallback) {
        super((records, observer) => {
          counted();
          callback(records, observer);
        });
      }
    };
  }

  /** Timers and frames that are still to come. */
  get pending(): number {
    return this.#due.size;
  }

  setTimeout = (run: () => void, milliseconds: number): number => this.#schedule(run, this.#time + milliseconds);

  clearTimeout = (timer: number | undefined): void => {
    if (timer !== undefined) this.#due.delete(timer);
  };

  /** In a hidden tab no frame is drawn. */
  requestAnimationFrame = (run: () => void): number =>
    this.#schedule(run, this.#visible ? (Math.floor(this.#time / frameLength) + 1) * frameLength : Infinity);

  cancelAnimationFrame = (frame: number): void => {
    this.#due.delete(frame);
  };

  /** Lets `milliseconds` pass. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#time + milliseconds;
    await this.#turn();
    for (;;) {
      const [next] = [...this.#due].sort(
        ([firstId, first], [secondId, second]) => first.at - second.at || firstId - secondId,
      );
      if (!next || next[1].at > end) break;
      this.#due.delete(next[0]);
      this.#time = Math.max(this.#time, next[1].at);
      next[1].run();
      await this.#turn();
    }
    this.#time = end;
  }

  /** Replaces what `main` holds, all at once. */
  paint(html: string): void {
    const main = this.document.querySelector('main');
    if (!main) throw new Error('The page has no main part.');
    main.replaceChildren(
      ...new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html').querySelector('main')!.childNodes,
    );
  }

  show(visible: boolean): void {
    this.#visible = visible;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }

  /** The page's own navigation, without a load. */
  navigate(pathname: string): void {
    this.location.pathname = pathname;
    this.navigation.dispatchEvent(new Event('currententrychange'));
  }

  #schedule(run: () => void, at: number): number {
    const id = this.#next++;
    this.#due.set(id, { at, run });
    return id;
  }

  /** Observers are called between two tasks, as microtasks. */
  async #turn(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
  }
}
