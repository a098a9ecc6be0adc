import { weeklyReview, rhythmOfDeeds, type MeasureMove, type Moved } from '../../core/meaning/weekly-review';
import type { Rhythm, WeekState } from '../../core/meaning/rhythm';
import type { Action } from '../../core/rows/action';
import { shown } from '../../core/meaning/change';
import { valueOf, type Measure } from '../../core/score/history';
import { addDays, type LocalDay } from '../../core/score/local-day';
import { pillars } from '../../core/score/pillar';
import { formatDay, formatDays, formatShortWeekday } from '../../words/format-day';
import { formatScore, formatWhole } from '../../words/format-number';
import { headlineText } from '../../words/notification-text';
import { fourWeeksText } from '../../words/outlook-text';
import { pillarName } from '../../words/pillar-name';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { actionTitle } from '../measure-pane';
import { pillarNames } from './plan-view';
import type { WeekData } from './week-data';

export interface MoveView {
  readonly of: Measure;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly points: number;
  readonly normal: boolean;
}

interface RhythmView {
  readonly states: readonly WeekState[];
  /** "31 weeks with a reading"; absent where the run has ended and none has begun. */
  readonly weeks?: string;
  /** Which are forgiven; absent when none is. */
  readonly forgiven?: string;
  /** All of it for screen readers. */
  readonly label: string;
}

export interface ReviewView {
  readonly dates: string;
  /** What the notification says, too. Absent for a week without a reading. */
  readonly lead?: { readonly title: string; readonly told: string };
  readonly moves: readonly MoveView[];
  /** What is to be said of them. */
  readonly notes: readonly string[];
  readonly done: readonly { readonly action: Action; readonly title: string; readonly day: string }[];
  /** Those of them that tick the week's plan. */
  readonly planned: readonly Action[];
  /** Absent where there was none in the last twelve weeks. */
  readonly rhythm?: RhythmView;
}

/** The week that begins on the Monday `week`. `ended`: there is no score to read, so what was done makes the rhythm. */
export function reviewView(data: WeekData, week: LocalDay, ended: boolean, around: Surroundings): ReviewView {
  const { today, say, language } = around;
  const review = weeklyReview({ ...data, today }, week);
  const { headline, moved, asOf } = review;
  const rhythm = ended ? rhythmOfDeeds(data.actions, data.checks, asOf) : review.rhythm;
  const outlook = 'outlook' in headline ? headline.outlook : undefined;
  return {
    dates: formatDays(week, addDays(week, 6), today, language),
    ...(headline.case !== 'not-read' && {
      lead: headlineText(headline, { say, language, today, hideNumbers: false }),
    }),
    moves: movesOf(moved, around),
    notes: [...notesOf(moved, around), ...(outlook ? [fourWeeksText(outlook, 'total', around)] : [])],
    done: review.done.map((action) => ({
      action,
      title: actionTitle(action, say),
      day: formatShortWeekday(action.day, language),
    })),
    planned: (review.plan ?? []).flatMap((step) => step.done ?? []),
    ...(rhythm.recent.some(({ state }) => state === 'read') && { rhythm: rhythmView(rhythm, ended, around) }),
  };
}

function movesOf(moved: Moved, { say, language }: Surroundings): readonly MoveView[] {
  if (moved.case !== 'moved') return [];
  return moved.moves.map(({ of, amount, normal = false }) => ({
    of,
    name: of === 'total' ? say('scorecard_total') : pillarName(of, say),
    from: formatScore(shown(valueOf(moved.from, of)), language),
    to: formatScore(shown(valueOf(moved.to, of)), language),
    points: amount,
    normal,
  }));
}

function notesOf(moved: Moved, around: Surroundings): readonly string[] {
  const { say, today, language } = around;
  switch (moved.case) {
    case 'no-reading':
      return [say('review_no_reading')];
    case 'no-comparison':
      return [say('review_no_comparison')];
    case 'rescaled':
      return [say('review_rescaled', formatDay(moved.on, today, language))];
    case 'moved':
      return [normalNote(moved.moves, around)];
  }
}

/** "More than in your normal week: Insights. The rest is normal ups and downs." */
function normalNote(moves: readonly MeasureMove[], around: Surroundings): string {
  const { say } = around;
  if (moves.every(({ normal }) => normal === undefined)) return say('review_normal_unknown');
  const beyond = pillars.filter((pillar) => moves.some(({ of, normal }) => of === pillar && normal === false));
  if (beyond.length === 0) {
    // The pillars together may go further than each of them.
    const isTotal = moves.some(({ of, normal }) => of === 'total' && normal === false);
    return isTotal ? say('review_beyond', say('scorecard_total')) : say('review_all_normal');
  }
  const more = say('review_beyond', pillarNames(beyond, around));
  return beyond.length === pillars.length ? more : `${more} ${say('review_rest_normal')}`;
}

function rhythmView({ recent, weeks }: Rhythm, ended: boolean, around: Surroundings): RhythmView {
  const { say, today, language } = around;
  const forgiven = recent.filter(({ state }) => state === 'forgiven');
  const read = recent.filter(({ state }) => state === 'read');
  const days = new Intl.ListFormat(language).format(forgiven.map(({ week }) => formatDay(week, today, language)));
  return {
    states: recent.map(({ state }) => state),
    ...(weeks > 0 && { weeks: sayCount(around, ended ? 'review_weeks_done' : 'review_weeks_read', weeks) }),
    ...(forgiven.length > 0 && { forgiven: say('review_forgiven', days) }),
    label: say('review_dots', formatWhole(read.length, language), formatWhole(forgiven.length, language)),
  };
}
