import { OwnCheckSection } from '../../ui/week/own-check-section';
import { ReviewSection } from '../../ui/week/review-section';
import type { Surroundings } from '../../words/surroundings';
import { tickHabit } from '../commands';
import type { ScorecardData } from '../load-scorecard';
import { useRun } from '../toast';

export interface WeekCardProps {
  readonly data: ScorecardData;
  /** LinkedIn has ended the member's access: there is no score to read. */
  readonly ended: boolean;
  readonly around: Surroundings;
}

/** What the week brought. */
export function ReviewCard({ data, ended, around }: WeekCardProps) {
  return (
    <div id="review" class="card">
      <ReviewSection data={data} ended={ended} around={around} />
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
