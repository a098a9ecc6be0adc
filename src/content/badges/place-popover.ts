import { computePosition, offset, shift } from '@floating-ui/core';
import { layerPlatform, toLayer, visibleWindow } from './layer-platform';
import { placedEvent } from './place-badges';

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
}

/** CSS pixels from the button, and from the edges of the window. */
const distance = 10;
const margin = 8;

/** CSS pixels from the arrow's middle to the popover's sides, at least, and half of what sticks out of the arrow's box. */
const arrowMargin = 20;
const arrowHalf = 6;

/** Places a popover below its button, or above where there is no room, and again whenever badges are placed. Returns how to stop. */
export function placePopover({ from, popover, arrow, layer, onPlaced, onLost }: PopoverPlace): () => void {
  const following = new AbortController();
  const platform = layerPlatform(layer, getComputedStyle(from).direction === 'rtl');
  const place = async (): Promise<void> => {
    const side = sideOf(from.getBoundingClientRect(), popover.getBoundingClientRect().height);
    const { x, y } = await computePosition(from, popover, {
      placement: `${side}-start`,
      platform,
      middleware: [offset({ mainAxis: distance, crossAxis: -20 }), shift({ padding: margin })],
    });
    if (following.signal.aborted) return;
    if (from.dataset['placed'] !== 'free') {
      onLost();
      return;
    }
    const button = from.getBoundingClientRect();
    const inLayer = toLayer(layer);
    const middle = inLayer(button.left + button.width / 2 - layer.getBoundingClientRect().left - x, 0).x;
    const furthest = popover.offsetWidth - arrowMargin;
    arrow.style.left = `${Math.min(Math.max(middle, arrowMargin), furthest) - arrowHalf}px`;
    const corner = inLayer(Math.round(x), Math.round(y));
    popover.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
    popover.dataset['side'] = side;
    if ('placed' in popover.dataset) return;
    popover.dataset['placed'] = 'free';
    onPlaced();
  };
  layer.addEventListener(placedEvent, () => void place(), { signal: following.signal });
  void place();
  return () => following.abort();
}

/** Where a popover of `height` pixels has room beside `button`: below it, else above; where it has none, where less of it is cut off. */
function sideOf(button: DOMRect, height: number): 'bottom' | 'top' {
  const { offsetTop: top, height: seen } = visibleWindow();
  const room = height + distance + margin;
  const cutBelow = button.bottom + room - (top + seen);
  return cutBelow <= 0 || cutBelow <= top - (button.top - room) ? 'bottom' : 'top';
}
