import type { Action } from '../core/rows/action';
import type { TipChoice } from '../core/rows/tip-choice';
import { changeOver, nextComparisonDay, shown } from '../core/meaning/change';
import { chooseTip, otherTips, type TipQuestion } from '../core/advice/choose-tip';
import { forecast } from '../core/meaning/forecast';
import { currentGoal } from '../core/meaning/current-goal';
import type { Goal } from '../core/rows/goal';
import { goalProgress } from '../core/meaning/goal-band';
import { latestReading, valueOf, type History, type Measure } from '../core/score/history';
import type { LocalDay } from '../core/score/local-day';
import type { Member } from '../core/rows/member';
import type { PageReport, PageTrouble } from '../core/score/page-trouble';
import { pillarMaximum, pillars, type Pillar, type Scores } from '../core/score/pillar';
import type { Snapshot } from '../core/rows/snapshot';
import type { ErrorCode } from '../core/result';
import { isStale } from '../core/meaning/stale';
import { tipTitleKey } from '../core/advice/tips';
import { weakestPillar } from '../core/meaning/weakest-pillar';
import type { UnknownHistory } from '../store/unknown-history';
import { formatDay, formatWeekday } from '../words/format-day';
import {
  formatChange,
  formatPercent,
  formatScore,
  formatSpan,
  formatTarget,
  formatWhole,
} from '../words/format-number';
import { freshness } from '../words/freshness';
import type { Say } from '../words/say';
import { errorSentence } from '../words/error-sentence';
import { forecastText } from '../words/forecast-text';
import { pillarName } from '../words/pillar-name';
import type { Surroundings } from '../words/surroundings';
import { whyNow } from '../words/why-now';
import type { MissedReminder } from './missed-reminder';

/** Everything stored that the popup shows, of the profile it shows. */
export interface PopupData {
  /** Every profile, the oldest first. */
  readonly members: readonly Member[];
  /** The profile shown; undefined before the first reading. */
  readonly member: Member | undefined;
  /** Its readings, ascending by day: those of the chart's range and enough before them for changes and the trend. */
  readonly history: History;
  /** Day of its very first reading; undefined when it has none. */
  readonly firstDay: LocalDay | undefined;
  readonly actions: readonly Action[];
  readonly goals: readonly Goal[];
  readonly choices: readonly TipChoice[];
  /** Why the last visit to the SSI page gave no reading, and when (epoch milliseconds). */
  readonly trouble: (PageTrouble & { readonly at: number }) | undefined;
  /** A reading that looks like somebody else's and waits for an answer. */
  readonly keptAside: Snapshot | undefined;
  /** A history read while the page named nobody, now that it has told who somebody is. */
  readonly unknownHistory: UnknownHistory | undefined;
  /** Days of the automatic copy while the history itself is empty: the browser lost it. */
  readonly lostDays: number | undefined;
  /** A reminder that waits for a reading. */
  readonly reminder: MissedReminder | undefined;
  /** What is wrong with the store while it can still be shown. */
  readonly storeTrouble: ErrorCode | undefined;
  /** Whether the browser lets the SSI page be read. */
  readonly siteAccess: boolean;
}

/** What the member did in this popup that is stored nowhere. */
export interface PopupChoices {
  /** The total, or the pillar whose history and tips are shown in its place. */
  readonly of: Measure;
  /** Tips that "Another" has passed over. */
  readonly passedOver: readonly string[];
}

/** What a button of a notice does. */
export type NoticeAction =
  | 'open-ssi-page'
  | 'open-scorecard'
  | 'copy-report'
  | 'try-again'
  | 'mine'
  | 'somebody-elses'
  | 'ask-site-access'
  | 'snooze';

/** Something is in the way; it comes first and is the one thing to do. */
export interface NoticeView {
  readonly title?: string;
  readonly text: string;
  /** What to try, in order. */
  readonly steps: readonly string[];
  readonly primary: { readonly action: NoticeAction; readonly label: string };
  readonly secondary?: { readonly action: NoticeAction; readonly label: string };
  /** A small line under the buttons. */
  readonly foot?: string;
  /** What "Copy report" copies. */
  readonly report?: string;
}

/** A shown difference and what it is against. */
interface ChangeView {
  readonly points: number;
  readonly caption: string;
  /** With the day it was compared with. */
  readonly title: string;
}

interface GoalView {
  /** "Goal 70:" */
  readonly lead: string;
  /** "about 5 weeks at this pace" */
  readonly text: string;
  /** Part of the way, 0 to 1. */
  readonly part: number;
}

