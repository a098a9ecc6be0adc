import { useEffect, useMemo, useState } from 'preact/hooks';
import { comparedSpans, type Span } from '../../core/meaning/compare-spans';
import { Change } from '../../ui/change';
import { PillarKey } from '../../ui/pillar-key';
import { formatSpan } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import type { ScorecardData } from '../load-scorecard';
import { Segmented } from '../../ui/segmented';
import { compareView } from './compare-view';
import { absent } from './history-rows';

export interface ComparePanelProps {
  readonly data: Pick<ScorecardData, 'history' | 'totals'>;
  /** The days that were dragged over; absent while none were. */
  readonly selected: Span | undefined;
  readonly around: Surroundings;
}

/** Total and pillars in one span of time beside the span before it. */
export function ComparePanel({ data, selected, around }: ComparePanelProps) {
  const { say, language } = around;
  const [chosen, setChosen] = useState<(typeof comparedSpans)[number] | 'selection'>();
  // Days that are newly chosen are what the member wants to see.
  useEffect(() => setChosen(undefined), [selected?.first, selected?.last]);
  const which = (chosen === 'selection' && !selected ? undefined : chosen) ?? (selected ? 'selection' : 'month');
  const compared = which === 'selection' ? selected : which;
  const view = useMemo(() => compared && compareView(data, compared, around), [data, compared, around]);
  return (
    <section class="inset compare" aria-label={say('compare_title')}>
      <div class="compare-head">
        <h3 class="outlook-title">{say('compare_title')}</h3>
        <Segmented
          label={say('compare_title')}
          value={which}
          choices={[...comparedSpans, ...(selected ? (['selection'] as const) : [])].map((value) => ({
            value,
            label: value === 'quarter' ? formatSpan(3, 'month', language) : say(`compare_${value}`),
            name: say(`compare_${value}_name`),
          }))}
          onChoose={setChosen}
        />
      </div>
      {view && view.rows.length > 0 && (
        <div class="scroller" role="group" tabIndex={0} aria-label={say('compare_title')}>
          <table class="table compare-table">
            <thead>
              <tr>
                <td />
                {view.heads.map(({ days, readings }) => (
                  <th key={days} scope="col">
                    <span class="compare-days">{days}</span> <span class="compare-readings">{readings}</span>
                  </th>
                ))}
                <th scope="col">{say('compare_change')}</th>
              </tr>
            </thead>
            <tbody>
              {view.rows.map(({ of, name, values, change }) => (
                <tr key={of}>
                  <th scope="row">
                    <span class="with-key">
                      {of !== 'total' && <PillarKey pillar={of} />}
                      {name}
                    </span>
                  </th>
                  {values.map((value, column) => (
                    <td key={view.heads[column]?.days ?? column} class={column === 1 ? 'strong' : ''}>
                      {value}
                    </td>
                  ))}
                  <td>{change ? <Change {...change} language={language} /> : absent}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {view && <p class={view.rows.length > 0 ? 'hint' : ''}>{view.text}</p>}
      {!selected && <p class="hint">{say('compare_selection_none')}</p>}
    </section>
  );
}
