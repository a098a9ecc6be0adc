import { isDoubtful } from './compare-results';
import type { WatchState } from './watch-state';
import { watchTimes } from './watch-times';

/** When what stands may be told; never before the end for a page of which nothing is known. */
export function beliefAt(state: WatchState, { result, since }: NonNullable<WatchState['standing']>): number {
  const { changedAt, unsteady } = state;
  // Of a page that was told before, what animates has come to its end.
  const shown = state.last ? -Infinity : state.shownAt + watchTimes.afterShown;
  if (result.state === 'not-recognised') return result.sets ? since + watchTimes.completion : Infinity;
  if (result.state === 'reading' && result.numbers.total === 0) return since + watchTimes.zeros;
  if (isDoubtful(result))
    return Math.max(shown, Math.min(changedAt + watchTimes.doubtful, since + watchTimes.completion));
  return Math.max(shown, since + (unsteady ? watchTimes.afterChange : watchTimes.settle));
}
