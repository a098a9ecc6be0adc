import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface CardProps {
  /** Its address. */
  readonly id?: string;
  readonly title: string;
  /** Before the title. */
  readonly icon?: ComponentChildren;
  /** Beside the title: a sentence or buttons. */
  readonly aside?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** One section of the page in its box. */
export function Card({ id, title, icon, aside, children, class: further = '' }: CardProps) {
  const own = useId();
  const heading = `${id ?? own}-heading`;
  return (
    <section id={id} class={`card ${further}`} aria-labelledby={heading}>
      <div class="card-head">
        <h2 id={heading} class="card-title" tabIndex={-1}>
          {icon}
          {title}
        </h2>
        {aside !== undefined && <div class="card-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
