import { useMemo, useState } from 'preact/hooks';
import { shown } from '../../core/meaning/change';
import { valueOf, type Measure } from '../../core/score/history';
import { localDayOf, type LocalDay } from '../../core/score/local-day';
import { pillars } from '../../core/score/pillar';
import type { Ranks } from '../../core/rows/snapshot';
import type { Stretch } from '../../ui/chart/zoom';
import { rowsBetween } from '../../ui/history-readout';
import { PillarKey } from '../../ui/pillar-key';
import { formatWeekday } from '../../words/format-day';
import { formatPercent, formatScore } from '../../words/format-number';
import { formatEnd } from '../../words/outlook-text';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';
import type { FanQuestion } from './history-panes';

/** In place of a number that the page did not show. */
const absent = '\u2013';

/** Rows that are added at a time. */
const rowsAtATime = 60;

const measures: readonly Measure[] = ['total', ...pillars];

/** One row of the history as a table. */
export interface HistoryRow {
  readonly day: LocalDay;
  readonly date: string;
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
function tableRows(
  { history, totals }: Pick<ScorecardData, 'history' | 'totals'>,
  stretch: Stretch,
  count: number,
  { today, language }: Surroundings,
): readonly HistoryRow[] {
  const rank = (value: number | undefined) => (value === undefined ? absent : formatPercent(value, language));
  const row = (day: LocalDay, values: readonly string[], ranks: Ranks): HistoryRow => ({
    day,
    date: formatWeekday(day, today, language),
    values,
    ranks: [rank(ranks.industry), rank(ranks.network)],
  });
  const [first, last] = daysOf(stretch);
  const read = rowsBetween(history, first, last)
    .slice(-count)
    .map((reading) =>
      row(
        reading.day,
        (['total', ...pillars] as const).map((of) => formatScore(shown(valueOf(reading, of)), language)),
        reading.rank,
      ),
    );
  const alone = rowsBetween(totals, first, last)
    .slice(-count)
    .map(({ day, total, rank: ranks }) =>
      row(day, [formatScore(shown(total), language), ...pillars.map(() => absent)], ranks),
    );
  if (alone.length === 0) return read.reverse();
  return [...read, ...alone].sort((one, other) => (one.day < other.day ? 1 : -1)).slice(0, count);
}

/** One row for each of the next four weeks, the latest first: from where to where the measure of the fan may lie. */
function comingRows({ of, outlook, from }: FanQuestion, { say, today, language }: Surroundings): readonly HistoryRow[] {
  return [28, 21, 14, 7].map((ahead): HistoryRow => {
    const day = localDayOf(from.day + ahead);
    const { low, high } = outlook.range(ahead);
    const range = say('outlook_range', formatEnd(low, of, language), formatEnd(high, of, language));
    return {
      day,
      date: formatWeekday(day, today, language),
      values: measures.map((measure) => (measure === of ? range : absent)),
      ranks: [absent, absent],
    };
  });
}

export interface HistoryTableProps {
  readonly data: ScorecardData;
  readonly stretch: Stretch;
  /** Where readings to come may lie; absent where nothing is said. */
  readonly fan?: FanQuestion | undefined;
  readonly around: Surroundings;
}

/** The readings in view as a table, newest first. */
export function HistoryTable({ data, stretch, fan, around }: HistoryTableProps) {
  const { say } = around;
  const [count, setCount] = useState(rowsAtATime);
  const rows = useMemo(() => tableRows(data, stretch, count + 1, around), [data, stretch, count, around]);
  const coming = useMemo(() => (fan ? comingRows(fan, around) : []), [fan, around]);
  const more = rows.length > count;
  return (
    <>
      <div class="scroller" role="group" tabIndex={0} aria-label={say('chart_history')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say('chart_day')}</th>
              <th scope="col">{say('scorecard_total')}</th>
              {pillars.map((pillar) => (
                <th key={pillar} scope="col">
                  <span class="with-key">
                    <PillarKey pillar={pillar} />
                    {pillarName(pillar, say)}
                  </span>
                </th>
              ))}
              <th scope="col">{say('scorecard_rank_in_industry')}</th>
              <th scope="col">{say('scorecard_rank_in_network')}</th>
            </tr>
          </thead>
          <tbody>
            {[...coming, ...rows.slice(0, count)].map((row) => (
              <tr key={row.day}>
                <th scope="row">{row.date}</th>
                {row.values.map((value, index) => (
                  <td key={measures[index]} class={index === 0 ? 'strong' : ''}>
                    {value}
                  </td>
                ))}
                {row.ranks.map((rank, index) => (
                  <td key={index === 0 ? 'industry' : 'network'}>{rank}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && (
        <button type="button" class="link" onClick={() => setCount(count + rowsAtATime)}>
          {say('scorecard_show_more')}
        </button>
      )}
      {rows.length === 0 && <p class="empty">{say('chart_not_read_range')}</p>}
    </>
  );
}
