import { tipView, type TipView } from '../../words/tip-view';
import type { Surroundings } from '../../words/surroundings';
import { doneView, type DoneQuestion, type DoneView } from './done-view';

/** The one thing to do next. */
export interface StepView {
  /** Absent when nothing is left to do. */
  readonly tip?: TipView;
  /** All of the week's plan is done, and the member is at nothing else: the tip waits until they want more. */
  readonly done?: DoneView;
}

/** What to do next; `ended`: LinkedIn has ended the access, and no reading is to come. */
export function stepView(data: DoneQuestion, ended: boolean, around: Surroundings): StepView {
  const tip = tipView(data, around);
  const done = tip?.taken ? undefined : doneView(data, ended, around);
  return { ...(tip && { tip }), ...(done && { done }) };
}
