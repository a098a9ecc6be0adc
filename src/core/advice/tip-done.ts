import type { Action } from '../rows/action';
import type { LocalDay } from '../score/local-day';
import type { Pillar } from '../score/pillar';

/**
 * The action that writes down a tip as done on `day`, at `now` (epoch milliseconds), for `member`. Its id is made of tip and day, so that a
 * double click, or two pages, write one.
 */
export function tipDone(
  { id, pillar }: { readonly id: string; readonly pillar: Pillar },
  member: string,
  day: LocalDay,
  now: number,
): Action {
  return { kind: 'tip', id: `${id} ${day}`, member, day, pillar, tip: id, recordedAt: now };
}
