import type { BadgeNumbers, BadgeTip } from '../core/meaning/badge-numbers';
import { forEachPillar, pillars, type Pillar } from '../core/score/pillar';
import type { BadgeTipView, BadgeView, ShownChange } from '../platform/badge-view';
import { doneSentence } from './done-sentence';
import { errorSentence } from './error-sentence';
import { formatChange, formatTarget } from './format-number';
import { pillarName } from './pillar-name';
import type { Surroundings } from './surroundings';
import { tipWords } from './tip-view';

/** Two readings nearer to each other are no line yet: a comparison looks back at least so many days. */
const shortestLine = 5;

/** What the badges are worded with. */
export interface BadgeSurroundings extends Pick<Surroundings, 'say' | 'language' | 'today'> {
  /** The sentences of the language run from right to left. */
  readonly mirrored: boolean;
  /** The reading was kept just now; `first`: the very first of the history. */
  readonly saved?: 'first' | 'again';
  /** The page's click may open the panel. */
  readonly panel: boolean;
}

/** What the badges say. */
export function badgeView(numbers: BadgeNumbers, around: BadgeSurroundings): BadgeView {
  const { say, language, mirrored, saved } = around;
  const { change, goal, weakest, tip } = numbers;
  const hasLine = (line: BadgeNumbers['pillars'][Pillar]['line']) =>
    (line[0]?.[0] ?? 0) - (line.at(-1)?.[0] ?? 0) >= shortestLine;
  const hasHistory = change !== undefined || pillars.some((pillar) => hasLine(numbers.pillars[pillar].line));
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
    updated: errorSentence('extension-updated', say),
    name: say('extension_name'),
    ...((saved !== undefined || (hasHistory && (change !== undefined || band !== undefined))) && {
      total: {
        lead: say('badge_total'),
        ...(saved && { saved: say(saved === 'first' ? 'badge_saved_first' : 'badge_saved') }),
        open: say('popup_open_scorecard'),
        ...spanOf(change),
        ...(change !== undefined && { change: shownChange(change, language) }),
        ...(hasHistory && band !== undefined && { band }),
      },
    }),
    ...(hasHistory && {
      pillars: forEachPillar((pillar) => {
        const { change: pillarChange, line } = numbers.pillars[pillar];
        return {
          lead: say('badge_pillar', pillarName(pillar, say)),
          spoken: spanOf(pillarChange).spoken,
          ...(pillarChange !== undefined && { change: shownChange(pillarChange, language) }),
          ...(hasLine(line) && { line }),
        };
      }),
      foot: {
        text: say('badge_added'),
        hide: say('badge_hide'),
        hideNote: say('badge_hide_note'),
        hidden: say('badge_hidden'),
        undo: say('tip_card_undo'),
      },
    }),
    ...(tip && {
      start: {
        pillar: tip.pillar,
        label: say('badge_start'),
        name: say('badge_start_for', pillarName(tip.pillar, say)),
        tip: tipView(tip, tip.pillar === weakest, around),
      },
    }),
  };
}

const bandKeys = { 'on-the-way': 'badge_on_the_way', almost: 'badge_almost', reached: 'badge_reached' };

function tipView(tip: BadgeTip, weakest: boolean, around: BadgeSurroundings): BadgeTipView {
  const { say, panel } = around;
  const { id, title, why, steps, ticked, minutes, address } = tipWords(tip, tip.ticked, around);
  return {
    id,
    heading: weakest ? say('badge_lowest') : say('tip_card_for', pillarName(tip.pillar, say)),
    title,
    why,
    steps: panel ? [] : steps,
    ticked,
    minutes,
    address,
    panel,
    open: say(panel ? 'tip_card_open_beside' : 'tip_card_open'),
    done: say('tip_card_done'),
    close: say('badge_close'),
    undo: say('tip_card_undo'),
    doneSaid: doneSentence(around),
  };
}

/** "+1.8", "\u22120.4", "0.0" */
function shownChange({ amount, normal }: NonNullable<BadgeNumbers['change']>, language: string): ShownChange {
  return { points: amount, text: formatChange(amount, language), normal };
}
