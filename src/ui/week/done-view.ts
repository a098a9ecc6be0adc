import { proposePlan } from '../../core/advice/propose-plan';
import { donePlan, isNearEnd } from '../../core/advice/week-plan';
import { findTip } from '../../core/advice/tips';
import { addDays } from '../../core/score/local-day';
import { pillars, type Pillar } from '../../core/score/pillar';
import { formatWhole } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import { planView, tipTitle } from './plan-view';
import type { ChosenPlan, WeekData } from './week-data';

/** The plan for the week after: proposed, or chosen already. */
interface NextView {
  readonly plan: ChosenPlan;
  readonly rows: readonly { readonly pillar: Pillar; readonly title: string; readonly minutes: string }[];
  readonly isKept: boolean;
}

/** All of this week's plan is done: there is nothing to do but to rest. */
export interface DoneView {
  /** "23–29 Nov" */
  readonly dates: string;
  /** "3 actions, 35 min. What follows will show in your next readings, and it may take weeks." */
  readonly text: string;
  /** Near the end of the week; absent before that, and where nothing is left to plan. */
  readonly next?: NextView;
}

/** What a plan is proposed from. */
export type DoneQuestion = Pick<WeekData, 'history' | 'actions' | 'choices' | 'salesNavigator' | 'plans' | 'checks'>;

/** What stands in the place of a tip once this week's plan is done; undefined until then. `ended`: no reading is to come. */
export function doneView(data: DoneQuestion, ended: boolean, around: Surroundings): DoneView | undefined {
  const { today } = around;
  const plan = donePlan(data, today);
  if (!plan) return undefined;
  const { dates, doneText } = planView(plan, data.actions, { current: undefined, ended }, around);
  const next = isNearEnd(plan, today) ? nextView(data, addDays(plan.week, 7), around) : undefined;
  return { dates, text: doneText, ...(next && { next }) };
}

function nextView(data: DoneQuestion, week: string, around: Surroundings): NextView | undefined {
  const { say, today, language } = around;
  const kept = data.plans.find((plan) => plan.week === week);
  const { minutes, tips } = kept ?? proposePlan({ ...data, today, week });
  const rows = pillars.flatMap((pillar) => {
    const tip = tips[pillar];
    if (tip === undefined) return [];
    const takes = findTip(tip)?.minutes;
    const words = takes === undefined ? '' : say('tip_minutes', formatWhole(takes, language));
    return [{ pillar, title: tipTitle(tip, around), minutes: words }];
  });
  return rows.length === 0 ? undefined : { plan: { week, minutes, tips }, rows, isKept: kept !== undefined };
}
