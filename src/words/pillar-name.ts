import type { Pillar } from '../core/score/pillar';
import type { Say } from './say';

/** The pillar's short name, at most 18 characters: "Right people". */
export function pillarName(pillar: Pillar, say: Say): string {
  return say(`pillar_${pillar}`);
}

/** A name for the pillar that leaves room for a tag beside it in the popup: "Right people", in German "Personen". */
export function shortPillarName(pillar: Pillar, say: Say): string {
  return say(`pillar_${pillar}_short`);
}
