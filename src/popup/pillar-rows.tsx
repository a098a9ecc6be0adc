import { useRef } from 'preact/hooks';
import type { Measure } from '../core/score/history';
import { pillarMaximum, type Pillar } from '../core/score/pillar';
import { Change } from '../ui/change';
import { formatWhole } from '../words/format-number';
import type { Say } from '../words/say';
import { PillarKey } from '../ui/pillar-key';
import type { PillarsView, PillarRowView } from '../ui/score-view';

export interface PillarRowsProps {
  readonly view: PillarsView;
  /** The pillar whose history is shown, or the total. */
  readonly chosen: Measure;
  readonly language: string;
  /** Fill the bars with motion. */
  readonly drawn: boolean;
  readonly say: Say;
  readonly onChoose: (pillar: Pillar) => void;
}

/** The four pillars against the industry's average; each opens its own history. One stop for the tab key, arrows inside. */
export function PillarRows({ view, chosen, language, drawn, say, onChoose }: PillarRowsProps) {
  const list = useRef<HTMLDivElement>(null);
  const stop = Math.max(
    0,
    view.rows.findIndex(({ pillar }) => pillar === chosen),
  );

  function move(event: KeyboardEvent, index: number): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = list.current?.querySelectorAll('button');
    buttons?.[(index + step + view.rows.length) % view.rows.length]?.focus();
  }

  return (
    <section class="pillars">
      <h2 class="visually-hidden">{say('pillar_each_of', formatWhole(pillarMaximum, language))}</h2>
      <div class={view.hasChanges ? 'pillars-grid' : 'pillars-grid pillars-wide'} ref={list}>
        <div class="pillars-head" aria-hidden="true">
          <span>{view.heading ?? say('pillar_each_of', formatWhole(pillarMaximum, language))}</span>
          <span class="pillars-legend">
            {view.hasAverages && (
              <>
                <span class="tick-key" />
                {say('pillar_industry_average')}
              </>
            )}
          </span>
          <span class="pillars-days">{view.hasChanges && say('pillar_7_days')}</span>
        </div>
        {view.rows.map((row, index) => (
          <button
            key={row.pillar}
            type="button"
            class="pillar-row"
            aria-label={row.label}
            aria-pressed={row.pillar === chosen}
            tabIndex={index === stop ? 0 : -1}
            onClick={() => onChoose(row.pillar)}
            onKeyDown={(event) => move(event, index)}
          >
            <span class="pillar-name">
              <PillarKey pillar={row.pillar} />
              <span class="pillar-words" title={row.name}>
                {row.shownName}
              </span>
              {row.weakest && <span class="tag">{say('popup_weakest')}</span>}
            </span>
            <Bar row={row} drawn={drawn} />
            <span class="pillar-value">{row.value}</span>
            {view.hasChanges && (
              <span class="pillar-change">
                {row.change !== undefined && <Change {...row.change} language={language} />}
              </span>
            )}
          </button>
        ))}
      </div>
    </section>
  );
}

function Bar({ row, drawn }: { readonly row: PillarRowView; readonly drawn: boolean }) {
  return (
    <span class="bar">
      {row.score > 0 && (
        <span
          class={`bar-part background-${row.pillar}${drawn ? ' bar-drawn' : ''}`}
          style={{ inlineSize: `${(row.score / pillarMaximum) * 100}%` }}
        />
      )}
      {row.average !== undefined && (
        <span class="bar-tick" style={{ insetInlineStart: `${(row.average / pillarMaximum) * 100}%` }} />
      )}
    </span>
  );
}
