import type { Action } from '../../core/rows/action';
import type { TipChoice } from '../../core/rows/tip-choice';
import { tipStatus, type TipStatus } from '../../core/advice/choose-tip';
import type { LocalDay } from '../../core/score/local-day';
import { pillars, type Pillar } from '../../core/score/pillar';
import { tips, tipStepKeys, tipTitleKey, tipWhyKey, type Tip } from '../../core/advice/tips';
import { formatDay } from '../../words/format-day';
import { formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';

export interface CatalogueTip {
  readonly tip: Tip;
  readonly title: string;
  readonly why: string;
  readonly steps: readonly string[];
  readonly minutes: string;
  /** Who says so. */
  readonly source: string;
  readonly status: TipStatus;
  /** "Done 3 Oct, back on 10 Oct"; empty while it is open. */
  readonly standing: string;
}

export interface TipGroup {
  readonly pillar: Pillar;
  readonly name: string;
  readonly tips: readonly CatalogueTip[];
}

export interface TipsQuestion {
  readonly actions: readonly Action[];
  readonly choices: readonly TipChoice[];
  /** Show those that need Sales Navigator. */
  readonly salesNavigator: boolean;
  /** Show those that are dismissed. */
  readonly dismissed: boolean;
}

/** The whole catalogue by pillar, in the pillars' order; what was dismissed comes last where it is shown at all. */
export function tipsView(question: TipsQuestion, around: Surroundings): readonly TipGroup[] {
  const { say, today, language } = around;
  const catalogue = tips
    .filter(({ salesNavigator }) => question.salesNavigator || !salesNavigator)
    .map((tip): CatalogueTip => {
      const status = tipStatus(tip, { ...question, today });
      return {
        tip,
        title: say(tipTitleKey(tip)),
        why: say(tipWhyKey(tip)),
        steps: tipStepKeys(tip).map((key) => say(key)),
        minutes: say('tip_minutes', formatWhole(tip.minutes, language)),
        source: say(`scorecard_tip_source_${tip.source}`),
        status,
        standing: standingOf(status, around),
      };
    })
    .filter(({ status }) => question.dismissed || status.state !== 'dismissed');
  return pillars.map((pillar) => ({
    pillar,
    name: pillarName(pillar, say),
    tips: catalogue
      .filter(({ tip }) => tip.pillar === pillar)
      .sort((one, other) => Number(one.status.state === 'dismissed') - Number(other.status.state === 'dismissed')),
  }));
}

function standingOf(status: TipStatus, { say, today, language }: Surroundings): string {
  const on = (day: LocalDay) => formatDay(day, today, language);
  switch (status.state) {
    case 'open':
      return '';
    case 'done':
      return say('scorecard_tip_done', on(status.on), on(status.until));
    case 'later':
      return say('scorecard_tip_later', on(status.until));
    case 'dismissed':
      return say('scorecard_tip_dismissed');
  }
}
