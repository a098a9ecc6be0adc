import type { ComponentChildren } from 'preact';
import type { changes, Section } from './page-part';

export interface CardProps {
  /** Its address. */
  readonly id?: Section | typeof changes;
  readonly title: string;
  /** Beside the title: a sentence or buttons. */
  readonly aside?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** One section of the page in its box. */
export function Card({ id, title, aside, children, class: further = '' }: CardProps) {
  const heading = `${id ?? title}-heading`;
  return (
    <section id={id} class={`card ${further}`} aria-labelledby={heading}>
      <div class="card-head">
        <h2 id={heading} class="card-title" tabIndex={-1}>
          {title}
        </h2>
        {aside !== undefined && <div class="card-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
