import { latestReading, readingsBetween, valueOf, type History, type Measure } from '../score/history';
import { addDays, type LocalDay } from '../score/local-day';
import { shown } from './change';
import { goalBand } from './goal-band';
import { hardlyBefore } from './hardly-before';
import { triedOutlook } from './outlook-record';
import { pace } from './pace';

/** What is to be reached; a `Goal` is one. */
export interface Target {
  readonly of: Measure;
  /** Points of 0 to 100 for the total, of 0 to 25 for a pillar. */
  readonly target: number;
}

/** What may be said of the way to a goal. Never a latest day: nothing tried gives an honest one. */
export type GoalOutlook =
  /** The newest reading shows it or more. */
  | { readonly state: 'reached'; readonly on: LocalDay }
  /** Shown points that are missing, and why no more is said. */
  | (ToGo & {
      /** Fewer than 3 readings across 14 days; `from` is the first day that can have an outlook. */
      readonly state: 'too-early';
      readonly from: LocalDay;
    })
  /** The newest reading lies far off the line, or too few of the member's outlooks held. */
  | (ToGo & { readonly state: 'unsettled' })
  /** It is not clear that it rises. `perWeek` is its pace, in points. */
  | (ToGo & { readonly state: 'not-rising'; readonly perWeek: number })
  /** Clearly rising, but not there within a year, neither at the shown pace nor by the line's reach. */
  | (ToGo & { readonly state: 'too-far'; readonly perWeek: number })
  | (ToGo & {
      readonly state: 'rising';
      readonly perWeek: number;
      /** Hardly before this day; after today. Absent when it may be any day. */
      readonly hardlyBefore?: LocalDay;
      /** Where the shown pace leads from the newest reading: arithmetic. Not before the other; absent when more than a year away. */
      readonly atThisPace?: LocalDay;
    });

interface ToGo {
  /** Shown points that are missing, more than 0. */
  readonly toGo: number;
}

/** Further ahead nothing is said, in days. */
const furthest = 365;

/** What may be said of the way to `goal`, all of it from the newest reading up to `today`. Undefined without one. */
export function goalOutlook(history: History, goal: Target, today: LocalDay): GoalOutlook | undefined {
  const latest = latestReading(history, today);
  if (!latest) return undefined;
  const value = valueOf(latest, goal.of);
  if (goalBand(value, goal.target) === 'reached') return { state: 'reached', on: latest.day };
  const toGo = shown(goal.target - shown(value));
  const speed = pace(history, goal.of, today);
  const tried = triedOutlook(history, goal.of, today);
  const line = tried.outlook?.line;
  if (!line || !speed) return { state: 'too-early', toGo, from: outlookFrom(history, today) };
  if (line.unsettled) return { state: 'unsettled', toGo };
  const { perWeek } = speed;
  // What shows as 0.0 a week is no rise.
  if (speed.low <= 0 || shown(perWeek) <= 0) return { state: 'not-rising', toGo, perWeek };
  if (!tried.record.trusted) return { state: 'unsettled', toGo };
  const days = (7 * toGo) / shown(perWeek);
  const earliest = hardlyBefore(line.reach, goal.target);
  if (earliest === undefined)
    return days > furthest ? { state: 'too-far', toGo, perWeek } : { state: 'rising', toGo, perWeek };
  const first = addDays(latest.day, earliest);
  // A millionth of a day is binary noise.
  const arrival = addDays(latest.day, Math.ceil(days - 1e-6));
  return {
    state: 'rising',
    toGo,
    perWeek,
    ...(first > today && { hardlyBefore: first }),
    ...(days <= furthest && arrival >= first && arrival > today && { atThisPace: arrival }),
  };
}

/** The first day after `today` that can have an outlook: 14 days after the first of the readings that still count then. */
export function outlookFrom(history: History, today: LocalDay): LocalDay {
  const tomorrow = addDays(today, 1);
  for (const { day } of readingsBetween(history, addDays(tomorrow, -28), today)) {
    const across = addDays(day, 14);
    return across > tomorrow ? across : tomorrow;
  }
  return addDays(today, 14);
}
