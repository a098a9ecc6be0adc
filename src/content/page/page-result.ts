import type { ReadNumbers } from '../../core/reading';

/** What one look at the page found. Exactly one of these; only `reading` carries numbers. */
export type PageResult =
  | {
      readonly state: 'reading';
      readonly numbers: ReadNumbers;
      /** The member's LinkedIn number, where the shell tells; never stored as it is. */ readonly memberNumber?: string;
    }
  | { readonly state: 'not-yet' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'contract-chooser' }
  | { readonly state: 'withdrawn' }
  | { readonly state: 'not-recognised'; readonly report: PageReport };

/** What the member may copy when the page was not recognised: nothing in it comes from the page's words or numbers. */
export interface PageReport {
  /** Which check failed, for each way of reading that found something. */
  readonly checks: readonly string[];
  /** Tag names, classes and ids of the page's main part with all text and digits left out. */
  readonly skeleton: string;
}
