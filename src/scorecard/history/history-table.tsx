import { useMemo, useRef, useState } from 'preact/hooks';
import type { LocalDay } from '../../core/score/local-day';
import type { Stretch } from '../../ui/chart/zoom';
import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import type { ScorecardData } from '../load-scorecard';
import { PillarHeads } from '../pillar-heads';
import { DayHeading, EditDay } from './edit-day';
import type { FanQuestion } from './history-panes';
import { absent, comingRows, measures, tableRows } from './history-rows';

/** Rows that are added at a time. */
const rowsAtATime = 60;

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
  const [edited, setEdited] = useState<LocalDay>();
  const [stop, setStop] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useMemo(() => tableRows(data, stretch, count + 1, around), [data, stretch, count, around]);
  const coming = useMemo(() => (fan ? comingRows(fan, around) : []), [fan, around]);
  const more = rows.length > count;

  function close(day: LocalDay): void {
    setEdited(undefined);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-day="${day}"] button`)?.focus());
  }

  /** The buttons of all rows are one stop for the tab key, arrows inside. */
  function move(event: KeyboardEvent, index: number): void {
    const last = Math.min(count, rows.length) - 1;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last }[event.key];
    if (to === undefined || to < 0 || to > last) return;
    event.preventDefault();
    setStop(to);
    body.current?.querySelector<HTMLElement>(`[data-day="${rows[to]?.day ?? ''}"] button`)?.focus();
  }

  return (
    <>
      <div class="scroller" role="group" tabIndex={0} aria-label={say('chart_history')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say('chart_day')}</th>
              <th scope="col">{say('scorecard_total')}</th>
              <PillarHeads say={say} />
              <th scope="col" aria-label={say('scorecard_rank_in_industry')}>
                {say('scorecard_group_industry')}
              </th>
              <th scope="col" aria-label={say('scorecard_rank_in_network')}>
                {say('scorecard_group_network')}
              </th>
              <td class="day-more" />
            </tr>
          </thead>
          <tbody ref={body}>
            {coming.map((row) => (
              <tr key={row.day}>
                <th scope="row">{row.date}</th>
                {row.values.map((value, column) => (
                  <td key={measures[column]} class={column === 0 ? 'strong' : ''}>
                    {value}
                  </td>
                ))}
                <td>{absent}</td>
                <td>{absent}</td>
                <td class="day-more" />
              </tr>
            ))}
            {rows.slice(0, count).map((row, index) =>
              row.day === edited ? (
                <EditDay key={row.day} row={row} data={data} around={around} onClose={() => close(row.day)} />
              ) : (
                <tr key={row.day} data-day={row.day}>
                  <DayHeading row={row} />
                  {row.values.map((value, column) => (
                    <td key={measures[column]} class={column === 0 ? 'strong' : ''}>
                      {value}
                    </td>
                  ))}
                  {row.ranks.map((rank, column) => (
                    <td key={column === 0 ? 'industry' : 'network'}>{rank}</td>
                  ))}
                  <td class="day-more">
                    {!data.readOnly && (
                      <button
                        type="button"
                        class="button-icon"
                        aria-label={say('day_edit', row.date)}
                        title={say('scorecard_edit')}
                        tabIndex={index === stop ? 0 : -1}
                        onClick={() => setEdited(row.day)}
                        onKeyDown={(event) => move(event, index)}
                      >
                        <CardIcon name="edit" />
                      </button>
                    )}
                  </td>
                </tr>
              ),
            )}
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
