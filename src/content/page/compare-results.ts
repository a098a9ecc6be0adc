import { pillars } from '../../core/score/pillar';
import type { ReadNumbers } from '../../core/rows/snapshot';
import type { PageResult, ReadingResult } from './page-result';

/** Whether a page that is still being painted may look like `result`. */
export function isDoubtful(result: PageResult): boolean {
  return (
    result.state !== 'reading' || !isComplete(result) || pillars.some((pillar) => result.numbers.scores[pillar] === 0)
  );
}

/** Whether the page has told everything that a page is known to tell. */
export function isComplete({ numbers: { rank, average }, anchors }: ReadingResult): boolean {
  return (
    anchors !== undefined &&
    rank.industry !== undefined &&
    rank.network !== undefined &&
    average.industry?.scores !== undefined &&
    average.network?.scores !== undefined
  );
}

/** Whether two looks saw scores, and different ones. */
export function isMoved(one: PageResult | undefined, other: PageResult): boolean {
  if (one?.state !== 'reading' || other.state !== 'reading') return false;
  return (
    one.numbers.shownTotal !== other.numbers.shownTotal ||
    pillars.some((pillar) => one.numbers.scores[pillar] !== other.numbers.scores[pillar])
  );
}

/** Whether two looks found the same state, and the same numbers if it is a reading. */
export function isSame(one: PageResult, other: PageResult): boolean {
  if (one.state !== 'reading' || other.state !== 'reading') return one.state === other.state;
  return JSON.stringify(comparable(one.numbers)) === JSON.stringify(comparable(other.numbers));
}

/** Numbers only: the language may be set a moment later. */
function comparable({ shownTotal, scores, rank, average }: ReadNumbers): unknown {
  return { shownTotal, scores, rank, average };
}
