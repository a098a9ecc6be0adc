import type { WayResult } from './candidate';
import type { Figure } from './find-figures';
import type { PageText } from './page-text';
import { candidateOf, type SetChoice } from './read-sets';
import type { OwnedSet } from './whose-set';

/** What the ways of reading look at. */
export interface PageParts {
  readonly text: PageText;
  readonly figures: readonly Figure[];
  readonly owned: readonly OwnedSet[];
  readonly bars: WayResult;
  readonly embedded: WayResult;
  readonly choice: SetChoice;
}

interface WayOfReading {
  /** As its file calls itself, and the `source` of what it reads. */
  readonly name: string;
  /** Where its numbers stand: the member sees them, they are there but not seen, or no element has them. */
  readonly numbers: 'shown' | 'hidden' | 'nowhere';
  readonly read: (page: PageParts) => WayResult;
}

/** The sets that were taken, of tables or of what is printed. */
function ofSets(way: string, { taken, failure }: SetChoice): WayResult {
  return {
    way,
    candidates: taken.map(candidateOf).filter((candidate) => candidate.way === way),
    failures: failure === undefined ? [] : [failure],
  };
}

/** Every way of reading the page, in the order of how exact its numbers are. */
export const ways = [
  { name: 'bars', numbers: 'shown', read: ({ bars }) => bars },
  { name: 'embedded', numbers: 'nowhere', read: ({ embedded }) => embedded },
  { name: 'tables', numbers: 'hidden', read: ({ choice }) => ofSets('tables', choice) },
  { name: 'bare', numbers: 'shown', read: ({ choice }) => ofSets('bare', choice) },
] as const satisfies readonly WayOfReading[];
