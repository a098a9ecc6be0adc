import { donePlan, isNearEnd, planOn, planSteps, type PlanStep } from '../core/advice/week-plan';
import { allHabits, tickedHabits } from '../core/rows/habit';
import { addDays, mondayOf, type LocalDay } from '../core/score/local-day';
import { formatDay, formatWeekday } from '../words/format-day';
import { sayCount } from '../words/say-count';
import { formatWhole } from '../words/format-number';
import type { Surroundings } from '../words/surroundings';
import type { Measure } from '../core/score/history';
import type { Scores } from '../core/score/pillar';
import { readView, scoreView, type PillarRowView, type PillarsView, type ScoreView } from '../ui/score-view';
import { tipView, type TipView } from '../words/tip-view';
import { blockingNotice, lossNotice, questionNotice, scoreNotice, workerNotice, type NoticeView } from './notice-view';
import type { AskedSets } from '../store/read/asked-sets';
import type { PopupData } from './popup-data';

interface HeadView {
  readonly title: string;
  /** "Updated today, 09:14" */
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
  | {
      readonly kind: 'nothing-read';
      readonly head: HeadView;
      readonly notice?: NoticeView;
      /** LinkedIn has ended the member's access: no score is promised. */
      readonly ended?: boolean;
      /** The browser has lost the history: this is no beginning, and nothing is promised of what stays where. */
      readonly lost?: boolean;
      /** As in `trouble`. */
      readonly goesOn: readonly GoesOnView[];
    }
  /** The last visit found numbers of which nothing says whose they are. */
  | {
      readonly kind: 'which-set';
      readonly head: HeadView;
      readonly asked: AskedSets;
      /** "Your last reading: 62, Fri 20 Nov." Absent before the first. */
      readonly last?: string;
    }
  /** The last visit gave no reading, or the next will not: what to do about it, and the last reading in short. */
  | {
      readonly kind: 'trouble';
      readonly head: HeadView;
      readonly notice: NoticeView;
      readonly total: string;
      /** Absent where only the total is known. */
      readonly scores: Scores | undefined;
      /** "Last reading, Thu 15 Oct" */
      readonly heading: string;
      readonly rows: readonly PillarRowView[];
      /** What goes on without a score; empty where one is expected again. */
      readonly goesOn: readonly GoesOnView[];
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
      readonly hero: ScoreView;
      readonly pillars: PillarsView;
      /** Absent when a notice asks for something else, and when nothing is left to do. */
      readonly tip?: TipView;
      /** All of the week's plan is done and the member is at nothing else: the tip waits until they want more. `plan-next`: the next week can be planned. */
      readonly weekDone?: WeekDone;
    };

/** A part of the scorecard that needs no score. */
export interface GoesOnView {
  readonly part: 'plan' | 'check' | 'journal' | 'data';
  readonly name: string;
  readonly text: string;
}

/** The popup in words and numbers; `of` is the total, or the pillar whose history and tips are shown in its place. */
export function popupView(data: PopupData, around: Surroundings, of: Measure): PopupView {
  const { say, today, language } = around;
  const hero = scoreView(data, around);
  const trouble = blockingNotice(data, around);
  const read = readView(data, { failedSince: trouble !== undefined }, around);
  const asked = trouble && data.siteAccess && data.asked?.sets.length ? data.asked : undefined;
  if (!hero || !read) {
    if (asked) return { kind: 'which-set', head: headView(data, around, say('popup_nothing_read'), false), asked };
    const loss = lossNotice(data, around);
    const notice = loss ?? trouble ?? workerNotice(data, say);
    // What was lost was read.
    const head = headView(data, around, loss ? '' : say('popup_nothing_read'), false);
    return {
      kind: 'nothing-read',
      head,
      ...(notice && { notice }),
      ...(loss && { lost: true }),
      ...(data.trouble?.state === 'access-ended' && { ended: true }),
      goesOn: goesOnView(data, undefined, around),
    };
  }

  const { first, stale, pillars, total, scores } = hero;
  const head = headView(data, around, read.text, read.late);
  const question = questionNotice(data, hero, around);
  if (asked && !question) {
    const last = say('popup_which_last', hero.total, formatWeekday(hero.day, today, language));
    return { kind: 'which-set', head, asked, last };
  }
  if (trouble && !question) {
    const heading = say('popup_last_reading', formatWeekday(hero.day, today, language));
    const goesOn = goesOnView(data, hero.day, around);
    return { kind: 'trouble', head, notice: trouble, total, scores, heading, rows: pillars.rows, goesOn };
  }
  const notice = question ?? scoreNotice(data, stale, say);
  const pillar = of === 'total' ? {} : { pillar: of };
  const tip = notice ? undefined : tipView({ ...data, ...pillar }, around);
  // Whoever looks at one pillar asks for what to do about it.
  const weekDone = of === 'total' && !notice && !tip?.taken ? weekDoneOf(data, today) : undefined;
  return {
    kind: 'score',
    head,
    readAt: hero.readAt,
    ...(notice && { notice }),
    stale,
    first,
    hero,
    pillars,
    ...(tip && { tip }),
    ...(weekDone && { weekDone }),
  };
}

/** What comes after a week of which all is done. */
export type WeekDone = 'rest' | 'plan-next';

/** Undefined where this week's plan is not done. */
function weekDoneOf(data: PopupData, today: LocalDay): WeekDone | undefined {
  const plan = donePlan(data, today);
  if (!plan) return undefined;
  const next = addDays(plan.week, 7);
  return isNearEnd(plan, today) && !data.plans.some(({ week }) => week === next) ? 'plan-next' : 'rest';
}

/** This week's plan with what is done of it; undefined without one. */
function plannedSteps({ plans, actions }: PopupData, today: LocalDay): readonly PlanStep[] | undefined {
  const plan = planOn(plans, today);
  return plan && planSteps(plan, actions);
}

/** What goes on while access has ended: the plan, the own check, the journal, and a history up to `lastDay` that stays the member's. */
function goesOnView(data: PopupData, lastDay: LocalDay | undefined, around: Surroundings): readonly GoesOnView[] {
  const { say, today, language } = around;
  const { goesOn, actions } = data;
  if (!goesOn) return [];
  const whole = (count: number) => formatWhole(count, language);
  const steps = plannedSteps(data, today);
  const check = goesOn.checks?.find(({ week }) => week === mondayOf(today));
  const [from, to] = [data.firstDay ?? lastDay, lastDay].map((day) => day && formatDay(day, today, language));
  return [
    {
      part: 'plan',
      name: say('popup_goes_on_plan'),
      text: steps
        ? say('plan_done_of', whole(steps.filter(({ done }) => done).length), whole(steps.length))
        : say('plan_ask'),
    },
    ...(goesOn.checks
      ? [
          {
            part: 'check' as const,
            name: say('check_title'),
            text: say('check_ticked', whole(tickedHabits(check)), whole(allHabits.length)),
          },
        ]
      : []),
    ...(actions.length > 0 || lastDay !== undefined
      ? [
          {
            part: 'journal' as const,
            name: say('scorecard_part_journal'),
            text: sayCount(around, 'data_actions', actions.length),
          },
        ]
      : []),
    ...(from !== undefined && to !== undefined
      ? [{ part: 'data' as const, name: say('chart_history'), text: say('popup_goes_on_history', from, to) }]
      : []),
  ];
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
