import { bisector, group } from 'd3-array';
import type { Action } from '../../core/rows/action';
import { shown } from '../../core/meaning/change';
import { knownDays, type KnownDay } from '../../core/score/history';
import { addDays, daysBetween, mondayOf, type LocalDay } from '../../core/score/local-day';
import type { Pillar } from '../../core/score/pillar';
import { actionTitle } from '../../ui/measure-pane';
import { formatDay, formatMonth, formatMonthOfYear, formatShortWeekday, formatWeekday } from '../../words/format-day';
import { formatScore, formatWhole } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';

/** One day of the calendar. */
export interface RhythmDay {
  readonly day: LocalDay;
  readonly read: boolean;
  /** What was done: the pillar that all of it was for, `total` where it was for several or none; absent where nothing was. */
  readonly done?: Pillar | 'total';
  readonly isToday: boolean;
  /** "Fri 16 Oct, Total 63.0, Wrote a post" */
  readonly words: string;
}

interface RhythmWeek {
  /** Its Monday. */
  readonly week: LocalDay;
  /** "Oct", over the first week that begins in a month; empty over the others. */
  readonly month: string;
  /** Monday to Sunday; undefined for days that have not come. */
  readonly days: readonly (RhythmDay | undefined)[];
}

/** A month of the calendar as a row of a table. */
interface RhythmMonth {
  readonly month: string;
  readonly readings: string;
  readonly actions: string;
}

export interface RhythmView {
  readonly weeks: readonly RhythmWeek[];
  /** Monday to Sunday, short. */
  readonly weekdays: readonly string[];
  /** The first and the last day that are seen. */
  readonly from: string;
  readonly to: string;
  readonly readings: number;
  readonly actions: number;
  /** Newest first; months without either are left out. */
  readonly months: readonly RhythmMonth[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

const aMonday: LocalDay = '2024-01-01';

/** So many further weeks the name of a month may take. */
const roomOfMonth = 3;

const byDay = bisector((known: KnownDay) => known.day);

/**
 * Readings and actions as a calendar of `count` weeks, Monday to Sunday, the oldest first: with `page` 0 those up to the present one, with 1 those
 * before them, and so on. `history`, `totals` and `actions` ascend by day.
 */
export function rhythmView(
  data: Pick<ScorecardData, 'history' | 'totals' | 'actions'>,
  { count, page }: { readonly count: number; readonly page: number },
  around: Surroundings,
): RhythmView {
  const { today, language } = around;
  const last = addDays(mondayOf(today), -7 * count * page);
  const first = addDays(last, -7 * (count - 1));
  const end = page === 0 ? today : addDays(last, 6);
  const known = knownDays(data.history, data.totals);
  // Of fifty years only what is seen is looked at.
  const read = known.slice(byDay.left(known, first), byDay.right(known, end));
  const acted = data.actions.filter(({ day }) => day >= first && day <= end);
  const [readOn, doneOn] = [new Map(read.map((day) => [day.day, day])), group(acted, ({ day }) => day)];
  const oldest = [data.history[0]?.day, data.totals[0]?.day, data.actions[0]?.day]
    .flatMap((day) => day ?? [])
    .sort()[0];
  const weeks = Array.from({ length: count }, (_, index): RhythmWeek => {
    const week = addDays(first, 7 * index);
    const isFirstOfMonth =
      week.slice(0, 7) !== addDays(week, -7).slice(0, 7) ||
      // A month that is cut off has its name where that has room before the next.
      (index === 0 && week.slice(0, 7) === addDays(week, 7 * roomOfMonth).slice(0, 7));
    return {
      week,
      month: isFirstOfMonth ? formatMonth(week, language) : '',
      days: Array.from({ length: 7 }, (_unused, weekday) => {
        const day = addDays(week, weekday);
        return day > today ? undefined : dayOf(day, readOn.get(day), doneOn.get(day) ?? [], around);
      }),
    };
  });
  return {
    weeks,
    weekdays: weekdayNames(language),
    from: formatDay(first, today, language),
    to: formatDay(end, today, language),
    readings: read.length,
    actions: acted.length,
    months: monthsOf(read, acted, language),
    hasOlder: oldest !== undefined && oldest < first,
    hasNewer: page > 0,
  };
}

/** Monday to Sunday, short. */
export function weekdayNames(language: string): readonly string[] {
  return Array.from({ length: 7 }, (_, weekday) => formatShortWeekday(addDays(aMonday, weekday), language));
}

function dayOf(
  day: LocalDay,
  reading: KnownDay | undefined,
  actions: readonly Action[],
  { today, language, say }: Surroundings,
): RhythmDay {
  const pillars = new Set(actions.map(({ pillar }) => pillar ?? 'total'));
  const [only] = pillars;
  return {
    day,
    read: reading !== undefined,
    ...(only !== undefined && { done: pillars.size === 1 ? only : 'total' }),
    isToday: day === today,
    words: [
      formatWeekday(day, today, language),
      reading
        ? say('scorecard_spoken_value', say('scorecard_total'), formatScore(shown(reading.total), language))
        : say('chart_not_read'),
      ...actions.map((action) => actionTitle(action, say)),
    ].join(say('list_comma')),
  };
}

function monthsOf(read: readonly KnownDay[], acted: readonly Action[], language: string): readonly RhythmMonth[] {
  const monthOf = ({ day }: { readonly day: LocalDay }) => `${day.slice(0, 7)}-01`;
  const [readings, actions] = [group(read, monthOf), group(acted, monthOf)];
  return [...new Set([...readings.keys(), ...actions.keys()])]
    .sort()
    .reverse()
    .map((month) => ({
      month: formatMonthOfYear(month, language),
      readings: formatWhole(readings.get(month)?.length ?? 0, language),
      actions: formatWhole(actions.get(month)?.length ?? 0, language),
    }));
}

/** Where the key leads from a day in days, in a calendar whose columns are weeks; undefined for other keys. `mirrored`: its weeks run from right to left. */
export function keyStep(key: string, mirrored: boolean): number | undefined {
  const week = mirrored ? -7 : 7;
  return { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -week, ArrowRight: week, PageUp: -28, PageDown: 28 }[key];
}

/** The day nearest to the one `step` days from `day` that is between both ends. */
export function stepTo(day: LocalDay, step: number, { first, last }: { first: LocalDay; last: LocalDay }): LocalDay {
  const there = addDays(day, step);
  return daysBetween(there, first) > 0 ? first : daysBetween(last, there) > 0 ? last : there;
}
