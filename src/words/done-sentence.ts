import { effectDays } from '../core/meaning/effect-days';
import { addDays } from '../core/score/local-day';
import { formatComingDay } from './format-day';
import type { Surroundings } from './surroundings';

/** "Done. On 12 Dec you’ll see what followed." of what is done today. */
export function doneSentence({ say, today, language }: Pick<Surroundings, 'say' | 'today' | 'language'>): string {
  return say('tip_card_done_said', formatComingDay(addDays(today, effectDays), language));
}
