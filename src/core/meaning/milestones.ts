import { shown } from './change';
import { onceEach } from '../score/history';
import type { LocalDay } from '../score/local-day';

/** A total reached for the first time. */
export interface Milestone {
  /** A multiple of 5, in points. */
  readonly points: number;
  readonly day: LocalDay;
}

/** Every so many points of the total. */
const stride = 5;

/**
 * The multiples of 5 that the shown total reached for the first time, ascending. Where the first reading stands already is the
 * starting point and no milestone. One day that passes two has both. Empty without a rise past one.
 */
export const milestones = onceEach((readings): readonly Milestone[] => {
  const reached: Milestone[] = [];
  let highest: number | undefined;
  for (const reading of readings) {
    // Nearly every day of fifty years ends here: what shows as a next multiple lies less than a point below it.
    if (highest !== undefined && reading.total < highest + stride - 1) continue;
    const points = Math.floor(shown(reading.total) / stride) * stride;
    highest ??= points;
    while (highest < points) {
      highest += stride;
      reached.push({ points: highest, day: reading.day });
    }
  }
  return reached;
});
