import type { ErrorCode } from '../core/result';
import type { Member } from '../core/rows/member';
import type { OwnCheck } from '../core/rows/own-check';
import type { Snapshot } from '../core/rows/snapshot';
import type { AskedSets } from '../store/read/asked-sets';
import type { PageState } from '../store/read/page-state';
import type { Profile } from '../store/read/profile';
import type { UnknownHistory } from '../store/read/unknown-history';
import type { MissedReminder } from './missed-reminder';

/** Everything stored that the popup shows, of the profile it shows: as far back as the chart's range, and enough before it for changes and the trend. */
export interface PopupData extends Profile {
  /** Every profile, the oldest first. */
  readonly members: readonly Member[];
  /** The profile shown; undefined before the first reading. */
  readonly member: Member | undefined;
  /** Why the last visit to the SSI page gave no reading, and when (epoch milliseconds). */
  readonly trouble: PageState | undefined;
  /** The sets of numbers of that visit that the member is asked about; without sets: they said that none is theirs. */
  readonly asked?: AskedSets | undefined;
  /** A reading that looks like somebody else's and waits for an answer. */
  readonly keptAside: Snapshot | undefined;
  /** The last reading of the profile that "mine" would put it into, which need not be the one shown. Absent: the one shown. */
  readonly besideKeptAside?: Snapshot | undefined;
  /** A history read while the page named nobody, now that it has told who somebody is. */
  readonly unknownHistory: UnknownHistory | undefined;
  /** Days of the automatic copy while the history itself is empty: the browser lost it. */
  readonly lostDays: number | undefined;
  /** A reminder that waits for a reading. */
  readonly reminder: MissedReminder | undefined;
  /** What is wrong with the store while it can still be shown. */
  readonly storeTrouble: ErrorCode | undefined;
  /** What may be copied of a mistake of ours that the worker met since the last good reading. */
  readonly workerTrouble: string | undefined;
  /** What goes on without a score beside the plan: the member's own check, where that is shown. Only while access has ended. */
  readonly goesOn?: { readonly checks?: readonly OwnCheck[] } | undefined;
  /** Whether the browser lets the SSI page be read. */
  readonly siteAccess: boolean;
}
