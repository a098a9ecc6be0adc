import { pillars } from '../../core/score/pillar';
import type { ReadNumbers } from '../../core/score/reading';
import { isSsiPath } from '../../platform/address';
import { pageSkeleton } from './describe-page';
import type { PageResult, ReadingResult } from './page-result';
import { smallestAround } from './page-text';
import { readPage } from './read-page';

/** What the watch needs of a window; the real `window` fits. */
export interface PageWindow extends EventTarget {
  readonly document: Document;
  readonly location: { readonly pathname: string };
  readonly performance: { now(): number };
  readonly MutationObserver: typeof MutationObserver;
  /** The Navigation API, which sees the page's own navigations from the isolated world. */
  readonly navigation?: EventTarget;
  setTimeout(handler: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
  requestAnimationFrame(callback: () => void): number;
  cancelAnimationFrame(frame: number): void;
}

/** What a watch tells of: everything but `not-yet`. */
export type WatchResult = Exclude<PageResult, { state: 'not-yet' }>;

/** What to watch and whom to tell. */
export interface PageWatch {
  readonly window: PageWindow;
  /** Aborting it ends the watch for good: every observer, listener and timer goes. */
  readonly signal: AbortSignal;
  /**
   * Called for every reading, and for every end without one. Called again when the page paints its score anew (the next morning, after
   * navigation inside the application) or adds what was missing: what was told before is then out of date, its anchors too.
   */
  readonly onResult: (result: WatchResult) => void;
  /** Called when the score that was last told leaves the page: navigation inside the application, or a repaint. */
  readonly onGone?: () => void;
}

/** All times in milliseconds. */
const watchTimes = {
  /** A visible page that shows no score for so long gets none. LinkedIn paints after 2 to 10 s, 30 s at worst. */
  giveUp: 60_000,
  /** Nothing may change for so long, and until the next frame, before a whole page is believed: an animation changes every frame. */
  settle: 16,
  /** A page that never stands still is looked at so often. */
  busy: 250,
  /** Scores that were seen to change must stand so long: they may count up in steps. */
  afterChange: 400,
  /**
   * Nothing may change for so long where a page also looks so half-painted: a pillar of exactly zero, no ranks or averages, nobody signed in,
   * a notice.
   */
  doubtful: 1000,
  /** Where a page never stands still, what is doubtful must stand so long; and so long the rest is waited for once it was told. */
  completion: 5000,
} as const;

const observedChanges = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['value'],
};

/**
 * Reads the page as soon as its score stands, and again when it is painted anew. Never asks by the clock: it looks when the page changed.
 *
 * While it looks, one MutationObserver covers the document. Once all is read that observer goes, and what stays is an observer of the score's
 * own card and of who its ancestors' children are, which is called when LinkedIn repaints it, and one look when the tab is shown again.
 * It gives up after 60 s of a visible page, and begins again with the next scroll, navigation or showing of the tab.
 */
