import { findTip, tipTitleKey } from '../../core/advice/tips';
import { minutesOf } from '../../core/advice/propose-plan';
import { isPlanDone, planSteps, type PlanStep } from '../../core/advice/week-plan';
import type { Action } from '../../core/rows/action';
import type { Plan } from '../../core/rows/plan';
import { addDays } from '../../core/score/local-day';
import { pillars, type Pillar } from '../../core/score/pillar';
import { formatDays, formatWeekdayName } from '../../words/format-day';
import { formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';

/** One action of a plan in words. */
export interface PlanRowView {
  readonly step: PlanStep;
  readonly title: string;
  /** "Right people", and "10 min", "done on Tuesday" or "in progress". */
  readonly pillar: string;
  readonly detail: string;
  /** The page it opens; absent for a tip of a later version. */
  readonly address?: string;
}

export interface PlanView {
  /** "23–29 Nov" */
  readonly dates: string;
  readonly rows: readonly PlanRowView[];
  /** "1 of 3 done" */
  readonly progress: string;
  readonly isDone: boolean;
  /** "3 actions, 35 min. What follows will show in your next readings, and it may take weeks." */
  readonly doneText: string;
  /** "Resting this week: Professional brand." */
  readonly rests: string;
}

/** A plan with what was done of it. `current`: the id of the tip that the member is at; `ended`: no reading is to come. */
export function planView(
  plan: Plan,
  actions: readonly Action[],
  { current, ended }: { readonly current: string | undefined; readonly ended: boolean },
  around: Surroundings,
): PlanView {
  const { say, language, today } = around;
  const steps = planSteps(plan, actions);
  const done = steps.filter((step) => step.done).length;
  const minutes = steps.reduce((sum, { tip }) => sum + minutesOf(tip), 0);
  const resting = pillars.filter((pillar) => plan.tips[pillar] === undefined);
  return {
    dates: formatDays(plan.week, addDays(plan.week, 6), today, language),
    rows: steps.map((step) => rowOf(step, current, around)),
    progress: say('plan_done_of', formatWhole(done, language), formatWhole(steps.length, language)),
    isDone: isPlanDone(steps),
    doneText: say(
      ended ? 'plan_week_done_ended' : 'plan_week_done',
      sayCount(around, 'data_actions', steps.length),
      say('tip_minutes', formatWhole(minutes, language)),
    ),
    rests: resting.length === 0 ? say('plan_all_pillars') : say('plan_rests', pillarNames(resting, around)),
  };
}

function rowOf(step: PlanStep, current: string | undefined, around: Surroundings): PlanRowView {
  const { say, language, today } = around;
  const tip = findTip(step.tip);
  const { done } = step;
  const detail = done
    ? done.day === today
      ? say('plan_done_today')
      : say('plan_done_on', formatWeekdayName(done.day, language))
    : step.tip === current
      ? say('plan_on_it')
      : tip
        ? say('tip_minutes', formatWhole(tip.minutes, language))
        : '';
  return {
    step,
    title: tipTitle(step.tip, around),
    pillar: pillarName(step.pillar, say),
    detail,
    ...(tip && { address: tip.address }),
  };
}

/** The title of a tip by its id, also of one of a later version. */
export function tipTitle(id: string, { say }: Pick<Surroundings, 'say'>): string {
  const tip = findTip(id);
  return tip ? say(tipTitleKey(tip)) : say('chart_unknown_tip');
}

/** "Insights and Right people", as the language joins them. */
export function pillarNames(of: readonly Pillar[], { say, language }: Surroundings): string {
  return new Intl.ListFormat(language).format(of.map((pillar) => pillarName(pillar, say)));
}
