import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import type { ScorecardData } from '../load-scorecard';
import { AddDay } from './add-day';

export interface HistoryFootProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly hint: string;
  readonly comparing: boolean;
  readonly asTable: boolean;
  readonly onCompare: () => void;
  readonly onTable: () => void;
  readonly onSave: (kind: 'png' | 'svg') => void;
}

/** What can be done with the history as a whole. */
export function HistoryFoot(props: HistoryFootProps) {
  const { data, around, hint, comparing, asTable, onCompare, onTable, onSave } = props;
  const { say } = around;
  return (
    <div class="history-foot">
      <p class="hint">{hint}</p>
      <div class="buttons">
        {!data.readOnly && <AddDay data={data} around={around} />}
        <button type="button" class="button button-ghost" aria-expanded={comparing} onClick={onCompare}>
          <CardIcon name="compare" />
          {say('compare_title')}
        </button>
        <button type="button" class="button button-ghost" aria-pressed={asTable} onClick={onTable}>
          <CardIcon name={asTable ? 'scorecard' : 'table'} />
          {asTable ? say('scorecard_as_chart') : say('scorecard_as_table')}
        </button>
        {!asTable &&
          (['png', 'svg'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              class="button button-ghost"
              aria-label={say('scorecard_save_picture', kind.toUpperCase())}
              onClick={() => onSave(kind)}
            >
              <CardIcon name="export" />
              {kind.toUpperCase()}
            </button>
          ))}
      </div>
    </div>
  );
}
