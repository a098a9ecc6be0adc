import { useState } from 'preact/hooks';
import type { Surroundings } from '../../words/surroundings';
import { WeekDone } from '../../ui/week/week-done';
import type { ScorecardData } from '../load-scorecard';
import { useKeepPlan } from '../week/use-keep-plan';
import { OverviewTip } from './overview-tip';
import type { StepView } from '../../ui/week/step-view';

export interface NextStepProps {
  readonly step: StepView;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** It has the one primary button. */
  readonly isStep: boolean;
}

/** The one thing to do next: a tip, or once the week's plan is done to rest and near its end to plan the next. Nothing where nothing is left. */
export function NextStep({ step: { tip, done }, data, around, isStep }: NextStepProps) {
  /** The member wants one more: how many actions there were then. With the next the week is as done as before. */
  const [moreAfter, setMoreAfter] = useState<number>();
  const actions = data.actions.length;
  const keep = useKeepPlan(data, around);
  if (done && moreAfter !== actions) {
    return (
      <div class="inset overview-tip">
        <WeekDone
          done={done}
          around={around}
          isStep={isStep}
          onWeek={showWeek}
          onMore={tip && (() => setMoreAfter(actions))}
          onKeep={keep}
        />
      </div>
    );
  }
  return tip ? <OverviewTip tip={tip} data={data} around={around} isStep={isStep} /> : null;
}

/** The review of the week, or in the first one what is known so far. */
function showWeek(): void {
  const week = document.getElementById('review') ?? document.getElementById('history');
  week?.scrollIntoView();
  week?.querySelector<HTMLElement>('.card-title')?.focus({ preventScroll: true });
}
