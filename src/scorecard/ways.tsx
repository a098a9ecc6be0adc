import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import type { Say } from '../words/say';
import { isPage, type Part } from './page-part';

/** The parts that the head leads to, in order. */
const all = [
  'overview',
  'weeks',
  'averages',
  'journal',
  'goals',
  'tips',
  'data',
  'people',
  'settings',
] as const satisfies readonly Part[];

export interface WaysProps {
  /** The cards that are there, and the page of people where there are any: no way leads to another. */
  readonly cards: ReadonlySet<string>;
  readonly part: Part;
  readonly say: Say;
}

/** The ways to the parts, in one row. Where it is longer than the room it fades out at that end, and an arrow leads on. */
export function Ways({ cards, part, say }: WaysProps) {
  const ways = all.filter((way) => way === part || cards.has(way) || (isPage(way) && way !== 'people'));
  const current = part === 'history' ? 'overview' : part;
  const row = useRef<HTMLElement>(null);
  const [more, setMore] = useState({ before: false, after: false });
  const names = ways.join(' ');
  useLayoutEffect(() => {
    const nav = row.current;
    if (!nav) return;
    const look = () => {
      // Negative where the language runs from right to left.
      const from = Math.abs(nav.scrollLeft);
      const next = { before: from > 1, after: from + nav.clientWidth < nav.scrollWidth - 1 };
      setMore((last) => (last.before === next.before && last.after === next.after ? last : next));
    };
    const observer = new ResizeObserver(look);
    observer.observe(nav);
    nav.addEventListener('scroll', look);
    return () => {
      observer.disconnect();
      nav.removeEventListener('scroll', look);
    };
  }, [names]);
  useLayoutEffect(() => {
    const nav = row.current;
    const way = nav?.querySelector<HTMLElement>('[aria-current]');
    // Only the row, never the page.
    if (nav && way) nav.scrollLeft = way.offsetLeft - (nav.clientWidth - way.offsetWidth) / 2;
  }, [current]);

  function lead(by: number): void {
    const nav = row.current;
    if (!nav) return;
    const side = getComputedStyle(nav).direction === 'rtl' ? -1 : 1;
    nav.scrollBy({ left: by * side * nav.clientWidth * 0.7 });
  }

  /** For the pointer: keys and screen readers have all ways anyway. */
  const arrow = (name: 'back' | 'right', by: number) => (
    <button
      type="button"
      class={`page-more page-more-${name}`}
      tabIndex={-1}
      aria-hidden="true"
      onClick={() => lead(by)}
    >
      <Icon name={name} />
    </button>
  );
  return (
    <div class="page-ways">
      {more.before && arrow('back', -1)}
      <nav
        ref={row}
        class={`page-nav${more.before ? ' has-before' : ''}${more.after ? ' has-after' : ''}`}
        aria-label={say('scorecard_parts')}
      >
        {ways.map((way) => (
          <a key={way} href={`#${way}`} class="page-way" aria-current={way === current ? 'page' : undefined}>
            {say(`scorecard_part_${way}`)}
          </a>
        ))}
      </nav>
      {more.after && arrow('right', 1)}
    </div>
  );
}
