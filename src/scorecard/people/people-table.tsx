import { useRef, useState } from 'preact/hooks';
import { Change } from '../../ui/change';
import { Icon } from '../../ui/icon';
import { PillarKey } from '../../ui/pillar-key';
import { Ring } from '../../ui/ring';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';
import { orders, type PeopleOrder } from './people-order';
import { dash, type PersonRow } from './people-view';

interface PeopleTableProps {
  readonly rows: readonly PersonRow[];
  readonly order: PeopleOrder;
  /** The id of the one who is open. */
  readonly opened: string | undefined;
  readonly around: Surroundings;
  readonly onOrder: (order: PeopleOrder) => void;
  readonly onOpen: (person: string) => void;
}

const heads = { name: 'people_name', change: 'people_change', weakest: 'popup_weakest', last: 'people_last' } as const;

/** A row for each person, sorted by any head. The rows are one stop for the tab key: arrows move, Enter opens. */
export function PeopleTable({ rows, order, opened, around, onOrder, onOpen }: PeopleTableProps) {
  const { say, language } = around;
  const body = useRef<HTMLTableSectionElement>(null);
  const [stop, setStop] = useState<string>();
  const known = (id: string | undefined) => (rows.some((row) => row.id === id) ? id : undefined);
  const stopAt = known(stop) ?? known(opened) ?? rows[0]?.id;

  function move(event: KeyboardEvent, index: number): void {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = to === undefined ? undefined : rows[to];
    if (!row) return;
    event.preventDefault();
    setStop(row.id);
    body.current?.querySelector<HTMLElement>(`[data-person="${row.id}"]`)?.focus();
  }

  return (
    <table class="people-table">
      <thead>
        <tr>
          {orders.map((by) => {
            const isBy = order.by === by;
            return (
              <th key={by} scope="col" aria-sort={isBy ? (order.reversed ? 'descending' : 'ascending') : undefined}>
                <button
                  type="button"
                  class="people-head"
                  onClick={() => onOrder({ by, reversed: isBy && !order.reversed })}
                >
                  {say(heads[by])}
                  {isBy && (
                    <span class={order.reversed ? 'people-turned' : ''}>
                      <Icon name="down" size={12} />
                    </span>
                  )}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, index) => (
          <tr
            key={row.id}
            class={row.id === opened ? 'is-open' : ''}
            // The button inside does the same for keys and screen readers.
            onClick={() => onOpen(row.id)}
          >
            <th scope="row">
              <button
                type="button"
                class="people-who"
                data-person={row.id}
                aria-current={row.id === opened ? 'true' : undefined}
                tabIndex={row.id === stopAt ? 0 : -1}
                onFocus={() => setStop(row.id)}
                onKeyDown={(event) => move(event, index)}
              >
                <Ring size={44} thickness={4.5} scores={row.scores} total={row.total} />
                <span class="people-name">
                  <bdi>{row.name}</bdi>
                  {row.since !== undefined && <span class="quiet">{row.since}</span>}
                </span>
              </button>
            </th>
            <td>
              {row.change ? (
                <Change {...row.change} language={language} />
              ) : (
                <span class="quiet">{row.changeFrom ?? dash}</span>
              )}
            </td>
            <td>
              {row.weakest ? (
                <span class="with-key">
                  <PillarKey pillar={row.weakest} />
                  {pillarName(row.weakest, say)}
                </span>
              ) : (
                dash
              )}
            </td>
            <td>
              {row.late ? (
                <span class="people-late">
                  <Icon name="clock" size={12} />
                  {row.last}
                </span>
              ) : (
                row.last
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
