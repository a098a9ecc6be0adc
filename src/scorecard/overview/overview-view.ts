import { scoreView, type ScoreView } from '../../ui/score-view';
import { tipView, type TipView } from '../../words/tip-view';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';
import { firstDayOf } from '../../core/score/history';

export interface OverviewView extends ScoreView {
  /** Absent when the reading is too old to act on and a new one is asked for, unless the member is at one. */
  readonly tip?: TipView;
}

/** The first card; `ended`: no new reading is to come, and the tips go on. Undefined before the first reading. */
export function overviewView(
  data: Pick<ScorecardData, 'history' | 'totals' | 'actions' | 'choices' | 'salesNavigator' | 'goals'>,
  around: Surroundings,
  ended = false,
): OverviewView | undefined {
  const score = scoreView({ ...data, firstDay: firstDayOf(data) }, around);
  const tip = score && tipView(data, around);
  return score && { ...score, ...(tip && (!score.stale || ended || tip.taken) && { tip }) };
}
