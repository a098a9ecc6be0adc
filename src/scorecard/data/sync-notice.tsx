import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon';

/** Something that keeps computers, or a file, from being in step. */
export function SyncNotice({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="inset notice sync-notice" role="status">
      <Icon name="warning" />
      <p>{children}</p>
    </div>
  );
}
