import { scoreView, type ScoreView } from '../../ui/score-view';
import { tipView, type TipView } from '../../words/tip-view';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';
import { firstDayOf } from '../../core/score/history';

export interface OverviewView extends ScoreView {
  /** Absent when the reading is too old to act on: a new one is asked for. */
  readonly tip?: TipView;
}

/** The first card. Undefined before the first reading. */
export function overviewView(
  data: Pick<ScorecardData, 'history' | 'totals' | 'actions' | 'choices' | 'goals'>,
  around: Surroundings,
): OverviewView | undefined {
  const { history, actions, choices } = data;
  const score = scoreView({ ...data, firstDay: firstDayOf(data) }, around);
  const tip = score?.stale === false ? tipView({ history, actions, choices }, around) : undefined;
  return score && { ...score, ...(tip && { tip }) };
}
