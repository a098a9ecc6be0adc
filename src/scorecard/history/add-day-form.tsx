import { useId, useState } from 'preact/hooks';
import { succeed, type Failure } from '../../core/result';
import { shown } from '../../core/meaning/change';
import { forEachPillar, pillarMaximum, pillars, totalMaximum } from '../../core/score/pillar';
import { isLocalDay } from '../../core/score/local-day';
import { attempt } from '../../platform/attempt';
import { FailureText } from '../../ui/failure-text';
import { PillarKey } from '../../ui/pillar-key';
import { Ring } from '../../ui/ring';
import { formatDay } from '../../words/format-day';
import { formatScore, formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import { keepDay } from '../data/data-commands';
import { DayField } from '../day-field';
import { Dialog } from '../dialog';
import { IconButton } from '../icon-button';
import type { ScorecardData } from '../load-scorecard';
import { useChange } from '../use-change';
import { earliestDay, judgeTyped, keptOn, nothingTyped, type TypedField } from './typed-day';
import { typedWords } from './typed-words';

export interface AddDayFormProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly onClose: () => void;
}

/** Day, pillars, total and ranks of a reading; what is typed is added up as it is typed, and nothing is kept that does not add up. */
export function AddDayForm({ data, around, onClose }: AddDayFormProps) {
  const { say, today, timeZone, language } = around;
  const id = useId();
  const change = useChange();
  const [day, setDay] = useState(today);
  const [texts, setTexts] = useState(nothingTyped);
  const [failure, setFailure] = useState<Failure>();

  const typed = judgeTyped(texts);
  const isDay = isLocalDay(day) && day >= earliestDay && day <= today;
  const kept = keptOn(day, data);
  const words = typedWords(typed, texts.total, around);
  // As far as it can be read already.
  const alone = forEachPillar((pillar) => judgeTyped({ ...nothingTyped, total: texts[pillar] }));
  const scores = forEachPillar((pillar) => {
    const part = alone[pillar];
    return part.state === 'total-alone' ? Math.min(part.day.total, pillarMaximum) : 0;
  });
  const field = (name: TypedField) => ({
    id: `${id}-${name}`,
    class: 'input day-number',
    inputMode: 'decimal' as const,
    autoComplete: 'off',
    value: texts[name],
    onInput: (event: { readonly currentTarget: HTMLInputElement }) =>
      setTexts({ ...texts, [name]: event.currentTarget.value }),
  });

  async function keep(): Promise<void> {
    if (!('day' in typed) || !isDay) return;
    // A failure is told here, where what was typed still stands.
    const done = await attempt(keepDay(data.member?.id, { ...typed.day, day }, today, timeZone));
    setFailure(done.ok ? undefined : done);
    if (!done.ok) return;
    onClose();
    await change(() => Promise.resolve(succeed(done.value)), say('day_added', formatDay(day, today, language)));
  }

  return (
    <Dialog title={say('day_add')} class="side" onClose={onClose}>
      <form
        class="day-form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <div class="side-close">
          <IconButton icon="close" label={say('scorecard_close')} title={say('scorecard_close')} onClick={onClose} />
        </div>
        <p class="hint">{say('day_add_hint')}</p>
        <DayField around={around} class="day-field" day={day} onDay={setDay} earliest={earliestDay} />
        {pillars.map((pillar) => (
          <p key={pillar} class="day-field">
            <label for={`${id}-${pillar}`} class="with-key">
              <PillarKey pillar={pillar} />
              {pillarName(pillar, say)}
              <span class="hint">{say('popup_of_100', formatWhole(pillarMaximum, language))}</span>
            </label>
            <input {...field(pillar)} autoFocus={pillar === 'brand'} />
          </p>
        ))}
        <p class="day-field day-total">
          <label for={`${id}-total`} class="with-key">
            {say('day_total_on_page')}
            <span class="hint">{say('popup_of_100', formatWhole(totalMaximum, language))}</span>
          </label>
          <input {...field('total')} />
        </p>
        <div class={words.wrong ? 'inset day-sum is-wrong' : 'inset day-sum'} role="status">
          <Ring size={56} thickness={7} scores={scores} total={words.total} />
          <div>
            {words.title !== undefined && <p class="strong">{words.title}</p>}
            <p class="quiet">{words.text}</p>
          </div>
        </div>
        <p class="day-ranks">
          {(['industry', 'network'] as const).map((group) => (
            <span key={group} class="day-rank">
              <label for={`${id}-${group}`}>
                {say(`scorecard_group_${group}`)} <span class="hint">{say('day_top_percent')}</span>
              </label>
              <input {...field(group)} />
            </span>
          ))}
        </p>
        {kept && isDay && (
          <div class="inset day-sum" role="status">
            <CardIcon name="info" />
            <div>
              <p class="strong">
                {say('day_taken', formatDay(day, today, language), formatScore(shown(kept.total), language))}
              </p>
              <p class="quiet">{say('day_taken_text')}</p>
            </div>
          </div>
        )}
        {failure && (
          <p class="failure" role="alert">
            <FailureText failure={failure} say={say} />
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="button button-primary button-large" disabled={!('day' in typed)}>
            {say(kept && isDay ? 'day_replace_this' : 'day_add_this')}
          </button>
          <button type="button" class="button button-ghost button-large" onClick={onClose}>
            {say('scorecard_cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
