import { scoreView, type ScoreView } from '../../ui/score-view';
import { doneView, type DoneView } from '../../ui/week/done-view';
import { tipView, type TipView } from '../../words/tip-view';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';

/** The one thing to do next. */
export interface StepView {
  /** Absent when nothing is left to do. */
  readonly tip?: TipView;
  /** All of the week's plan is done, and the member is at nothing else: the tip waits until they want more. */
  readonly done?: DoneView;
}

/** In the overview the tip is absent, too, when the reading is too old to act on and a new one is asked for, unless the member is at one. */
export type OverviewView = ScoreView & StepView;

type StepQuestion = Pick<
  ScorecardData,
  'history' | 'actions' | 'choices' | 'salesNavigator' | 'goals' | 'plans' | 'checks'
>;

/** What to do next; `ended`: LinkedIn has ended the access, and no reading is to come. */
export function stepView(data: StepQuestion, ended: boolean, around: Surroundings): StepView {
  const tip = tipView(data, around);
  const done = tip?.taken ? undefined : doneView(data, ended, around);
  return { ...(tip && { tip }), ...(done && { done }) };
}

/** The first card. Undefined before the first reading. */
export function overviewView(
  data: StepQuestion & Pick<ScorecardData, 'totals' | 'firstDay'>,
  around: Surroundings,
): OverviewView | undefined {
  const score = scoreView(data, around);
  if (!score) return undefined;
  const step = stepView(data, false, around);
  return { ...score, ...(score.stale ? step.tip?.taken && { tip: step.tip } : step) };
}
