import { hardlyBefore } from '../src/core/meaning/hardly-before';
import { normalWeekOf } from '../src/core/meaning/normal-week';
import { outlooksOf, type Outlook, type OutlookAt } from '../src/core/meaning/outlook';
import { outlookRecord, printedStep } from '../src/core/meaning/outlook-record';
import { paceAt } from '../src/core/meaning/pace';
import type { PointRange, Series } from '../src/core/meaning/series';
import { trend } from '../src/core/meaning/trend';
import { totalMaximum } from '../src/core/score/pillar';
import { seriesHistory } from './series-history';
import { firstDay, madeUpMember } from './worlds';

/** How far ahead outlooks are measured, in days. */
export const aheads = [7, 14, 28] as const;

/** Points above the newest reading of the goals whose earliest day is measured. */
export const goalsAbove = [1, 2, 3, 5] as const;

/** How what was said turned out. */
export interface Turned {
  readonly said: number;
  readonly held: number;
}

/** How ranges turned out: also the means of their width and of their interval score (Gneiting and Raftery 2007) at 80 %: width and ten times what a value lies outside. */
interface TurnedRanges extends Turned {
  readonly width: number;
  readonly score: number;
}

/** What was measured of one series or world. */
export interface OutlookMeasures {
  readonly ranges: Readonly<Record<(typeof aheads)[number], TurnedRanges>>;
  /** Readings at which no range was said, of all that were asked. */
  readonly silent: number;
  readonly asked: number;
  readonly hardlyBefore: Turned;
  /** Goals of which nothing was said. */
  readonly hardlyBeforeSilent: number;
  readonly normalWeek: Turned;
  /** Readings inside the band around the trend, which is drawn from all of them. */
  readonly band: Turned;
}

/** What is measured: at which places of a series, and against what. */
export interface MeasureQuestion {
  readonly series: Series;
  /** Places of readings at which everything is asked, ascending. */
  readonly places: readonly number[];
  /** The value on a day; undefined when it is not known. */
  readonly valueOn: (day: number) => number | undefined;
  /** The last day on which it is. */
  readonly lastDay: number;
  /** Half of the step in which values are known, in points: a value so near to a range lies in it. */
  readonly halfStep: number;
}

/** What one reading says of the days after it. */
export interface SaidAhead {
  /** Undefined where nothing is said. */
  readonly outlook: Outlook | undefined;
  /** Days until `goal` points may be reached at the earliest; undefined where nothing is said of it. */
  readonly hardlyBefore: (goal: number) => number | undefined;
}

/** What the reading at a place says of a total, from what was known then: nothing where too few of the outlooks before it held. */
export function saidAhead(series: Series): (place: number) => SaidAhead {
  const outlooks = remembered(outlooksOf(series, totalMaximum));
  return (place) => {
    const made = outlooks(place);
    const outlook = outlookRecord(series, place, outlooks, printedStep('total')).trusted ? made : undefined;
    const isRising = (paceAt(series, place)?.low ?? 0) > 0 && outlook?.line.unsettled === false;
    return {
      outlook,
      hardlyBefore: (goal) =>
        outlook && isRising && goal <= totalMaximum ? hardlyBefore(outlook.line.reach, goal) : undefined,
    };
  };
}

/** The same, worked out once: the records of neighbours check nearly the same outlooks. */
function remembered(outlooks: OutlookAt): OutlookAt {
  const known = new Map<number, Outlook | undefined>();
  return (place) => {
    if (!known.has(place)) {
      const made = outlooks(place);
      const ranges = new Map<number, PointRange>();
      const range = (ahead: number): PointRange => {
        const found = ranges.get(ahead) ?? made?.range(ahead) ?? { low: 0, high: 0 };
        ranges.set(ahead, found);
        return found;
      };
      known.set(place, made && { ...made, range });
    }
    return known.get(place);
  };
}

