import type { Action } from '../../core/rows/action';
import type { TipChoice } from '../../core/rows/tip-choice';
import { chooseTip, otherTips, tipStatus, type TipQuestion, type TipStatus } from '../../core/advice/choose-tip';
import type { LocalDay } from '../../core/score/local-day';
import { pillars, type Pillar } from '../../core/score/pillar';
import { tips, tipStepKeys, tipTitleKey, tipWhyKey, type Tip } from '../../core/advice/tips';
import { formatDay } from '../../words/format-day';
import { formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';
import { whyNow } from '../../words/why-now';

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
  /** LinkedIn names what it does as something that counts. */
  readonly official: boolean;
}

export interface TipGroup {
  readonly pillar: Pillar;
  readonly name: string;
  readonly tips: readonly CatalogueTip[];
  /** How many of its tips are done for now, and how many are open. */
  readonly done: number;
  readonly left: number;
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
  const catalogue = tips
    .filter(({ salesNavigator }) => question.salesNavigator || !salesNavigator)
    .map((tip) => inCatalogue(tip, question, around))
    .filter(({ status }) => question.dismissed || status.state !== 'dismissed');
  return pillars.map((pillar) => {
    const own = catalogue.filter(({ tip }) => tip.pillar === pillar);
    const count = (state: TipStatus['state']) => own.filter(({ status }) => status.state === state).length;
    return {
      pillar,
      name: pillarName(pillar, around.say),
      tips: own.sort(
        (one, other) => Number(one.status.state === 'dismissed') - Number(other.status.state === 'dismissed'),
      ),
      done: count('done'),
      left: count('open'),
    };
  });
}

function inCatalogue(
  tip: Tip,
  { actions, choices }: Pick<TipsQuestion, 'actions' | 'choices'>,
  around: Surroundings,
): CatalogueTip {
  const { say, today, language } = around;
  const status = tipStatus(tip, { actions, choices, today });
  return {
    tip,
    title: say(tipTitleKey(tip)),
    why: say(tipWhyKey(tip)),
    steps: tipStepKeys(tip).map((key) => say(key)),
    minutes: say('tip_minutes', formatWhole(tip.minutes, language)),
    source: say(`scorecard_tip_source_${tip.source}`),
    status,
    standing: standingOf(status, around),
    official: tip.source === 'official',
  };
}

/** The current tip and so many that come after it are what is for now. */
const afterCurrent = 2;

/** What is for the member now: the current tip, and those that "another" would show next, each with why now. Empty when nothing is left, or nothing known. */
export function tipsNow(asked: Omit<TipQuestion, 'today'>, around: Surroundings): readonly CatalogueTip[] {
  const question: TipQuestion = { ...asked, today: around.today };
  const current = chooseTip(question);
  if (!current) return [];
  return [current, ...otherTips(question).slice(0, afterCurrent)].map((chosen) => ({
    ...inCatalogue(chosen.tip, asked, around),
    why: whyNow(chosen, around),
  }));
}

/** The groups with those of their tips that say every one of the searched words, in title, reason or a step; without any they are left out. */
export function tipsSaying(groups: readonly TipGroup[], search: string, language: string): readonly TipGroup[] {
  const words = plain(search, language)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return groups;
  return groups
    .map((group) => ({
      ...group,
      tips: group.tips.filter(({ title, why, steps }) => {
        const text = plain([title, why, ...steps].join(' '), language);
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter((group) => group.tips.length > 0);
}

/** Small letters without their marks: who searches for "resume" means "résumé", too. */
function plain(text: string, language: string): string {
  return text.toLocaleLowerCase(language).normalize('NFKD').replace(/\p{M}/gu, '');
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
