import { scoreView, type ScoreView } from '../../ui/score-view';
import type { DoneQuestion } from '../../ui/week/done-view';
import { stepView, type StepView } from '../../ui/week/step-view';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';

/** In the overview the tip is absent, too, when the reading is too old to act on and a new one is asked for, unless the member is at one. */
export type OverviewView = ScoreView & StepView;

/** The first card. Undefined before the first reading. */
export function overviewView(
  data: DoneQuestion & Pick<ScorecardData, 'goals' | 'totals' | 'firstDay'>,
  around: Surroundings,
): OverviewView | undefined {
  const score = scoreView(data, around);
  if (!score) return undefined;
  const step = stepView(data, false, around);
  return { ...score, ...(score.stale ? step.tip?.taken && { tip: step.tip } : step) };
}
