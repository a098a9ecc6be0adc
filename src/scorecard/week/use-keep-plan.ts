import type { ChosenPlan } from '../../ui/week/week-data';
import type { Surroundings } from '../../words/surroundings';
import { dropPlan, keepPlan } from '../commands';
import type { ScorecardData } from '../load-scorecard';
import { useRun } from '../toast';

/** Keeps a plan, and takes it back to the one before. */
export function useKeepPlan(
  { member, plans }: Pick<ScorecardData, 'member' | 'plans'>,
  { say }: Surroundings,
): (plan: ChosenPlan) => void {
  const run = useRun();
  return (plan) => {
    const before = plans.find(({ week }) => week === plan.week);
    const undo = before
      ? keepPlan(member?.id, before)
      : member === undefined
        ? undefined
        : dropPlan({ member: member.id, week: plan.week });
    void run(keepPlan(member?.id, plan), { text: say('plan_kept'), ...(undo && { undo }) });
  };
}
