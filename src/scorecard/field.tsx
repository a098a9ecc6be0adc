import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { CardIcon } from './card-icon';

/** What the control of a field is given. */
interface FieldControl {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly label: ComponentChildren;
  /** Said below the control when the form is sent and the browser's own rules (`required`, `min`, `max`, `step`) refuse what stands in it. */
  readonly wanted: string;
  readonly class?: string;
  /** Id of what else describes the control. */
  readonly describedBy?: string;
  readonly children: (control: FieldControl) => ComponentChildren;
}

const isRefused = (control: Element): boolean =>
  (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) && !control.validity.valid;

/**
 * A control of a form with its label. In place of the browser's own bubble, which speaks the browser's language and is gone after a moment, a
 * sentence stands beside the control until something is typed, and the first that is refused has the focus.
 */
export function Field({ label, wanted, class: name = 'field', describedBy, children }: FieldProps) {
  const id = useId();
  const [wrong, setWrong] = useState<{ readonly first: HTMLElement | undefined }>();
  // The sentence is there when the control is reached, and is read with it.
  useLayoutEffect(() => wrong?.first?.focus(), [wrong]);
  const described = [describedBy, wrong && `${id}-wanted`].filter((one) => one !== undefined).join(' ');
  return (
    <div
      class={name}
      onInvalidCapture={(event) => {
        event.preventDefault();
        const { target } = event;
        const first = [...(event.currentTarget.closest('form')?.elements ?? [])].find(isRefused);
        setWrong({ first: first === target && first instanceof HTMLElement ? first : undefined });
      }}
      onInput={() => setWrong(undefined)}
    >
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': wrong !== undefined, 'aria-describedby': described || undefined })}
      {wrong && (
        <p id={`${id}-wanted`} class="field-wanted">
          <CardIcon name="warning" size={14} />
          {wanted}
        </p>
      )}
    </div>
  );
}
