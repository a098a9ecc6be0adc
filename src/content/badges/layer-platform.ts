import type { Platform } from '@floating-ui/core';

/**
 * How Floating UI measures what is drawn in `layer`. Its own way, `@floating-ui/dom`, finds out for every element which others place, clip, scale and
 * scroll it; here it is known: the layer places all, the window alone clips. That spares LinkedIn's page some 20 kB and the walks.
 */
export function layerPlatform(layer: Element, mirrored: boolean): Platform {
  return {
    getElementRects: ({
      reference,
      floating,
    }: {
      reference: Pick<Element, 'getBoundingClientRect'>;
      floating: Element;
    }) => {
      const origin = layer.getBoundingClientRect();
      const { left, top, width, height } = reference.getBoundingClientRect();
      return {
        reference: { x: left - origin.left, y: top - origin.top, width, height },
        floating: { x: 0, y: 0, ...sizeOf(floating) },
      };
    },
    getDimensions: sizeOf,
    // In the window's pixels, and so what is compared with it.
    getClippingRect: () => {
      const { offsetLeft, offsetTop, width, height } = visibleWindow();
      return { x: offsetLeft, y: offsetTop, width, height };
    },
    convertOffsetParentRelativeRectToViewportRelativeRect: ({ rect }) => {
      const origin = layer.getBoundingClientRect();
      return { ...rect, x: rect.x + origin.left, y: rect.y + origin.top };
    },
    isRTL: () => mirrored,
  };
}

/**
 * How to say a distance of the window's pixels in those of `layer`, which differ where the page's root is zoomed, scaled or turned: CSS moves what is
 * in the layer by its own.
 */
export function toLayer(layer: Element): (along: number, down: number) => { readonly x: number; readonly y: number } {
  const origin = layer.getBoundingClientRect();
  const [right, below] = [...layer.querySelectorAll('.ruler')].map((point) => {
    const { left, top } = point.getBoundingClientRect();
    return { x: (left - origin.left) / 100, y: (top - origin.top) / 100 };
  });
  if (!right || !below) return (x, y) => ({ x, y });
  const area = right.x * below.y - right.y * below.x;
  return (along, down) => ({
    x: hundredths((along * below.y - down * below.x) / area),
    y: hundredths((down * right.x - along * right.y) / area),
  });
}

/** What is measured is float32. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function sizeOf(element: Element) {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

/** What is seen of the page, in the window's pixels. */
export function visibleWindow() {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return window.visualViewport ?? { offsetLeft: 0, offsetTop: 0, width, height };
}
