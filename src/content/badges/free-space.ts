/** A rectangle in CSS pixels of the window: distances from its left and top edge. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The sides of a box. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

/** A side of a box, in its middle or, above and below it, flush with its left or right edge. */
export type Placement = Side | `${'top' | 'bottom'}-${'left' | 'right'}`;

/** What is painted in a part of the page. */
export interface Painted {
  /** Text, controls, pictures and lines: nothing may touch them. */
  readonly obstacles: readonly Box[];
  /** Areas with a background or a frame of their own. What belongs to something inside of one must lie wholly inside, and wholly outside of all others. */
  readonly surfaces: readonly Box[];
  /** Where anything may stand at all: the page, without making it scroll further. */
  readonly bounds: Box;
}

/** How far a badge keeps from everything that is painted, in CSS pixels. */
const clearance = 3;

/** Whether two boxes share any area. */
export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Whether `inner` lies wholly in `outer`. */
export function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

/** The smallest box around all of `boxes`; undefined when there are none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** `box` with `distance` more on every side. */
function grow(box: Box, distance: number): Box {
  return {
    left: box.left - distance,
    top: box.top - distance,
    right: box.right + distance,
    bottom: box.bottom + distance,
  };
}

/** `box` moved by so many pixels. */
export function move(box: Box, along: number, down: number): Box {
  return { left: box.left + along, top: box.top + down, right: box.right + along, bottom: box.bottom + down };
}

/** The box of this size that stands `distance` pixels from `beside`. */
export function boxBeside(
  beside: Box,
  { width, height }: { readonly width: number; readonly height: number },
  placement: Placement,
  distance: number,
): Box {
  const [side, edge] = placement.split('-');
  let left =
    edge === 'left' ? beside.left : edge === 'right' ? beside.right - width : middle(beside.left, beside.right, width);
  let top = middle(beside.top, beside.bottom, height);
  if (side === 'top') top = beside.top - distance - height;
  if (side === 'bottom') top = beside.bottom + distance;
  if (side === 'left') left = beside.left - distance - width;
  if (side === 'right') left = beside.right + distance;
  return { left, top, right: left + width, bottom: top + height };
}

/** Where what is `size` long begins, to have its middle in that from `from` to `to`. */
function middle(from: number, to: number, size: number): number {
  return (from + to - size) / 2;
}

/**
 * The free place nearest to `box` when it may be pushed towards `side`, `furthest` pixels at most: clear of every obstacle and foreign surface,
 * inside the surfaces that hold `owner` (what it belongs to) and inside the bounds. `box` itself where that is free; undefined when there is none.
 * What it is pushed past it leaves `gap` pixels behind (the clearance or more).
 */
export function freePlace(
  box: Box,
  owner: Box,
  { obstacles, surfaces, bounds }: Painted,
  side: Side,
  furthest: number,
  gap: number = clearance,
): Box | undefined {
  const blocks = [...obstacles, ...surfaces.filter((surface) => !isWithin(owner, surface))];
  const limits = [bounds, ...surfaces.filter((surface) => isWithin(owner, surface))];
  let place = box;
  // Each step leaves at least one block behind for good, so there are no more steps than blocks.
  for (let step = 0; step <= blocks.length; step += 1) {
    const reach = grow(place, clearance);
    const block = blocks.find((other) => overlap(reach, other));
    if (!block) return limits.every((limit) => isWithin(place, limit)) ? place : undefined;
    place = pushedPast(place, block, side, gap);
    if (Math.abs(place.left - box.left) + Math.abs(place.top - box.top) > furthest) return undefined;
  }
  return undefined;
}

/** `box` moved towards `side` until it stands `gap` pixels from `block`. */
function pushedPast(box: Box, block: Box, side: Side, gap: number): Box {
  switch (side) {
    case 'top':
      return move(box, 0, block.top - gap - box.bottom);
    case 'bottom':
      return move(box, 0, block.bottom + gap - box.top);
    case 'left':
      return move(box, block.left - gap - box.right, 0);
    case 'right':
      return move(box, block.right + gap - box.left, 0);
  }
}
