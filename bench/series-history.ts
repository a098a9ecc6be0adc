import type { Snapshot } from '../src/core/rows/snapshot';
import type { History } from '../src/core/score/history';
import { localDayOf, millisecondsPerDay } from '../src/core/score/local-day';
import { forEachPillar } from '../src/core/score/pillar';
import type { Series } from '../src/core/meaning/series';

/** A series of totals as readings, a quarter of each total in each pillar. */
export function seriesHistory({ days, values }: Series): History {
  return days.map((day, place): Snapshot => {
    const total = values[place] ?? 0;
    return {
      member: 'unknown',
      day: localDayOf(day),
      readAt: day * millisecondsPerDay,
      source: 'sample',
      shownTotal: Math.round(total),
      total,
      scores: forEachPillar(() => total / 4),
      rank: {},
      average: {},
    };
  });
}
