import { useMemo } from 'preact/hooks';
import { takenTips } from '../../core/advice/taken-tip';
import { planOn, weekToPlan, type PlanStep } from '../../core/advice/week-plan';
import { PlanSection } from '../../ui/week/plan-section';
import { dropAction, keepAction } from '../commands';
import { useRun } from '../toast';
import { NextStep } from '../overview/next-step';
import { stepView } from '../../ui/week/step-view';
import { useMarkDone } from '../use-mark-done';
import { useKeepPlan } from './use-keep-plan';
import type { WeekCardProps } from './week-cards';

export interface PlanCardProps extends WeekCardProps {
  /** The overview says what to do next, and when all of it is done. */
  readonly isToldAbove: boolean;
  /** Something at the top of the page has the one primary button. */
  readonly isSecond: boolean;
}

/** What is planned for the week, or the question whether anything is to be; without a score to lead the page also what to do next. */
export function PlanCard({ data, ended, around, isToldAbove, isSecond }: PlanCardProps) {
  const { say, today } = around;
  const step = useMemo(() => (ended ? stepView(data, ended, around) : undefined), [data, ended, around]);
  const run = useRun();
  const markDone = useMarkDone(data.member?.id, around);
  const keep = useKeepPlan(data, around);

  function tick({ pillar, tip, done }: PlanStep, isDone: boolean): void {
    if (isDone) markDone({ id: tip, pillar });
    else if (done) void run(dropAction(done), { text: say('journal_deleted'), undo: keepAction(done) });
  }

  return (
    <div id="plan" class="card">
      {step && <NextStep step={step} data={data} around={around} isStep={!isSecond} />}
      <PlanSection
        // Another week begins anew.
        key={(planOn(data.plans, today) ?? weekToPlan(data.plans, today)).week}
        data={data}
        around={around}
        ended={ended}
        isDoneSaid={isToldAbove || step !== undefined}
        isStep={step !== undefined && !step.tip && !step.done && !isSecond}
        current={takenTips(data)[0]?.id}
        onTick={tick}
        onKeep={keep}
      />
    </div>
  );
}
