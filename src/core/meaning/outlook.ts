import type { Measure } from '../score/history';
import { pillarMaximum, totalMaximum } from '../score/pillar';
import { lineOutlook, type LineOutlook } from './line-outlook';
import { ownMoves } from './own-moves';
import type { PointRange, Series } from './series';

/** What may be said of the days after a reading. */
export interface Outlook {
  /** Where a reading may lie so many days (more than 0) later. How often it did: see docs/method.md. */
  readonly range: (days: number) => PointRange;
  /** What the last 28 days alone say. */
  readonly line: LineOutlook;
}

/** Makes outlooks from a series of one measure: for the reading at a place, from that and what was known before it. */
export type OutlookAt = (place: number) => Outlook | undefined;

/** No range is narrower than this to either side of the newest reading, in points: it is half of what a whole total hides. */
const narrowestHalf = 0.5;

/** How many stretches as long as the outlook the member must have lived through for their own moves to weigh as much as the line. */
const stretchesOfEqualWeight = 4;

/** Days of the past that an outlook looks at: older moves weigh less than a tenth. */
export const outlookMemory = 730;

/** The length of an outlook in words, in days; the chart's goes on to the second. */
export const fourWeeks = 28;
export const longestOutlook = 56;

/** The most a measure can have, in points. */
export function maximumOf(of: Measure): number {
  return of === 'total' ? totalMaximum : pillarMaximum;
}

/**
 * Two ranges are mixed, edge by edge. The line (see `lineOutlook`) asks the last 28 days what may happen; the member's own moves (see
 * `ownMoves`) say what did happen over as many days before. The longer that past, the more it weighs: as much as the line after four
 * stretches as long as the outlook. Values lie between 0 and `maximum` points. No outlook with fewer than 3 readings, or fewer than 14 days
 * from the first to the last of them, in the 28 days up to the reading.
 */
export function outlooksOf(series: Series, maximum: number): OutlookAt {
  const { days, values } = series;
  const moves = ownMoves(series, outlookMemory);
  return (place) => {
    const line = lineOutlook(series, place);
    if (!line) return undefined;
    const newest = values[place] ?? 0;
    const past = (days[place] ?? 0) - (days[0] ?? 0);
    const range = (ahead: number): PointRange => {
      const drawn = line.range(ahead);
      const moved = moves(place, ahead);
      const stretches = Math.max(0, Math.min(past, moves.longestPast) - ahead) / ahead;
      const weight = moved ? stretches / (stretches + stretchesOfEqualWeight) : 0;
      const low = drawn.low + weight * (newest + (moved?.low ?? 0) - drawn.low);
      const high = drawn.high + weight * (newest + (moved?.high ?? 0) - drawn.high);
      return {
        low: Math.max(0, Math.min(low, newest - narrowestHalf)),
        high: Math.min(maximum, Math.max(high, newest + narrowestHalf)),
      };
    };
    return { range, line };
  };
}
