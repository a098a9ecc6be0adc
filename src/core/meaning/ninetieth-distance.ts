import { quickselect } from 'd3-array';

/** The usual comparison asks each time whether it has numbers at all, which takes as long again. */
const inNumbers = (one: unknown, other: unknown): number => (one as number) - (other as number);

/**
 * The ⌈0.9 (n + 1)⌉-th smallest of n distances, or the largest where there are fewer than nine: nine of ten of those to come lie within, whatever
 * their distribution (split conformal prediction: Vovk, Gammerman and Shafer 2005). 0 of none. `distances` are in another order afterwards.
 */
export function ninetiethDistance(distances: number[] | Float64Array): number {
  const { length } = distances;
  if (length === 0) return 0;
  // A millionth is what binary fractions leave of a whole number.
  const place = Math.min(length, Math.ceil(0.9 * (length + 1) - 1e-6)) - 1;
  // Puts the value of that rank in its place, in half the time of sorting.
  quickselect(distances, place, 0, length - 1, inNumbers);
  return distances[place] ?? 0;
}
