import { shown } from '../../core/meaning/change';
import { pillarMaximum, totalMaximum } from '../../core/score/pillar';
import { formatScore, formatTarget, formatWhole } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import type { Typed } from './typed-day';

/** What is said of the fields of a day. */
export interface TypedWords {
  readonly title?: string;
  readonly text: string;
  /** It cannot be kept like this. */
  readonly wrong: boolean;
  /** In the middle of the ring; empty before there is one. */
  readonly total: string;
}

/** `totalText` is the total as it was typed. */
export function typedWords(typed: Typed, totalText: string, { say, language }: Surroundings): TypedWords {
  switch (typed.state) {
    case 'not-enough':
      return { text: say('day_not_enough'), wrong: false, total: '' };
    case 'no-number':
      return { text: say('day_no_number'), wrong: true, total: '' };
    case 'pillar-too-high':
      return { text: say('day_pillar_too_high', formatWhole(pillarMaximum, language)), wrong: true, total: '' };
    case 'total-too-high':
      return { text: say('day_total_too_high', formatWhole(totalMaximum, language)), wrong: true, total: '' };
    case 'no-rank':
      return { text: say('day_no_rank'), wrong: true, total: '' };
    case 'wrong':
      return {
        title: say('day_wrong', formatScore(shown(typed.sum), language), formatTarget(typed.total, language)),
        text: say('day_wrong_text'),
        wrong: true,
        total: '',
      };
    case 'whole':
      return {
        title: say('day_whole', formatScore(shown(typed.day.total), language)),
        text: typed.compared ? say('day_whole_compared', totalText.trim()) : say('day_whole_alone'),
        wrong: false,
        total: formatWhole(typed.day.whole?.shownTotal ?? typed.day.total, language),
      };
    case 'total-alone':
      return {
        title: say('day_total_alone', formatTarget(typed.day.total, language)),
        text: say('day_total_alone_text'),
        wrong: false,
        total: formatWhole(typed.day.total, language),
      };
  }
}