export function watchPage({ window, signal, onResult, onGone }: PageWatch): void {
  const { document } = window;
  if (signal.aborted) return;

  /** The score that was told and still stands. */
  let told: { readonly result: ReadingResult; readonly signature: string; readonly at: number } | undefined;
  /** The last state without a reading that was told, so that it is told once. */
  let toldState: WatchResult['state'] | undefined;

  let lookTimer: number | undefined;
  let lookDue = 0;
  let deadline: number | undefined;
  let looking = false;
  /** Whether a score that came in the last moment was given time to stand. */
  let extended = false;
  let lastChange = 0;
  /** The frame that must be drawn after the last change; undefined once it is. */
  let frame: number | undefined;
  let lookedAt = 0;
  /** What the last look found, and since when it has been so. */
  let standing: { readonly result: PageResult; readonly since: number } | undefined;
  /** Whether scores were seen to change while it looked. */
  let unsteady = false;

  const now = (): number => window.performance.now();
  const isVisible = (): boolean => document.visibilityState === 'visible';

  const pageObserver = new window.MutationObserver(() => {
    lastChange = now();
    awaitFrame();
    lookIn(watchTimes.settle);
  });

  const scoreObserver = new window.MutationObserver(() => {
    if (told && signatureOf(told.result) !== told.signature) repainted();
  });

  function look(): void {
    lookTimer = undefined;
    const at = now();
    lookedAt = at;
    if (told && signatureOf(told.result) !== told.signature) {
      unsteady = true;
      forget();
    }
    const result = readPage(document, window.location);
    const before = standing?.result;
    const moved = before?.state === 'reading' && result.state === 'reading' && !sameScores(before, result);
    unsteady ||= moved;
    if (!standing || !sameFinding(standing.result, result)) standing = { result, since: lastChange };
    if (result.state === 'not-yet' || result.state === 'not-recognised') return;
    const left = isDoubtful(result)
      ? Math.min(lastChange + watchTimes.doubtful, standing.since + watchTimes.completion) - at
      : standing.since + (unsteady ? watchTimes.afterChange : watchTimes.settle) - at;
    if (left > 0) lookIn(left);
    else tell(result);
  }

  /** Looks when `milliseconds` have passed, nothing has changed for a moment and a frame has been drawn since. */
  function lookIn(milliseconds: number): void {
    const due = now() + milliseconds;
    if (lookTimer !== undefined) {
      if (due >= lookDue) return;
      window.clearTimeout(lookTimer);
    }
    lookDue = due;
    lookTimer = window.setTimeout(lookWhenStill, milliseconds);
  }

  function lookWhenStill(): void {
    lookTimer = undefined;
    const still = now() - lastChange;
    if (still >= watchTimes.settle) {
      // Until the next frame is drawn a page may be in the middle of an animation, however long a long task has held it.
      if (frame === undefined || !isVisible()) look();
    } else if (now() - lookedAt >= watchTimes.busy) look();
    else lookIn(watchTimes.settle - still);
  }

  /** Asks for the first frame after a change. What the page draws in every frame, it has drawn before this is called. */
  function awaitFrame(): void {
    if (frame !== undefined) window.cancelAnimationFrame(frame);
    frame = window.requestAnimationFrame(() => {
      frame = undefined;
      if (looking && lookTimer === undefined) lookWhenStill();
    });
  }

  function startLooking(): void {
    scoreObserver.disconnect();
    standing = undefined;
    unsteady = false;
    extended = false;
    lastChange = now();
    lookedAt = lastChange;
    awaitFrame();
    if (!looking) pageObserver.observe(document, observedChanges);
    looking = true;
    startDeadline(watchTimes.giveUp);
    lookIn(watchTimes.settle);
  }

  function stopLooking(): void {
    looking = false;
    pageObserver.disconnect();
    clearTimers();
  }

  function clearTimers(): void {
    if (lookTimer !== undefined) window.clearTimeout(lookTimer);
    if (deadline !== undefined) window.clearTimeout(deadline);
    if (frame !== undefined) window.cancelAnimationFrame(frame);
    lookTimer = undefined;
    deadline = undefined;
    frame = undefined;
  }

  function startDeadline(milliseconds: number): void {
    if (deadline !== undefined) window.clearTimeout(deadline);
    deadline = isVisible() ? window.setTimeout(giveUp, milliseconds) : undefined;
  }

  function tell(result: Exclude<WatchResult, { state: 'not-recognised' }>): void {
    if (result.state !== 'reading') {
      tellState(result);
      return;
    }
    const isNew = !told || !sameNumbers(told.result, result) || signatureOf(result) !== told.signature;
    if (isNew) {
      toldState = undefined;
      told = { result, signature: signatureOf(result), at: now() };
      onResult(result);
    }
    // The listener may have ended the watch.
    if (signal.aborted) return;
    if (isComplete(result)) guard();
    else if (isNew) startDeadline(result.anchors ? watchTimes.completion : watchTimes.giveUp);
  }

  function tellState(result: WatchResult): void {
    if (toldState === result.state) return;
    toldState = result.state;
    onResult(result);
  }

  /** The score is read: from here on only its own card is watched. */
  function guard(): void {
    stopLooking();
    const { anchors } = told?.result ?? {};
    if (!anchors) return;
    const card = smallestAround([
      ...(anchors.total ? [anchors.total] : []),
      ...pillars.map((pillar) => anchors.pillars[pillar]),
    ]);
    if (!card) return;
    scoreObserver.observe(card, observedChanges);
    for (let at = card.parentElement; at; at = at.parentElement) scoreObserver.observe(at, { childList: true });
  }

  function repainted(): void {
    const isSoon = told !== undefined && now() - told.at < watchTimes.completion;
    forget();
    startLooking();
    // What was told did not stand long: it must stand longer this time.
    unsteady = isSoon;
  }

  function forget(): void {
    if (!told) return;
    told = undefined;
    onGone?.();
  }

  function giveUp(): void {
    deadline = undefined;
    if (told) {
      // What was missing did not come.
      guard();
      return;
    }
    const result = readPage(document, window.location);
    if (result.state === 'reading' && !extended) {
      extended = true;
      startDeadline(2 * watchTimes.doubtful);
      lookIn(watchTimes.settle);
      return;
    }
    stopLooking();
    if (result.state === 'reading') {
      const checks = ['watch: still moving'];
      tellState({ state: 'not-recognised', report: { checks, skeleton: pageSkeleton(document) } });
    } else {
      // Only a shell, and it stays so: LinkedIn serves it to a browser that nobody is signed in to.
      tellState(result.state === 'not-yet' ? { state: 'signed-out' } : result);
    }
    window.addEventListener('scroll', onScroll, { signal, once: true, passive: true, capture: true });
  }

  function onScroll(): void {
    if (!looking && !told) startLooking();
  }

  function onVisibilityChange(): void {
    if (!isVisible()) {
      if (deadline !== undefined) window.clearTimeout(deadline);
      deadline = undefined;
      // No frame is drawn from here on, and a look may be waiting for one.
      if (looking) lookIn(watchTimes.settle);
    } else if (looking) {
      startDeadline(told ? watchTimes.completion : watchTimes.giveUp);
      lookIn(watchTimes.settle);
    } else if (!told) startLooking();
    else {
      // Groups may have been refreshed in place, outside the score's card.
      const result = readPage(document, window.location);
      if (result.state !== 'reading' || !sameNumbers(told.result, result)) repainted();
    }
  }

  function onNavigation(): void {
    const result = readPage(document, window.location);
    if (result.state === 'signed-out' || result.state === 'contract-chooser') {
      forget();
      stopLooking();
      scoreObserver.disconnect();
      tellState(result);
    } else if (!isSsiPath(window.location.pathname)) {
      forget();
      stopLooking();
      scoreObserver.disconnect();
      toldState = undefined;
    } else if (!looking && !told) startLooking();
  }

  document.addEventListener('visibilitychange', onVisibilityChange, { signal });
  window.navigation?.addEventListener('currententrychange', onNavigation, { signal });
  window.addEventListener('popstate', onNavigation, { signal });
  signal.addEventListener('abort', () => {
    stopLooking();
    scoreObserver.disconnect();
  });
  startLooking();
}

