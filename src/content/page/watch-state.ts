import type { PageResult, ReadingResult } from './page-result';
import type { Place } from './read-page';

/** What a watch tells of: everything but `not-yet`. `moved`: what it told a moment ago was no score yet, or nobody knows whose. */
export type WatchResult = Exclude<PageResult, { state: 'not-yet' }> | { readonly state: 'moved' };

/** Something to tell. */
export interface Message {
  readonly result: WatchResult;
  /** When it was read, in epoch milliseconds; absent for just now. */
  readonly readAt?: number;
}

/** What one look at the page found. */
export interface Finding {
  readonly result: PageResult;
  /** How the score of `result` is painted: another text, bar or element is another painting. */
  readonly signature: string;
  /** Whether the score that was told, if any, is still painted as it was. */
  readonly stands: boolean;
  /** The instant of the look in epoch milliseconds. */
  readonly readAt: number;
  /** The layout of the page, for a report; empty but at the `end`. */
  readonly skeleton: string;
}

/** Why the page is looked at: it may have come to rest, its time is over, or it was shown again. */
export type Purpose = 'rest' | 'end' | 'check';

/** What happens in a tab, and when: milliseconds of a clock that never goes back. */
export type WatchEvent = { readonly at: number } & (
  | { readonly type: 'started'; readonly place: Place; readonly visible: boolean; readonly prerendering: boolean }
  /** Something in the document changed. */
  | { readonly type: 'changed' }
  /** The score that was told is painted in another way. */
  | { readonly type: 'repainted' }
  /** It is time for `look`, for `deadline`; the awaited frame was drawn. */
  | { readonly type: 'due' | 'late' | 'drawn' }
  | { readonly type: 'looked'; readonly purpose: Purpose; readonly finding: Finding }
  | { readonly type: 'scrolled' | 'shown' | 'hidden' }
  | { readonly type: 'navigated'; readonly place: Place }
  /** Out of sight for good, or into the browser's back/forward cache; and out of that. */
  | { readonly type: 'left' | 'thawed' }
  /** The message of this number is dealt with. */
  | { readonly type: 'answered'; readonly number: number }
  | { readonly type: 'ended' }
);

/** What is to be done, in this order. A look is answered by `looked`, a message by `answered`. */
export type WatchEffect =
  /** `found`: what was read a moment ago, and nothing has changed since; it is enough to see that it still stands. */
  | { readonly type: 'look'; readonly purpose: Purpose; readonly found?: Finding }
  | { readonly type: 'tell'; readonly number: number; readonly message: Message }
  /** The score that was told has left the page, or the page the screen. */
  | { readonly type: 'gone' };

/** Where a watch is. What must run in the tab meanwhile follows from it. */
export interface WatchState {
  /**
   * `prerendering`: nobody is here yet. `looking`: the document is observed. `read`: all is told, only the score's card is observed.
   * `resting`: there was nothing to read for 60 s; a scroll or showing the tab begins again. `away`: not on the SSI page. `ended`: for good.
   */
  readonly phase: 'prerendering' | 'looking' | 'read' | 'resting' | 'away' | 'ended';
  readonly visible: boolean;
  /** The score that was told and still stands. */
  readonly told?:
    | { readonly result: ReadingResult; readonly signature: string; readonly at: number; readonly readAt: number }
    | undefined;
  /** The last reading that was told of this page, whether it stands or not, and the instant at which it was painted first. */
  readonly last?: { readonly result: ReadingResult; readonly at: number; readonly readAt: number } | undefined;
  /** The last state without a reading that was told, so that it is told once. */
  readonly toldState?: WatchResult['state'] | undefined;
  /** Whether that was seen in the page, and not only concluded from a page that showed nothing known. */
  readonly toldExactly?: boolean;
  /** When to look, and when to give up. */
  readonly look?: number | undefined;
  readonly deadline?: number | undefined;
  /** The frame that must be drawn after the last change, each another object; undefined once it is. */
  readonly frame?: object | undefined;
  /** When the tab was last shown after it was not. */
  readonly shownAt: number;
  readonly changedAt: number;
  readonly lookedAt: number;
  /** What the last look found, as long as nothing has changed since. */
  readonly found?: { readonly finding: Finding; readonly at: number } | undefined;
  /** What stands, and since when it has been so, by both clocks. */
  readonly standing?: { readonly result: PageResult; readonly since: number; readonly readAt: number } | undefined;
  /** Whether scores were seen to change while it looked. */
  readonly unsteady: boolean;
  /** Whether a score that came in the last moment was given time to stand. */
  readonly extended: boolean;
  /** How many messages there were, and the number of the one that is not answered yet. */
  readonly count: number;
  readonly sending?: number | undefined;
  /** What is told once that is answered. */
  readonly waiting?: Message | undefined;
}

export const initialState: WatchState = {
  phase: 'away',
  visible: false,
  shownAt: -Infinity,
  changedAt: 0,
  lookedAt: 0,
  unsteady: false,
  extended: false,
  count: 0,
};
