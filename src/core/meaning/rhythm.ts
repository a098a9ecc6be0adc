import { dayNumbers, type History } from '../score/history';
import { dayNumber, weekNumber, type LocalDay } from '../score/local-day';

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
}

/** So many weeks without a reading are forgiven. */
const forgivable = 2;

/** Of so many weeks in a row: a quarter of a year. */
const quarter = 13;

/**
 * The weekly rhythm on `today`. A week without a reading ends the run only when it is the third in the last 13 weeks (a quarter); the
 * present week is not counted as missed before it is over. Readings after `today` do not count.
 */
export function weeklyRhythm(history: History, today: LocalDay): Rhythm {
  const now = dayNumber(today);
  const present = weekNumber(now);
  let missed: number[] = [];
  let weeks = 0;
  let longest = 0;
  let newest: number | undefined;
  const missUpTo = (end: number) => {
    for (let week = (newest ?? end) + 1; week < end && weeks > 0; week += 1) {
      missed = [...missed.filter((other) => other > week - quarter), week];
      if (missed.length > forgivable) [weeks, missed] = [0, []];
    }
  };
  for (const day of dayNumbers(history)) {
    if (day > now) break;
    const week = weekNumber(day);
    if (week === newest) continue;
    missUpTo(week);
    weeks += 1;
    longest = Math.max(longest, weeks);
    newest = week;
  }
  missUpTo(present);
  return {
    weeks,
    forgiven: missed.filter((week) => week > present - quarter).length,
    readThisWeek: newest === present,
    longest,
  };
}
