import { Icon } from '../ui/icon';

interface ManagedNoteProps {
  readonly id?: string;
  /** "Set by your organization" */
  readonly text: string;
}

/** Stands beside what the member's organization has decided by policy. */
export function ManagedNote({ id, text }: ManagedNoteProps) {
  return (
    <span id={id} class="setting-hint with-key">
      <Icon name="lock" size={12} />
      {text}
    </span>
  );
}
