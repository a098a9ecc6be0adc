import { float32Tolerance } from '../core/score/reading';
import type { WrittenNumber } from './written-number';

/** What adding up asks of a number: see `WrittenNumber`. */
type Written = Pick<WrittenNumber, 'value' | 'decimals'>;

/** Whether four written scores are a written total, as closely as their decimals can say. */
export function addsUp(scores: readonly Written[], total: Written): boolean {
  // LinkedIn pads nothing, so the longest of the four tells how they were rounded.
  const digits = Math.max(...scores.map(({ decimals }) => decimals));
  const allowed = 0.5 * 10 ** -total.decimals + scores.length * 0.5 * 10 ** -digits + float32Tolerance;
  const sum = scores.reduce((before, { value }) => before + value, 0);
  return Math.abs(sum - total.value) <= allowed;
}
