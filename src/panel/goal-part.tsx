import { useState } from 'preact/hooks';
import { isNewlyReached } from '../store/write/praised-goal';
import { GoalRow } from '../ui/goal-row';
import { usePraise } from '../ui/use-praise';
import type { Surroundings } from '../words/surroundings';
import type { PanelData } from './load-panel';
import type { PanelView } from './panel-view';

export interface GoalPartProps {
  readonly goal: NonNullable<PanelView['goal']>;
  readonly data: PanelData;
  readonly around: Surroundings;
}

/** The total's goal: set, changed and reached here, as in the popup. */
export function GoalPart({ goal, data, around }: GoalPartProps) {
  const [open, setOpen] = useState(false);
  const praised = usePraise(goal.goal, around.today, isNewlyReached);
  return (
    <section class="panel-goal" aria-label={around.say('goals_target')}>
      <GoalRow
        score={goal}
        history={data.history}
        around={around}
        praised={praised}
        open={open}
        onOpen={setOpen}
        onSet={async (target) => {
          const { setTotalGoal } = await import('../store/write/set-goal');
          return setTotalGoal(target, data, around.today);
        }}
      />
    </section>
  );
}
