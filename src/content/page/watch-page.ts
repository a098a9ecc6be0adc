import { pillars } from '../../core/score/pillar';
import type { KnownSet } from '../../core/score/seen-set';
import { pageSkeleton } from './describe-page';
import type { Anchors, ReadingResult } from './page-result';
import { smallestAround } from './page-text';
import { placeOf, readPage } from './read-page';
import { step } from './watch-machine';
import { initialState, type Finding, type Purpose, type WatchEvent, type WatchResult } from './watch-state';

/** What the watch needs of a window; the real `window` fits. */
export interface PageWindow extends EventTarget {
  readonly document: Document;
  readonly location: { readonly pathname: string };
  readonly performance: { now(): number };
  readonly MutationObserver: typeof MutationObserver;
  /** The Navigation API, which sees the page's own navigations from the isolated world. */
  readonly navigation?: EventTarget;
  setTimeout(handler: () => void, milliseconds: number): number;
  clearTimeout(timer: number | undefined): void;
  requestAnimationFrame(callback: () => void): number;
  cancelAnimationFrame(frame: number): void;
}

/** What to watch and whom to tell. */
export interface PageWatch {
  readonly window: PageWindow;
  /** Aborting it ends the watch for good: every observer, listener and timer goes. */
  readonly signal: AbortSignal;
  /**
   * Called for every reading, and for every end without one; not again before the promise that it returned is settled. Called again when the
   * page paints its score anew (the next morning, after navigation inside the application) or adds what was missing: what was told
   * before is then out of date, its anchors too. A page that comes back from the back/forward cache tells its score again, with the epoch
   * milliseconds at which it was read.
   */
  readonly onResult: (result: WatchResult, readAt?: number) => unknown;
  /** Called once the page is more than prerendered, before it is looked at. */
  readonly onBegin?: () => void;
  /** Called when the score that was last told leaves the page or the page the screen: navigation, or a repaint. */
  readonly onGone?: () => void;
  /** Asked once, when sets of numbers are found of which none can be told to be the member's: those that the member has said to be theirs. */
  readonly knownSets?: () => Promise<readonly KnownSet[]>;
}

const observedChanges = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  // Values, and what shows and hides them.
  attributeFilter: ['value', 'aria-valuenow', 'aria-label', 'hidden', 'class', 'style', 'open'],
};

/** The same of the score's own card, in which our own badges and LinkedIn's pointers change nothing but looks. */
const observedInCard = { ...observedChanges, attributeFilter: ['value', 'aria-valuenow', 'hidden'] };

/**
 * Reads the page as soon as its score stands, and again when it is painted anew. Never asks by the clock: it looks when the page changed.
 *
 * While it looks, one MutationObserver covers the document. Once all is read that observer goes, and what stays is an observer of the score's
 * own card and of who its ancestors' children are, which is called when LinkedIn repaints it, and one look when the tab is shown again.
 * It gives up after 60 s of a visible page, and begins again with the next scroll, navigation or showing of the tab.
 *
 * What is decided is decided by `step`. Here events come in, its effects are carried out, and what its state wants is kept running.
 */
