import { CardIcon, type CardIconName } from './card-icon';

export interface IconButtonProps {
  readonly icon: CardIconName;
  /** What it does and to what: its name for screen readers. */
  readonly label: string;
  /** What it does, for the pointer. */
  readonly title: string;
  readonly onClick: () => void;
}

/** A button that is an icon alone, as at the end of a row. */
export function IconButton({ icon, label, title, onClick }: IconButtonProps) {
  return (
    <button type="button" class="button-icon" aria-label={label} title={title} onClick={onClick}>
      <CardIcon name={icon} />
    </button>
  );
}
