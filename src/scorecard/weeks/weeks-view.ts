import { bisector, group } from 'd3-array';
import type { Action } from '../../core/rows/action';
import { shown } from '../../core/meaning/change';
import { isNormal, normalWeek, normalWeekNeeds } from '../../core/meaning/normal-week';
import { inOrder, knownDays, nearestTo, type History, type KnownDay, type Measure } from '../../core/score/history';
import { addDays, dayNumber, mondayOf, weekNumber, type LocalDay } from '../../core/score/local-day';
import { pillars } from '../../core/score/pillar';
import { formatComingDay, formatDays } from '../../words/format-day';
import { formatScore } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';

/** A reading is compared with one of seven days before, give or take so many days: as in the week's review. */
const leeway = 2;

/** One measure in the last reading of a week. */
interface WeekCell {
  readonly of: Measure;
  /** A dash where it is not known. */
  readonly value: string;
  /** Over the seven days before that reading, in points; absent when there is nothing to compare with. */
  readonly change?: { readonly points: number; readonly normal: boolean };
}

/** A week, Monday to Sunday, or several without a reading in one. */
export interface WeekRow {
  /** Its Monday; of several the first. */
  readonly week: LocalDay;
  /** "12–18 Oct", from the first Monday to the last Sunday. */
  readonly dates: string;
  /** The present week. */
  readonly present: boolean;
  /** How many weeks it stands for: more than one only where none of them has a reading. */
  readonly count: number;
  /** Total, then the pillars; empty without a reading. */
  readonly cells: readonly WeekCell[];
  /** What was done in it. */
  readonly actions: number;
}

export interface WeeksView {
  /** Newest first. */
  readonly rows: readonly WeekRow[];
  /** Weeks that the rows stand for. */
  readonly weeks: number;
  /** Whether there are older weeks. */
  readonly more: boolean;
  /** What the grey of a change means, or from when on that is known. */
  readonly normal: string;
}

const byDay = bisector((reading: KnownDay) => reading.day);

/**
 * The weeks from the present one back to the first with a reading, at most `count` rows: one for each week, Monday to Sunday, with a reading, and one
 * for all those between two of them. The same rows, whatever weekday it is. No rows before a second week has begun. `history`, `totals` and
 * `actions` ascend by day.
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
  const oldest = first && weekOf(first.day);
  // A clock that was set back leaves readings after today: they are shown, too.
  const newest = weekOf(latest && latest.day > today ? latest.day : today);
  if (!first || oldest === undefined || oldest === newest) return { rows: [], weeks: 0, more: false, normal: '' };
  const done = group(actions, ({ day }) => weekOf(day));
  const present = weekOf(today);
  const rows: WeekRow[] = [];
  let week = newest;
  while (week >= oldest && rows.length < count) {
    const known = days[byDay.right(days, addDays(mondayOf(today), 7 * (week - present) + 6)) - 1];
    const lastRead = known ? weekOf(known.day) : oldest;
    const reading = lastRead === week ? known : undefined;
    // The present week is not over: it stands for itself.
    const from = reading || week === present ? week : lastRead + 1;
    const monday = addDays(mondayOf(today), 7 * (from - present));
    rows.push({
      week: monday,
      dates: formatDays(monday, addDays(monday, 7 * (week - from) + 6), today, language),
      present: week === present,
      count: week - from + 1,
      cells: reading ? cellsOf(reading, days, readings, language) : [],
      actions: Array.from({ length: week - from + 1 }, (_, index) => done.get(from + index)?.length ?? 0).reduce(
        (sum, one) => sum + one,
        0,
      ),
    });
    week = from - 1;
  }
  const knownFrom = normalWeek(readings, 'total') ? undefined : addDays(first.day, normalWeekNeeds);
  const normal =
    knownFrom === undefined || knownFrom <= today
      ? say('weeks_normal')
      : say('weeks_normal_from', formatComingDay(knownFrom, language));
  return { rows, weeks: newest - week, more: week >= oldest, normal };
}

function weekOf(day: LocalDay): number {
  return weekNumber(dayNumber(day));
}

function cellsOf(
  reading: KnownDay,
  days: readonly KnownDay[],
  history: History,
  language: string,
): readonly WeekCell[] {
  const before = near(days, addDays(reading.day, -7));
  return (['total', ...pillars] as const).map((of) => cellOf(of, reading, before, history, language));
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
