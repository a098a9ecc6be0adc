/** What to follow and whom to tell. */
export interface PageFollowing {
  /** The part of the page that the badges stand in. */
  readonly scope: Element;
  /** The smallest element around all numbers: where it goes, they go. */
  readonly card: Element;
  readonly signal: AbortSignal;
  /** Something was painted, resized or taken away: look at everything again. */
  readonly onChange: () => void;
  /** The card may stand elsewhere, by scrolling or by what lies around it. */
  readonly onMove: () => void;
}

const changes = { subtree: true, childList: true, characterData: true };

/** What changes how something is painted. Charts that draw themselves in steps change other attributes, and that is no new layout. */
const attributes = { attributes: true, attributeFilter: ['class', 'style', 'hidden', 'dir', 'open'] };

/** Follows a page as it changes, by its own events only: no clock and no frame loop. */
export function followPage({ scope, card, signal, onChange, onMove }: PageFollowing): void {
  const document = scope.ownerDocument;
  const painted = new MutationObserver(onChange);
  painted.observe(scope, { ...changes, ...attributes });
  // The theme is often a class of these; the host is a child of the first.
  painted.observe(document.documentElement, { childList: true, attributes: true });
  painted.observe(document.body, { attributes: true });
  // What comes and goes elsewhere may move the card.
  const around = new MutationObserver(onMove);
  around.observe(document.body, { subtree: true, childList: true, ...attributes });

  // The first call tells of the sizes that everything was placed with, unless they have changed since.
  const watched = [document.documentElement, scope, card];
  let sizes = watched.map(sizeOf).join();
  const resized = new ResizeObserver(() => {
    const before = sizes;
    sizes = watched.map(sizeOf).join();
    if (sizes !== before) onChange();
  });
  for (const element of watched) resized.observe(element);

  const options = { signal, passive: true, capture: true } as const;
  window.addEventListener('resize', onChange, options);
  // Whatever moves with a transition or an animation has come to rest.
  document.addEventListener('transitionend', onMove, options);
  document.addEventListener('animationend', onMove, options);
  document.fonts.addEventListener('loadingdone', onChange, { signal });

  // The page as a whole takes the badges with it when it scrolls; a part of it that scrolls does not.
  const onScroll = (event: Event): void => {
    if (event.target !== document) onMove();
  };
  document.addEventListener('scroll', onScroll, options);
  signal.addEventListener('abort', () => {
    painted.disconnect();
    around.disconnect();
    resized.disconnect();
  });
}

function sizeOf(element: Element): string {
  const { width, height } = element.getBoundingClientRect();
  return `${width} ${height}`;
}
