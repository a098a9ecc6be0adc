import type { WayResult } from './candidate';
import type { Figure } from './find-figures';
import type { ScoreList } from './find-lists';
import type { ScoreTable } from './find-tables';
import type { PageText } from './page-text';
import { readBare } from './read-bare';
import { readBars } from './read-bars';
import { readEmbedded } from './read-embedded';
import { readTables } from './read-tables';

/** What the ways of reading look at. */
export interface PageParts {
  readonly document: Document;
  readonly text: PageText;
  readonly lists: readonly ScoreList[];
  readonly figures: readonly Figure[];
  readonly tables: readonly ScoreTable[];
}

interface WayOfReading {
  /** As its file calls itself, and the `source` of what it reads. */
  readonly name: string;
  /** Where its numbers stand: the member sees them, they are there but not seen, or no element has them. */
  readonly numbers: 'shown' | 'hidden' | 'nowhere';
  readonly read: (page: PageParts) => WayResult;
}

/** Every way of reading the page, in the order of how exact its numbers are. */
export const ways = [
  { name: 'bars', numbers: 'shown', read: ({ document, figures }) => readBars(document, figures) },
  { name: 'embedded', numbers: 'nowhere', read: ({ document }) => readEmbedded(document) },
  { name: 'tables', numbers: 'hidden', read: ({ tables, figures, lists }) => readTables(tables, figures, lists) },
  { name: 'bare', numbers: 'shown', read: ({ text, lists, figures }) => readBare(text, lists, figures) },
] as const satisfies readonly WayOfReading[];
