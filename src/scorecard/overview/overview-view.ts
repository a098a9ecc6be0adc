import { scoreView, type ScoreView } from '../../ui/score-view';
import { doneView, type DoneView } from '../../ui/week/done-view';
import { tipView, type TipView } from '../../words/tip-view';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';
import { firstDayOf } from '../../core/score/history';

export interface OverviewView extends ScoreView {
  /** Absent when the reading is too old to act on and a new one is asked for, unless the member is at one. */
  readonly tip?: TipView;
  /** All of the week's plan is done, and the member is at nothing else: the tip waits until they want more. */
  readonly done?: DoneView;
}

/** The first card; `ended`: no new reading is to come, and the tips go on. Undefined before the first reading. */
export function overviewView(
  data: Pick<
    ScorecardData,
    'history' | 'totals' | 'actions' | 'choices' | 'salesNavigator' | 'goals' | 'plans' | 'checks'
  >,
  around: Surroundings,
  ended = false,
): OverviewView | undefined {
  const score = scoreView({ ...data, firstDay: firstDayOf(data) }, around);
  if (!score) return undefined;
  const tip = tipView(data, around);
  const asksForReading = score.stale && !ended;
  const done = asksForReading || tip?.taken ? undefined : doneView(data, ended, around);
  return { ...score, ...(tip && (!asksForReading || tip.taken) && { tip }), ...(done && { done }) };
}
