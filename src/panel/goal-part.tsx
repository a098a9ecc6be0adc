import { GoalRow } from '../ui/goal-row';
import type { GoalAsked } from '../ui/use-goal-asked';
import type { Surroundings } from '../words/surroundings';
import type { PanelData } from './load-panel';
import type { PanelView } from './panel-view';

export interface GoalPartProps {
  readonly goal: NonNullable<PanelView['goal']>;
  readonly asked: GoalAsked;
  readonly data: PanelData;
  readonly around: Surroundings;
}

/** The total's goal: set, changed and reached here, as in the popup. */
export function GoalPart({ goal, asked, data, around }: GoalPartProps) {
  return (
    <section class="panel-goal" aria-label={around.say('goals_target')}>
      <GoalRow
        score={goal}
        history={data.history}
        around={around}
        {...asked}
        onSet={async (target) => {
          const { setTotalGoal } = await import('../store/write/set-goal');
          return setTotalGoal(target, data, around.today);
        }}
      />
    </section>
  );
}
