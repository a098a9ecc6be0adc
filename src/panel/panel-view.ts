import { nextLook } from '../core/reminder/next-look';
import { formatWeekday } from '../words/format-day';
import type { Surroundings } from '../words/surroundings';
import { readView, scoreView, type ScoreView } from '../ui/score-view';
import { stepView, type StepView } from '../ui/week/step-view';
import type { PanelData } from './load-panel';

/** How the score stands, in one strip. */
export interface StripView extends Pick<ScoreView, 'scores' | 'total' | 'change' | 'note'> {
  /** "Updated today, 09:14", or "Last reading, Fri 20 Nov". */
  readonly read: string;
  /** "Next: Fri 4 Dec"; absent where that is not known, and where something else comes first. */
  readonly next?: string;
  /** Amber, with a clock. */
  readonly late: boolean;
}

/** The panel in words and numbers. Before the first reading it has no tip. */
export interface PanelView extends StepView {
  /** Absent before the first reading, and while access has ended. */
  readonly goal?: Pick<ScoreView, 'goal' | 'canGrow'>;
  /** Absent before the first reading. */
  readonly strip?: StripView;
}

export function panelView(data: PanelData, around: Surroundings): PanelView {
  const { say, today, language } = around;
  const { failed, ended, settings } = data;
  const { tip, done } = stepView(data, ended, around);
  const score = scoreView(data, around);
  const read = readView(data, { failedSince: failed }, around);
  const readOn = data.history.map(({ day }) => day);
  const next = failed || score?.stale ? undefined : nextLook({ reminder: settings.reminder, readOn, today });
  return {
    // There is nobody yet to answer it.
    ...(tip && data.member !== undefined && { tip }),
    ...(done && { done }),
    ...(score && !ended && (score.goal ?? score.canGrow) && { goal: score }),
    ...(score &&
      read && {
        strip: {
          total: score.total,
          ...(score.scores && { scores: score.scores }),
          ...(score.change && !failed && { change: score.change }),
          ...(score.note !== undefined && !failed && { note: score.note }),
          read: failed ? say('popup_last_reading', formatWeekday(score.day, today, language)) : read.text,
          ...(next !== undefined && { next: say('panel_next_look', formatWeekday(next, today, language)) }),
          late: read.late,
        },
      }),
  };
}
