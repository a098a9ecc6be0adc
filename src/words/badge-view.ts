import type { BadgeNumbers, BadgeTip } from '../core/meaning/badge-numbers';
import { forEachPillar, pillars } from '../core/score/pillar';
import type { BadgeTipView, BadgeView, ShownChange } from '../platform/badge-view';
import { errorSentence } from './error-sentence';
import { formatChange, formatScore, formatTarget, formatWhole } from './format-number';
import { pillarName } from './pillar-name';
import type { Say } from './say';

/** A line needs two points. */
const fewestOfLine = 2;

/** What the badges say, in `language` (BCP 47), `mirrored` when its sentences run from right to left. */
export function badgeView(numbers: BadgeNumbers, say: Say, language: string, mirrored: boolean): BadgeView {
  const { change, goal, weakest, tip } = numbers;
  const hasHistory =
    change !== undefined || pillars.some((pillar) => numbers.pillars[pillar].line.length >= fewestOfLine);
  const week = say('badge_this_week');
  const isNormal = (of: BadgeNumbers['change']) => of?.normal === true && of.amount !== 0;
  // In the page there is room for one of both; a screen reader says them after each other.
  const spanOf = (of: BadgeNumbers['change']) => ({
    span: isNormal(of) ? say('change_normal_for_you') : week,
    spoken: isNormal(of) ? `${week}${say('list_comma')}${say('change_normal_for_you')}` : week,
  });
  const band = goal && say(bandKeys[goal.band], formatTarget(goal.target, language));
  return {
    language,
    mirrored,
    weakest,
    updated: errorSentence('extension-updated', say),
    name: say('extension_name'),
    ...(hasHistory &&
      (change !== undefined || band !== undefined) && {
        total: {
          lead: say('badge_total'),
          ...spanOf(change),
          ...(change !== undefined && { change: shownChange(change, language) }),
          ...(band !== undefined && { band }),
        },
      }),
    ...(hasHistory && {
      pillars: forEachPillar((pillar) => {
        const { change: pillarChange, line } = numbers.pillars[pillar];
        return {
          lead: say('badge_pillar', pillarName(pillar, say)),
          spoken: spanOf(pillarChange).spoken,
          ...(pillarChange !== undefined && { change: shownChange(pillarChange, language) }),
          ...(line.length >= fewestOfLine && { line }),
        };
      }),
      foot: { text: say('badge_added'), hide: say('badge_hide'), hideNote: say('badge_hide_note') },
    }),
    ...(tip && {
      start: {
        pillar: weakest,
        label: say('badge_start'),
        name: say('badge_start_for', pillarName(weakest, say)),
        tip: tipView(tip, say, language),
      },
    }),
  };
}

const bandKeys = { 'on-the-way': 'badge_on_the_way', almost: 'badge_almost', reached: 'badge_reached' };

function tipView(tip: BadgeTip, say: Say, language: string): BadgeTipView {
  const why = say(tip.whyKey);
  return {
    id: tip.id,
    heading: say('badge_lowest'),
    title: say(tip.titleKey),
    why:
      tip.belowIndustry === undefined
        ? why
        : say('tip_card_why_below_industry', formatScore(tip.belowIndustry, language), why),
    minutes: say('tip_minutes', formatWhole(tip.minutes, language)),
    address: tip.address,
    open: say('tip_card_open'),
    done: say('tip_card_done'),
    close: say('badge_close'),
    undo: say('tip_card_undo'),
    doneSaid: say('tip_card_done_said'),
  };
}

/** "+1.8", "\u22120.4", "0.0" */
function shownChange({ amount, normal }: NonNullable<BadgeNumbers['change']>, language: string): ShownChange {
  return { points: amount, text: formatChange(amount, language), normal };
}
