import { computePosition, offset, type Middleware, type Placement } from '@floating-ui/core';
import { freePlace, move, type Box, type Side } from './free-space';
import { layerPlatform } from './layer-platform';
import type { PaintedPage } from './read-painted';

/** A place that a badge would like: `placement` of the box `beside`, pushed on towards the same side until it is free. */
export interface Wish {
  readonly beside: Box;
  readonly placement: Placement;
  /** CSS pixels from `beside`. */
  readonly distance: number;
  /** CSS pixels that it may be pushed on. */
  readonly furthest: number;
  /** CSS pixels to keep from what it was pushed past; absent: the least. */
  readonly gap?: number;
}

/** A badge, the number it belongs to, and where it would like to stand, best first. */
export interface Wanting {
  readonly badge: HTMLElement;
  readonly owner: Box;
  /** What it must not leave; absent where only what is painted holds it. */
  readonly within?: Box;
  readonly wishes: readonly Wish[];
}

/** Where a badge is to stand. */
export interface Placed {
  readonly badge: HTMLElement;
  /** CSS pixels of the window from the layer's corner. */
  readonly x: number;
  readonly y: number;
  /** The same in the window, from its corner. */
  readonly box: Box;
}

/** Tries one wish of a badge beside those that stand already; undefined where there is no free place. */
export type Place = (wanting: Wanting, wish: Wish, others: readonly Placed[]) => Promise<Placed | undefined>;

/** How a wish is tried: where Floating UI would put the badge, pushed on to the next free place of `page`. */
export function placer(page: PaintedPage, layer: Element, mirrored: boolean): Place {
  const platform = layerPlatform(layer, mirrored);
  return async ({ badge, owner, within }, { beside, placement, distance, furthest, gap }, others) => {
    let box: Box | undefined;
    const toFreePlace: Middleware = {
      name: 'toFreePlace',
      fn: ({ x, y, rects, placement: chosen }) => {
        // Floating UI counts from the layer's corner, the page's boxes from the window's.
        const [left, top] = [beside.left - rects.reference.x, beside.top - rects.reference.y];
        const wanted = move(
          { left: x, top: y, right: x + rects.floating.width, bottom: y + rects.floating.height },
          left,
          top,
        );
        const painted = {
          ...page,
          obstacles: [...page.obstacles, ...others.map((other) => other.box)],
          surfaces: within ? [...page.surfaces, within] : page.surfaces,
        };
        box = freePlace(wanted, owner, painted, sideOf(chosen), furthest, gap);
        box &&= rounded(box);
        return box ? { x: box.left - left, y: box.top - top } : {};
      },
    };
    const { x, y } = await computePosition(referenceOf(beside), badge, {
      placement,
      platform,
      middleware: [offset(distance), toFreePlace],
    });
    return box && { badge, x, y, box };
  };
}

/** Whole pixels keep text sharp; the clearance is larger than what that moves. */
function rounded(box: Box): Box {
  return move(box, Math.round(box.left) - box.left, Math.round(box.top) - box.top);
}

function referenceOf({ left, top, right, bottom }: Box) {
  return {
    getBoundingClientRect: () => ({
      x: left,
      y: top,
      left,
      top,
      right,
      bottom,
      width: right - left,
      height: bottom - top,
    }),
  };
}

function sideOf(placement: Placement): Side {
  return placement.split('-')[0] as Side;
}
