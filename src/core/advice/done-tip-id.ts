import type { LocalDay } from '../score/local-day';

/** The id of the action that writes a tip down as done on a day: a double click, or two pages, write one. */
export function doneTipId(tip: string, day: LocalDay): string {
  return `${tip} ${day}`;
}
