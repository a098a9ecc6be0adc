import { useId } from 'preact/hooks';
import { ManagedNote } from './managed-note';

export interface SwitchProps {
  readonly label: string;
  /** What exactly it does. */
  readonly hint?: string;
  readonly on: boolean;
  /** The member's organization has decided it, in these words: they are part of its name, and nothing can be switched. */
  readonly managed?: string | undefined;
  readonly onSwitch: (on: boolean) => void;
}

/** A setting that is on or off, saved at once. */
export function Switch({ label, hint, on, managed, onSwitch }: SwitchProps) {
  const id = useId();
  return (
    <div class="setting">
      <div class="setting-text">
        <label for={id} id={`${id}-label`} class="setting-label">
          {label}
        </label>
        {hint !== undefined && (
          <span id={`${id}-hint`} class="setting-hint">
            {hint}
          </span>
        )}
        {managed !== undefined && <ManagedNote id={`${id}-managed`} text={managed} />}
      </div>
      <button
        id={id}
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-labelledby={managed === undefined ? `${id}-label` : `${id}-label ${id}-managed`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        // It keeps the focus, so that whoever uses the keyboard hears why.
        aria-disabled={managed !== undefined}
        onClick={() => {
          if (managed === undefined) onSwitch(!on);
        }}
      >
        <span class="switch-knob" />
      </button>
    </div>
  );
}
