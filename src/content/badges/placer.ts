import { boxBeside, freePlace, move, type Box, type Placement, type Side } from './free-space';
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

/** Where a badge is to stand, in the window. */
export interface Placed {
  readonly badge: HTMLElement;
  readonly box: Box;
}

/** Tries one wish of a badge beside those that stand already; undefined where there is no free place. */
export type Place = (wanting: Wanting, wish: Wish, others: readonly Placed[]) => Placed | undefined;

/** How a wish is tried: where it asks for, pushed on to the next free place of `page`. */
export function placer(page: PaintedPage): Place {
  return ({ badge, owner, within }, { beside, placement, distance, furthest, gap }, others) => {
    const wanted = boxBeside(beside, badge.getBoundingClientRect(), placement, distance);
    const painted = {
      ...page,
      obstacles: [...page.obstacles, ...others.map(({ box }) => box)],
      surfaces: within ? [...page.surfaces, within] : page.surfaces,
    };
    const side = placement.split('-')[0] as Side;
    const box = freePlace(wanted, owner, painted, side, furthest, gap);
    return box && { badge, box: rounded(box) };
  };
}

/** Whole pixels keep text sharp; the clearance is larger than what that moves. */
function rounded(box: Box): Box {
  return move(box, Math.round(box.left) - box.left, Math.round(box.top) - box.top);
}
