import { dayNumbers, type History } from '../score/history';
import { addDays, dayNumber, mondayOf, weekNumber, type LocalDay } from '../score/local-day';

/**
 * How a week went: with a reading, `forgiven` without one, `missed` so that a run ended, or still `open`, which only the present one is. Before the
 * first reading there is nothing to miss: `before`.
 */
export type WeekState = 'read' | 'forgiven' | 'missed' | 'open' | 'before';

/** The habit of reading once a week. Weeks are those of ISO 8601: Monday to Sunday. */
export interface Rhythm {
  /** Weeks with a reading in the present run; forgiven weeks do not count. 0 when the run has ended, or without readings. */
  readonly weeks: number;
  /** Weeks without a reading that were forgiven in the run, of the last 13 weeks: 0 to 2. */
  readonly forgiven: number;
  /** Whether this week has a reading. A week that is not over never ends a run. */
  readonly readThisWeek: boolean;
  /** The most weeks any run ever had. */
  readonly longest: number;
  /** The last twelve weeks by their Monday, the present one last. */
  readonly recent: readonly { readonly week: LocalDay; readonly state: WeekState }[];
}

/** So many weeks without a reading are forgiven. */
const forgivable = 2;

/** Of so many weeks in a row: a quarter of a year. */
const quarter = 13;

/** So many weeks are shown. */
const shownWeeks = 12;

/**
 * The weekly rhythm on `today`. A week without a reading ends the run only when it is the third in the last 13 weeks (a quarter); the
 * present week is not counted as missed before it is over. Readings after `today` do not count.
 */
export function weeklyRhythm(history: History, today: LocalDay): Rhythm {
  return rhythmOf(dayNumbers(history), today);
}

/** The same rhythm of anything done on `days`, ascending numbers of days. */
export function rhythmOf(days: Iterable<number>, today: LocalDay): Rhythm {
  const now = dayNumber(today);
  const present = weekNumber(now);
  const states = new Map<number, WeekState>();
  let missed: number[] = [];
  let weeks = 0;
  let longest = 0;
  let newest: number | undefined;
  const missUpTo = (end: number) => {
    // After so many there is no run left to end.
    for (let week = Math.max((newest ?? end) + 1, end - quarter); week < end; week += 1) states.set(week, 'missed');
    for (let week = (newest ?? end) + 1; week < end && weeks > 0; week += 1) {
      missed = [...missed.filter((other) => other > week - quarter), week];
      if (missed.length > forgivable) [weeks, missed] = [0, []];
      else states.set(week, 'forgiven');
    }
  };
  for (const day of days) {
    if (day > now) break;
    const week = weekNumber(day);
    if (week === newest) continue;
    missUpTo(week);
    weeks += 1;
    longest = Math.max(longest, weeks);
    newest = week;
    states.set(week, 'read');
  }
  missUpTo(present);
  if (newest !== present) states.set(present, 'open');
  const monday = mondayOf(today);
  return {
    weeks,
    forgiven: missed.filter((week) => week > present - quarter).length,
    readThisWeek: newest === present,
    longest,
    recent: Array.from({ length: shownWeeks }, (_, index) => {
      const ago = shownWeeks - 1 - index;
      return { week: addDays(monday, -7 * ago), state: states.get(present - ago) ?? 'before' };
    }),
  };
}
