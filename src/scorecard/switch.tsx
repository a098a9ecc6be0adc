import { useId } from 'preact/hooks';

export interface SwitchProps {
  readonly label: string;
  /** What exactly it does. */
  readonly hint?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** A setting that is on or off, saved at once. */
export function Switch({ label, hint, on, disabled = false, onSwitch }: SwitchProps) {
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
      </div>
      <button
        id={id}
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        disabled={disabled}
        onClick={() => onSwitch(!on)}
      >
        <span class="switch-knob" />
      </button>
    </div>
  );
}