export function watchPage({ window, signal, onResult, onBegin, onGone, knownSets }: PageWatch): void {
  const { document } = window;
  if (signal.aborted) return;
  let state = initialState;
  let frame = 0;
  let known: readonly KnownSet[] | undefined;
  const now = (): number => window.performance.now();
  const happens = (type: 'changed' | 'due' | 'late' | 'drawn' | 'scrolled' | 'left' | 'ended') => () =>
    take({ type, at: now() });
  const ringLook = alarm(window, happens('due'));
  const ringDeadline = alarm(window, happens('late'));
  const pageObserver = new window.MutationObserver(happens('changed'));
  const scoreObserver = new window.MutationObserver(() => {
    if (!stands()) take({ type: 'repainted', at: now() });
  });

  /** What an effect sets off is taken at once: only the last effect of a step is ever answered. */
  function take(event: WatchEvent): void {
    const before = state;
    const { state: after, effects } = step(state, event);
    state = after;
    ringLook(state.look);
    ringDeadline(state.deadline);
    if (state.frame !== before.frame) {
      window.cancelAnimationFrame(frame);
      // What the page draws in every frame, it has drawn before this is called.
      if (state.frame) frame = window.requestAnimationFrame(happens('drawn'));
    }
    if (state.phase !== before.phase) observe();
    for (const effect of effects) {
      // Who is told may have ended the watch.
      if (signal.aborted) return;
      if (effect.type === 'gone') onGone?.();
      else if (effect.type === 'look') {
        const { purpose, found } = effect;
        // When it began: while it lasts the page cannot change, and that is no standing still.
        const at = now();
        take({ type: 'looked', at, purpose, finding: (found && again(found)) ?? look(purpose) });
      } else {
        const { number, message } = effect;
        const answered = () => take({ type: 'answered', at: now(), number });
        const answer = onResult(message.result, message.readAt);
        if (answer instanceof Promise) void answer.finally(answered);
        else answered();
      }
    }
  }

  function observe(): void {
    pageObserver.disconnect();
    scoreObserver.disconnect();
    if (state.phase === 'looking') pageObserver.observe(document, observedChanges);
    else if (state.phase === 'read') observeScore();
    else if (state.phase === 'resting') {
      window.addEventListener('scroll', happens('scrolled'), { signal, once: true, passive: true, capture: true });
    }
  }

  function observeScore(): void {
    const card = smallestAround(elementsOf(state.told?.result.anchors));
    if (!card) return;
    scoreObserver.observe(card, observedInCard);
    for (let at = card.parentElement; at; at = at.parentElement) scoreObserver.observe(at, { childList: true });
  }

  function look(purpose: Purpose): Finding {
    const result = readPage(document, window.location, known);
    if (result.state === 'not-recognised' && result.sets && known === undefined) {
      known = [];
      void knownSets?.().then((sets) => {
        known = sets;
        if (sets.length > 0) take({ type: 'changed', at: now() });
      });
    }
    return {
      result,
      signature: result.state === 'reading' ? signatureOf(result) : '',
      stands: stands(),
      readAt: Date.now(),
      skeleton: purpose === 'end' ? pageSkeleton(document) : '',
    };
  }

  /** What was read a moment ago, where the page has not changed since and its score is painted as it was then. */
  function again(found: Finding): Finding | undefined {
    const { result, signature } = found;
    return result.state !== 'reading' || signatureOf(result) === signature ? { ...found, stands: stands() } : undefined;
  }

  /** Whether the score that was told, if any, is still painted as it was. */
  function stands(): boolean {
    return !state.told || signatureOf(state.told.result) === state.told.signature;
  }

  const visible = (): boolean => document.visibilityState === 'visible';
  const place = () => placeOf(window.location.pathname);
  const start = (): void => {
    // Firefox prerenders nothing, and does not say so.
    const prerendering = (document as { readonly prerendering?: boolean }).prerendering === true;
    if (!prerendering) onBegin?.();
    take({ type: 'started', at: now(), place: place(), visible: visible(), prerendering });
  };
  const onVisibility = (): void => take({ type: visible() ? 'shown' : 'hidden', at: now() });
  const onNavigation = (): void => take({ type: 'navigated', at: now(), place: place() });
  document.addEventListener('prerenderingchange', start, { signal });
  document.addEventListener('visibilitychange', onVisibility, { signal });
  window.navigation?.addEventListener('currententrychange', onNavigation, { signal });
  window.addEventListener('popstate', onNavigation, { signal });
  window.addEventListener('pagehide', happens('left'), { signal });
  window.addEventListener(
    'pageshow',
    (event) => {
      if ((event as PageTransitionEvent).persisted) take({ type: 'thawed', at: now() });
    },
    { signal },
  );
  signal.addEventListener('abort', happens('ended'));
  start();
}

/** A timer that can be set anew, for a time of the window's clock or for never. */
function alarm(window: PageWindow, ring: () => void): (due: number | undefined) => void {
  let set: number | undefined;
  let timer: number | undefined;
  return (due) => {
    if (due === set) return;
    window.clearTimeout(timer);
    set = due;
    if (due === undefined) return;
    timer = window.setTimeout(() => {
      set = undefined;
      ring();
    }, due - window.performance.now());
  };
}

function elementsOf(anchors: Anchors | undefined): Element[] {
  if (!anchors) return [];
  return [...(anchors.total ? [anchors.total] : []), ...pillars.map((pillar) => anchors.pillars[pillar])];
}

/** The score as it stands in its elements: another text, another bar or another element is another painting. Empty without elements. */
function signatureOf({ anchors }: ReadingResult): string {
  return elementsOf(anchors)
    .map((element) => `${element.isConnected ? element.textContent : 'gone'} ${element.getAttribute('value') ?? ''}`)
    .join('\n');
}
