import type { LocalDay } from '../score/local-day';
import type { Pillar } from '../score/pillar';

interface ActionBase {
  readonly id: string;
  readonly member: string;
  readonly day: LocalDay;
  readonly pillar: Pillar;
  /** Instant it was written down, epoch milliseconds. */
  readonly recordedAt: number;
}

/** A tip the member marked as done. */
interface DoneTip extends ActionBase {
  readonly kind: 'tip';
  /** The tip's id in the catalogue. */
  readonly tip: string;
}

/** The member's own note. */
interface Note extends ActionBase {
  readonly kind: 'note';
  readonly text: string;
}

/** Something the member did. */
export type Action = DoneTip | Note;

/** What the member said of a tip other than "done": never again, or not before a day. */
export interface TipChoice {
  readonly member: string;
  readonly tip: string;
  readonly choice: 'dismissed' | 'later';
  /** First day it may be shown again; only for `later`. */
  readonly until?: LocalDay;
}
