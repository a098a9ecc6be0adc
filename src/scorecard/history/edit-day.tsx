import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { shown } from '../../core/meaning/change';
import { sameData } from '../../core/rows/same-data';
import { pillars } from '../../core/score/pillar';
import { formatScore } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import { dropDay, keepDay } from '../data/data-commands';
import { Dialog } from '../dialog';
import type { ScorecardData } from '../load-scorecard';
import { useChange } from '../use-change';
import type { HistoryRow } from './history-rows';
import { judgeTyped, textsOf, type TypedField } from './typed-day';
import { typedWords } from './typed-words';

/** The day of a row, and how it came to be. */
export function DayHeading({ row }: { readonly row: HistoryRow }) {
  return (
    <th scope="row">
      {row.date} {row.mark !== undefined && <span class="day-mark">{row.mark}</span>}
    </th>
  );
}

export interface EditDayProps {
  readonly row: HistoryRow;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly onClose: () => void;
}

/** A day of the table with its numbers as fields, what they add up to, and the ways out: saved, put back, deleted. */
export function EditDay({ row, data, around, onClose }: EditDayProps) {
  const { say, today, timeZone, language } = around;
  const { kept, day, date } = row;
  const id = useId();
  const change = useChange();
  const [began] = useState(() => textsOf(kept, language));
  const [texts, setTexts] = useState(began);
  const [asks, setAsks] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  // What is typed takes the place of what was there.
  useLayoutEffect(() => first.current?.select(), []);

  const typed = judgeTyped(texts, { day: kept, began });
  const words = typedWords(typed, texts.total, around);
  const isWhole = 'scores' in kept;
  const isOnly = data.history.length + data.totals.length === 1;

  async function save(): Promise<void> {
    if (!('day' in typed)) return;
    if (sameData(texts, began)) {
      onClose();
      return;
    }
    const saved = await change(keepDay(kept.member, { ...typed.day, day }, today, timeZone), say('day_changed', date));
    if (saved) onClose();
  }

  async function remove(): Promise<void> {
    setAsks(false);
    await change(dropDay(kept.member, day), say('day_deleted', date), { takesFocus: true });
  }

  const field = (name: TypedField, label: string) => (
    <td key={name}>
      <input
        ref={name === (isWhole ? 'brand' : 'total') ? first : null}
        form={id}
        class="input day-number"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        value={texts[name]}
        onInput={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
      />
    </td>
  );
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || asks) return;
    event.preventDefault();
    onClose();
  };
  const sum = pillars.map((pillar) => texts[pillar].trim()).join(' + ');
  return (
    <>
      <tr class="day-edited" data-day={day} onKeyDown={onKey}>
        <DayHeading row={row} />
        {isWhole ? (
          <>
            <td class="strong">{'day' in typed ? formatScore(shown(typed.day.total), language) : ''}</td>
            {pillars.map((pillar) => field(pillar, pillarName(pillar, say)))}
          </>
        ) : (
          <>
            {field('total', say('scorecard_total'))}
            {pillars.map((pillar) => (
              <td key={pillar} />
            ))}
          </>
        )}
        {field('industry', say('scorecard_rank_in_industry'))}
        {field('network', say('scorecard_rank_in_network'))}
        <td />
      </tr>
      <tr class="day-edited" onKeyDown={onKey}>
        <td colSpan={9} class="day-edit-cell">
          <form
            id={id}
            class="day-edit-foot"
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <button type="submit" class="button button-primary" disabled={!('day' in typed)}>
              {say('scorecard_save')}
            </button>
            <button type="button" class="button button-ghost" onClick={onClose}>
              {say('scorecard_cancel')}
            </button>
            <button
              type="button"
              class="button button-ghost button-danger"
              onClick={() => (isOnly ? setAsks(true) : void remove())}
            >
              <CardIcon name="trash" />
              {say('scorecard_delete')}
            </button>
            <span class={words.wrong ? 'day-edit-sum is-wrong' : 'day-edit-sum'} role="status">
              {'day' in typed ? (
                isWhole && (
                  <>
                    <CardIcon name="check" />
                    {`${sum} = `}
                    <strong>{formatScore(shown(typed.day.total), language)}</strong>
                  </>
                )
              ) : (
                <>
                  <CardIcon name="warning" />
                  {words.text}
                </>
              )}
            </span>
          </form>
          {asks && (
            <Dialog title={sayCount(around, 'data_delete_title', 1)} onClose={() => setAsks(false)}>
              <div class="dialog-buttons">
                <button type="button" class="button button-danger button-large" onClick={() => void remove()}>
                  {say('scorecard_delete')}
                </button>
                <span class="dialog-gap" />
                <button type="button" class="button button-secondary button-large" onClick={() => setAsks(false)}>
                  {say('data_keep')}
                </button>
              </div>
            </Dialog>
          )}
        </td>
      </tr>
    </>
  );
}
