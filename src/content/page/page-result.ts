import type { PageReport } from '../../core/score/page-trouble';
import type { SeenSet } from '../../core/score/seen-set';
import type { Pillar } from '../../core/score/pillar';
import type { ReadNumbers } from '../../core/rows/snapshot';

/**
 * Where on the page the numbers stand, for what is shown beside them. Elements, so never sent or stored.
 * Visible elements where the page has them; a reading that came from no visible element has no anchors.
 */
export interface Anchors {
  /** The element that prints the shown total; absent when only an embedded answer was read. */
  readonly total?: Element;
  /** For each pillar the element that prints its score. */
  readonly pillars: Readonly<Record<Pillar, Element>>;
}

/** A look that found the score: the only result that carries numbers. */
export interface ReadingResult {
  readonly state: 'reading';
  readonly numbers: ReadNumbers;
  /** The member's LinkedIn number, where the shell tells; never stored as it is. */
  readonly memberNumber?: string;
  /** Absent when the numbers stand in no element, as in an embedded answer. */
  readonly anchors?: Anchors;
}

/** What one look at the page found. Exactly one of these; only `reading` carries numbers. */
export type PageResult =
  | ReadingResult
  | { readonly state: 'not-yet' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'contract-chooser' }
  | { readonly state: 'access-ended' }
  | {
      readonly state: 'not-recognised';
      readonly report: PageReport;
      /** The sets of numbers on the page of which none could be told to be the member's; absent without any. */
      readonly sets?: readonly SeenSet[];
    };
