import { trend } from '../../core/meaning/trend';
import type { History, Measure } from '../../core/score/history';
import { dayNumber } from '../../core/score/local-day';
import { forEachPillar } from '../../core/score/pillar';
import type { TotalReading } from '../../core/rows/total-reading';
import { lineOf, type Line, type Point, type TrendLine } from '../../ui/chart/line';
import { measureLine } from '../../ui/measure-pane';

export const groups = ['industry', 'network'] as const;

export type Group = (typeof groups)[number];

/** The lines of all measures. `totals`, days of which only the total is known (none of them in `history`), are in the total's line alone. */
export function measureLines(history: History, totals: readonly TotalReading[]): Readonly<Record<Measure, Line>> {
  const line = (of: Measure) => measureLine(history, totals, of);
  return { ...forEachPillar(line), total: line('total') };
}

/** What a reading may not have, as a line: without points where the page never showed it. */
function lineThrough(history: History, value: (reading: History[number]) => number | undefined): Line {
  return lineOf(
    history.flatMap((reading): readonly Point[] => {
      const here = value(reading);
      return here === undefined ? [] : [{ day: dayNumber(reading.day), value: here }];
    }),
  );
}

/** The averages of a measure over time. */
export function averageLines(history: History, of: Measure): Readonly<Record<Group, Line>> {
  const line = (group: Group) =>
    lineThrough(history, ({ average }) => (of === 'total' ? average[group]?.total : average[group]?.scores?.[of]));
  return { industry: line('industry'), network: line('network') };
}

/** "Top N %" over time, as 100 − N so that better is higher. */
export function rankLines(history: History): Readonly<Record<Group, Line>> {
  const line = (group: Group) =>
    lineThrough(history, ({ rank: { [group]: place } }) => (place === undefined ? undefined : 100 - place));
  return { industry: line('industry'), network: line('network') };
}

/** The trend of a measure with its noise band. */
export function trendLine(history: History, of: Measure): TrendLine {
  const { days, values, low, high } = trend(history, of);
  const pointsAt = (heights: ArrayLike<number>): Point[] =>
    Array.from(days, (day, index) => ({ day, value: heights[index] ?? 0 }));
  return { ...lineOf(pointsAt(values)), low: pointsAt(low), high: pointsAt(high) };
}
