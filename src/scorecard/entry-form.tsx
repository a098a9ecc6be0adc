import type { ComponentChildren } from 'preact';
import type { Say } from '../words/say';

export interface EntryFormProps {
  readonly say: Say;
  readonly children: ComponentChildren;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** The form for a row of a card: its fields, Save and Cancel. Escape cancels. */
export function EntryForm({ say, children, onSave, onCancel }: EntryFormProps) {
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {children}
      <div class="form-buttons">
        <button type="submit" class="button button-primary">
          {say('scorecard_save')}
        </button>
        <button type="button" class="button button-ghost" onClick={onCancel}>
          {say('scorecard_cancel')}
        </button>
      </div>
    </form>
  );
}
