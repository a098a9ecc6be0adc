import type { Action } from '../rows/action';
import type { TipChoice } from '../rows/tip-choice';
import { addDays, type LocalDay } from '../score/local-day';
import { findTip, type Tip } from './tips';

/** What the member did and said of tips. */
export interface TipRecord {
  readonly actions: readonly Action[];
  readonly choices: readonly TipChoice[];
}

/** "Another" puts a tip off for so many days. */
const putOffDays = 7;

/** Whether what was said of a tip still counts: it was not done since. */
function isUnderWay({ tip, takenAt }: TipChoice, actions: readonly Action[]): boolean {
  return (
    takenAt !== undefined &&
    !actions.some((action) => action.kind === 'tip' && action.tip === tip && action.recordedAt >= takenAt)
  );
}

/** The tips that the member has taken and neither done nor put away, the one they were at last first. */
export function takenTips({ actions, choices }: TipRecord): readonly Tip[] {
  return choices
    .filter((choice) => choice.choice === 'taken' && isUnderWay(choice, actions))
    .toSorted((one, other) => (other.takenAt ?? 0) - (one.takenAt ?? 0) || (one.tip < other.tip ? -1 : 1))
    .flatMap(({ tip }) => findTip(tip) ?? []);
}

/** The steps of a tip that are ticked, one bit each, the first the lowest; 0 when none is, and once the tip was done. */
export function tickedSteps(tip: string, { actions, choices }: TipRecord): number {
  const choice = choices.find((one) => one.tip === tip);
  return choice && isUnderWay(choice, actions) ? (choice.ticked ?? 0) : 0;
}

/** A tip and its ticked steps, of one member. */
interface TipOfMember {
  readonly member: string;
  readonly tip: string;
  readonly ticked: number;
}

/** The member is at a tip at `now` (epoch milliseconds): it is the current one in all places. */
export function taken({ member, tip, ticked }: TipOfMember, now: number): TipChoice {
  return { member, tip, choice: 'taken', takenAt: now, ticked };
}

/** "Another": the tip comes back in a week, with its ticks. */
export function putOff({ member, tip, ticked }: TipOfMember, today: LocalDay, now: number): TipChoice {
  const until = addDays(today, putOffDays);
  return { member, tip, choice: 'later', until, ...(ticked > 0 && { takenAt: now, ticked }) };
}
