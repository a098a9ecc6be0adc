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
      const { offsetLeft, offsetTop, width, height } = window.visualViewport ?? wholeWindow();
      return { x: offsetLeft, y: offsetTop, width, height };
    },
    convertOffsetParentRelativeRectToViewportRelativeRect: ({ rect }) => {
      const origin = layer.getBoundingClientRect();
      return { ...rect, x: rect.x + origin.left, y: rect.y + origin.top };
    },
    isRTL: () => mirrored,
  };
}

function sizeOf(element: Element) {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

function wholeWindow() {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return { offsetLeft: 0, offsetTop: 0, width, height };
}
