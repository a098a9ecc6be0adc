/** A straight mapping of one range onto another, and back. */
export interface LinearScale {
  (value: number): number;
  invert(place: number): number;
}

/**
 * Maps `domain` onto `range` in a straight line; both may run either way, and `domain` must not be empty. The same as d3's
 * `scaleLinear`, which brings interpolation of colours and number formats with it: 8.6 KB gzipped that the popup would load to multiply.
 */
export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): LinearScale {
  const scale = (value: number) => start + ((end - start) * (value - from)) / (to - from);
  return Object.assign(scale, { invert: (place: number) => from + ((to - from) * (place - start)) / (end - start) });
}
