import { daysBetween, type LocalDay } from '../score/local-day';

/** From this many days on a reading is too old to act on: a week and a day, so that a weekly habit never looks late. */
const staleFromDays = 8;

/** Whether a reading of `day` is stale on `today`. */
export function isStale(day: LocalDay, today: LocalDay): boolean {
  return daysBetween(day, today) >= staleFromDays;
}
