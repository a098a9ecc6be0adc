import type { RefObject } from 'preact';
import { CardIcon } from './card-icon';

export interface AddButtonProps {
  readonly name: string;
  /** Whether its form is open. */
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Where the focus goes back to when the form closes. */
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** Opens and closes the form of a new row. */
export function AddButton({ name, open, onToggle, button }: AddButtonProps) {
  return (
    <button ref={button} type="button" class="button button-secondary" aria-expanded={open} onClick={onToggle}>
      <CardIcon name="plus" />
      {name}
    </button>
  );
}
