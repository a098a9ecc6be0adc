import type { Pillar } from '../core/score/pillar';
import type { Say } from './say';

/** The pillar's short name, at most 18 characters: "Right people". */
export function pillarName(pillar: Pillar, say: Say): string {
  return say(`pillar_${pillar}`);
}
