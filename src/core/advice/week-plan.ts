import type { Action } from '../rows/action';
import type { Plan } from '../rows/plan';
import { addDays, mondayOf, weekdayOf, type LocalDay } from '../score/local-day';
import { pillars, type Pillar } from '../score/pillar';

/** A plan with fewer days than this left of its week is for the next one too, when it is the member's first. */
const fewestDays = 3;

/** The week that a plan made on `today` is for, by its Monday, and, where that begins later, the day from which what is done counts. */
export function weekToPlan(plans: readonly Plan[], today: LocalDay): Pick<Plan, 'week' | 'from'> {
  const week = mondayOf(today);
  return plans.length === 0 && 8 - weekdayOf(today) < fewestDays ? { week: addDays(week, 7), from: today } : { week };
}

/** The plan that the member is at on `today`; undefined when there is none. */
export function planOn(plans: readonly Plan[], today: LocalDay): Plan | undefined {
  const week = mondayOf(today);
  return (
    plans.find((plan) => plan.week === week) ??
    plans.find(({ from }) => from !== undefined && isWithin(today, from, week))
  );
}

/** Whether `today` lies between the day from which a plan counts and its week, which is the one after `week`. */
function isWithin(today: LocalDay, from: LocalDay, week: LocalDay): boolean {
  return from >= week && from <= today;
}

/** From this day of a week on, where 0 is its Monday, a plan for the next one is proposed to who is done with it: from Friday on. */
const nextFrom = 4;

/** Whether `today` is near the end of the week that a plan is for. */
export function isNearEnd({ week }: Pick<Plan, 'week'>, today: LocalDay): boolean {
  return today >= addDays(week, nextFrom);
}

/** One action of a plan. */
export interface PlanStep {
  readonly pillar: Pillar;
  /** Id of its tip. */
  readonly tip: string;
  /** The action of the journal that ticks it; absent while it is open. */
  readonly done?: Action;
}

/** Whether all of a plan's actions are done; not where it has none. */
export function isPlanDone(steps: readonly PlanStep[]): boolean {
  return steps.length > 0 && steps.every((step) => step.done);
}

/** The plan that the member is at on `today` when all of it is done; undefined until then. */
export function donePlan(
  { plans, actions }: { readonly plans: readonly Plan[]; readonly actions: readonly Action[] },
  today: LocalDay,
): Plan | undefined {
  const plan = planOn(plans, today);
  return plan && isPlanDone(planSteps(plan, actions)) ? plan : undefined;
}

/** The actions of a plan in the order of the pillars, with what was done of them from its first day to its Sunday. */
export function planSteps(plan: Plan, actions: readonly Action[]): readonly PlanStep[] {
  const [first, last] = [plan.from ?? plan.week, addDays(plan.week, 6)];
  return pillars.flatMap((pillar): readonly PlanStep[] => {
    const tip = plan.tips[pillar];
    if (tip === undefined) return [];
    const done = actions.find(
      (action) => action.kind === 'tip' && action.tip === tip && action.day >= first && action.day <= last,
    );
    return [{ pillar, tip, ...(done && { done }) }];
  });
}
