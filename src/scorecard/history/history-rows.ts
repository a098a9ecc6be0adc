import { shown } from '../../core/meaning/change';
import { valueOf, type Measure } from '../../core/score/history';
import { localDayOf, type LocalDay } from '../../core/score/local-day';
import { pillars } from '../../core/score/pillar';
import type { Snapshot } from '../../core/rows/snapshot';
import type { TotalReading } from '../../core/rows/total-reading';
import type { Stretch } from '../../ui/chart/zoom';
import { rowsBetween } from '../../ui/history-readout';
import { formatWeekday } from '../../words/format-day';
import { formatPercent, formatScore } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import { formatEnd } from '../../words/outlook-text';
import type { ScorecardData } from '../load-scorecard';
import type { FanQuestion } from './history-panes';

/** In place of a number that the page did not show. */
export const absent = '\u2013';

export const measures: readonly Measure[] = ['total', ...pillars];

/** One row of the history as a table. */
export interface HistoryRow {
  readonly day: LocalDay;
  readonly date: string;
  readonly kept: Snapshot | TotalReading;
  /** "by hand", "from a file"; absent for what was read on the page. */
  readonly mark?: string;
  /** Total, then the pillars in their order. */
  readonly values: readonly string[];
  /** Industry, then network; a dash where the page showed none. */
  readonly ranks: readonly string[];
}

/** The days that a stretch holds whole: none of those it only touches. */
export function daysOf({ from, to }: Stretch): readonly [first: LocalDay, last: LocalDay] {
  return [localDayOf(Math.ceil(from)), localDayOf(Math.floor(to))];
}

/** The newest `count` readings of a stretch as table rows, newest first; a dash where only the total of a day is known. */
export function tableRows(
  { history, totals }: Pick<ScorecardData, 'history' | 'totals'>,
  stretch: Stretch,
  count: number,
  { today, language, say }: Surroundings,
): readonly HistoryRow[] {
  const rank = (value: number | undefined) => (value === undefined ? absent : formatPercent(value, language));
  const row = (kept: Snapshot | TotalReading, values: readonly string[]): HistoryRow => ({
    day: kept.day,
    date: formatWeekday(kept.day, today, language),
    kept,
    ...(kept.source === 'by-hand' && { mark: say('day_by_hand') }),
    ...(kept.source === 'import' && { mark: say('day_from_file') }),
    values,
    ranks: [rank(kept.rank.industry), rank(kept.rank.network)],
  });
  const [first, last] = daysOf(stretch);
  const read = rowsBetween(history, first, last)
    .slice(-count)
    .map((reading) =>
      row(
        reading,
        measures.map((of) => formatScore(shown(valueOf(reading, of)), language)),
      ),
    );
  const alone = rowsBetween(totals, first, last)
    .slice(-count)
    .map((reading) => row(reading, [formatScore(shown(reading.total), language), ...pillars.map(() => absent)]));
  if (alone.length === 0) return read.reverse();
  return [...read, ...alone].sort((one, other) => (one.day < other.day ? 1 : -1)).slice(0, count);
}

/** One row for each of the next four weeks, the latest first: from where to where the measure of the fan may lie. */
export function comingRows(
  { of, outlook, from }: FanQuestion,
  { say, today, language }: Surroundings,
): readonly Pick<HistoryRow, 'day' | 'date' | 'values'>[] {
  return [28, 21, 14, 7].map((ahead) => {
    const day = localDayOf(from.day + ahead);
    const { low, high } = outlook.range(ahead);
    const range = say('outlook_range', formatEnd(low, of, language), formatEnd(high, of, language));
    return {
      day,
      date: formatWeekday(day, today, language),
      values: measures.map((measure) => (measure === of ? range : absent)),
    };
  });
}