/** Whether a page that is still being painted may look like `result`. */
function isDoubtful(result: PageResult): boolean {
  return (
    result.state !== 'reading' || !isComplete(result) || pillars.some((pillar) => result.numbers.scores[pillar] === 0)
  );
}

/** Whether the page has told everything that a page is known to tell. */
function isComplete({ numbers: { rank, average }, anchors }: ReadingResult): boolean {
  return (
    anchors !== undefined &&
    rank.industry !== undefined &&
    rank.network !== undefined &&
    average.industry?.scores !== undefined &&
    average.network?.scores !== undefined
  );
}

/** The score as it stands in its elements: another text, another bar or another element is another painting. Empty without elements. */
function signatureOf({ anchors }: ReadingResult): string {
  if (!anchors) return '';
  const elements = [...(anchors.total ? [anchors.total] : []), ...pillars.map((pillar) => anchors.pillars[pillar])];
  return elements
    .map((element) => `${element.isConnected ? element.textContent : 'gone'} ${element.getAttribute('value') ?? ''}`)
    .join('\n');
}

function sameScores(one: ReadingResult, other: ReadingResult): boolean {
  return (
    one.numbers.shownTotal === other.numbers.shownTotal &&
    pillars.every((pillar) => one.numbers.scores[pillar] === other.numbers.scores[pillar])
  );
}

function sameNumbers(one: ReadingResult, other: ReadingResult): boolean {
  return JSON.stringify(comparable(one.numbers)) === JSON.stringify(comparable(other.numbers));
}

/** Numbers only: the language may be set a moment later. */
function comparable({ shownTotal, scores, rank, average }: ReadNumbers): unknown {
  return { shownTotal, scores, rank, average };
}

function sameFinding(one: PageResult, other: PageResult): boolean {
  return one.state === 'reading' && other.state === 'reading' ? sameNumbers(one, other) : one.state === other.state;
}