export interface HeroView {
  readonly scores: Scores;
  /** Whole total as LinkedIn prints it. */
  readonly total: string;
  readonly caption: string;
  readonly change?: ChangeView;
  /** In place of a change: "Your starting point", "Next comparison on 23 Oct". */
  readonly note?: string;
  readonly goal?: GoalView;
  readonly ranks: readonly { readonly value: string; readonly caption: string }[];
}

export interface PillarRowView {
  readonly pillar: Pillar;
  readonly name: string;
  /** Points of 0 to 25. */
  readonly score: number;
  readonly value: string;
  /** The industry's average in points of 0 to 25; absent when the page did not show it. */
  readonly average?: number;
  readonly weakest: boolean;
  /** Against 7 days before, in points. */
  readonly change?: number;
  /** The whole row in words. */
  readonly label: string;
}

export interface PillarsView {
  readonly rows: readonly PillarRowView[];
  readonly hasAverages: boolean;
  readonly hasChanges: boolean;
}

export interface TipView {
  readonly id: string;
  readonly pillar: Pillar;
  /** "Tip for Right people" */
  readonly heading: string;
  readonly minutes: string;
  readonly title: string;
  readonly why: string;
  readonly address: string;
  /** Whether there is another one. */
  readonly hasOther: boolean;
}

interface HeadView {
  readonly title: string;
  /** "Read today, 09:14" */
  readonly freshness: string;
  /** The history is made up, for trying out. */
  readonly sample: boolean;
  /** Amber, with a clock. */
  readonly late: boolean;
  /** Profiles to switch between; empty when there is only one. */
  readonly profiles: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
}

/** All that the popup shows but its chart (see `chart-view.ts`): exactly one of these. */
export type PopupView =
  /** Before the first reading. */
  | { readonly kind: 'nothing-read'; readonly head: HeadView; readonly notice?: NoticeView }
  /** The last visit gave no reading, or the next will not: what to do about it, and the last reading in short. */
  | {
      readonly kind: 'trouble';
      readonly head: HeadView;
      readonly notice: NoticeView;
      readonly total: string;
      readonly scores: Scores;
      /** "Last reading, Thu 15 Oct" */
      readonly heading: string;
      readonly rows: readonly PillarRowView[];
    }
  /** How much, which way, towards what, where it is weak, what to do. */
  | {
      readonly kind: 'score';
      readonly head: HeadView;
      /** Instant of the reading shown, epoch milliseconds. */
      readonly readAt: number;
      readonly notice?: NoticeView;
      readonly stale: boolean;
      readonly first: boolean;
      readonly hero: HeroView;
      readonly pillars: PillarsView;
      /** Absent when a notice asks for something else, and when nothing is left to do. */
      readonly tip?: TipView;
    };

/** The popup in words and numbers. */
export function popupView(data: PopupData, around: Surroundings, chosen: PopupChoices): PopupView {
  const { say, today, language } = around;
  const latest = data.history.at(-1);
  const trouble = accessNotice(data, say) ?? troubleNotice(data, say);
  if (!latest) {
    const notice = lossNotice(data, around) ?? trouble;
    const head = headView(data, around, say('popup_nothing_read'), false);
    return { kind: 'nothing-read', head, ...(notice && { notice }) };
  }

  const first = data.firstDay === latest.day;
  const stale = isStale(latest.day, today);
  const which = trouble || stale ? 'last' : first ? 'first' : 'latest';
  const read = freshness({ ...latest, ...around, which }, say);
  const head = headView(data, around, read, stale && !trouble);
  const rows = pillarsView(data, latest, around);
  const total = formatWhole(latest.shownTotal, language);

  const question = keptAsideNotice(data, latest, around) ?? unknownHistoryNotice(data, around);
  if (trouble && !question) {
    const heading = say('popup_last_reading', formatWeekday(latest.day, today, language));
    return { kind: 'trouble', head, notice: trouble, total, scores: latest.scores, heading, rows: rows.rows };
  }
  const notice =
    question ?? storeNotice(data, say) ?? reminderNotice(data, stale, say) ?? (stale ? staleNotice(say) : undefined);
  const tip = notice ? undefined : tipView(data, around, chosen);
  return {
    kind: 'score',
    head,
    readAt: latest.readAt,
    ...(notice && { notice }),
    stale,
    first,
    hero: heroView(data, latest, around, { first, stale }),
    pillars: rows,
    ...(tip && { tip }),
  };
}

function headView(data: PopupData, { say, language }: Surroundings, read: string, late: boolean): HeadView {
  const profiles =
    data.members.length < 2
      ? []
      : data.members.map((member, index) => ({
          id: member.id,
          name: member.name ?? say('popup_profile', formatWhole(index + 1, language)),
          chosen: member.id === data.member?.id,
        }));
  const sample = data.history.some(({ source }) => source === 'sample');
  return { title: say('extension_name'), freshness: read, sample, late, profiles };
}

