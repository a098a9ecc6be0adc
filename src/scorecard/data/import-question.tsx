import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Choice, Question } from '../../files/imported-file';
import { formatLongDay } from '../../words/format-day';
import type { Surroundings } from '../../words/surroundings';

export interface ImportQuestionProps {
  /** What the file is called, as text only. */
  readonly name: string;
  readonly question: Question;
  readonly around: Surroundings;
  readonly onAnswer: (value: string) => void;
  /** None of the choices is it. */
  readonly onNone: () => void;
  readonly onCancel: () => void;
}

/** What only the member knows of their file. No answer is chosen beforehand, and nothing is remembered for other files. */
export function ImportQuestion({ name, question, around, onAnswer, onNone, onCancel }: ImportQuestionProps) {
  const { say } = around;
  const id = useId();
  const [chosen, setChosen] = useState<string>();
  const legend = useRef<HTMLLegendElement>(null);
  useEffect(() => legend.current?.focus(), []);
  const { kind, example, choices } = question;
  const mayBeNone = kind === 'column' || kind === 'person';
  const none = '\u0000none';
  return (
    <form
      class="import-question"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === none) onNone();
        else if (chosen !== undefined) onAnswer(chosen);
      }}
    >
      <fieldset>
        <legend ref={legend} tabIndex={-1} class="small-title">
          {say(`import_ask_${kind.replaceAll('-', '_')}`, example)}
        </legend>
        <p class="quiet">
          <code dir="auto">{name}</code>
        </p>
        {choices.map((choice) => (
          <label key={choice.value} class="import-choice">
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={chosen === choice.value}
              onChange={() => setChosen(choice.value)}
            />
            <span class="import-choice-name">
              <ChoiceName kind={kind} choice={choice} around={around} />
            </span>
            {choice.samples.length > 0 && (
              <span class="import-samples">
                {choice.samples.map((sample, place) => (
                  <code key={place} dir="auto">
                    {sample}
                  </code>
                ))}
              </span>
            )}
          </label>
        ))}
        {mayBeNone && (
          <label class="import-choice">
            <input type="radio" name={id} checked={chosen === none} onChange={() => setChosen(none)} />
            <span class="import-choice-name">{say('import_none_of_these')}</span>
          </label>
        )}
      </fieldset>
      <div class="buttons">
        <button type="submit" class="button button-primary" disabled={chosen === undefined}>
          {say('import_answer')}
        </button>
        <button type="button" class="button button-ghost" onClick={onCancel}>
          {say('scorecard_cancel')}
        </button>
      </div>
    </form>
  );
}

interface ChoiceNameProps {
  readonly kind: Question['kind'];
  readonly choice: Choice;
  readonly around: Surroundings;
}

/** A day as a day; everything else as it stands in the file. */
function ChoiceName({ kind, choice: { label }, around: { today, language } }: ChoiceNameProps) {
  const day = kind === 'date-order' ? formatLongDay(label, today, language) : '';
  return day === '' ? <code dir="auto">{label}</code> : <>{day}</>;
}
