import type { ChosenTip } from '../core/advice/choose-tip';
import { tipWhyKey } from '../core/advice/tips';
import { formatScore } from './format-number';
import type { Surroundings } from './surroundings';

/** Why this tip, and why now: what makes its pillar the one to work on, then the tip's own reason. */
export function whyNow({ tip, reason }: ChosenTip, { say, language }: Pick<Surroundings, 'say' | 'language'>): string {
  const why = say(tipWhyKey(tip));
  switch (reason.kind) {
    case 'profile':
      return say('tip_card_why_profile', why);
    case 'weakest':
      return reason.belowIndustry === undefined
        ? say('tip_card_why_weakest', why)
        : say('tip_card_why_below_industry', formatScore(reason.belowIndustry, language), why);
    case 'fallen':
      return say('tip_card_why_fallen', formatScore(reason.by, language), why);
    case 'next':
    case 'asked':
      return why;
  }
}