function heroView(
  data: PopupData,
  latest: Snapshot,
  around: Surroundings,
  { first, stale }: { readonly first: boolean; readonly stale: boolean },
): HeroView {
  const { say, today, language } = around;
  const change = changeOver(data.history, 'total', 7);
  const next = nextComparisonDay(data.history, today);
  const goal = currentGoal(data.goals, 'total');
  const note = first
    ? say('popup_starting_point')
    : next && !stale
      ? say('popup_next_comparison', formatDay(next, today, language))
      : undefined;
  return {
    scores: latest.scores,
    total: formatWhole(latest.shownTotal, language),
    caption: say('popup_of_100', formatWhole(100, language)),
    ...(change
      ? {
          change: {
            points: change.amount,
            caption: stale ? say('change_7_days_before') : say('change_7_days'),
            title: say('change_compared_with', formatWeekday(change.from.day, today, language)),
          },
        }
      : note !== undefined && { note }),
    ...(goal && {
      goal: {
        lead: say('goal_lead', formatTarget(goal.target, language)),
        text: stale ? say('goal_after_next_reading') : forecastText(forecast(data.history, goal, today), around),
        part: goalProgress(valueOf(latest, 'total'), goal),
      },
    }),
    ranks: (['industry', 'network'] as const).flatMap((group) => {
      const rank = latest.rank[group];
      if (rank === undefined) return [];
      return [{ value: say('popup_rank', formatPercent(rank, language)), caption: say(`popup_rank_${group}`) }];
    }),
  };
}

function pillarsView(data: PopupData, latest: Snapshot, { say, language }: Surroundings): PillarsView {
  const averages = latest.average.industry?.scores;
  const weakest = weakestPillar(latest.scores, averages);
  const rows = pillars.map((pillar): PillarRowView => {
    const change = changeOver(data.history, pillar, 7)?.amount;
    const average = averages?.[pillar];
    const name = pillarName(pillar, say);
    const value = formatScore(shown(latest.scores[pillar]), language);
    return {
      pillar,
      name,
      score: Math.min(latest.scores[pillar], pillarMaximum),
      value,
      weakest: pillar === weakest,
      ...(average !== undefined && { average }),
      ...(change !== undefined && { change }),
      label: [
        say('popup_pillar_label', name, value),
        ...(average === undefined ? [] : [say('popup_pillar_average', formatScore(shown(average), language))]),
        ...(change === undefined ? [] : [say('popup_pillar_change', formatChange(change, language))]),
        ...(pillar === weakest ? [say('popup_weakest')] : []),
      ].join(say('list_comma')),
    };
  });
  return {
    rows,
    hasAverages: averages !== undefined,
    hasChanges: rows.some(({ change }) => change !== undefined),
  };
}

function tipView(data: PopupData, around: Surroundings, chosen: PopupChoices): TipView | undefined {
  const { say, today, language } = around;
  const question: TipQuestion = {
    history: data.history,
    actions: data.actions,
    choices: data.choices,
    today,
    skip: chosen.passedOver,
    ...(chosen.of !== 'total' && { pillar: chosen.of }),
  };
  const tip = chooseTip(question);
  if (!tip) return undefined;
  return {
    id: tip.tip.id,
    pillar: tip.pillar,
    heading: say('tip_card_for', pillarName(tip.pillar, say)),
    minutes: say('tip_minutes', formatWhole(tip.tip.minutes, language)),
    title: say(tipTitleKey(tip.tip)),
    why: whyNow(tip, around),
    address: tip.tip.address,
    hasOther: otherTips(question).length > 0,
  };
}

function staleNotice(say: Say): NoticeView {
  return { text: say('popup_stale'), steps: [], primary: openSsiPage(say) };
}

/** A reading that a reminder waits for, when the member can put the reminder off or did not get to see it. */
function reminderNotice({ reminder }: PopupData, stale: boolean, say: Say): NoticeView | undefined {
  if (!reminder) return undefined;
  const { trouble, snoozed } = reminder;
  const why = trouble && say(`reminder_notifications_${trouble}`);
  // A reading of this week: only that the reminder could not come is worth a line.
  if (!stale) return why === undefined ? undefined : { text: why, steps: [], primary: openSsiPage(say) };
  const foot = why ?? (snoozed ? say('popup_snoozed') : undefined);
  return {
    ...staleNotice(say),
    ...(foot === undefined ? { secondary: { action: 'snooze' as const, label: say('popup_snooze') } } : { foot }),
  };
}

