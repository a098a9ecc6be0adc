import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface DialogProps {
  readonly title: string;
  readonly class?: string;
  readonly children: ComponentChildren;
  /** Escape was pressed, or the dialog closed in another way. */
  readonly onClose: () => void;
}

/** A question that must be answered first. The browser keeps the focus in it and gives it back. */
export function Dialog({ title, class: further = '', children, onClose }: DialogProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={element} class={`dialog ${further}`} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} class="dialog-title">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
