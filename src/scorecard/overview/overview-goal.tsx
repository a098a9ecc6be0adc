import { useLayoutEffect } from 'preact/hooks';
import { goodScore } from '../../core/meaning/goal-choices';
import { shown } from '../../core/meaning/change';
import { latestReading } from '../../core/score/history';
import { GoalRow } from '../../ui/goal-row';
import type { GoalAsked } from '../../ui/use-goal-asked';
import { formatScore, formatTarget } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';
import { newGoal } from '../page-part';
import { useFragment } from '../use-part';
import type { OverviewView } from './overview-view';

export interface OverviewGoalProps {
  readonly view: Pick<OverviewView, 'goal' | 'canGrow' | 'first'>;
  readonly row: GoalAsked;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** There is no other place for goals: the address of a new one leads here. */
  readonly isOnly: boolean;
}

/** The total's goal: set, changed and reached here, as in popup and panel. Who has read for the first time is asked for one. */
export function OverviewGoal({ view, row, data, around, isOnly }: OverviewGoalProps) {
  const { say, today, language } = around;
  const [asked, leave] = useFragment(newGoal);
  useLayoutEffect(() => {
    if (asked && isOnly) row.onOpen(true);
  }, [asked, isOnly]);
  const isAsked = view.first && !view.goal;
  const average = latestReading(data.recent, today)?.average.industry?.total;
  async function set(target: number) {
    const { setTotalGoal } = await import('../../store/write/set-goal');
    return setTotalGoal(target, { ...data, history: data.recent, member: data.member?.id }, today);
  }
  return (
    <div class="overview-goal">
      <GoalRow
        score={view}
        history={data.recent}
        around={around}
        {...row}
        isStanding={isAsked}
        onOpen={(opened) => {
          row.onOpen(opened);
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
