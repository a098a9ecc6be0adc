import { useLayoutEffect, useState } from 'preact/hooks';
import { goodScore } from '../../core/meaning/goal-choices';
import { shown } from '../../core/meaning/change';
import { latestReading } from '../../core/score/history';
import { isNewlyReached } from '../../store/write/praised-goal';
import { GoalRow } from '../../ui/goal-row';
import { usePraise } from '../../ui/use-praise';
import { formatScore, formatTarget } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';
import { newGoal } from '../page-part';
import { useFragment } from '../use-part';
import type { OverviewView } from './overview-view';

export interface OverviewGoalProps {
  readonly view: Pick<OverviewView, 'goal' | 'canGrow' | 'first'>;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** There is no other place for goals: the address of a new one leads here. */
  readonly isOnly: boolean;
}

/** The total's goal: set, changed and reached here, as in popup and panel. Who has read for the first time is asked for one. */
export function OverviewGoal({ view, data, around, isOnly }: OverviewGoalProps) {
  const { say, today, language } = around;
  const [open, setOpen] = useState(false);
  const [asked, leave] = useFragment(newGoal);
  useLayoutEffect(() => {
    if (asked && isOnly) setOpen(true);
  }, [asked, isOnly]);
  const praised = usePraise(view.goal, today, isNewlyReached);
  const isAsked = view.first && !view.goal;
  const average = latestReading(data.history, today)?.average.industry?.total;
  async function set(target: number) {
    const { setTotalGoal } = await import('../../store/write/set-goal');
    return setTotalGoal(target, { ...data, member: data.member?.id }, today);
  }
  return (
    <div class="overview-goal">
      <GoalRow
        score={view}
        history={data.history}
        around={around}
        praised={praised}
        open={open}
        isStanding={isAsked}
        onOpen={(opened) => {
          setOpen(opened);
          if (!opened) leave();
        }}
        onSet={set}
      />
      {isAsked && (
        <p class="hint">
          {[
            say('goal_good', formatTarget(goodScore, language)),
            ...(average === undefined ? [] : [say('goal_industry', formatScore(shown(average), language))]),
          ].join(' ')}
        </p>
      )}
    </div>
  );
}