function openSsiPage(say: Say): NoticeView['primary'] {
  return { action: 'open-ssi-page', label: say('popup_open_ssi_page') };
}

/** The member, or the browser for them, has taken back that the page may be read: until it is given again nothing comes. */
function accessNotice({ siteAccess }: PopupData, say: Say): NoticeView | undefined {
  if (siteAccess) return undefined;
  return {
    title: say('access_title'),
    text: say('access_text'),
    steps: [],
    primary: { action: 'ask-site-access', label: say('access_allow') },
    foot: say('access_by_hand'),
  };
}

/** Why the last visit gave no reading, if it did not and none came since. */
function troubleNotice(data: PopupData, say: Say): NoticeView | undefined {
  const { trouble } = data;
  const latest = latestReading(data.history);
  if (!trouble || (latest && latest.readAt >= trouble.at)) return undefined;
  switch (trouble.state) {
    case 'signed-out':
      return {
        title: say('popup_signed_out_title'),
        text: say('popup_signed_out'),
        steps: [],
        primary: openSsiPage(say),
      };
    case 'contract-chooser':
      return {
        title: say('popup_contract_title'),
        text: say('popup_contract'),
        steps: [],
        primary: openSsiPage(say),
      };
    case 'withdrawn':
      return {
        title: say('popup_withdrawn_title'),
        text: say('popup_withdrawn'),
        steps: [],
        primary: { action: 'open-scorecard', label: say('popup_open_scorecard') },
      };
    case 'not-recognised':
      return {
        title: say('popup_not_recognised_title'),
        text: say('popup_not_recognised'),
        steps: [say('popup_not_recognised_step_1'), say('popup_not_recognised_step_2')],
        primary: openSsiPage(say),
        ...(trouble.report && {
          secondary: { action: 'copy-report', label: say('popup_copy_report') },
          foot: say('popup_report_note'),
          report: reportText(trouble.report),
        }),
      };
  }
}

function reportText(report: PageReport): string {
  return [...report.checks, '', report.skeleton].join('\n');
}

function keptAsideNotice(
  data: PopupData,
  latest: Snapshot,
  { say, today, language }: Surroundings,
): NoticeView | undefined {
  const { keptAside } = data;
  if (!keptAside) return undefined;
  return {
    title: say('popup_whose_title'),
    text: say(
      'popup_whose',
      formatWeekday(keptAside.day, today, language),
      formatWhole(keptAside.shownTotal, language),
      formatWhole(latest.shownTotal, language),
    ),
    steps: [],
    primary: { action: 'mine', label: say('popup_whose_mine') },
    secondary: { action: 'somebody-elses', label: say('popup_whose_other') },
  };
}

function unknownHistoryNotice(
  { unknownHistory }: PopupData,
  { say, today, language }: Surroundings,
): NoticeView | undefined {
  if (!unknownHistory) return undefined;
  const [from, to] = [unknownHistory.from, unknownHistory.to].map((day) => formatDay(day, today, language));
  const question = {
    title: say('popup_earlier_title'),
    text: say('popup_earlier', from ?? '', to ?? ''),
    steps: [],
  };
  // Which of several people it is takes more than two buttons.
  if (unknownHistory.candidates.length > 1) {
    return { ...question, primary: { action: 'open-scorecard', label: say('popup_open_scorecard') } };
  }
  return {
    ...question,
    primary: { action: 'mine', label: say('popup_whose_mine') },
    secondary: { action: 'somebody-elses', label: say('popup_whose_other') },
  };
}

function lossNotice({ lostDays }: PopupData, { say, language }: Surroundings): NoticeView | undefined {
  if (lostDays === undefined) return undefined;
  return {
    title: say('popup_lost_title'),
    text: say('popup_lost', formatSpan(lostDays, 'day', language)),
    steps: [],
    primary: { action: 'open-scorecard', label: say('popup_open_scorecard') },
  };
}

function storeNotice(data: PopupData, say: Say): NoticeView | undefined {
  if (data.storeTrouble === undefined) return undefined;
  return {
    text: errorSentence(data.storeTrouble, say),
    steps: [],
    primary: { action: 'open-scorecard', label: say('popup_open_scorecard') },
  };
}

/** The popup when the store cannot be read at all. */
export function storeFailureNotice(error: ErrorCode, say: Say): NoticeView {
  const primary: NoticeView['primary'] =
    error === 'storage-corrupt'
      ? { action: 'open-scorecard', label: say('popup_open_scorecard') }
      : { action: 'try-again', label: say('popup_try_again') };
  return { title: say('popup_store_title'), text: errorSentence(error, say), steps: [], primary };
}
