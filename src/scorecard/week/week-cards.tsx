import { takenTips } from '../../core/advice/taken-tip';
import { planOn, weekToPlan, type PlanStep } from '../../core/advice/week-plan';
import { reviewedFirst } from '../../core/meaning/weekly-review';
import { OwnCheckSection } from '../../ui/week/own-check-section';
import { PlanSection } from '../../ui/week/plan-section';
import { ReviewSection } from '../../ui/week/review-section';
import type { ChosenPlan } from '../../ui/week/week-data';
import type { Surroundings } from '../../words/surroundings';
import { dropAction, dropPlan, keepAction, keepPlan, tickHabit } from '../commands';
import type { ScorecardData } from '../load-scorecard';
import { useRun } from '../toast';
import { useMarkDone } from '../use-mark-done';

export interface WeekCardsProps {
  readonly data: ScorecardData;
  /** LinkedIn has ended the member's access: there is no score to read. */
  readonly ended: boolean;
  /** The member's own check is shown. */
  readonly hasCheck: boolean;
  readonly around: Surroundings;
}

/** The week on the scorecard: what it brought, what is planned, and the member's own check where that is wanted. */
export function WeekCards({ data, ended, hasCheck, around }: WeekCardsProps) {
  const { say, today } = around;
  const run = useRun();
  const member = data.member?.id;
  const markDone = useMarkDone(member, around);
  const hasReview = reviewedFirst({ ...data, today, ended }) !== undefined;
  // The question for one is a line; a plan has as much to show as the review beside it.
  const planned = planOn(data.plans, today);

  function tick({ pillar, tip, done }: PlanStep, isDone: boolean): void {
    if (isDone) markDone({ id: tip, pillar });
    else if (done) void run(dropAction(done), { text: say('journal_deleted'), undo: keepAction(done) });
  }

  function keep(plan: ChosenPlan): void {
    const before = data.plans.find(({ week }) => week === plan.week);
    const undo = before
      ? keepPlan(member, before)
      : member === undefined
        ? undefined
        : dropPlan({ member, week: plan.week });
    void run(keepPlan(member, plan), { text: say('plan_kept'), ...(undo && { undo }) });
  }

  const plan = (
    <div id="plan" class="card">
      <PlanSection
        // Another week begins anew.
        key={(planned ?? weekToPlan(data.plans, today)).week}
        data={data}
        around={around}
        ended={ended}
        current={takenTips(data)[0]?.id}
        onTick={tick}
        onKeep={keep}
      />
    </div>
  );
  return (
    <>
      <div class={hasReview && planned ? 'columns week-columns' : 'columns week-alone'}>
        {hasReview && (
          <div class="card">
            <ReviewSection data={data} ended={ended} around={around} onKeep={keep} />
          </div>
        )}
        {plan}
      </div>
      {hasCheck && (
        <div id="check" class="card">
          <OwnCheckSection
            checks={data.checks}
            around={around}
            onTick={(week, habit, ticked) => void run(tickHabit(member, week, habit, ticked))}
          />
        </div>
      )}
    </>
  );
}
