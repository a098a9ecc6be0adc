import { takenTips } from '../../core/advice/taken-tip';
import { planOn, weekToPlan, type PlanStep } from '../../core/advice/week-plan';
import { OwnCheckSection } from '../../ui/week/own-check-section';
import { PlanSection } from '../../ui/week/plan-section';
import { ReviewSection } from '../../ui/week/review-section';
import type { ChosenPlan } from '../../ui/week/week-data';
import type { Surroundings } from '../../words/surroundings';
import { dropAction, dropPlan, keepAction, keepPlan, tickHabit } from '../commands';
import type { ScorecardData } from '../load-scorecard';
import { useRun } from '../toast';
import { useMarkDone } from '../use-mark-done';

export interface WeekCardProps {
  readonly data: ScorecardData;
  /** LinkedIn has ended the member's access: there is no score to read. */
  readonly ended: boolean;
  readonly around: Surroundings;
}

/** Keeps a plan, and takes it back to the one before. */
function useKeepPlan({ data, around }: Pick<WeekCardProps, 'data' | 'around'>): (plan: ChosenPlan) => void {
  const run = useRun();
  const member = data.member?.id;
  return (plan) => {
    const before = data.plans.find(({ week }) => week === plan.week);
    const undo = before
      ? keepPlan(member, before)
      : member === undefined
        ? undefined
        : dropPlan({ member, week: plan.week });
    void run(keepPlan(member, plan), { text: around.say('plan_kept'), ...(undo && { undo }) });
  };
}

/** What is planned for the week, or the question whether anything is to be. */
export function PlanCard({ data, ended, around }: WeekCardProps) {
  const { say, today } = around;
  const run = useRun();
  const markDone = useMarkDone(data.member?.id, around);
  const keep = useKeepPlan({ data, around });

  function tick({ pillar, tip, done }: PlanStep, isDone: boolean): void {
    if (isDone) markDone({ id: tip, pillar });
    else if (done) void run(dropAction(done), { text: say('journal_deleted'), undo: keepAction(done) });
  }

  return (
    <div id="plan" class="card">
      <PlanSection
        // Another week begins anew.
        key={(planOn(data.plans, today) ?? weekToPlan(data.plans, today)).week}
        data={data}
        around={around}
        ended={ended}
        current={takenTips(data)[0]?.id}
        onTick={tick}
        onKeep={keep}
      />
    </div>
  );
}

/** What the week brought. */
export function ReviewCard({ data, ended, around }: WeekCardProps) {
  const keep = useKeepPlan({ data, around });
  return (
    <div id="review" class="card">
      <ReviewSection data={data} ended={ended} around={around} onKeep={keep} />
    </div>
  );
}

/** The member's own check, where that is wanted. */
export function CheckCard({ data, around }: Pick<WeekCardProps, 'data' | 'around'>) {
  const run = useRun();
  return (
    <div id="check" class="card">
      <OwnCheckSection
        checks={data.checks}
        around={around}
        onTick={(week, habit, ticked) => void run(tickHabit(data.member?.id, week, habit, ticked))}
      />
    </div>
  );
}
