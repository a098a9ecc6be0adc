import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { pillars } from '../../core/score/pillar';
import { pillarName } from '../../words/pillar-name';
import { DayField } from '../day-field';
import { EntryForm } from '../entry-form';
import { Field } from '../field';
import type { Surroundings } from '../../words/surroundings';
import type { Draft } from '../draft';

/** A note is a line, not a letter. */
const longestNote = 200;

interface NoteFormProps {
  readonly around: Surroundings;
  readonly draft: Draft;
  /** A done tip keeps its title. */
  readonly fixedText?: boolean;
  readonly onTyped?: (draft: Draft) => void;
  readonly onDone: (draft: Draft) => void;
  readonly onCancel: () => void;
}

/** What the member did, on which day and for which pillar, if for any; Escape gives up. */
export function NoteForm({ around, draft, fixedText = false, onTyped, onDone, onCancel }: NoteFormProps) {
  const { say } = around;
  const id = useId();
  const [note, setNote] = useState(draft);
  const first = useRef<HTMLInputElement>(null);
  // Before the first key can be lost.
  useLayoutEffect(() => first.current?.focus(), []);
  const change = (part: Partial<Draft>) => {
    const next = { ...note, ...part };
    setNote(next);
    onTyped?.(next);
  };
  return (
    <EntryForm say={say} onSave={() => onDone(note)} onCancel={onCancel}>
      <Field label={say('journal_what')} wanted={say('journal_what_wanted')} class="field field-wide">
        {(control) => (
          <input
            {...control}
            ref={first}
            class="input"
            required
            // More than spaces.
            pattern=".*\S.*"
            maxLength={longestNote}
            readOnly={fixedText}
            value={note.text}
            onInput={(event) => change({ text: event.currentTarget.value })}
          />
        )}
      </Field>
      <DayField around={around} day={note.day} onDay={(day) => change({ day })} />
      <div class="field">
        <label for={`${id}-pillar`}>{say('scorecard_pillar')}</label>
        <select
          id={`${id}-pillar`}
          class="input"
          disabled={fixedText}
          value={note.pillar ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({ pillar: pillars.find((pillar) => pillar === value) });
          }}
        >
          <option value="">{say('journal_no_pillar')}</option>
          {pillars.map((pillar) => (
            <option key={pillar} value={pillar}>
              {pillarName(pillar, say)}
            </option>
          ))}
        </select>
      </div>
    </EntryForm>
  );
}
