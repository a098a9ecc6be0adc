import { chooseTip, otherTips, type TipQuestion } from '../core/advice/choose-tip';
import { tipTitleKey } from '../core/advice/tips';
import type { Pillar } from '../core/score/pillar';
import { formatWhole } from '../words/format-number';
import { pillarName } from '../words/pillar-name';
import type { Surroundings } from '../words/surroundings';
import { whyNow } from '../words/why-now';

/** The one thing to do next. */
export interface TipView {
  readonly id: string;
  readonly pillar: Pillar;
  /** "Tip for Right people" */
  readonly heading: string;
  /** Its pillar is the weakest. */
  readonly weakest: boolean;
  readonly minutes: string;
  readonly title: string;
  readonly why: string;
  readonly address: string;
  /** Whether there is another one. */
  readonly hasOther: boolean;
}

/** The tip that has its turn. Undefined when nothing is left to do. */
export function tipView(asked: Omit<TipQuestion, 'today'>, around: Surroundings): TipView | undefined {
  const { say, today, language } = around;
  const question: TipQuestion = { ...asked, today };
  const chosen = chooseTip(question);
  if (!chosen) return undefined;
  return {
    id: chosen.tip.id,
    pillar: chosen.pillar,
    heading: say('tip_card_for', pillarName(chosen.pillar, say)),
    weakest: chosen.reason.kind === 'weakest',
    minutes: say('tip_minutes', formatWhole(chosen.tip.minutes, language)),
    title: say(tipTitleKey(chosen.tip)),
    why: whyNow(chosen, around),
    address: chosen.tip.address,
    hasOther: otherTips(question).length > 0,
  };
}
