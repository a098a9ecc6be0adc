import { formatWeekday } from '../words/format-day';
import type { Surroundings } from '../words/surroundings';
import { tipView, type TipView } from '../words/tip-view';
import { readView, scoreView, type ScoreView } from '../ui/score-view';
import type { PanelData } from './load-panel';

/** How the score stands, in one strip. */
export interface StripView extends Pick<ScoreView, 'scores' | 'total' | 'change' | 'note'> {
  /** "Read today, 09:14", or "Last reading, Fri 20 Nov". */
  readonly read: string;
  /** Amber, with a clock. */
  readonly late: boolean;
}

/** The panel in words and numbers. */
export interface PanelView {
  /** Absent when nothing is left to do, and before the first reading. */
  readonly tip?: TipView;
  /** Absent before the first reading. */
  readonly strip?: StripView;
}

export function panelView(data: PanelData, around: Surroundings): PanelView {
  const { say, today, language } = around;
  const tip = data.member === undefined ? undefined : tipView(data, around);
  const score = scoreView(data, around);
  const read = readView(data, { failedSince: data.failed }, around);
  return {
    ...(tip && { tip }),
    ...(score &&
      read && {
        strip: {
          total: score.total,
          ...(score.scores && { scores: score.scores }),
          ...(score.change && !data.failed && { change: score.change }),
          ...(score.note !== undefined && !data.failed && { note: score.note }),
          read: data.failed ? say('popup_last_reading', formatWeekday(score.day, today, language)) : read.text,
          late: read.late,
        },
      }),
  };
}
