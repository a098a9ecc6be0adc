import { boxBeside, move, type Box } from './free-space';
import { placedEvent } from './place-badges';
import { toLayer } from './to-layer';

/** What is placed, and whom to tell. */
export interface PopoverPlace {
  /** The button it belongs to. */
  readonly from: HTMLElement;
  readonly popover: HTMLElement;
  /** Points at the button. */
  readonly arrow: HTMLElement;
  /** What both are drawn in. */
  readonly layer: Element;
  /** Called once it stands for the first time and can be seen. */
  readonly onPlaced: () => void;
  /** Called when its button is no longer shown: nothing is left to stand beside. */
  readonly onLost: () => void;
  /** Aborting it ends the placing. */
  readonly signal: AbortSignal;
}

/** CSS pixels from the button, beyond its edge, and from the edges of the window. */
const distance = 10;
const beyond = 20;
const margin = 8;

/** CSS pixels from the arrow's middle to the popover's sides, at least, and half of what sticks out of the arrow's box. */
const arrowMargin = 20;
const arrowHalf = 6;

/** Places a popover below its button, or above where there is no room, and again whenever badges are placed. */
export function placePopover({ from, popover, arrow, layer, onPlaced, onLost, signal }: PopoverPlace): void {
  const mirrored = getComputedStyle(from).direction === 'rtl';
  const place = (): void => {
    if (from.dataset['placed'] !== 'free') {
      onLost();
      return;
    }
    const [button, size, seen] = [from.getBoundingClientRect(), popover.getBoundingClientRect(), visibleWindow()];
    const side = sideOf(button, size.height, seen);
    const wanted = mirrored
      ? move(boxBeside(button, size, `${side}-right`, distance), beyond, 0)
      : move(boxBeside(button, size, `${side}-left`, distance), -beyond, 0);
    // Where it is wider than the window, it begins at its left edge.
    const left = Math.max(seen.left + margin, Math.min(wanted.left, seen.right - margin - size.width));
    const origin = layer.getBoundingClientRect();
    const inLayer = toLayer(layer);
    const middle = inLayer(button.left + button.width / 2 - left, 0).x;
    const furthest = popover.offsetWidth - arrowMargin;
    arrow.style.left = `${Math.min(Math.max(middle, arrowMargin), furthest) - arrowHalf}px`;
    const corner = inLayer(Math.round(left - origin.left), Math.round(wanted.top - origin.top));
    popover.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
    popover.dataset['side'] = side;
    if ('placed' in popover.dataset) return;
    popover.dataset['placed'] = 'free';
    onPlaced();
  };
  layer.addEventListener(placedEvent, place, { signal });
  place();
}

/** What is seen of the page. */
function visibleWindow(): Box {
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetLeft, offsetTop, width, height } = window.visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: clientWidth,
    height: clientHeight,
  };
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}

/** Where a popover of `height` pixels has room beside `button`: below it, else above; where it has none, where less of it is cut off. */
function sideOf(button: Box, height: number, seen: Box): 'bottom' | 'top' {
  const room = height + distance + margin;
  const cutBelow = button.bottom + room - seen.bottom;
  return cutBelow <= 0 || cutBelow <= seen.top - (button.top - room) ? 'bottom' : 'top';
}