/** Asks everything at each place and counts how it turned out. */
export function measureOutlook(questions: readonly MeasureQuestion[]): OutlookMeasures {
  const ranges = { 7: emptyRanges(), 14: emptyRanges(), 28: emptyRanges() };
  const [earliest, normal] = [
    { said: 0, held: 0 },
    { said: 0, held: 0 },
  ];
  const band = { said: 0, held: 0 };
  let [silent, asked, hardlyBeforeSilent] = [0, 0, 0];
  for (const { series, places, valueOn, lastDay, halfStep } of questions) {
    const said = saidAhead(series);
    const { low, high } = trend(seriesHistory(series), 'total');
    band.said += series.days.length;
    band.held += series.values.filter(
      (value, place) => value >= (low[place] ?? 0) - 1e-9 && value <= (high[place] ?? 0) + 1e-9,
    ).length;
    for (const place of places) {
      const day = series.days[place] ?? 0;
      const newest = series.values[place] ?? 0;
      const { outlook, hardlyBefore: before } = said(place);
      asked += 1;
      if (!outlook) silent += 1;
      for (const ahead of aheads) {
        const value = valueOn(day + ahead);
        const range = outlook?.range(ahead);
        if (value === undefined || !range) continue;
        const [low, high] = [range.low - halfStep, range.high + halfStep];
        const to = ranges[ahead];
        to.said += 1;
        to.held += value >= low && value <= high ? 1 : 0;
        to.width += high - low;
        to.score += high - low + 10 * (Math.max(0, low - value) + Math.max(0, value - high));
      }
      for (const above of goalsAbove) {
        const days = before(newest + above);
        if (days === undefined) hardlyBeforeSilent += 1;
        // Beyond the last day nobody knows.
        if (days === undefined || day + days > lastDay) continue;
        earliest.said += 1;
        earliest.held += isReachedBefore(newest + above, day, day + days, valueOn) ? 0 : 1;
      }
      const before7 = valueOn(day - 7);
      const week = normalWeekOf(series, place);
      if (before7 === undefined || !week) continue;
      const change = Math.round((newest - before7) * 10) / 10;
      normal.said += 1;
      normal.held += change >= week.low && change <= week.high ? 1 : 0;
    }
  }
  const meanOf = ({ said, held, width, score }: TurnedRanges): TurnedRanges => ({
    said,
    held,
    width: width / said,
    score: score / said,
  });
  return {
    ranges: { 7: meanOf(ranges[7]), 14: meanOf(ranges[14]), 28: meanOf(ranges[28]) },
    silent,
    asked,
    hardlyBefore: earliest,
    hardlyBeforeSilent,
    normalWeek: normal,
    band,
  };
}

function emptyRanges() {
  return { said: 0, held: 0, width: 0, score: 0 };
}

/** Whether a value shows the goal on a day after `from` and before `until`. */
function isReachedBefore(goal: number, from: number, until: number, valueOn: MeasureQuestion['valueOn']): boolean {
  for (let day = from + 1; day < until; day += 1) if ((valueOn(day) ?? -Infinity) >= goal - 0.05) return true;
  return false;
}

/** In a world every so many days everything is asked: neighbours say nearly the same. */
const asking = 9;

/** Members of a world, each asked from their sixth reading on. Of a world every day is known. */
export function worldQuestions(world: string, habit: string, members: number): readonly MeasureQuestion[] {
  return Array.from({ length: members }, (_, index): MeasureQuestion => {
    const { everyDay, ...series } = madeUpMember(world, habit, index + 1);
    let next = 0;
    const places = series.days.flatMap((day, place) => {
      if (place < 5 || day < next) return [];
      next = day + asking;
      return [place];
    });
    return {
      series,
      places,
      valueOn: (day) => everyDay[day - firstDay],
      lastDay: firstDay + everyDay.length - 1,
      halfStep: 0.05,
    };
  });
}

/** A real series of whole totals, asked at each reading from the 60th on. */
export function seriesQuestion(series: Series): MeasureQuestion {
  const values = new Map(series.days.map((day, place) => [day, series.values[place] ?? 0]));
  return {
    series,
    places: series.days.map((_, place) => place).slice(fromReading - 1),
    valueOn: (day) => values.get(day),
    lastDay: series.days.at(-1) ?? 0,
    halfStep: 0.5,
  };
}

/** A real series is asked from this reading on: before it there is little past. */
export const fromReading = 60;
