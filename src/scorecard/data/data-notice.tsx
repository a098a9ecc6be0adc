import type { ComponentChildren } from 'preact';
import { CardIcon } from '../card-icon';

export interface DataNoticeProps {
  readonly icon: 'warning' | 'person' | 'clock';
  readonly title?: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** Something about what is kept that the member should know, or has to decide. */
export function DataNotice({ icon, title, text, children }: DataNoticeProps) {
  return (
    <div class="inset notice">
      <p class={title === undefined ? 'with-key' : 'with-key strong'}>
        <CardIcon name={icon} />
        {title ?? text}
      </p>
      {title !== undefined && <p class="quiet">{text}</p>}
      {children !== undefined && <div class="buttons">{children}</div>}
    </div>
  );
}
