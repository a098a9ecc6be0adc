import { bisector } from 'd3-array';
import type { Action } from '../../core/rows/action';
import { shown } from '../../core/meaning/change';
import { isNormal, normalWeek, normalWeekNeeds } from '../../core/meaning/normal-week';
import { inOrder, knownDays, nearestTo, type History, type KnownDay, type Measure } from '../../core/score/history';
import { addDays, daysBetween, type LocalDay } from '../../core/score/local-day';
import { pillars } from '../../core/score/pillar';
import { formatComingDay, formatWeekday, formatWeekdayName } from '../../words/format-day';
import { formatScore } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';

/** A missing reading takes the closest within this many days. */
const leeway = 2;

/** One measure on the day of a row. */
interface WeekCell {
  readonly of: Measure;
  /** A dash where it is not known. */
  readonly value: string;
  /** Over the seven days before, in points; absent when either reading is missing. */
  readonly change?: { readonly points: number; readonly normal: boolean };
}

export interface WeekRow {
  readonly day: LocalDay;
  readonly date: string;
  readonly today: boolean;
  /** Total, then the pillars; empty when nothing was read around that day. */
  readonly cells: readonly WeekCell[];
  /** Actions of the seven days up to this one. */
  readonly actions: number;
}

export interface WeeksView {
  /** Newest first. */
  readonly rows: readonly WeekRow[];
  /** Whether there are older weeks. */
  readonly more: boolean;
  /** The weekday of all rows, in full: "Friday". */
  readonly weekday: string;
  /** What the grey of a change means, or from when on that is known. */
  readonly normal: string;
}

const byDay = bisector((reading: KnownDay) => reading.day);

/**
 * The last `count` weeks, counted back from the newest reading. Without a week of history (nothing to compare with) no rows. `history`, `totals`
 * and `actions` ascend by day.
 */
export function weeksView(
  { history, totals }: Pick<ScorecardData, 'history' | 'totals'>,
  actions: readonly Action[],
  count: number,
  around: Surroundings,
): WeeksView {
  const { today, language, say } = around;
  const readings = inOrder(history);
  const days = knownDays(readings, totals);
  const [first, latest] = [days[0], days.at(-1)];
  if (!first || !latest || daysBetween(first.day, latest.day) < 7 - leeway) {
    return { rows: [], more: false, weekday: '', normal: '' };
  }
  const weeks = Math.floor((daysBetween(first.day, latest.day) + leeway) / 7) + 1;
  const shownWeeks = Math.min(count, weeks);
  const anchors = Array.from({ length: shownWeeks + 1 }, (_, index) => addDays(latest.day, -7 * index));
  const nearby = anchors.map((day) => near(days, day));
  const rows = anchors.slice(0, shownWeeks).map((day, index): WeekRow => {
    const reading = nearby[index];
    const before = nearby[index + 1];
    const from = addDays(day, -7);
    return {
      day,
      date: formatWeekday(day, today, language),
      today: day === today,
      cells: reading
        ? (['total', ...pillars] as const).map((of) => cellOf(of, reading, before, readings, language))
        : [],
      actions: actions.filter((action) => action.day > from && action.day <= day).length,
    };
  });
  const knownFrom = normalWeek(readings, 'total') ? undefined : addDays(first.day, normalWeekNeeds);
  const normal =
    knownFrom === undefined || knownFrom <= today
      ? say('weeks_normal')
      : say('weeks_normal_from', formatComingDay(knownFrom, language));
  const weekday = formatWeekdayName(latest.day, language);
  return { rows, more: shownWeeks < weeks, weekday, normal };
}

function cellOf(
  of: Measure,
  reading: KnownDay,
  before: KnownDay | undefined,
  history: History,
  language: string,
): WeekCell {
  const [value, earlier] = [valueIn(reading, of), before && valueIn(before, of)];
  if (value === undefined) return { of, value: '\u2013' };
  const points = earlier === undefined ? undefined : shown(value - earlier);
  return {
    of,
    value: formatScore(value, language),
    // By what was known then: a week does not change its colour afterwards.
    ...(points !== undefined && {
      change: { points, normal: isNormal(points, normalWeek(history, of, reading.day)) },
    }),
  };
}

/** A measure as it is shown; undefined where a day has only its total. */
function valueIn(day: KnownDay, of: Measure): number | undefined {
  if (of === 'total') return shown(day.total);
  return 'scores' in day ? shown(day.scores[of]) : undefined;
}

/** The day nearest to `day` of which something is known, at most `leeway` days from it. */
function near(days: readonly KnownDay[], day: LocalDay): KnownDay | undefined {
  return nearestTo(days.slice(byDay.left(days, addDays(day, -leeway)), byDay.right(days, addDays(day, leeway))), day);
}
