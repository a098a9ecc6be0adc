import { chooseTip, otherTips, type ChosenTip, type TipQuestion } from '../core/advice/choose-tip';
import { takenTips, tickedSteps } from '../core/advice/taken-tip';
import { tipStepKeys, tipTitleKey } from '../core/advice/tips';
import type { Pillar } from '../core/score/pillar';
import { formatWhole } from './format-number';
import { pillarName } from './pillar-name';
import type { Surroundings } from './surroundings';
import { whyNow } from './why-now';

/** A tip in words. */
export interface TipWords {
  readonly id: string;
  readonly pillar: Pillar;
  /** Its pillar is the weakest. */
  readonly weakest: boolean;
  readonly minutes: string;
  readonly title: string;
  readonly why: string;
  readonly steps: readonly string[];
  /** The steps that are ticked, as `tickedSteps` has them. */
  readonly ticked: number;
  readonly address: string;
}

/** The one thing to do next. */
export interface TipView extends TipWords {
  /** "Tip for Right people" */
  readonly heading: string;
  /** The member is at it: it was opened, or a step is ticked. */
  readonly taken: boolean;
  /** Whether there is another one. */
  readonly hasOther: boolean;
}

/** The tip that is current, or has its turn. Undefined when nothing is left to do. */
export function tipView(asked: Omit<TipQuestion, 'today'>, around: Surroundings): TipView | undefined {
  const question: TipQuestion = { ...asked, today: around.today };
  const chosen = chooseTip(question);
  if (!chosen) return undefined;
  return {
    ...tipWords(chosen, tickedSteps(chosen.tip.id, question), around),
    heading: around.say('tip_card_for', pillarName(chosen.pillar, around.say)),
    taken: takenTips(question).includes(chosen.tip),
    hasOther: otherTips(question).length > 0,
  };
}

/** A tip in words, with its steps that are ticked. */
export function tipWords(
  chosen: ChosenTip,
  ticked: number,
  { say, language }: Pick<Surroundings, 'say' | 'language'>,
): TipWords {
  const { tip, pillar, reason } = chosen;
  return {
    id: tip.id,
    pillar,
    weakest: reason.kind === 'weakest',
    minutes: say('tip_minutes', formatWhole(tip.minutes, language)),
    title: say(tipTitleKey(tip)),
    why: whyNow(chosen, { say, language }),
    steps: tipStepKeys(tip).map((key) => say(key)),
    ticked,
    address: tip.address,
  };
}
