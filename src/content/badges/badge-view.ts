import type { BadgeNumbers, BadgeTip } from '../../core/badge-numbers';
import { forEachPillar, pillars, type Pillar } from '../../core/pillar';
import { formatScore, formatTarget, formatWhole } from '../../ui/format-number';
import type { Say } from '../../ui/freshness';
import { pillarName } from '../../ui/pillar-name';

/** The badges in words and numbers. Every word is asked for once: a script that has outlived its extension has no words left. */
export interface BadgeView {
  /** BCP 47, of the words and numbers. */
  readonly language: string;
  /** What all of it is called. */
  readonly name: string;
  /** Absent while there is neither a change nor a goal. */
  readonly total?: TotalView;
  /** Absent before there is a history. */
  readonly pillars?: Readonly<Record<Pillar, PillarView>>;
  /** Absent when nothing is left to do. */
  readonly start?: StartView;
  /** Absent before there is a history. */
  readonly foot?: FootView;
}

export interface TotalView {
  /** "Your total:", for screen readers. */
  readonly lead: string;
  /** Points against 7 days ago. */
  readonly change?: number;
  /** "this week" */
  readonly span: string;
  /** "On the way to 70" */
  readonly band?: string;
}

export interface PillarView {
  /** "Right people:", for screen readers. */
  readonly lead: string;
  /** Points against 7 days ago. */
  readonly change?: number;
  readonly span: string;
  /** At least two readings, oldest first: days before today, points of 0 to 25. Absent with fewer. */
  readonly line?: readonly (readonly [daysAgo: number, score: number])[];
}

export interface StartView {
  readonly pillar: Pillar;
  /** "Start here" */
  readonly label: string;
  /** "Start here: a tip for Right people" */
  readonly name: string;
  readonly tip: TipView;
}

export interface TipView {
  readonly id: string;
  /** "SSI Scorecard: your lowest pillar" */
  readonly heading: string;
  readonly title: string;
  readonly why: string;
  /** "10 min" */
  readonly minutes: string;
  readonly address: string;
  readonly open: string;
  readonly done: string;
  readonly close: string;
  readonly undo: string;
  /** "Done. Marked on your chart." */
  readonly doneSaid: string;
}

export interface FootView {
  /** "Changes added by SSI Scorecard" */
  readonly text: string;
  readonly hide: string;
  /** What hiding does, in a tooltip. */
  readonly hideNote: string;
}

/** A line needs two points. */
const fewestOfLine = 2;

/** What the badges say, in `language` (BCP 47). */
export function badgeView(numbers: BadgeNumbers, say: Say, language: string): BadgeView {
  const { change, goal, weakest, tip } = numbers;
  const hasHistory =
    change !== undefined || pillars.some((pillar) => numbers.pillars[pillar].line.length >= fewestOfLine);
  const span = say('badge_this_week');
  const band = goal && say(bandKeys[goal.band], formatTarget(goal.target, language));
  return {
    language,
    name: say('extension_name'),
    ...(hasHistory &&
      (change !== undefined || band !== undefined) && {
        total: {
          lead: say('badge_total'),
          span,
          ...(change !== undefined && { change }),
          ...(band !== undefined && { band }),
        },
      }),
    ...(hasHistory && {
      pillars: forEachPillar((pillar) => {
        const { change: pillarChange, line } = numbers.pillars[pillar];
        return {
          lead: say('badge_pillar', pillarName(pillar, say)),
          span,
          ...(pillarChange !== undefined && { change: pillarChange }),
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

function tipView(tip: BadgeTip, say: Say, language: string): TipView {
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
