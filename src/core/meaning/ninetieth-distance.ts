/**
 * The ⌈0.9 (n + 1)⌉-th smallest of n distances, or the largest where there are fewer than nine: nine of ten of those to come lie within, whatever
 * their distribution (split conformal prediction: Vovk, Gammerman and Shafer 2005). 0 of none.
 */
export function ninetiethDistance(distances: ArrayLike<number>): number {
  const { length } = distances;
  // Sorted by the browser itself: faster than to select one rank in our code.
  const sorted = new Float64Array(distances).sort();
  // A millionth is what binary fractions leave of a whole number.
  const place = Math.min(length, Math.ceil(0.9 * (length + 1) - 1e-6)) - 1;
  return sorted[place] ?? 0;
}
