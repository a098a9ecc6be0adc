import { shown } from './change';
import { goalBand } from './goal-band';
import { latestReading, valueOf, type History, type Measure } from '../score/history';
import { dayNumber, daysBetween, localDayOf, type LocalDay } from '../score/local-day';
import { paceLine } from './pace';

/** What is to be reached; a `Goal` is one. */
export interface Target {
  readonly of: Measure;
  /** Points of 0 to 100 for the total, of 0 to 25 for a pillar. */
  readonly target: number;
}

/** When a target may be reached, or why nobody can say. */
export type Forecast =
  | {
      readonly state: 'reached';
      /** The day of the newest reading, which shows the target or more. */
      readonly on: LocalDay;
    }
  | {
      readonly state: 'forecast';
      /** Early end of the 80 % interval; after today. */
      readonly earliest: LocalDay;
      readonly likely: LocalDay;
      /** Late end of the 80 % interval; absent when the slow end of the pace gets there in more than two years or never. */
      readonly latest?: LocalDay;
      /** From today to `likely`, more than 0, not rounded: see `forecastSpan`. */
      readonly weeks: number;
      /** The pace it stands on, points a week. */
      readonly perWeek: number;
      /** Shown points that are missing. */
      readonly toGo: number;
    }
  | {
      readonly state: 'none';
      /**
       * `too-few-readings`: no pace yet (fewer than 3 readings across 14 days in the last 28). `not-rising`: less than 0.1 a week.
       * `too-far`: more than a year away.
       */
      readonly reason: 'too-few-readings' | 'not-rising' | 'too-far';
      /** Shown points that are missing; absent without any reading. */
      readonly toGo?: number;
      /** The pace, points a week; absent while there is none. */
      readonly perWeek?: number;
    };

/** A length of time in the words of the screen: "about a week", "about 5 weeks", "about 4 months". */
export interface ForecastSpan {
  readonly unit: 'week' | 'month';
  /** 1 to 12. */
  readonly count: number;
}

/** A slower pace is no rise, in points a week. A millionth below it is binary noise. */
const slowestPace = 0.1 - 1e-6;

/** A likely day later than this is too far to speak of, in days. */
const furthestLikely = 365;

/** A latest day later than this is left open, in days. */
const furthestLatest = 730;

/** The mean month of the Gregorian calendar, in days. */
const daysPerMonth = 30.436875;

/**
 * When `goal` will be reached if the pace of the last 28 days goes on. It is reached when the newest reading shows at least the target
 * with one decimal. Otherwise the line through the middle of the last 28 days' readings with their Theil–Sen slope is followed to
 * the target; the ends of the slope's 80 % interval give the earliest and the latest day. A statement about the pace, not a promise.
 */
export function forecast(history: History, goal: Target, today: LocalDay): Forecast {
  const latest = latestReading(history, today);
  if (!latest) return { state: 'none', reason: 'too-few-readings' };
  const value = valueOf(latest, goal.of);
  if (goalBand(value, goal.target) === 'reached') return { state: 'reached', on: latest.day };

  const toGo = shown(goal.target - shown(value));
  const line = paceLine(history, goal.of, today);
  if (!line) return { state: 'none', reason: 'too-few-readings', toGo };
  const { perWeek } = line;
  if (perWeek < slowestPace) return { state: 'none', reason: 'not-rising', toGo, perWeek };

  const now = dayNumber(today);
  // Not there by the newest reading, so tomorrow at the earliest, whatever the line says.
  const arrival = (pace: number) => Math.max(1, line.middle.day + (7 * (goal.target - line.middle.value)) / pace - now);
  const likely = arrival(perWeek);
  if (likely > furthestLikely) return { state: 'none', reason: 'too-far', toGo, perWeek };
  const latestArrival = line.low > 0 ? arrival(line.low) : Infinity;
  return {
    state: 'forecast',
    earliest: localDayOf(now + Math.floor(arrival(line.high))),
    likely: localDayOf(now + Math.round(likely)),
    ...(latestArrival > furthestLatest ? {} : { latest: localDayOf(now + Math.ceil(latestArrival)) }),
    weeks: likely / 7,
    perWeek,
    toGo,
  };
}

/** `weeks` (more than 0) in the words of the screen: whole weeks from 1 to 12, beyond that whole months up to 12. */
export function forecastSpan(weeks: number): ForecastSpan {
  const count = Math.max(1, Math.round(weeks));
  if (count <= 12) return { unit: 'week', count };
  return { unit: 'month', count: Math.min(12, Math.round((weeks * 7) / daysPerMonth)) };
}

/** The pace needed to reach `goal` on the day `by`, in points a week, more than 0. Undefined without a reading, when it is reached, and when `by` is not after `today`. */
export function paceNeeded(history: History, goal: Target, by: LocalDay, today: LocalDay): number | undefined {
  const latest = latestReading(history, today);
  const days = daysBetween(today, by);
  if (!latest || days <= 0) return undefined;
  const toGo = shown(goal.target - shown(valueOf(latest, goal.of)));
  return toGo > 0 ? (7 * toGo) / days : undefined;
}
