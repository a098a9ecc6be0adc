import type { LocalDay } from '../core/score/local-day';
import type { PageTrouble } from '../core/score/page-trouble';
import type { KnownSet } from '../core/score/seen-set';
import type { ReadNumbers } from '../core/rows/snapshot';
import { fail, type Result } from '../core/result';
import type { BadgeView } from './badge-view';
import { browser } from './browser';

/** The page was read: keep it, and say what the badges should show. */
export interface RecordReading {
  readonly type: 'reading/record';
  /** The visit that it comes from: one id (a UUID) for each life of the content script. */
  readonly visit: string;
  readonly numbers: ReadNumbers;
  /** The member's LinkedIn number where the page tells it. Hashed by the worker, never stored as it is. */
  readonly memberNumber?: string;
  /**
   * Milliseconds since the page was read; absent for just now. A page that comes back from the browser's memory tells again what it told then.
   */
  readonly age?: number;
}

/** The page has begun to load: what its reading will be compared with can be read meanwhile. Nothing is kept for it. */
export interface BeginVisit {
  readonly type: 'visit/begin';
  /** As in `reading/record`. */
  readonly memberNumber?: string;
}

/** What the visit has told a moment ago was no score yet, or nobody knows whose: take it back. */
export interface WithdrawReading {
  readonly type: 'reading/withdraw';
  /** As in `reading/record`. */
  readonly visit: string;
}

/** The page was looked at and gave no reading. */
export interface ReportTrouble {
  readonly type: 'page/trouble';
  /** As in `reading/record`. */
  readonly visit: string;
  readonly trouble: PageTrouble;
  /** As in `reading/record`; only with sets. */
  readonly memberNumber?: string;
}

/** The page has sets of numbers of which none was taken: which does the member's answer make known? See `seen-set.ts`. */
interface AskKnownSets {
  readonly type: 'sets/known';
  /** As in `reading/record`. */
  readonly memberNumber?: string;
}

/** The member is at the tip on the page: they opened it, or ticked a step. */
export interface TakeTip {
  readonly type: 'tip/take';
  /** The tip's id in the catalogue. */
  readonly tip: string;
  /** Its ticked steps, as `tickedSteps` has them. */
  readonly ticked: number;
  /** As in `tip/done`. */
  readonly member: string;
  /** Open the panel beside the page. */
  readonly panel: boolean;
}

/** The member marked the tip on the page as done. */
export interface MarkTipDone {
  readonly type: 'tip/done';
  /** The tip's id in the catalogue. */
  readonly tip: string;
  /** The id of the action that is to be written (a UUID): made for one click, so that a message sent twice writes one. */
  readonly action: string;
  /** Whose journal it goes to: the profile that the answer to `reading/record` named. */
  readonly member: string;
}

/** The member took that back. */
export interface UndoTip {
  readonly type: 'tip/undo';
  /** The action that `tip/done` named. */
  readonly action: string;
  readonly member: string;
}

/** The member wants no badges on the page any more, or has them back. */
interface SwitchBadges {
  readonly type: 'badges/hide' | 'badges/show';
}

/** The member wants to see more than fits the page. */
interface OpenScorecard {
  readonly type: 'scorecard/open';
}

/** All that the content script may ask of the background worker. */
export type ContentRequest =
  | BeginVisit
  | RecordReading
  | WithdrawReading
  | ReportTrouble
  | AskKnownSets
  | TakeTip
  | MarkTipDone
  | UndoTip
  | SwitchBadges
  | OpenScorecard;

/** What stands beside the numbers of a page that was read. */
export interface RecordedBadges {
  /** Whether the member wants badges on the page. */
  readonly shown: boolean;
  readonly view: BadgeView;
}

/** The answer to `reading/record`. */
export interface RecordedReading {
  readonly day: LocalDay;
  /** The profile that the reading went to: a salted hash, or nameless. Absent while it is open whose numbers these are. */
  readonly member?: string;
  /** Absent as above, and where what they say could not be read. */
  readonly badges?: RecordedBadges;
}

interface Answers {
  'visit/begin': null;
  'reading/record': RecordedReading;
  'reading/withdraw': null;
  'page/trouble': null;
  'sets/known': readonly KnownSet[];
  'tip/take': null;
  'tip/done': null;
  'tip/undo': null;
  'badges/hide': null;
  'badges/show': null;
  'scorecard/open': null;
}

export type Answer<Request extends ContentRequest> = Result<Answers[Request['type']]>;

const attempts = 3;

/**
 * Sends a request to the background worker and waits for its answer. A worker that is stopped before it answers closes the
 * channel; asking again starts it again, and recording the same reading twice keeps one. After three attempts
 * `worker-unreachable`; `extension-updated` when this script has outlived its extension and nobody will ever answer.
 */
export async function ask<Request extends ContentRequest>(request: Request): Promise<Answer<Request> | Result<never>> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (!isExtensionAlive()) return fail('extension-updated');
    try {
      const answer: unknown = await browser.runtime.sendMessage(request);
      if (isAnswer(answer)) return answer as Answer<Request>;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
  return fail(isExtensionAlive() ? 'worker-unreachable' : 'extension-updated');
}

/** Whether this script still has its extension: after an update or removal `runtime.id` is gone. */
export function isExtensionAlive(): boolean {
  try {
    return Boolean(browser.runtime.id);
  } catch {
    // Some browsers throw instead: the answer is the same.
    return false;
  }
}

function isAnswer(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
