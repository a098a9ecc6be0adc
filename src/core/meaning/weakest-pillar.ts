import { shown } from './change';
import { pillars, type Pillar, type Scores } from '../score/pillar';

/**
 * The weakest pillar: the one with the lowest shown score. On a tie the one further below (less far above) its industry's average where
 * that is known, then the first in the pillars' order. Exactly one, always.
 */
export function weakestPillar(scores: Scores, industryScores?: Scores): Pillar {
  return pillarsFromWeakest(scores, industryScores)[0] ?? 'brand';
}

/** All four pillars from the weakest to the strongest, by the same rule. */
export function pillarsFromWeakest(scores: Scores, industryScores?: Scores): readonly Pillar[] {
  const aboveIndustry = (pillar: Pillar) => (industryScores ? scores[pillar] - industryScores[pillar] : 0);
  // Sorting is stable, so what is equal in everything keeps the pillars' order.
  return pillars.toSorted(
    (one, other) => shown(scores[one]) - shown(scores[other]) || aboveIndustry(one) - aboveIndustry(other),
  );
}
