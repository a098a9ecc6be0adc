import { dayNumber } from '../../core/score/local-day';
import type { ScorecardData } from '../load-scorecard';

/** So many readings before what is in view may say how its line is joined, and where its trend lies. */
const before = 60;

/** The readings that are drawn: of a long history all only where it is looked at far back; and whether they are all there are of what is in view. */
export function readingsInView(
  { history, recent, isWhole }: Pick<ScorecardData, 'history' | 'recent' | 'isWhole'>,
  from: number,
) {
  const edge = recent[before];
  const isFarBack = edge === undefined || dayNumber(edge.day) > from;
  return { history: isFarBack ? history : recent, isKnown: isWhole || !isFarBack };
}
